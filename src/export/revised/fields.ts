import type { Scheme } from './scheme.ts';
import type { Part } from './atoms.ts';
import type { Node } from './tree.ts';

/** What becomes of the fields of a part. */
export interface FieldFates {
  /** The signs and instructions of fields that go whole. */
  readonly gone: ReadonlySet<Node>;
  /** The first units of what changes inside a field that stays: it would come back when the field is brought up to date. */
  readonly touched: readonly number[];
}

interface Field {
  readonly signs: Node[];
  readonly units: number[];
  instruction: string;
}

/** Fields whose result stays as it was written. */
const KEEPS_RESULT = /^\s*HYPERLINK\b/iu;

/** Goes through the fields of a part, those inside others too. Linear but for fields inside one another. */
export function fieldFatesOf({ runs, paragraphOf }: Part, { gone, whole, insertions }: Scheme): FieldFates {
  const all = new Set<Node>();
  const touched: number[] = [];
  const open: Field[] = [];
  const put = new Set(insertions.map(({ at }) => at));
  for (const { atoms } of runs) {
    for (const { node, units } of atoms) {
      const type = node.name === 'w:fldChar' ? node.attributes['w:fldCharType'] : undefined;
      if (type === 'begin') open.push({ signs: [], units: [], instruction: '' });
      for (const field of open) for (const unit of units) field.units.push(unit);
      const own = open.at(-1);
      if (own === undefined) continue;
      if (type !== undefined || node.name === 'w:instrText') own.signs.push(node);
      if (node.name === 'w:instrText') own.instruction += node.text;
      if (type === 'end') settle(open.pop() as Field);
    }
  }
  return { gone: all, touched };

  function settle({ signs, units, instruction }: Field): void {
    const lost = units.filter((unit) => gone[unit] === 1);
    const isGone =
      units.length > 0 ? lost.length === units.length : signs.every((sign) => whole[paragraphAround(sign)]);
    if (isGone) for (const sign of signs) all.add(sign);
    else {
      const first = lost[0] ?? units.find((unit) => unit !== units[0] && put.has(unit));
      if (first !== undefined && !KEEPS_RESULT.test(instruction)) touched.push(first);
    }
  }

  function paragraphAround(sign: Node): number {
    let node: Node | null = sign;
    while (node !== null && node.name !== 'w:p') node = node.parent;
    return node === null ? -1 : (paragraphOf.get(node) ?? -1);
  }
}
