import { memo } from 'preact/compat';
import { useMemo, useRef } from 'preact/hooks';
import { Drawing } from '../../drawing/drawing.tsx';
import type { Shape } from '../../drawing/shape.ts';
import { useSize } from '../../hooks/use-size.ts';
import { MAP_WIDTH, mapPicture, type MapSource } from './minimap-shapes.ts';

const VIEW_LEAST = 8;
/** Of the whole, what the page keys go. */
const LEAP = 0.1;

/**
 * The whole document beside the text: what recurs to scale, and what the window shows of it. It is clicked, dragged, and
 * walked with the keys as a scroll bar is.
 */
export const Minimap = memo(function Minimap(props: {
  source: MapSource;
  /** What the window shows of the text, in UTF-16 units. */
  from: number;
  to: number;
  name: string;
  value: string;
  controls: string;
  /** Asks for a place of the text in the middle of the window. */
  onGo: (at: number) => void;
}) {
  const { source, from, to, name, value, controls, onGo } = props;
  const { length } = source;
  const element = useRef<HTMLDivElement>(null);
  const height = useSize(element)?.height ?? 0;
  const picture = useMemo(() => mapPicture(source, height), [source, height]);
  const scale = height / Math.max(1, length);
  const shown = Math.max(VIEW_LEAST, (to - from) * scale);
  const view: readonly Shape[] = [
    {
      kind: 'rect',
      x: 1,
      y: Math.max(0.5, Math.min(height - shown - 0.5, from * scale)),
      width: MAP_WIDTH - 2,
      height: Math.max(1, Math.min(height - 1, shown)),
      stroke: 'ink',
      strokeWidth: 1.5,
    },
  ];
  const middle = (from + to) / 2;
  const page = Math.max(1, to - from);
  const keys: Readonly<Record<string, number>> = {
    ArrowUp: middle - page,
    ArrowDown: middle + page,
    PageUp: middle - length * LEAP,
    PageDown: middle + length * LEAP,
    Home: 0,
    End: length,
  };
  const go = (event: PointerEvent) => {
    const top = element.current?.getBoundingClientRect().top ?? 0;
    onGo((event.clientY - top) / (scale || 1));
  };
  return (
    <div
      ref={element}
      class="minimap"
      role="scrollbar"
      aria-orientation="vertical"
      aria-label={name}
      aria-controls={controls}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round((100 * from) / Math.max(1, length - (to - from)))}
      aria-valuetext={value}
      tabIndex={0}
      onKeyDown={(event) => {
        const at = keys[event.code];
        if (at === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        onGo(at);
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event);
      }}
    >
      {height > 0 && <Drawing picture={picture} over={view} />}
    </div>
  );
});
