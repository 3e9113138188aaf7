import type { Edit } from './edit.ts';
import { EDGE, type Token, isContent } from './tokens.ts';

/** Members of a list that end alike are parallel: 创新意识、服务意识. So many characters must be the same. */
const SAME_END = 2;
/** The longest member that is looked at, in tokens. */
const MEMBER_MOST = 24;

/**
 * Parts a replacement that holds a whole member of a list more than it replaces: 干部服务意识 → 工作人员创新意识、服务意识 is 干部 replaced by
 * 工作人员 and 创新意识、 put in. It is known by the member that follows, which ends alike and is as long. The parts touch. Linear time.
 */
export function partedAtMembers(
  edits: readonly Edit[],
  a: readonly Token[],
  b: readonly Token[],
): readonly Edit[] {
  return edits.flatMap((edit) => {
    const { aStart, aEnd, bStart, bEnd } = edit;
    if (aStart === aEnd || bStart === bEnd || endsMember(a, aEnd) === endsMember(b, bEnd)) return [edit];
    if (endsMember(b, bEnd)) {
      const at = beginOfMember(b, bStart, bEnd);
      return at === null
        ? [edit]
        : [
            { ...edit, bEnd: at },
            { aStart: aEnd, aEnd, bStart: at, bEnd },
          ];
    }
    const at = beginOfMember(a, aStart, aEnd);
    return at === null
      ? [edit]
      : [
          { ...edit, aEnd: at },
          { aStart: at, aEnd, bStart: bEnd, bEnd },
        ];
  });
}

/** Whether a mark that ends a member or more stands before the place. */
function endsMember(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.kind === 'punctuation' && (tokens[at]?.edge ?? EDGE.word) >= EDGE.listed;
}

/** Where the last member in `[start, end)` begins, by the one behind it; null when they are not alike, or nothing is before it. */
function beginOfMember(tokens: readonly Token[], start: number, end: number): number | null {
  const model = contentsOf(
    tokens,
    end,
    1,
    (at) => at > end && (tokens[at]?.edge ?? EDGE.line) >= EDGE.listed,
  );
  const own = contentsOf(tokens, end - 1, -1, (at) => at < start);
  const begin = own[model.length - 1];
  if (model.length <= SAME_END || begin === undefined || begin <= start) return null;
  for (let i = 0; i < SAME_END; i++) {
    const [one, other] = [own[i] as number, model[model.length - 1 - i] as number];
    if (tokens[one]?.key !== tokens[other]?.key) return null;
  }
  return (tokens[begin] as Token).edge > EDGE.insideWord ? begin : null;
}

/** The places of what says something, from `from` on, until `isEnd`. */
function contentsOf(
  tokens: readonly Token[],
  from: number,
  direction: 1 | -1,
  isEnd: (at: number) => boolean,
): readonly number[] {
  const places: number[] = [];
  for (let steps = 0, at = from; steps < MEMBER_MOST && !isEnd(at); steps++, at += direction) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isContent(token)) places.push(at);
  }
  return places;
}
