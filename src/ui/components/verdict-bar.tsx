import { useInterface } from '../hooks/context.ts';
import { similarityText } from '../../i18n/similarity.ts';

/** The pair in words, which one of the list it is, and the way to its neighbours. */
export function VerdictBar(props: {
  verdict: string;
  detail: string;
  similarity: number;
  /** From 1; 0 when the filter hides the pair. */
  position: number;
  count: number;
  onStep: (by: number) => void;
}) {
  const { messages } = useInterface();
  return (
    <div class="verdict">
      <h1>{props.verdict}</h1>
      <div class="nth">
        {props.position > 0 && <span>{messages.nth(props.position, props.count)}</span>}
        <span>{messages.similarIs(similarityText(props.similarity))}</span>
        <span>{props.detail}</span>
        <button
          type="button"
          class="arrow"
          aria-label={messages.previousPair}
          onClick={() => props.onStep(-1)}
        >
          ↑
        </button>
        <button type="button" class="arrow" aria-label={messages.nextPair} onClick={() => props.onStep(1)}>
          ↓
        </button>
      </div>
    </div>
  );
}
