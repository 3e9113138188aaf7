/**
 * One place where two sequences differ: `[aStart, aEnd)` of a has become `[bStart, bEnd)` of b. Never both empty.
 * A list of edits is in order and its edits do not touch; what stands between them is equal and equally long on both sides.
 */
export interface Edit {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/** Joins two edits and the equality between them. */
export function joined(one: Edit, next: Edit): Edit {
  return { aStart: one.aStart, aEnd: next.aEnd, bStart: one.bStart, bEnd: next.bEnd };
}

/** Joins the edits that touch. Linear time. */
export function normalized(edits: readonly Edit[]): readonly Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last !== undefined && last.aEnd === edit.aStart && last.bEnd === edit.bStart) {
      result[result.length - 1] = joined(last, edit);
    } else if (edit.aEnd > edit.aStart || edit.bEnd > edit.bStart) {
      result.push(edit);
    }
  }
  return result;
}

/** The edit as many places further on. */
export function shifted(edit: Edit, a: number, b: number): Edit {
  return { aStart: edit.aStart + a, aEnd: edit.aEnd + a, bStart: edit.bStart + b, bEnd: edit.bEnd + b };
}
