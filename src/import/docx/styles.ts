import { isOn, numberIn, readWordXml } from '../../office/word-xml.ts';

/** What a style says for itself; null where it is silent and the style that it is based on speaks. */
interface Style {
  readonly type: string;
  basedOn: string | null;
  name: string;
  /** 0 to 8 for headings, 9 for running text. */
  outline: number | null;
  numId: string | null;
  level: number | null;
  isHidden: boolean | null;
}

/** The styles of a Word file; ids that are null or not known stand for the default style. */
export interface Styles {
  /** 1 to 9 for headings, 0 for everything else. */
  headingLevelOf(id: string | null): number;
  /** The numbering that a paragraph style carries, itself or by what it is based on. */
  numberingOf(id: string | null): { readonly numId: string | null; readonly level: number | null };
  /** The style and those it is based on, nearest first. */
  chainOf(id: string | null): readonly string[];
  /** Whether text of this style is hidden; null where nothing is said. `id` null says nothing. */
  isHidden(id: string | null): boolean | null;
}

/** Styles based on one another, at most: a circle ends here. */
const CHAIN_MOST = 32;
const HEADING_NAME = /^(?:heading|标题) ?([1-9])$/iu;
const TITLE_NAME = /^(?:title|标题)$/iu;

/** Reads `styles.xml`; without one every paragraph is running text. */
export function readStyles(bytes: Uint8Array | null): Styles {
  const styles = new Map<string, Style>();
  let usual: string | null = null;
  if (bytes !== null) usual = collect(bytes, styles);
  const chains = new Map<string | null, readonly string[]>();

  return {
    headingLevelOf: remembered((id) => headingLevelOf(chainOf(id).map(styleOf))),
    numberingOf: remembered((id) => {
      const chain = chainOf(id).map(styleOf);
      return { numId: first(chain, 'numId'), level: first(chain, 'level') };
    }),
    chainOf,
    isHidden: remembered((id) => (id === null ? null : first(chainOf(id).map(styleOf), 'isHidden'))),
  };

  function chainOf(id: string | null): readonly string[] {
    const start = id !== null && styles.has(id) ? id : usual;
    const known = chains.get(start);
    if (known !== undefined) return known;
    const chain: string[] = [];
    let next = start;
    while (next !== null && styles.has(next) && chain.length < CHAIN_MOST) {
      chain.push(next);
      next = styleOf(next).basedOn;
    }
    chains.set(start, chain);
    return chain;
  }

  function styleOf(id: string): Style {
    return styles.get(id) as Style;
  }
}

function headingLevelOf(chain: readonly Style[]): number {
  for (const { outline, name } of chain) {
    if (outline !== null) return outline >= 0 && outline < 9 ? outline + 1 : 0;
    const heading = HEADING_NAME.exec(name);
    if (heading !== null) return Number(heading[1]);
    if (TITLE_NAME.test(name)) return 1;
  }
  return 0;
}

function first<Key extends 'numId' | 'level' | 'isHidden'>(chain: readonly Style[], key: Key): Style[Key] {
  return chain.find((style) => style[key] !== null)?.[key] ?? null;
}

/** Answers the same question once: a document asks it for every paragraph. */
function remembered<T>(answer: (id: string | null) => T): (id: string | null) => T {
  const known = new Map<string | null, T>();
  return (id) => {
    if (!known.has(id)) known.set(id, answer(id));
    return known.get(id) as T;
  };
}

/** Fills `styles` and gives the default paragraph style's id. */
function collect(bytes: Uint8Array, styles: Map<string, Style>): string | null {
  let usual: string | null = null;
  let style: Style | null = null;
  // Formats of parts of a table and what tracked changes replaced say nothing of the style itself.
  let skipped = 0;
  readWordXml(bytes, {
    open(name, attributes) {
      if (skipped > 0 || name === 'w:tblStylePr' || name === 'w:pPrChange' || name === 'w:rPrChange') {
        skipped++;
        return;
      }
      if (name === 'w:style') {
        const type = attributes['w:type'] ?? 'paragraph';
        style = { type, basedOn: null, name: '', outline: null, numId: null, level: null, isHidden: null };
        const id = attributes['w:styleId'] ?? '';
        styles.set(id, style);
        const isDefault = attributes['w:default'] !== undefined && attributes['w:default'] !== '0';
        if (isDefault && type === 'paragraph') usual ??= id;
        return;
      }
      if (style === null) return;
      if (name === 'w:name') style.name = (attributes['w:val'] ?? '').trim();
      else if (name === 'w:basedOn') style.basedOn = attributes['w:val'] ?? null;
      else if (name === 'w:outlineLvl') style.outline = numberIn(attributes);
      else if (name === 'w:numId') style.numId = attributes['w:val'] ?? null;
      else if (name === 'w:ilvl') style.level = numberIn(attributes);
      else if (name === 'w:vanish') style.isHidden = isOn(attributes);
    },
    close(name) {
      if (skipped > 0) skipped--;
      else if (name === 'w:style') style = null;
    },
  });
  return usual;
}
