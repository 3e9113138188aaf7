import { useMemo } from 'preact/hooks';
import type { Decision } from '../../core/review/decision.ts';
import type { Pair, PairId } from '../../core/reuse/pair.ts';
import { useMessages } from '../hooks/context.ts';

/** More boxes than this say no more than the figure beside them. */
const BOXES_MOST = 16;

/** How many findings are judged: a box each where they are few, and the figure always. */
export function ProgressMarks(props: {
  pairs: readonly Pair[];
  decisions: ReadonlyMap<PairId, Decision>;
  chosen: PairId | null;
}) {
  const { pairs, decisions, chosen } = props;
  const messages = useMessages();
  const isDone = (pair: Pair) => Boolean(decisions.get(pair.id)?.judgement);
  const done = useMemo(
    // A hundred thousand pairs need not be asked when nothing was decided.
    () => (decisions.size === 0 ? 0 : pairs.reduce((count, pair) => count + (isDone(pair) ? 1 : 0), 0)),
    [pairs, decisions],
  );
  return (
    <div class="progress">
      {pairs.length <= BOXES_MOST && (
        <ol aria-hidden="true">
          {pairs.map((pair) => (
            <li key={pair.id} class={`${isDone(pair) ? 'done' : ''} ${pair.id === chosen ? 'now' : ''}`} />
          ))}
        </ol>
      )}
      <span aria-label={messages.settledLong(done, pairs.length)}>
        {messages.settled(done, pairs.length)}
      </span>
    </div>
  );
}
