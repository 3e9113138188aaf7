import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { View } from '../../app/state.ts';
import { galleyOf, stopsOf, type GalleyRow } from '../../core/draft/galley.ts';
import { drawnRowsOf } from '../../core/draft/long-lines.ts';
import { tallyOf } from '../../core/draft/plan.ts';
import type { Pair, PairId } from '../../core/reuse/pair.ts';
import type { Decision } from '../../core/review/decision.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import { InterfaceContext, useInterface } from '../hooks/context.ts';
import { usePrinted } from '../hooks/use-printed.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { useVirtualList } from '../hooks/use-virtual-list.ts';
import type { Drafted } from '../views/draft-view.tsx';
import { DraftGalleyBar } from './draft-galley-bar.tsx';
import { DraftGalleyContent } from './draft-galley-content.tsx';
import { keptIn, notesOf } from './draft-galley-notes.tsx';

/** Heights in CSS pixels, to begin with; characters in a line of the column. */
const LINE_HEIGHT = 30;
const NOTE_HEIGHT = 44;
const PADDING = 10;
const COLUMN = 34;

/** One document as it will be: what goes struck, what counts anew ringed, the rest to read on. */
export function DraftGalley(props: {
  drafted: Drafted;
  documents: readonly StructuredDocument[];
  /** The pairs that the plans speak of. */
  pairs: ReadonlyMap<PairId, Pair>;
  decisions: ReadonlyMap<PairId, Decision>;
  /** The pairs by which something goes. */
  removing: ReadonlySet<PairId>;
  view: View;
  /** The place that is to stand at the top. */
  goal: { readonly at: number };
}) {
  const { drafted, documents, pairs, decisions, removing, view, goal } = props;
  const { structured, plan } = drafted;
  const { draftClean: isClean, draftFolded: isFolded } = view;
  const shared = useInterface();
  const { messages } = shared;
  const scroller = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  /** Rows that the reader folded or unfolded against the rule, by where they begin. */
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set());
  const galley = useMemo(
    () => drawnRowsOf(galleyOf(structured, plan), structured.document.text),
    [structured, plan],
  );
  const rows = useMemo(() => (isClean ? galley.filter(isClear) : galley), [galley, isClean]);
  const kept = useMemo(
    () => keptIn(structured, pairs, decisions, removing),
    [structured, pairs, decisions, removing],
  );
  const stops = useMemo(() => stopsOf(rows), [rows]);
  const at = (row: GalleyRow) => (row.kind === 'seam' ? -row.at : row.span.start);
  const current = stop === 0 ? null : (stops[stop - 1] ?? null);
  const isShort = (row: GalleyRow) =>
    row.kind === 'line' && !isClean && turned.has(at(row)) !== (isFolded && isPlain(row));
  const list = useVirtualList({
    count: rows.length,
    scroller,
    estimate: useCallback(
      (index) => estimateOf(rows[index], isFolded && !isClean),
      [rows, isFolded, isClean],
    ),
    keyOf: useCallback((index) => (rows[index] === undefined ? index : at(rows[index])), [rows]),
    kept: current,
  });
  useLayoutEffect(() => {
    const index = rows.findLastIndex((row) => row.kind === 'line' && row.span.start <= goal.at);
    list.revealAtTop(Math.max(0, index));
    // Goes where it was asked to go; a decision that is taken back leaves the reader where he is.
  }, [goal]);

  const walk = (by: number) => {
    if (stops.length === 0) return;
    const from = stop === 0 && by < 0 ? 1 : stop;
    const to = ((from - 1 + by + stops.length) % stops.length) + 1;
    setStop(to);
    list.revealInMiddle(stops[to - 1] as number);
  };
  useShortcuts((command) => {
    const isBack = command === 'previous-pair' || command === 'previous-difference';
    if (!isBack && command !== 'next-pair' && command !== 'next-difference') return false;
    walk(isBack ? -1 : 1);
    return true;
  });
  const contentOf = (row: GalleyRow, isWhole: boolean) => (
    <DraftGalleyContent
      row={row}
      text={structured.document.text}
      isClean={isClean}
      isFolded={!isWhole && isShort(row)}
      notes={isClean ? [] : notesOf(row, { structured, documents, pairs, decisions, kept, messages })}
      onTurn={isWhole ? null : () => turn(row)}
    />
  );
  // The list holds what is in sight; paper takes all of it.
  usePrinted(() => (
    <InterfaceContext.Provider value={shared}>
      <div class={`draft draft-print${isClean ? ' clean' : ''}`}>
        {rows.map((row) => (
          <div key={at(row)} class={classOf(row)}>
            {contentOf(row, true)}
          </div>
        ))}
      </div>
    </InterfaceContext.Provider>
  ));

  return (
    <main class={`draft${isClean ? ' clean' : ''}`}>
      <h1 class="unseen">
        {messages.draft} {structured.document.name}
      </h1>
      <DraftGalleyBar
        tally={tallyOf(plan)}
        before={structured.document.text.length}
        isClean={isClean}
        isFolded={isFolded}
        stop={Math.min(stop, stops.length)}
        stops={stops.length}
        onWalk={walk}
      />
      <div ref={scroller} class="scroll" tabIndex={0} aria-label={structured.document.name}>
        <div class="rows" style={{ height: `${list.height}px` }}>
          {list.rows.map((virtual) => {
            const row = rows[virtual.index];
            return (
              row && (
                <div
                  key={virtual.key}
                  ref={list.measure}
                  data-index={virtual.index}
                  data-testid="galley-row"
                  class={`${classOf(row)}${isShort(row) ? ' folded' : ''}${virtual.index === current ? ' current' : ''}`}
                  style={{ transform: `translateY(${virtual.start}px)` }}
                >
                  {contentOf(row, false)}
                </div>
              )
            );
          })}
        </div>
      </div>
    </main>
  );

  function turn(row: GalleyRow): void {
    const next = new Set(turned);
    if (!next.delete(at(row))) next.add(at(row));
    setTurned(next);
  }
}

function isClear(row: GalleyRow): boolean {
  return row.kind === 'line' && row.state !== 'removed';
}

/** Whether nothing is to be said of a line. */
function isPlain(row: GalleyRow): boolean {
  if (row.kind === 'seam') return false;
  const isBody = row.role === 'text' || row.role === 'aside';
  return isBody && row.state === 'kept' && row.checks.length + row.conflicts.length === 0;
}

function classOf(row: GalleyRow): string {
  if (row.kind === 'seam') return 'line seam';
  return `line ${row.role} ${row.state}${row.role === 'heading' ? ` level-${Math.min(4, row.level)}` : ''}`;
}

function estimateOf(row: GalleyRow | undefined, isFolded: boolean): number {
  if (row === undefined || row.kind === 'seam' || (isFolded && isPlain(row))) return LINE_HEIGHT + PADDING;
  const lines = Math.max(1, Math.ceil((row.span.end - row.span.start) / COLUMN)) * LINE_HEIGHT;
  const notes =
    row.checks.length + row.conflicts.length + row.edits.filter(({ kind }) => kind !== 'join').length;
  return Math.max(lines, notes * NOTE_HEIGHT) + PADDING;
}
