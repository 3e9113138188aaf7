import { shortestScript } from '../../core/diff/script.ts';
import type { Remark } from '../../core/draft/remark.ts';

/** So many lines that differ are told; of the others their number. */
const TOLD_MOST = 20;

/** Where a file with all changes made reads otherwise than the draft, line by line; empty lines do not count. */
export function differencesOf(draft: string, found: string): readonly Remark[] {
  const [wanted, read] = [linesOf(draft), linesOf(found)];
  const numbers = new Map<string, number>();
  const encode = (lines: readonly string[]) =>
    Int32Array.from(lines, (line) => {
      const known = numbers.get(line) ?? numbers.size;
      numbers.set(line, known);
      return known;
    });
  const remarks: Remark[] = [];
  for (const { aStart, aEnd, bStart, bEnd } of shortestScript(encode(wanted), encode(read)).edits) {
    for (let nth = 0; nth < Math.max(aEnd - aStart, bEnd - bStart); nth++) {
      const [one, other] = [wanted[aStart + nth], read[bStart + nth]];
      remarks.push({
        kind: 'differs',
        wanted: aStart + nth < aEnd ? (one ?? '') : '',
        found: bStart + nth < bEnd ? (other ?? '') : '',
      });
    }
  }
  return remarks.length <= TOLD_MOST
    ? remarks
    : [...remarks.slice(0, TOLD_MOST), { kind: 'more', count: remarks.length - TOLD_MOST }];
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
