import type { Paint } from './shape.ts';

const PAINTS: readonly Paint[] = [
  'sheet',
  'lift',
  'ink',
  'ink-2',
  'ink-3',
  'rule',
  'rule-2',
  'lan',
  'lan-wash',
  'lan-wash-2',
  'zhu',
];

/** What a picture's colours and fonts are called where it is drawn. */
export interface Palette {
  readonly paints: Readonly<Record<Paint, string>>;
  readonly hei: string;
  readonly song: string;
}

/** The names of the tokens, for a picture inside the page: it follows the page's colours by itself. */
export const PAGE_PALETTE: Palette = paletteOf((name) => `var(--${name})`);

/** The colours as they are now, for a canvas of the page. */
export function shownPalette(): Palette {
  return readPalette(document.documentElement);
}

/** The light colours, whatever the page shows: what is taken along is printed and pasted. */
export function paperPalette(): Palette {
  const probe = document.createElement('div');
  probe.dataset['theme'] = 'light';
  document.body.append(probe);
  const palette = readPalette(probe);
  probe.remove();
  return palette;
}

function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  return paletteOf((name) => style.getPropertyValue(`--${name}`).trim());
}

function paletteOf(valueOf: (name: string) => string): Palette {
  return {
    paints: Object.fromEntries(PAINTS.map((name) => [name, valueOf(name)])) as Record<Paint, string>,
    hei: valueOf('hei'),
    song: valueOf('song'),
  };
}
