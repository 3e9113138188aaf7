import DiffMatchPatch from 'diff-match-patch';
import { type Edit, normalized } from './edit.ts';

/**
 * A shortest edit script between two short sequences (Myers, 1986), by diff-match-patch without its time-out: what is shown
 * must not hang on how busy the machine is. Together they hold fewer than 55,000 different numbers, as many as there are
 * UTF-16 units below the surrogates. The time grows with length times differences; the caller bounds both.
 */
export function shortScript(a: Int32Array, b: Int32Array): readonly Edit[] {
  const units = new Map<number, number>();
  const encode = (numbers: Int32Array): string => {
    let text = '';
    for (const number of numbers) {
      let unit = units.get(number);
      if (unit === undefined) units.set(number, (unit = units.size + 1));
      text += String.fromCharCode(unit);
    }
    return text;
  };
  const engine = new DiffMatchPatch();
  engine.Diff_Timeout = 0;
  const edits: Edit[] = [];
  let aAt = 0;
  let bAt = 0;
  for (const [operation, text] of engine.diff_main(encode(a), encode(b), false)) {
    const aEnd = operation === DiffMatchPatch.DIFF_INSERT ? aAt : aAt + text.length;
    const bEnd = operation === DiffMatchPatch.DIFF_DELETE ? bAt : bAt + text.length;
    if (operation !== DiffMatchPatch.DIFF_EQUAL) edits.push({ aStart: aAt, aEnd, bStart: bAt, bEnd });
    aAt = aEnd;
    bAt = bEnd;
  }
  return normalized(edits);
}
