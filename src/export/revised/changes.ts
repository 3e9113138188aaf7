import { joined, type Edit as ScriptEdit } from '../../core/diff/edit.ts';
import { gathered, shortestScript } from '../../core/diff/script.ts';
import type { Edit } from '../../core/draft/plan.ts';
import type { Span } from '../../core/text/span.ts';

/** `text` stands instead of `span`. */
export interface Change {
  readonly span: Span;
  readonly text: string;
}

/** Equal characters between two differences that are too few to be worth a change of their own. */
const ISLAND_MOST = 1;

/** Edits as the smallest changes that a reader of revisions wants to see: what a rewritten passage keeps is no change. */
export function changesOf(text: string, edits: readonly Pick<Edit, 'span' | 'text'>[]): readonly Change[] {
  return edits.flatMap(({ span, text: other }): readonly Change[] => {
    if (other === '' || span.start === span.end) return [{ span, text: other }];
    return differences(text.slice(span.start, span.end), other).map((change) => ({
      span: { start: change.span.start + span.start, end: change.span.end + span.start },
      text: change.text,
    }));
  });
}

function differences(old: string, other: string): readonly Change[] {
  const [before, after] = [[...old], [...other]];
  const [a, b] = [before, after].map((characters) =>
    Int32Array.from(characters, (character) => character.codePointAt(0) ?? 0),
  ) as [Int32Array, Int32Array];
  const places = placesOf(before);
  return withoutIslands(gathered(shortestScript(a, b).edits, a, b), a).map(
    ({ aStart, aEnd, bStart, bEnd }) => ({
      span: { start: places[aStart] ?? old.length, end: places[aEnd] ?? old.length },
      text: after.slice(bStart, bEnd).join(''),
    }),
  );
}

const LINE_END = 0x0a;

function withoutIslands(edits: readonly ScriptEdit[], a: Int32Array): readonly ScriptEdit[] {
  const result: ScriptEdit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    const isNear = last !== undefined && edit.aStart - last.aEnd <= ISLAND_MOST;
    if (isNear && !a.subarray(last.aEnd, edit.aStart).includes(LINE_END))
      result[result.length - 1] = joined(last, edit);
    else result.push(edit);
  }
  return result;
}

/** Where each character begins, in UTF-16 units, and where the last ends. */
function placesOf(characters: readonly string[]): readonly number[] {
  const places = [0];
  for (const character of characters) places.push((places.at(-1) ?? 0) + character.length);
  return places;
}
