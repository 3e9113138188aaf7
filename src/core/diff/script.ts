import DiffMatchPatch from 'diff-match-patch';
import { type Edit, normalized } from './edit.ts';

/**
 * A shortest edit script between two strings of UTF-16 units (Myers, 1986), by diff-match-patch without its time-out:
 * what is shown must not hang on how busy the machine is. The time grows with length times differences; the caller bounds both.
 */
export function shortestScript(a: string, b: string): readonly Edit[] {
  const engine = new DiffMatchPatch();
  engine.Diff_Timeout = 0;
  const edits: Edit[] = [];
  let aAt = 0;
  let bAt = 0;
  for (const [operation, text] of engine.diff_main(a, b, false)) {
    const aEnd = operation === DiffMatchPatch.DIFF_INSERT ? aAt : aAt + text.length;
    const bEnd = operation === DiffMatchPatch.DIFF_DELETE ? bAt : bAt + text.length;
    if (operation !== DiffMatchPatch.DIFF_EQUAL) edits.push({ aStart: aAt, aEnd, bStart: bAt, bEnd });
    aAt = aEnd;
    bAt = bEnd;
  }
  return normalized(edits);
}
