import { useMemo, useRef, useState } from 'preact/hooks';
import { memo } from 'preact/compat';
import { csvOf } from '../../../core/overview/csv.ts';
import {
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
import { crossShapes, EDGE, plotShapes, rangeShapes, signOf } from './plot-shapes.ts';
import { TakeAlong } from './take-along.tsx';
import { markName } from './words.ts';

const HEIGHT = 150;
/** How far an arrow moves, in CSS pixels; with Shift, and without. */
const STEP = 12;
const FINE = 2;
/** A pointer that moved less did not draw, in CSS pixels. */
const DRAWN_LEAST = 4;
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
}) {
  const { survey, candidates, selection, range, onRange } = props;
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
  const drawing = start !== null && cross !== null ? rangeBetween(scale, start, cross) : null;
  const over: readonly Shape[] = useMemo(() => {
    const box = drawing ?? range;
    const shapes = box === null ? NOTHING : rangeShapes(box, scale);
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
  ]);

  const inside = (x: number, y: number): Point => ({
    x: Math.min(scale.width, Math.max(0, x)),
    y: Math.min(scale.height, Math.max(0, y)),
  });
  const pointOf = (event: PointerEvent): Point => {
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return inside(event.clientX - left - EDGE.left, event.clientY - top - EDGE.top);
  };
  const leave = () => {
    setStart(null);
    setCross(null);
    setDragging(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.shiftKey ? FINE : STEP;
    const at = cross ?? { x: scale.width / 2, y: scale.height / 2 };
    const moved = (x: number, y: number) => setCross(cross === null ? at : inside(at.x + x, at.y + y));
    if (event.code === 'ArrowLeft') moved(-by, 0);
    else if (event.code === 'ArrowRight') moved(by, 0);
    else if (event.code === 'ArrowUp') moved(0, -by);
    else if (event.code === 'ArrowDown') moved(0, by);
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
  const said = saidOf(drawing ?? (cross === null ? range : null));
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
          class="field"
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            const point = pointOf(event);
            setStart(point);
            setCross(point);
            setDragging(true);
          }}
          onPointerMove={(event) => isDragging && setCross(pointOf(event))}
          onPointerUp={(event) => {
            if (!isDragging || start === null) return;
            const point = pointOf(event);
            const isDrawn = Math.max(Math.abs(point.x - start.x), Math.abs(point.y - start.y)) >= DRAWN_LEAST;
            leave();
            if (isDrawn) onRange(rangeBetween(scale, start, point));
          }}
          onPointerCancel={leave}
        >
          {width > 0 && <Drawing picture={picture} over={over} />}
        </div>
      </div>
      <div class="foot">
        <p id="plot-said" class={said === null ? 'quiet' : 'said'} aria-live="polite">
          {said ?? words.plotKey}
        </p>
        {range !== null && (
          <button type="button" class="plain" onClick={() => onRange(null)}>
            {words.plotClear}
          </button>
        )}
      </div>
      <ul class="signs">
        {(Object.keys(words.kinds) as PairKind[]).map((kind) => (
          <li key={kind}>
            <Drawing
              picture={{ width: SIGN, height: SIGN, shapes: [signOf(kind, 6, 6, 'ink-2')] }}
              over={NOTHING}
            />
            {words.kinds[kind]}
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
