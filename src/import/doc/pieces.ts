import { ImportError } from '../../core/text/imported.ts';
import { decodeWindows1252 } from '../../office/windows-1252.ts';
import { Binary } from './binary.ts';
import type { WordFile } from './header.ts';
import { PropertyRuns, readModifiers, SPRM } from './properties.ts';

/** Characters of a document, at most: pieces can point to the same bytes again and again. */
const CHARACTERS_MOST = 50_000_000;
const COMPRESSED = 0x40000000;

/** Characters with the same properties. */
export interface Stretch {
  /** Index of the first character in the document's text, all stories counted. */
  readonly start: number;
  readonly text: string;
  /** Where its first character lies in the text stream, and how many bytes each takes. */
  readonly offset: number;
  readonly width: 1 | 2;
  readonly properties: CharacterProperties;
}

/** What matters of characters. */
export interface CharacterProperties {
  readonly deleted: boolean;
  /** Index among the authors of changes. */
  readonly deletedBy: number;
  readonly hidden: boolean;
  readonly special: boolean;
  /** A character of a symbol font, which the character U+0028 stands for. */
  readonly symbol: number | null;
}

const PLAIN: CharacterProperties = {
  deleted: false,
  deletedBy: 0,
  hidden: false,
  special: false,
  symbol: null,
};

/** The document's text in the order of its pieces, cut where properties change. */
export function readStretches(file: WordFile): readonly Stretch[] {
  const { pieces, lists } = readPieces(file.table('pieces'));
  const runs = new PropertyRuns(file, 'characters');
  const known = new Map<Binary, CharacterProperties>();
  const stretches: Stretch[] = [];
  let characters = 0;
  for (const { start, end, offset, width, list } of pieces) {
    characters += end - start;
    if (characters > CHARACTERS_MOST) throw new ImportError('overfull');
    const last = Math.min(file.text.length, offset + (end - start) * width);
    for (let at = offset; at < last;) {
      const run = runs.at(at);
      // A run may end inside a character when the file lies; at least one character goes on.
      const stop = Math.min(last, Math.max(at + width, run.end));
      const until = at + Math.ceil((stop - at) / width) * width;
      let properties = PLAIN;
      if (run.list !== null) {
        properties = known.get(run.list) ?? readProperties(run.list, PLAIN);
        known.set(run.list, properties);
      }
      const modifiers = lists[list];
      if (modifiers !== undefined) properties = readProperties(modifiers, properties);
      stretches.push({
        start: start + (at - offset) / width,
        text:
          width === 2
            ? file.text.utf16(at, (until - at) / 2)
            : decodeWindows1252(file.text.part(at, until - at).bytes),
        offset: at,
        width,
        properties,
      });
      at = until;
    }
  }
  return stretches;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly width: 1 | 2;
  /** Index of the modifiers that the whole piece has; -1 for none. */
  readonly list: number;
}

/** Reads the piece table ([MS-DOC] 2.9.38 Clx): lists of modifiers, then the pieces. */
function readPieces(table: Binary): { pieces: readonly Piece[]; lists: readonly Binary[] } {
  const lists: Binary[] = [];
  let at = 0;
  while (table.u8(at) === 1) {
    const length = table.u16(at + 1);
    lists.push(table.part(at + 3, length));
    at += 3 + length;
  }
  if (table.u8(at) !== 2) throw new ImportError('damaged');
  const plc = table.part(at + 5, table.u32(at + 1));
  const count = Math.floor((plc.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i++) {
    const start = plc.u32(i * 4);
    const end = plc.u32(i * 4 + 4);
    if (end < start) throw new ImportError('damaged');
    const entry = (count + 1) * 4 + i * 8;
    const place = plc.u32(entry + 2);
    const modifier = plc.u16(entry + 6);
    const isCompressed = (place & COMPRESSED) !== 0;
    const offset = place & 0x3fffffff;
    pieces.push({
      start,
      end,
      offset: isCompressed ? offset >> 1 : offset,
      width: isCompressed ? 1 : 2,
      list: modifier & 1 ? modifier >> 1 : -1,
    });
  }
  return { pieces, lists };
}

function readProperties(list: Binary, before: CharacterProperties): CharacterProperties {
  const properties = { ...before };
  readModifiers(list, (modifier, at) => {
    // 0x80 means as in the style, 0x81 the opposite: styles that hide or delete are not known in practice.
    const isOn = list.u8(at) === 1 || list.u8(at) === 0x81;
    if (modifier === SPRM.deleted) properties.deleted = isOn;
    else if (modifier === SPRM.hidden) properties.hidden = isOn;
    else if (modifier === SPRM.special) properties.special = isOn;
    else if (modifier === SPRM.deletedBy) properties.deletedBy = list.u16(at);
    else if (modifier === SPRM.symbol) properties.symbol = list.u16(at + 2);
  });
  return properties;
}
