import { partitionPoint } from '../../core/text/partition-point.ts';
import { Binary } from './binary.ts';
import type { WordFile } from './header.ts';

/** Modifiers of properties ("sprm", [MS-DOC] 2.6) that matter here. */
export const SPRM = {
  deleted: 0x0800,
  fieldHidden: 0x0802,
  hidden: 0x083c,
  special: 0x0855,
  symbol: 0x6a09,
  deletedBy: 0x4863,
  style: 0x4600,
  outlineLevel: 0x2640,
  listLevel: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  rowEnd: 0x2417,
  innerRowEnd: 0x244c,
  huge: 0x6646,
  hugeOld: 0x6645,
} as const;

/** Size of the operand by the kind that the three highest bits say; kind 6 says it itself. */
const OPERAND_SIZES = [1, 1, 2, 4, 2, 2, 0, 3];
const TABLE_DEFINITION = 0xd608;
const TAB_CHANGES = 0xc615;

/** Calls `hear` with each modifier of a list and where its operand begins. Ends where the list does. */
export function readModifiers(list: Binary, hear: (modifier: number, at: number) => void): void {
  for (let at = 0; at + 2 < list.length;) {
    const modifier = list.u16(at);
    at += 2;
    hear(modifier, at);
    const kind = modifier >> 13;
    if (kind !== 6) at += OPERAND_SIZES[kind] as number;
    else if (modifier === TABLE_DEFINITION) at += Math.max(2, list.u16(at) + 1);
    else if (modifier === TAB_CHANGES && list.u8(at) === 255) {
      const removed = list.u8(at + 1);
      at += 2 + removed * 4 + 1 + list.u8(at + 2 + removed * 4) * 3;
    } else at += 1 + list.u8(at);
  }
}

/** Bytes of the text stream that have the same modifiers. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly list: Binary;
}

const PAGE = 512;
/** Bytes for each paragraph in a page of paragraphs, beside its offsets. */
const PARAGRAPH_ENTRY = 13;

/** The modifiers of a document's characters or paragraphs, found by where these lie in the text stream. */
export class PropertyRuns {
  private readonly runs: readonly Run[];

  constructor(file: WordFile, kind: 'characters' | 'paragraphs') {
    const table = file.table(kind === 'characters' ? 'characterPages' : 'paragraphPages');
    const count = Math.floor((table.length - 4) / 8);
    const pages = new Set<number>();
    // Each page is read once, whatever the table says: so there are no more runs than the file has bytes for.
    for (let i = 0; i < count; i++) pages.add(table.u32((count + 1 + i) * 4) & 0x3fffff);
    const runs: Run[] = [];
    for (const page of pages) {
      const part = file.text.part(page * PAGE, PAGE);
      if (part.length === PAGE) readPage(part, kind, runs);
    }
    this.runs = runs.sort((a, b) => a.start - b.start);
  }

  /** The modifiers at a byte of the text stream, and where they end at the latest. */
  at(offset: number): { list: Binary | null; end: number } {
    const index = partitionPoint(this.runs, ({ start }) => start <= offset) - 1;
    const run = this.runs[index];
    const next = this.runs[index + 1]?.start ?? Infinity;
    if (run === undefined || run.end <= offset) return { list: null, end: next };
    return { list: run.list, end: Math.min(run.end, next) };
  }
}

/** Reads a page of formatted runs ([MS-DOC] 2.9.33 ChpxFkp, 2.9.174 PapxFkp). */
function readPage(page: Binary, kind: 'characters' | 'paragraphs', runs: Run[]): void {
  const count = page.u8(PAGE - 1);
  const size = kind === 'characters' ? 1 : PARAGRAPH_ENTRY;
  for (let i = 0; i < count; i++) {
    const start = page.u32(i * 4);
    const end = page.u32(i * 4 + 4);
    if (end <= start) continue;
    const at = page.u8((count + 1) * 4 + i * size) * 2;
    if (at === 0) {
      runs.push({ start, end, list: page.part(0, 0) });
      continue;
    }
    const length = page.u8(at);
    if (kind === 'characters') runs.push({ start, end, list: page.part(at + 1, length) });
    else if (length === 0) runs.push({ start, end, list: page.part(at + 2, page.u8(at + 1) * 2) });
    else runs.push({ start, end, list: page.part(at + 1, length * 2 - 1) });
  }
}
