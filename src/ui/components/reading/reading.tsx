import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  filterForReading,
  marksOfLine,
  readingMarks,
  removedIn,
  type ReadingFilter,
} from '../../../core/overview/reading-marks.ts';
import { select } from '../../../core/overview/selection.ts';
import type { Survey } from '../../../core/overview/survey.ts';
import type { PairId } from '../../../core/reuse/pair.ts';
import type { Hit } from '../../../core/review/find.ts';
import type { Decision } from '../../../core/review/decision.ts';
import { readingLinesOf, type ReadingLine } from '../../../core/structure/reading-lines.ts';
import type { Correction, StructuredDocument } from '../../../core/structure/speech.ts';
import { partitionPoint } from '../../../core/text/partition-point.ts';
import type { Span } from '../../../core/text/span.ts';
import { useInterface } from '../../hooks/context.ts';
import { usePrinted } from '../../hooks/use-printed.ts';
import { useScrollRest } from '../../hooks/use-scroll-memory.ts';
import { useShortcuts } from '../../hooks/use-shortcuts.ts';
import { useSize } from '../../hooks/use-size.ts';
import { useStable } from '../../hooks/use-stable.ts';
import { useVirtualList } from '../../hooks/use-virtual-list.ts';
import { StructureTools } from '../structure-tools.tsx';
import { Minimap } from './minimap.tsx';
import { PlacesPanel } from './places-panel.tsx';
import { PrintedReading } from './printed-reading.tsx';
import { ReadingBar } from './reading-bar.tsx';
import { ReadingRow } from './reading-row.tsx';
import type { ReadingLayers } from './reading-text.tsx';

/** In CSS pixels, to begin with: a paragraph of 90 characters takes three lines. */
const COLUMN = 34;
const LEAD = 30;
const PADDING = 10;
const PANEL_ROOM = 320;

/**
 * One document in full: its structure, which can be corrected, and all that recurs in it. One line is the current one: it
 * has the focus, or gets it with the first key, and its tools stand beside it. It goes where the user clicks and by the
 * keys: up and down, page keys, Home and End; left and right walk from mark to mark.
 */
