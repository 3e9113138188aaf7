import { ImportError } from '../../core/text/imported.ts';
import type { Composer } from '../composer.ts';
import { joinedText, withoutGaps } from './characters.ts';
import { stretchesOf } from './columns.ts';
import { framesOf, setLines, type Frame, type SetLine } from './frames.ts';
import type { Page } from './fragments.ts';
import { habitsOf, type Habits } from './habits.ts';
import { levelsOf } from './headings.ts';
import { linesOf, type Line } from './lines.ts';
import { beginsNote, partNotes } from './notes.ts';
import { paragraphsOf, type Paragraph } from './paragraphs.ts';
import { withoutRunningLines, type LinedPage } from './running.ts';
import { goOn, withTables, type Row, type Tabled } from './tables.ts';

/** What a document consists of, in reading order. */
type Piece =
  | { readonly kind: 'lines'; readonly lines: SetLine[] }
  | (Row & { readonly kind: 'row'; readonly page: number });

/** Of all characters: so many of them from top to bottom make the document vertical. */
const VERTICAL_LEAST = 0.5;

/** Rebuilds a document's paragraphs from what its pages show. Throws `ImportError` `vertical`. */
export function composePages(pages: readonly Page[], composer: Composer): void {
  refuseVertical(pages);
  const lined = withoutRunningLines(
    pages.map(({ number, height, fragments }) => ({ number, height, lines: linesOf(fragments) })),
  );
  const size = usualSize(lined);
  const stretches = lined.flatMap(({ number, lines }) => {
    const parts = stretchesOf(lines);
    const lastWhole = parts.findLastIndex(({ column }) => column === 0);
    // Notes stand at the foot of the page: beneath a stretch with another one below it there are none.
    return parts.map(({ lines: its, column }, i) => {
      const isAtFoot = column === 0 ? i === parts.length - 1 : i > lastWhole;
      return { ...(isAtFoot ? partNotes(its, size) : { text: its, notes: [] }), column, number };
    });
  });
  const frames = framesOf(stretches.map(({ text, column }) => ({ lines: text, column })));
  const pieces: Piece[] = [];
  const notes: { text: string; page: number }[] = [];
  let columns: Tabled['columns'] = [];
  for (const [i, { text, notes: below, number }] of stretches.entries()) {
    const tabled = withTables(text, columns);
    const isOn = columns.length > 0;
    columns = tabled.columns;
    const placed = setLines(text, frames[i] as Frame, number);
    addPieces(pieces, isOn ? withTableBefore(pieces, tabled) : tabled, text, placed);
    addNotes(notes, below, number);
  }
  const habits = habitsOf(pieces.flatMap((piece) => (piece.kind === 'lines' ? piece.lines : [])));
  composePieces(pieces, habits, composer);
  for (const { number, turned } of pages) {
    if (turned.length > 0) composer.add(withoutGaps(turned.join('')), { kind: 'box', page: number });
  }
  for (const { text, page } of notes) composer.add(text, { kind: 'note', page });
}

function refuseVertical(pages: readonly Page[]): void {
  const all = pages.reduce((count, { characters }) => count + characters, 0);
  const vertical = pages.reduce((count, { verticalCharacters }) => count + verticalCharacters, 0);
  if (all > 0 && vertical >= VERTICAL_LEAST * all) throw new ImportError('vertical');
}

/** The size in which most letters stand, in points. */
function usualSize(pages: readonly LinedPage[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flatMap(({ lines }) => lines)) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** Adds a stretch: lines to those before it, across the page or column, and the rows of its tables between them. */
function addPieces(
  pieces: Piece[],
  { pieces: found }: Tabled,
  lines: readonly Line[],
  placed: readonly SetLine[],
): void {
  const places = new Map(lines.map((line, i) => [line, placed[i] as SetLine]));
  const page = placed[0]?.page ?? 0;
  for (const each of found) {
    if ('cells' in each) {
      pieces.push({ ...each, kind: 'row', page });
      continue;
    }
    const last = pieces.at(-1);
    const line = places.get(each) as SetLine;
    if (last?.kind === 'lines') last.lines.push(line);
    else pieces.push({ kind: 'lines', lines: [line] });
  }
}

/** A page's pieces, the first rows of which go on with the table that the last pieces are. */
function withTableBefore(pieces: Piece[], tabled: Tabled): Tabled {
  const from = pieces.findLastIndex(({ kind }) => kind !== 'row') + 1;
  const end = tabled.pieces.findIndex((piece) => !('cells' in piece));
  const rows = (end < 0 ? tabled.pieces : tabled.pieces.slice(0, end)) as readonly Row[];
  const [head, last] = [pieces[from], pieces.at(-1)];
  if (rows.length === 0 || head?.kind !== 'row' || last?.kind !== 'row') return tabled;
  const joined = goOn(rows, last, head);
  pieces[pieces.length - 1] = { ...last, ...joined.last };
  return { ...tabled, pieces: [...joined.rows, ...tabled.pieces.slice(rows.length)] };
}

function addNotes(notes: { text: string; page: number }[], lines: readonly Line[], page: number): void {
  for (const line of lines) {
    const text = withoutGaps(line.text);
    const last = notes.at(-1);
    if (last === undefined || last.page !== page || beginsNote(text)) notes.push({ text, page });
    else last.text = joinedText(last.text, text);
  }
}

function composePieces(pieces: readonly Piece[], habits: Habits, composer: Composer): void {
  const paragraphs = pieces.map((piece) => (piece.kind === 'lines' ? paragraphsOf(piece.lines, habits) : []));
  const levels = levelsOf(paragraphs.flat(), habits);
  let next = 0;
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === 'row') {
      for (const cell of piece.cells) composer.add(cell, { kind: 'cell', page: piece.page });
      continue;
    }
    for (const paragraph of paragraphs[i] as readonly Paragraph[]) {
      const level = levels[next++] as number;
      composer.add(paragraph.text, { kind: level > 0 ? 'heading' : 'text', level, page: paragraph.page });
    }
  }
}
