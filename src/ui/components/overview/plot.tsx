import { useMemo, useRef, useState } from 'preact/hooks';
import { memo } from 'preact/compat';
import { csvOf } from '../../../core/overview/csv.ts';
import { lettersOf } from '../../../core/overview/letters.ts';
import {
  findingAt,
  lengthAt,
  plotScale,
  rangeBetween,
  similarityAt,
  type PlotRange,
} from '../../../core/overview/plot.ts';
import type { Selection } from '../../../core/overview/selection.ts';
import type { Survey } from '../../../core/overview/survey.ts';
import type { Pair, PairKind } from '../../../core/reuse/pair.ts';
import { similarityText } from '../../../i18n/similarity.ts';
import { Drawing } from '../../drawing/drawing.tsx';
import type { Picture, Shape } from '../../drawing/shape.ts';
import { useMessages } from '../../hooks/context.ts';
import { useSize } from '../../hooks/use-size.ts';
import { crossShapes, EDGE, litPointShapes, plotShapes, rangeShapes, signOf } from './plot-shapes.ts';
import { TakeAlong } from './take-along.tsx';
import { markName } from './words.ts';

const HEIGHT = 150;
/** How far an arrow moves, in CSS pixels; with Shift, and without. */
const STEP = 12;
const FINE = 2;
/** A pointer that moved less did not draw, in CSS pixels. */
const DRAWN_LEAST = 4;
/** How near a finding must be to be pointed at, in CSS pixels. */
const NEAR = 7;
const NOTHING: readonly Shape[] = [];
const SIGN = 12;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Similarity against shared length; a rectangle drawn in it filters. */
export const Plot = memo(function Plot(props: {
  survey: Survey;
  /** By finding: 1 when it passes the filter but for the ranges that are set here. */
  candidates: Uint8Array;
  selection: Selection;
  /** The rectangle that filters now; null for none. */
  range: PlotRange | null;
  onRange: (range: PlotRange | null) => void;
  /** The group that is pointed at, here or elsewhere. */
  lit: number | null;
  onLit: (group: number | null) => void;
  onOpen: (pair: number) => void;
}) {
  const { survey, candidates, selection, range, onRange, lit, onLit, onOpen } = props;
  const messages = useMessages();
  const { inOverview: words } = messages;
  const room = useRef<HTMLDivElement>(null);
  const width = useSize(room)?.width ?? 0;
  const [start, setStart] = useState<Point | null>(null);
  const [cross, setCross] = useState<Point | null>(null);
  const [isDragging, setDragging] = useState(false);
  const scale = useMemo(
    () => plotScale(survey, Math.max(1, width - EDGE.left - EDGE.right), HEIGHT - EDGE.top - EDGE.bottom),
    [survey, width],
  );
  const picture: Picture = useMemo(
    () => ({ width, height: HEIGHT, shapes: plotShapes(survey, candidates, selection, scale) }),
    [survey, candidates, selection, scale, width],
  );
  const [pointed, setPointed] = useState<number | null>(null);
  const drawing = start !== null && cross !== null ? rangeBetween(scale, start, cross) : null;
  const over: readonly Shape[] = useMemo(() => {
    const box = drawing ?? range;
    const own = lit === null ? undefined : survey.groups[lit];
    const shapes = [
      ...(box === null ? NOTHING : rangeShapes(box, scale)),
      ...(own === undefined ? NOTHING : litPointShapes(survey, selection, scale, own.pairs)),
    ];
    return cross !== null && !isDragging ? [...shapes, ...crossShapes(cross, scale)] : shapes;
  }, [
    drawing?.length,
    drawing?.lengthMost,
    drawing?.similarity,
    drawing?.similarityMost,
    range,
    scale,
    cross,
    isDragging,
    lit,
    survey,
    selection,
  ]);

  /** Says which finding stands there, and lights its group up. */
  const pointAt = (point: Point | null) => {
    const found = point === null ? null : findingAt(survey, selection, scale, point, NEAR);
    if (found === pointed) return;
    setPointed(found);
    onLit(found === null ? null : (survey.groupOf[found] as number));
  };

  const inside = (x: number, y: number): Point => ({
    x: Math.min(scale.width, Math.max(0, x)),
    y: Math.min(scale.height, Math.max(0, y)),
  });
  const pointOf = (event: PointerEvent): Point => {
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return inside(event.clientX - left - EDGE.left, event.clientY - top - EDGE.top);
  };
  const leave = () => {
    pointAt(null);
    setStart(null);
    setCross(null);
    setDragging(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.shiftKey ? FINE : STEP;
    const at = cross ?? { x: scale.width / 2, y: scale.height / 2 };
    const moved = (x: number, y: number) => {
      const to = cross === null ? at : inside(at.x + x, at.y + y);
      setCross(to);
      pointAt(to);
    };
    if (event.code === 'ArrowLeft') moved(-by, 0);
    else if (event.code === 'ArrowRight') moved(by, 0);
    else if (event.code === 'ArrowUp') moved(0, -by);
    else if (event.code === 'ArrowDown') moved(0, by);
    else if (event.code === 'Enter' && start === null && pointed !== null) onOpen(pointed);
    else if (event.code === 'Space' || event.code === 'Enter') {
      if (start === null) {
        setStart(at);
        setCross(at);
      } else {
        onRange(rangeBetween(scale, start, at));
        setStart(null);
      }
    } else if (event.code === 'Escape' && (start !== null || range !== null)) {
      if (start === null) onRange(null);
      setStart(null);
    } else return;
    event.preventDefault();
  };
  const said = saidOf(drawing ?? (cross === null && pointed === null ? range : null));
  return (
    <section class="plot" aria-label={words.plot}>
      <header>
        <h2>{words.plot}</h2>
        <TakeAlong what={words.plot} picture={() => picture} csv={csv} />
      </header>
      <div
        ref={room}
        class="room"
        role="application"
        tabIndex={0}
        aria-label={words.plotLabel}
        aria-describedby="plot-said"
        onKeyDown={onKeyDown}
        onBlur={leave}
      >
        <div
          class={pointed === null ? 'field' : 'field pointing'}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            const point = pointOf(event);
            setStart(point);
            setCross(point);
            setDragging(true);
          }}
          onPointerMove={(event) => (isDragging ? setCross(pointOf(event)) : pointAt(pointOf(event)))}
          onPointerLeave={() => !isDragging && cross === null && pointAt(null)}
          onPointerUp={(event) => {
            if (!isDragging || start === null) return;
            const point = pointOf(event);
            const isDrawn = Math.max(Math.abs(point.x - start.x), Math.abs(point.y - start.y)) >= DRAWN_LEAST;
            const found = pointed;
            leave();
            if (isDrawn) onRange(rangeBetween(scale, start, point));
            else if (found !== null) onOpen(found);
          }}
          onPointerCancel={leave}
        >
          {width > 0 && <Drawing picture={picture} over={over} />}
        </div>
      </div>
      <div class="foot">
        <p id="plot-said" class={said === null ? 'quiet' : 'said'} aria-live="polite">
          <span>{said ?? words.plotAxes + words.plotDrag}</span>
        </p>
        {range !== null && (
          <button type="button" class="plain" onClick={() => onRange(null)}>
            {words.plotClear}
          </button>
        )}
      </div>
      <ul class="signs">
        {(Object.keys(messages.kinds) as PairKind[]).map((kind) => (
          <li key={kind}>
            <Drawing
              picture={{ width: SIGN, height: SIGN, shapes: [signOf(kind, 6, 6, 'ink-2')] }}
              over={NOTHING}
            />
            {messages.kinds[kind]}
          </li>
        ))}
      </ul>
    </section>
  );

  function saidOf(box: PlotRange | null): string | null {
    if (box !== null) {
      const most = Math.min(box.lengthMost, Math.ceil(scale.most));
      const within = countIn(box);
      const [low, high] = [similarityText(box.similarity), similarityText(box.similarityMost)];
      return words.plotRange(low, high, box.length, most, within);
    }
    if (pointed !== null) {
      const [a, b] = [survey.markA, survey.markB].map((marks) =>
        markName(survey, marks[pointed] as number, messages),
      ) as [string, string];
      const letters = lettersOf(survey.groupOf[pointed] as number);
      const similarity = similarityText((survey.findings[pointed] as Pair).similarity);
      return words.linkIs(letters, a, b, similarity, survey.shared[pointed] as number);
    }
    if (cross === null) return null;
    return words.plotAt(similarityText(similarityAt(scale, cross.y)), Math.round(lengthAt(scale, cross.x)));
  }

  function countIn({ similarity, similarityMost, length, lengthMost }: PlotRange): number {
    let count = 0;
    for (let pair = 0; pair < survey.findings.length; pair++) {
      const own = survey.shared[pair] as number;
      const alike = (survey.findings[pair] as Pair).similarity;
      const isIn = alike >= similarity && alike <= similarityMost && own >= length && own <= lengthMost;
      if (isIn && candidates[pair] === 1) count++;
    }
    return count;
  }

  function csv(): string {
    const head = [messages.left, messages.right, messages.kind, messages.similarity, messages.shared];
    const rows = survey.findings.flatMap((pair, index) =>
      selection.pairs[index] === 0
        ? []
        : [
            [
              markName(survey, survey.markA[index] as number, messages),
              markName(survey, survey.markB[index] as number, messages),
              messages.kinds[pair.kind],
              pair.similarity,
              survey.shared[index] as number,
            ],
          ],
    );
    return csvOf([head, ...rows]);
  }
});