export function Reading(props: {
  structured: StructuredDocument;
  /** Null until it is known what recurs. */
  survey: Survey | null;
  decisions: ReadonlyMap<PairId, Decision>;
  filter: ReadingFilter;
  onFilter: (filter: ReadingFilter) => void;
  isTemplate: boolean;
  corrections: readonly Correction[];
  /** How many findings there are; null while they are not those of the present structure. */
  findings: number | null;
  /** Whether anything is worked on. */
  isBusy: boolean;
  undoable: number;
  at: number;
  /** The passages of the open pair, which are marked. */
  passages: readonly Span[];
  /** What was found of what is sought, here and elsewhere. */
  hits: readonly Hit[];
  /** The way back to that pair, where one of its passages stands here. */
  onBack: (() => void) | undefined;
}) {
  const { structured, survey, decisions, filter, onFilter, isTemplate, at, passages, hits, onBack } = props;
  const shared = useInterface();
  const { workspace, messages } = shared;
  const { id, text, name } = structured.document;
  const main = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => readingLinesOf(structured), [structured]);
  const [current, setCurrent] = useState(() => lineAt(lines, at));
  const [editing, setEditing] = useState<number | null>(null);
  const [panel, setPanel] = useState<{ at: readonly number[]; top: number } | null>(null);
  const width = useSize(scroller)?.width ?? 0;
  /** What gets the focus once it is drawn: a line, or a mark in it. */
  const wanted = useRef<{ index: number; mark: number | null } | null>(null);

  const selection = useMemo(
    () => survey && select(survey, filterForReading(survey, filter, decisions), decisions),
    [survey, filter, decisions],
  );
  const marks = useMemo(
    () => survey && selection && readingMarks(survey, selection, id, lines),
    [survey, selection, id, lines],
  );
  const removed = useMemo(() => removedIn(survey?.findings ?? [], decisions, id), [survey, decisions, id]);
  const layers = useMemo<ReadingLayers>(
    () => ({ text, marks, removed, passages }),
    [text, marks, removed, passages],
  );
  const [firstShown] = panel?.at ?? [];
  const lit = filter.group ?? (firstShown === undefined ? null : (marks?.groups[firstShown] ?? null));
  const map = useMemo(
    () => ({
      length: text.length,
      speeches: structured.speeches,
      marks,
      removed,
      hits: hits.filter(({ document }) => document === id),
      lit,
    }),
    [text, structured, marks, removed, hits, id, lit],
  );

  const list = useVirtualList({
    count: lines.length,
    scroller,
    estimate: useCallback((index) => estimateOf(lines[index]), [lines]),
    keyOf: useCallback((index) => lines[index]?.span.start ?? index, [lines]),
    kept: current,
  });
  const kept = useRef(-1);
  useLayoutEffect(() => {
    // What was reported from here asks for nothing.
    if (kept.current === at) return;
    const index = lineAt(lines, at);
    setCurrent(index);
    list.revealAtTop(index);
    const { activeElement } = document;
    // The focus comes along, unless it is elsewhere for a reason.
    if (activeElement === document.body || scroller.current?.contains(activeElement) === true)
      wanted.current = { index, mark: null };
    // Goes where it was asked to go; corrections of the structure leave the reader where he is.
  }, [at]);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const { index, mark } = wanted.current;
    const selector = mark === null ? `.line[data-index="${index}"]` : `[data-mark="${mark}"]`;
    const element = scroller.current?.querySelector<HTMLElement>(selector);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  });
  useEffect(() => setPanel(null), [marks]);
  const keepPlace = useStable(() => {
    const line = lines[lineAt(lines, shownFrom(list.top))];
    const { view } = workspace.store.get();
    // Who is on the way to another place or document is not called back.
    if (line === undefined || view.documentAt !== at || (view.document ?? id) !== id) return;
    kept.current = line.span.start;
    workspace.look({ document: id, documentAt: line.span.start });
  });
  useScrollRest(scroller, keepPlace);
  useEffect(() => keepPlace, []);
  useShortcuts((command) => {
    if (document.activeElement?.closest('.panel') != null) return false;
    if (command === 'next-pair' || command === 'previous-pair') {
      moveTo(current + (command === 'next-pair' ? 1 : -1));
      return true;
    }
    if (command === 'next-difference' || command === 'previous-difference') {
      moveToMark(command === 'next-difference' ? 1 : -1);
      return true;
    }
    return false;
  });
  usePrinted(() => <PrintedReading shared={shared} structured={structured} layers={layers} />);

  const edit = useStable((index: number | null) => {
    if (index !== null) setCurrent(index);
    setEditing(index);
  });
  const go = useStable((to: number) => {
    const offset = Math.max(0, Math.min(text.length, to));
    const index = lineAt(lines, offset);
    const span = lines[index]?.span ?? { start: 0, end: 1 };
    list.revealPoint(index, Math.min(1, (offset - span.start) / Math.max(1, span.end - span.start)));
  });
  const from = shownFrom(list.top);
  const to = shownFrom(list.top + list.room);

  return (
    <main ref={main} class="reading">
      <h1 class="unseen">{name}</h1>
      <div class="hint quiet">
        {onBack !== undefined && (
          <button type="button" class="framed back" aria-keyshortcuts="Escape" onClick={onBack}>
            {messages.backToPair} <kbd>Esc</kbd>
          </button>
        )}
        <ReadingBar survey={survey} marks={marks} filter={filter} onFilter={onFilter} />
        <p>
          {isTemplate && <b>{messages.templateHint}　</b>}
          {messages.structureHint}
        </p>
      </div>
      <div
        ref={scroller}
        id="reading-text"
        class="scroll"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocusIn={onFocusIn}
      >
        <div class="rows" role="list" aria-label={name} style={{ height: `${list.height}px` }}>
          {list.rows.map((row) => {
            const line = lines[row.index];
            return (
              line && (
                <div
                  key={row.key}
                  ref={list.measure}
                  role="listitem"
                  aria-setsize={lines.length}
                  aria-posinset={row.index + 1}
                  aria-current={row.index === current}
                  tabIndex={row.index === current ? 0 : -1}
                  data-index={row.index}
                  class={`line ${line.role}${line.opensSpeech ? ' opens' : ''}${line.isRest ? ' rest' : ''}`}
                  data-level={line.level}
                  style={{ transform: `translateY(${row.start}px)` }}
                >
                  <ReadingRow
                    structured={structured}
                    line={line}
                    index={row.index}
                    layers={layers}
                    width={width}
                    isCurrent={row.index === current}
                    isEditing={row.index === editing}
                    onEdit={edit}
                  />
                </div>
              )
            );
          })}
        </div>
      </div>
      <Minimap
        source={map}
        from={from}
        to={to}
        name={messages.inReading.minimap}
        value={messages.inReading.lineOf(lineAt(lines, from) + 1, lines.length)}
        controls="reading-text"
        onGo={go}
      />
      {lines[current] !== undefined && (
        <StructureTools
          structured={structured}
          corrections={props.corrections}
          line={lines[current]}
          findings={props.findings}
          isBusy={props.isBusy}
          undoable={props.undoable}
          scroller={scroller}
          onSpeaker={() => edit(editing === current ? null : current)}
          onLeaveMenu={focusLine}
        />
      )}
      {panel !== null && survey !== null && selection !== null && marks !== null && (
        <PlacesPanel
          survey={survey}
          selection={selection}
          marks={marks}
          at={panel.at}
          top={panel.top}
          onlyGroup={filter.group}
          onOnlyGroup={(group) => {
            onFilter({ ...filter, group });
            focusLine();
          }}
          onClose={closePanel}
        />
      )}
    </main>
  );

  function moveTo(index: number): void {
    const next = Math.max(0, Math.min(lines.length - 1, index));
    wanted.current = { index: next, mark: null };
    setPanel(null);
    setCurrent(next);
    list.reveal(next);
    // A state that stays as it is draws nothing.
    if (next === current) focusLine();
  }

  function focusLine(): void {
    scroller.current
      ?.querySelector<HTMLElement>(`.line[data-index="${current}"]`)
      ?.focus({ preventScroll: true });
  }

  /** To the next mark behind the focused one or the current line's beginning, or the previous one before it. */
  function moveToMark(step: 1 | -1): void {
    if (marks === null) return;
    const focused = Number(document.activeElement?.getAttribute('data-mark') ?? NaN);
    const start = lines[current]?.span.start ?? 0;
    const behind = partitionPoint(marks.starts, (each) => each < start);
    const mark = Number.isNaN(focused) ? (step === 1 ? behind : behind - 1) : focused + step;
    const place = marks.starts[mark];
    if (place === undefined) return;
    const index = lineAt(lines, place);
    wanted.current = { index, mark };
    setPanel(null);
    setCurrent(index);
    list.reveal(index);
    if (index === current) {
      wanted.current = null;
      scroller.current?.querySelector<HTMLElement>(`[data-mark="${mark}"]`)?.focus();
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { target, code } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (target instanceof HTMLElement && target.closest('input, select, textarea') !== null) return;
    if (code === 'Enter' && target instanceof HTMLElement && target.matches('.line')) {
      const own = marks === null ? [] : [...marksOfLine(marks, current)];
      if (own.length > 0) openPanel(own, target);
      return;
    }
    const seen = list.rows.filter(isSeen).length;
    const goals: Readonly<Record<string, number>> = {
      Home: 0,
      End: lines.length - 1,
      PageUp: current - Math.max(1, seen - 1),
      PageDown: current + Math.max(1, seen - 1),
    };
    const goal = goals[code];
    if (goal === undefined) return;
    event.preventDefault();
    moveTo(goal);
  }

  function isSeen({ start, end }: { start: number; end: number }): boolean {
    return start >= list.top - 1 && end <= list.top + list.room + 1;
  }

  function onFocusIn({ target }: FocusEvent): void {
    // The text itself got it: the current line stands for it.
    if (target === scroller.current) return focusLine();
    const line = (target as Element).closest<HTMLElement>('.line');
    if (line !== null) setCurrent(Number(line.dataset['index']));
  }

  function onClick({ target }: MouseEvent): void {
    const element = target as Element;
    const sign = element.closest<HTMLElement>('[data-mark]');
    const stretch = element.closest<HTMLElement>('[data-marks]');
    // Who selects words does not ask for places.
    if (sign === null && (stretch === null || !(getSelection()?.isCollapsed ?? true))) return;
    const named = (sign?.dataset['mark'] ?? stretch?.dataset['marks'] ?? '').split(' ').map(Number);
    openPanel(named, (sign ?? stretch) as HTMLElement);
  }

  function openPanel(named: readonly number[], element: HTMLElement): void {
    const frame = main.current?.getBoundingClientRect() ?? { top: 0, height: PANEL_ROOM };
    const { top: above, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const below = bottom - frame.top + 8;
    const fits = below + PANEL_ROOM <= frame.height;
    setPanel({ at: named, top: fits ? below : Math.max(0, above - frame.top - PANEL_ROOM) });
  }

  function closePanel(): void {
    const [mark] = panel?.at ?? [];
    setPanel(null);
    const sign = scroller.current?.querySelector<HTMLElement>(`[data-mark="${mark}"]`);
    if (sign) sign.focus({ preventScroll: true });
    else focusLine();
  }

  /** The place of the text that stands at a height, as near as the row's height tells. */
  function shownFrom(y: number): number {
    const row = list.rows.find(({ start, end }) => start <= y && y < end);
    if (row === undefined) return y <= 0 ? 0 : text.length;
    const span = lines[row.index]?.span ?? { start: 0, end: 0 };
    return Math.round(span.start + ((y - row.start) / row.size) * (span.end - span.start));
  }
}

/** The index of the line that holds a place, or else the last one before it; 0 for none. */
function lineAt(lines: readonly ReadingLine[], at: number): number {
  return Math.max(0, partitionPoint(lines, ({ span }) => span.start <= at) - 1);
}

function estimateOf(line: ReadingLine | undefined): number {
  const length = line === undefined ? 0 : line.span.end - line.span.start;
  return Math.max(1, Math.ceil(length / COLUMN)) * LEAD + PADDING;
}
