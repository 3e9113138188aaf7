import { useMemo, useRef, useState } from 'preact/hooks';
import { memo } from 'preact/compat';
import { csvOf } from '../../../core/overview/csv.ts';
import { gridCellsOf, gridOf, type Axis, type MatrixOf, type Window } from '../../../core/overview/matrix.ts';
import type { Selection } from '../../../core/overview/selection.ts';
import type { Survey, SurveyedSpeech } from '../../../core/overview/survey.ts';
import { Drawing } from '../../drawing/drawing.tsx';
import type { Shape } from '../../drawing/shape.ts';
import { useMessages } from '../../hooks/context.ts';
import { useSize } from '../../hooks/use-size.ts';
import { CELLS_MOST, cellAt, matrixShapes, planMatrix } from './matrix-shapes.ts';
import { TakeAlong } from './take-along.tsx';
import { speakerName } from './words.ts';

const KINDS: readonly MatrixOf[] = ['speakers', 'documents', 'speeches'];
const NOTHING: readonly Shape[] = [];

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Who shares how much with whom, ordered so that neighbours belong together; many are put together in a cell. */
export const Matrix = memo(function Matrix(props: {
  survey: Survey;
  selection: Selection;
  /** Null while it is being ordered. */
  axis: Axis | null;
  of: MatrixOf;
  /** The group that is pointed at, here or elsewhere. */
  lit: number | null;
  onOf: (of: MatrixOf) => void;
  onLit: (group: number | null) => void;
  onOpen: (pair: number) => void;
}) {
  const { survey, selection, axis, of, lit, onLit, onOpen } = props;
  const messages = useMessages();
  const { inOverview: words } = messages;
  const room = useRef<HTMLDivElement>(null);
  const width = useSize(room)?.width ?? 0;
  const [zoomed, setZoomed] = useState<{ axis: Axis; window: Window } | null>(null);
  const [cursor, setCursor] = useState<Cell | null>(null);
  const count = axis?.count ?? 0;
  const whole: Window = useMemo(() => ({ row: 0, column: 0, length: count }), [count]);
  const window = zoomed !== null && zoomed.axis === axis ? zoomed.window : whole;
  const grid = useMemo(
    () => (axis === null ? null : gridOf(survey, selection, axis, window, CELLS_MOST)),
    [survey, selection, axis, window],
  );
  const isSquare = window.row === window.column;
  const plan = planMatrix(width, grid?.side ?? 0);
  const height = Math.ceil(plan.side * plan.cell) + 2;
  const shapes = useMemo(
    () =>
      grid === null
        ? NOTHING
        : matrixShapes(grid, planMatrix(width, grid.side), isSquare, (row) => rowName(row)),
    [grid, width, isSquare, messages],
  );
  const picture = useMemo(() => ({ width, height, shapes }), [width, height, shapes]);
  const over: readonly Shape[] = useMemo(() => {
    const framed = (row: number, column: number, stroke: 'ink' | 'lan'): Shape => {
      const { left, cell } = plan;
      const [x, y] = [left + column * cell, 1 + row * cell];
      return { kind: 'rect', x, y, width: cell, height: cell, stroke, strokeWidth: 2.5 };
    };
    const own = lit === null ? undefined : survey.groups[lit];
    const cells =
      own === undefined || axis === null || grid === null
        ? []
        : gridCellsOf(survey, selection, axis, window, grid, own.pairs);
    const frames = cells.map(({ row, column }) => framed(row, column, 'lan'));
    if (cursor !== null && cursor.row < plan.side && cursor.column < plan.side)
      frames.push(framed(cursor.row, cursor.column, 'ink'));
    return frames;
  }, [cursor, lit, grid, plan.side, plan.cell, plan.left]);

  const point = (cell: Cell | null) => {
    setCursor(cell);
    const best = cell === null ? -1 : bestOf(cell);
    onLit(best < 0 ? null : (survey.groupOf[best] as number));
  };
  const zoom = (cell: Cell | null, by: number) => {
    if (axis === null || grid === null) return;
    const length = Math.max(2, Math.min(count, Math.round(window.length * by)));
    const at = cell ?? { row: grid.side / 2 - 0.5, column: grid.side / 2 - 0.5 };
    const begin = (from: number, index: number) =>
      Math.min(count - length, Math.max(0, Math.round(from + (index + 0.5) * grid.step - length / 2)));
    setZoomed({
      axis,
      window: { row: begin(window.row, at.row), column: begin(window.column, at.column), length },
    });
    point(null);
  };
  const open = (cell: Cell | null) => {
    if (cell === null || grid === null || axis === null) return;
    if (grid.step > 1) return zoom(cell, Math.max(grid.step * 8, 12) / window.length);
    const best = bestOf(cell);
    if (best >= 0) onOpen(best);
    return undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = cursor ?? { row: 0, column: 0 };
    const moved = (rows: number, columns: number) => {
      const limit = (value: number) => Math.min(plan.side - 1, Math.max(0, value));
      point(cursor === null ? at : { row: limit(at.row + rows), column: limit(at.column + columns) });
    };
    if (event.code === 'ArrowUp') moved(-1, 0);
    else if (event.code === 'ArrowDown') moved(1, 0);
    else if (event.code === 'ArrowLeft') moved(0, -1);
    else if (event.code === 'ArrowRight') moved(0, 1);
    else if (event.code === 'Equal' || event.code === 'NumpadAdd') zoom(cursor, 0.5);
    else if (event.code === 'Minus' || event.code === 'NumpadSubtract') zoom(cursor, 2);
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') open(cursor);
    else return;
    event.preventDefault();
  };
  const cellUnder = (event: MouseEvent): Cell | null => {
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const cell = cellAt(plan, event.clientX - left, event.clientY - top);
    return cell !== null && isSquare && cell.column < cell.row ? null : cell;
  };
  const said = cursor === null ? null : wordsOf(cursor);
  const key = plan.left === 1 ? words.matrixDense : words.matrixKey;
  return (
    <section class="matrix" aria-label={words.matrix}>
      <header>
        <h2>{words.matrix}</h2>
        <div class="options" role="group" aria-label={words.matrix}>
          {KINDS.map((kind) => (
            <button key={kind} type="button" aria-pressed={of === kind} onClick={() => props.onOf(kind)}>
              {words.matrixOf[kind]}
            </button>
          ))}
        </div>
        <TakeAlong what={words.matrix} picture={() => picture} csv={csv} />
      </header>
      <div
        ref={room}
        class="room"
        role="listbox"
        tabIndex={0}
        aria-label={words.matrixLabel}
        aria-activedescendant={cursor === null ? undefined : 'matrix-cell'}
        onKeyDown={onKeyDown}
        onBlur={() => point(null)}
      >
        <div role="option" id="matrix-cell" class="unseen" aria-selected={cursor !== null}>
          {said ?? words.matrix}
        </div>
        <div
          role="presentation"
          class={cursor !== null ? 'pointing' : undefined}
          onMouseMove={(event) => {
            const cell = cellUnder(event);
            if (cell?.row !== cursor?.row || cell?.column !== cursor?.column) point(cell);
          }}
          onMouseLeave={() => point(null)}
          onClick={(event) => open(cellUnder(event))}
        >
          {width > 0 && <Drawing picture={picture} over={over} />}
        </div>
      </div>
      <div class="foot">
        <p class={said === null ? 'quiet' : 'said'} title={said ?? key}>
          <span>{said ?? key}</span>
        </p>
        {count > 12 && (
          <span class="zoom">
            {grid !== null && grid.step > 1 && <span class="quiet">{words.perCell(grid.step)}</span>}
            <button type="button" class="plain" aria-label={words.zoomIn} onClick={() => zoom(cursor, 0.5)}>
              ＋
            </button>
            <button
              type="button"
              class="plain"
              aria-label={words.zoomOut}
              disabled={window.length >= count}
              onClick={() => zoom(cursor, 2)}
            >
              －
            </button>
            {window.length < count && (
              <button type="button" class="plain" onClick={() => setZoomed(null)}>
                {words.zoomWhole}
              </button>
            )}
          </span>
        )}
      </div>
    </section>
  );

  function bestOf({ row, column }: Cell): number {
    return grid?.best[row * grid.side + column] ?? -1;
  }

  function nameAt(place: number): string {
    const speech = axis?.speechAt[Math.min(place, count - 1)] ?? 0;
    if (of !== 'documents') return speakerName(survey.speeches, speech, messages);
    return (survey.speeches[speech] as SurveyedSpeech | undefined)?.structured.document.name ?? '';
  }

  function rowName(row: number): string {
    return nameAt(window.row + row * (grid?.step ?? 1));
  }

  function spanName(from: number, index: number): string {
    const step = grid?.step ?? 1;
    const first = from + index * step;
    const last = Math.min(count, first + step) - 1;
    return words.cellSpan(nameAt(first), nameAt(last), last - first + 1);
  }

  function wordsOf({ row, column }: Cell): string {
    const [a, b] = [spanName(window.row, row), spanName(window.column, column)];
    const found = grid?.counts[row * grid.side + column] ?? 0;
    const length = grid?.shared[row * grid.side + column] ?? 0;
    if (isSquare && row === column) return words.cellSelf(a, found, length);
    return found === 0 ? words.cellNone(a, b) : words.cellIs(a, b, found, length);
  }

  /** Every two that share something, whatever is zoomed to. */
  function csv(): string {
    if (axis === null) return csvOf([]);
    const cells = new Map<number, { a: number; b: number; count: number; shared: number }>();
    for (let pair = 0; pair < survey.findings.length; pair++) {
      if (selection.pairs[pair] === 0) continue;
      const p = axis.placeOf[survey.speechA[pair] as number] as number;
      const q = axis.placeOf[survey.speechB[pair] as number] as number;
      const [a, b] = [Math.min(p, q), Math.max(p, q)];
      const cell = cells.get(a * count + b) ?? { a, b, count: 0, shared: 0 };
      cells.set(a * count + b, cell);
      cell.count++;
      cell.shared += survey.shared[pair] as number;
    }
    const head = [words.matrixOf[of], words.matrixOf[of], messages.findings, words.length];
    return csvOf([
      head,
      ...[...cells.values()].map((cell) => [nameAt(cell.a), nameAt(cell.b), cell.count, cell.shared]),
    ]);
  }
});
