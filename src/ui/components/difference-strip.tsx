import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Difference } from '../../core/diff/comparison.ts';
import type { Line } from '../../core/diff/lines.ts';
import { heightsOf, overviewOf, type Slot } from '../../core/diff/overview.ts';
import { useMessages } from '../hooks/context.ts';

/** Width of the strip and height of a slot, in CSS pixels: a mark of either kind has room in it. */
const WIDTH = 14;
const SLOT = 6;
/** How far from a mark a click still means it, in CSS pixels. */
const REACH = 8;

/**
 * Where the differences stand along the text, each kind in its own shape, and which part the window shows. As high as the
 * text, or as the window where the text is longer. It draws a slot of the strip at most once, however many differences.
 */
export function DifferenceStrip(props: {
  /** What holds the lines. */
  galley: RefObject<HTMLElement | null>;
  lines: readonly Line[];
  /** Those whose marks are on. */
  differences: readonly Difference[];
  perLine: number;
  chosen: number;
  onChoose: (number: number) => void;
}) {
  const { galley, lines, differences, perLine, chosen, onChoose } = props;
  const messages = useMessages();
  const rail = useRef<HTMLDivElement>(null);
  const strip = useRef<SVGSVGElement>(null);
  const [height, setHeight] = useState(0);
  const [heights, setHeights] = useState<readonly number[]>([]);

  useLayoutEffect(() => {
    if (galley.current === null || rail.current === null || strip.current === null) return undefined;
    const [holder, place, shown] = [galley.current, rail.current, strip.current];
    const measure = () => {
      placeBeside(holder, place);
      setHeight(shown.getBoundingClientRect().height);
      setHeights(measured(holder, lines, perLine));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(holder);
    observer.observe(shown);
    measure();
    return () => observer.disconnect();
  }, [galley, lines, perLine]);
  useEffect(() => {
    if (rail.current === null || strip.current === null) return undefined;
    const [place, shown] = [rail.current, strip.current];
    const update = () => showWindow(place, shown);
    // Scrolling does not bubble; it is the view's or the page's own.
    document.addEventListener('scroll', update, { capture: true, passive: true });
    update();
    return () => document.removeEventListener('scroll', update, { capture: true });
  }, [height, heights]);

  const slots = useMemo(
    () =>
      overviewOf(
        lines,
        heights.length === lines.length ? heights : heightsOf(lines, perLine),
        differences,
        Math.max(1, Math.floor(height / SLOT)),
      ),
    [lines, heights, differences, height, perLine],
  );
  if (differences.length === 0) return null;
  return (
    <div ref={rail} class="strip-rail">
      <svg
        ref={strip}
        class="strip"
        role="img"
        aria-label={messages.differencePlaces}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const at = (event.clientY - box.top) / box.height;
          const slot = nearestTo(at, slots);
          if (slot !== null && Math.abs(slot.at - at) * box.height <= REACH) onChoose(nextIn(slot, chosen));
          else if (rail.current !== null) scrollTo(rail.current, at);
        }}
      >
        <line class="line" x1={WIDTH / 2} x2={WIDTH / 2} y1="0" y2="100%" />
        <rect class="window" x="0.5" width={WIDTH - 1} rx="1" />
        {slots.map((slot) => (
          // A picture of its own at each place: marks keep their shape whatever the height of the strip.
          <svg key={slot.at} y={`${(slot.at * 100).toFixed(2)}%`} overflow="visible">
            <Shape kind={slot.kind} />
            {slot.differences.includes(chosen) && <path class="here" d="M15 0l4.5-4v8z" />}
          </svg>
        ))}
      </svg>
    </div>
  );
}

function Shape({ kind }: { kind: Difference['kind'] }) {
  switch (kind) {
    case 'replaced':
      return <rect class="replaced" x={1} y={-2} width={12} height={4} />;
    case 'only-a':
      return <rect class="only" x={0.6} y={-2} width={6} height={4} />;
    case 'only-b':
      return <rect class="only" x={7.4} y={-2} width={6} height={4} />;
    case 'moved':
      return <path class="moved" d="M4 -3l6 6M10 -3l-6 6" />;
    case 'form':
      return <circle class="form" cx={7} cy={0} r={2.2} />;
  }
}

/** The strip runs along the clauses, not along the text around them. */
function placeBeside(galley: HTMLElement, rail: HTMLElement): void {
  const lines = galley.querySelectorAll<HTMLElement>('[data-line], .line.fold, [data-block]:empty');
  const [first, last] = [lines[0], lines[lines.length - 1]];
  if (first === undefined || last === undefined) return;
  const { top } = galley.getBoundingClientRect();
  const from = first.getBoundingClientRect().top - top;
  rail.style.top = `${from}px`;
  rail.style.height = `${last.getBoundingClientRect().bottom - top - from}px`;
}

/** Heights of the lines in CSS pixels; estimated for those that are not drawn. */
function measured(galley: HTMLElement, lines: readonly Line[], perLine: number): readonly number[] {
  const lineHeight = Number.parseFloat(getComputedStyle(galley).lineHeight);
  const heights = heightsOf(lines, perLine).map((height) => height * lineHeight);
  for (const element of galley.querySelectorAll<HTMLElement>('[data-index]')) {
    heights[Number(element.dataset['index'])] = element.getBoundingClientRect().height;
  }
  return heights;
}

/** Draws which part of the text the window shows; nothing where it shows all. */
function showWindow(rail: HTMLElement, strip: SVGSVGElement): void {
  const whole = rail.getBoundingClientRect();
  const { top, height } = strip.getBoundingClientRect();
  const share = height / Math.max(1, whole.height);
  const mark = strip.querySelector('.window');
  const from = (top - whole.top) / Math.max(1, whole.height);
  mark?.setAttribute('y', `${(from * 100).toFixed(2)}%`);
  mark?.setAttribute('height', share >= 0.98 ? '0' : `${(share * 100).toFixed(2)}%`);
}

function nearestTo(at: number, slots: readonly Slot[]): Slot | null {
  let nearest: Slot | null = null;
  for (const slot of slots) {
    if (nearest === null || Math.abs(slot.at - at) < Math.abs(nearest.at - at)) nearest = slot;
  }
  return nearest;
}

/** The slot's first difference, or the one behind the chosen one where several share it. */
function nextIn({ differences }: Slot, chosen: number): number {
  return differences[(differences.indexOf(chosen) + 1) % differences.length] ?? 0;
}

function scrollTo(rail: HTMLElement, at: number): void {
  const target = document.createElement('span');
  target.style.cssText = `position:absolute;top:${at * 100}%`;
  rail.append(target);
  target.scrollIntoView({ block: 'center' });
  target.remove();
}
