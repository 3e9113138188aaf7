import { useMessages } from '../hooks/context.ts';

/** The way to the pairs before and behind the open one. */
export function PairSteps({ onStep }: { onStep: (by: number) => void }) {
  const messages = useMessages();
  return (
    <>
      <button type="button" class="arrow" aria-label={messages.previousPair} onClick={() => onStep(-1)}>
        ↑
      </button>
      <button type="button" class="arrow" aria-label={messages.nextPair} onClick={() => onStep(1)}>
        ↓
      </button>
    </>
  );
}
