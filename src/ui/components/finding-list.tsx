import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Decision } from '../../core/review/decision.ts';
import type { Groups } from '../../core/review/groups.ts';
import { witnessesOf } from '../../core/review/witness.ts';
import type { Pair, PairId } from '../../core/reuse/pair.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';
import { useInterface } from '../hooks/context.ts';
import type { Comparisons } from '../hooks/use-comparisons.ts';
import { useInTurns } from '../hooks/use-in-turns.ts';
import { useScrollMemory } from '../hooks/use-scroll-memory.ts';
import { useVirtualList } from '../hooks/use-virtual-list.ts';
import { FindingRow } from './finding-row.tsx';

/** Height of an undecided row in CSS pixels, to begin with; real heights are measured. */
const ROW_ESTIMATE = 73;
/** Keeps a row's height until it is compared. */
const UNSAID = '\u00a0';
/** Longest passage that is compared for its row, in UTF-16 units: a few milliseconds each. */
const BRIEF_MOST = 1500;

/** The findings that pass the filter, the most important first, as a virtual list box. */
export function FindingList(props: {
  pairs: readonly Pair[];
  documents: ReadonlyMap<DocumentId, StructuredDocument>;
  decisions: ReadonlyMap<PairId, Decision>;
  comparisons: Comparisons;
  groups: Groups | null;
  /** What contradicts the decisions. */
  clashes: ReadonlyMap<PairId, unknown>;
  /** The open pair, and where it stands among `pairs`; -1 where the filter hides it. */
  chosen: PairId | null;
  chosenIndex: number;
  top: number;
}) {
  const { pairs, documents, decisions, comparisons, groups, clashes, chosen, chosenIndex, top } = props;
  const { workspace, messages } = useInterface();
  const scroller = useRef<HTMLDivElement>(null);
  // A new function would make the list measure all its rows anew.
  const keyOf = useCallback((index: number) => pairs[index]?.id ?? index, [pairs]);
  const list = useVirtualList({
    count: pairs.length,
    scroller,
    estimate: estimateRow,
    keyOf,
    kept: chosenIndex,
  });

  useScrollMemory(scroller, 'list', top, (listTop) => workspace.look({ listTop }));
  const revealed = useRef(chosen);
  useEffect(() => {
    if (revealed.current !== chosen && chosenIndex >= 0) list.reveal(chosenIndex);
    revealed.current = chosen;
  }, [chosen, chosenIndex]);

  const rows = list.rows.flatMap((row) => {
    const pair = pairs[row.index];
    const witnesses = pair && witnessesOf(pair, documents);
    return pair && witnesses ? [{ row, pair, witnesses }] : [];
  });
  // The rows stand before they are compared: together that would be one long task. A long pair is compared when it is
  // opened: a list that scrolls has no time for it.
  const isCompared = (pair: Pair) => comparisons.known(pair) !== undefined;
  useInTurns(
    rows.flatMap(({ pair }) => (isLong(pair) || isCompared(pair) ? [] : [pair])),
    comparisons.of,
  );
  const briefOf = (pair: Pair) => {
    const compared = comparisons.known(pair);
    if (compared !== undefined) return messages.brief(compared.verdict);
    return isLong(pair) ? messages.briefLong : UNSAID;
  };

  return (
    <div
      ref={scroller}
      class="list"
      role="listbox"
      tabIndex={0}
      aria-label={messages.findings}
      aria-activedescendant={chosenIndex < 0 ? undefined : rowId(chosenIndex)}
    >
      <div class="rows" style={{ height: `${list.height}px` }}>
        {rows.map(({ row, pair, witnesses }) => {
          const decision = decisions.get(pair.id);
          return (
            <div
              key={row.key}
              id={rowId(row.index)}
              ref={list.measure}
              data-index={row.index}
              data-testid="finding"
              data-kind={pair.kind}
              data-scope={pair.scope}
              data-similarity={pair.similarity.toFixed(4)}
              class={decision?.judgement ? 'finding done' : 'finding'}
              role="option"
              aria-selected={row.index === chosenIndex}
              aria-setsize={pairs.length}
              aria-posinset={row.index + 1}
              style={{ transform: `translateY(${row.start}px)` }}
              onClick={() =>
                workspace.look({ pair: pair.id, picks: [], versions: false, difference: 0, compareTop: 0 })
              }
            >
              <FindingRow
                pair={pair}
                {...witnesses}
                brief={briefOf(pair)}
                groupSize={groups?.sizeOf(pair) ?? 2}
                decision={decision}
                isClashing={clashes.has(pair.id)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function isLong({ a, b }: Pair): boolean {
  return Math.max(a.span.end - a.span.start, b.span.end - b.span.start) > BRIEF_MOST;
}

function estimateRow(): number {
  return ROW_ESTIMATE;
}

function rowId(index: number): string {
  return `finding-${index}`;
}
