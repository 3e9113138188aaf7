import { type Span, slice } from '../text/span.ts';
import { type DifferenceClass, FORM_CLASSES } from './comparison.ts';
import type { Step } from './segments.ts';

/** A passage that stands elsewhere in the witnesses of a reading, by its place in the base. */
export interface Transposed {
  /** `away`: stood at this locus in the base; `here`: stands at this locus in the witnesses. */
  readonly kind: 'away' | 'here';
  /** Where it stands in the base. */
  readonly base: Span;
  /** `away`: the offset in the base where it stands in the witnesses instead. `here`: the same as `base.start`. */
  readonly to: number;
}

/** A place where one text differs from the base. */
export interface Variant {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly class: DifferenceClass;
  readonly transposed: readonly Transposed[];
}

/** What a step changes in the base, and the edit it belongs to: steps of one edit are one variant. */
interface Change extends Variant {
  readonly edit: string | null;
}

/** The places where the text differs, in the base's order; what of them touches and is of one edit is one. */
export function variantsOf(steps: readonly Step[], text: string): readonly Variant[] {
  const changes = changesOf(steps, text);
  changes.sort((one, other) => one.start - other.start);
  const variants: Change[] = [];
  for (const change of changes) {
    const last = variants.at(-1);
    const touches = last !== undefined && change.start <= last.end;
    if (touches && change.edit !== null && change.edit === last.edit) {
      variants[variants.length - 1] = {
        start: last.start,
        end: Math.max(last.end, change.end),
        text: last.text + change.text,
        class: stronger(last.class, change.class),
        transposed: [...last.transposed, ...change.transposed],
        edit: last.edit,
      };
    } else {
      variants.push(change);
    }
  }
  return variants;
}

/** The changes of the steps, in the order of the text. A moved passage is taken out in one place and put in in another. */
function changesOf(steps: readonly Step[], text: string): Change[] {
  const changes: Change[] = [];
  const regions = regionsOf(steps);
  /** The region that was put in last, and where what stayed has come to in the base. */
  let lastMove: number | null = null;
  let at = 0;
  for (const { segment, edit } of steps) {
    const { kind, class: of, a, b, move } = segment;
    if (move !== undefined) {
      const region = regions.get(move);
      if (move !== lastMove && region !== undefined) {
        const { a: from, b: there } = region;
        const name = `move ${move}`;
        changes.push({
          start: from.start,
          end: from.end,
          text: '',
          class: 'text',
          transposed: [{ kind: 'away', base: from, to: at }],
          edit: name,
        });
        changes.push({
          start: at,
          end: at,
          text: slice(text, there),
          class: 'text',
          transposed: [{ kind: 'here', base: from, to: from.start }],
          edit: `${name} here`,
        });
      }
      lastMove = move;
      continue;
    }
    lastMove = null;
    if (kind !== 'equal' || of !== 'text') {
      const [start, end] = a === null ? [at, at] : [a.start, a.end];
      changes.push({ start, end, text: b === null ? '' : slice(text, b), class: of, transposed: [], edit });
    }
    at = a?.end ?? at;
  }
  return changes;
}

/** Where each moved region stands on both sides. */
function regionsOf(steps: readonly Step[]): ReadonlyMap<number, { readonly a: Span; readonly b: Span }> {
  const regions = new Map<number, { a: Span; b: Span }>();
  for (const { segment } of steps) {
    if (segment.move === undefined) continue;
    const known = regions.get(segment.move);
    regions.set(segment.move, {
      a: hull(known?.a, segment.a),
      b: hull(known?.b, segment.b),
    });
  }
  return regions;
}

function hull(one: Span | undefined, other: Span | null): Span {
  if (one === undefined || one.start === one.end) return other ?? one ?? { start: 0, end: 0 };
  if (other === null) return one;
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

/** Of two classes the one by which a reading is named. */
export function stronger(one: DifferenceClass, other: DifferenceClass): DifferenceClass {
  const rank = (of: DifferenceClass) => (of === 'text' ? -1 : FORM_CLASSES.indexOf(of));
  return rank(one) <= rank(other) ? one : other;
}
