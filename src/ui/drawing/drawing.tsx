import { h, type ComponentChild } from 'preact';
import { memo } from 'preact/compat';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { paint } from './canvas.ts';
import { PAGE_PALETTE, shownPalette } from './palette.ts';
import type { Picture, Shape } from './shape.ts';
import { elementOf, textureElements, type SvgElement } from './svg.ts';

/** Above so many shapes a browser takes longer to change elements than to draw them anew. */
const ELEMENTS_MOST = 500;

/**
 * A picture inside the page: of elements where they are few, else on a canvas. What `over` holds lies on top and changes
 * without the rest being drawn anew. It says nothing to a screen reader: the words stand beside it.
 */
export function Drawing(props: {
  picture: Picture;
  over: readonly Shape[];
  /** What of the picture stands at the upper edge, in CSS pixels. */
  top?: number;
  /** Whether it is drawn anew again and again, and so on a canvas however few its shapes are. */
  isMoving?: boolean;
}) {
  const { picture, over, top = 0, isMoving = false } = props;
  const { width, height, shapes } = picture;
  return (
    <div class="drawing" aria-hidden="true" style={{ width: `${width}px`, height: `${height}px` }}>
      {isMoving || shapes.length > ELEMENTS_MOST ? (
        <Canvas picture={picture} top={top} />
      ) : (
        <Elements width={width} height={height} shapes={shapes} top={top} prefix="p" />
      )}
      {over.length > 0 && <Elements width={width} height={height} shapes={over} top={top} prefix="o" />}
    </div>
  );
}

/** A picture of elements however many they are, as paper wants it. What stands above `top` is cut off. */
export function Sheet({ picture, top = 0 }: { picture: Picture; top?: number }) {
  return <Elements {...picture} top={top} prefix="s" />;
}

interface ElementsProps {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly top: number;
  /** Tells the textures of one picture from those of others. */
  readonly prefix: string;
}

let pictures = 0;

const Elements = memo(function Elements({ width, height, shapes, top, prefix }: ElementsProps) {
  const [id] = useState(() => `${prefix}${pictures++}-`);
  return (
    <svg width={width} height={height} viewBox={`0 ${top} ${width} ${height}`}>
      {shapes.some(isTextured) && drawn(textureElements(PAGE_PALETTE, id))}
      {shapes.map((shape) => drawn(elementOf(shape, PAGE_PALETTE, id)))}
    </svg>
  );
});

function isTextured(shape: Shape): boolean {
  return shape.kind !== 'text' && typeof shape.fill === 'object';
}

function drawn({ tag, attributes, content }: SvgElement): ComponentChild {
  return h(tag, attributes, typeof content === 'string' ? content : content.map(drawn));
}

function Canvas({ picture: { width, height, shapes }, top }: { picture: Picture; top: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context) return;
    const ratio = window.devicePixelRatio;
    canvas.current.width = Math.round(width * ratio);
    canvas.current.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, -top * ratio);
    paint(context, shapes, shownPalette());
  }, [width, height, shapes, top, theme]);
  return <canvas ref={canvas} style={{ width: `${width}px`, height: `${height}px` }} />;
}

/** The theme as the page has it; a canvas does not follow it by itself. */
function useTheme(): string {
  const read = () => document.documentElement.dataset['theme'] ?? '';
  const [theme, setTheme] = useState(read);
  useEffect(() => {
    const observer = new MutationObserver(() => setTheme(read()));
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);
  return theme;
}
