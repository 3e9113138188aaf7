import { useMessages } from '../hooks/context.ts';

/** The way through the differences, with the place that one is at. */
export function Walk(props: {
  /** Where the reader is. */
  words: string;
  /** What is said where there is nowhere to go. */
  none: string;
  isNone: boolean;
  onWalk: (by: number) => void;
}) {
  const messages = useMessages();
  if (props.isNone) {
    return (
      <div class="walk">
        <span class="quiet">{props.none}</span>
      </div>
    );
  }
  return (
    <div class="walk">
      <button
        type="button"
        class="arrow"
        aria-label={messages.previousDifference}
        onClick={() => props.onWalk(-1)}
      >
        ←
      </button>
      <span class="count">{props.words}</span>
      <button
        type="button"
        class="arrow"
        aria-label={messages.nextDifference}
        onClick={() => props.onWalk(1)}
      >
        →
      </button>
    </div>
  );
}
