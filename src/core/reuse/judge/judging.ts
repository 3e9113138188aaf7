import { endOf, matchedAt, type PackedAlignments, readAlignments, unpack } from '../align/alignments.ts';
import type { Contents } from '../contents/contents.ts';
import { type Finding, findingsOf, type Judging } from './findings.ts';
import { withoutAddresses } from './boilerplate.ts';
import { mayJudge } from './judge.ts';
import { TEMPLATE } from '../contents/marks.ts';
import { sortByKeys } from '../link/radix.ts';

/** Alignments looked at between two steps of progress. */
const STEP = 4_000;
/** As many as judging one costs. */
const WORK_OF_JUDGING = 20;

/** What findings are put in order by: the ranks of their contents, then where they begin. */
type Keys = [a: Uint32Array, b: Uint32Array, inA: Uint32Array, inB: Uint32Array];

/**
 * What all alignments find, in an order that only the texts decide; `order` has the contents in it. What does
 * not matter is among it. Yields now and then.
 */
export function* judgeAll(
  alignments: readonly PackedAlignments[],
  order: Uint32Array,
  judging: Judging,
): Generator<void, readonly Finding[]> {
  const { contents, units } = judging;
  const findings: Finding[] = [];
  let work = 0;
  for (const packed of alignments) {
    for (let start = 0; start < packed.length; start = endOf(packed, start)) {
      const x = packed[start] as number;
      const y = packed[start + 1] as number;
      if (mayJudge(matchedAt(packed, start), contents.sizeOf(x), contents.sizeOf(y))) {
        for (const finding of findingsOf(unpack(packed, start), judging)) findings.push(finding);
        work += WORK_OF_JUDGING;
      }
      if (++work < STEP) continue;
      work = 0;
      yield;
    }
  }
  yield;
  const ranks = new Uint32Array(contents.count);
  for (let rank = 0; rank < order.length; rank++) ranks[order[rank] as number] = rank;
  yield;
  const keys = Array.from({ length: 4 }, () => new Uint32Array(findings.length)) as Keys;
  for (let i = 0; i < findings.length; i++) {
    const { a, b } = findings[i] as Finding;
    keys[0][i] = ranks[a.content] as number;
    keys[1][i] = ranks[b.content] as number;
    keys[2][i] = a.start;
    keys[3][i] = b.start;
  }
  const inOrder = yield* sortByKeys(keys);
  return yield* withoutAddresses(inOrder, findings, contents, units);
}

/** Marks all text that stands in a template: the contents of its units, and what others share with them. Yields now and then. */
export function* markTemplates(
  alignments: readonly PackedAlignments[],
  isTemplate: (content: number) => boolean,
  contents: Contents,
): Generator<void, void> {
  const { marks } = contents;
  const mark = (start: number, end: number): void => {
    for (let at = start; at < end; at++) marks[at]! |= TEMPLATE;
  };
  contents.clearMark(TEMPLATE);
  yield;
  for (let content = 0; content < contents.count; content++) {
    if (isTemplate(content)) mark(contents.startOf(content), contents.endOf(content));
  }
  for (const packed of alignments) {
    yield;
    for (const { x, y, tiles } of readAlignments(packed)) {
      if (!isTemplate(x) && !isTemplate(y)) continue;
      for (const runs of tiles) {
        for (const run of runs) {
          mark(run.x, run.x + run.length);
          mark(run.y, run.y + run.length);
        }
      }
    }
  }
}
