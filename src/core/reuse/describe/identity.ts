import { partitionPoint } from '../../text/partition-point.ts';
import type { PairId } from '../pair.ts';
import type { NamedPassage } from './passage-finder.ts';

/**
 * Names pairs by their content: for each side the document, the hash of the passage's text, and which it is among the equal
 * passages of that document that stand elsewhere, in order of place.
 */
export interface Names {
  idOf(a: NamedPassage, b: NamedPassage): PairId;
}

/** Passages named between two steps of progress. */
const STEP = 4_000;

/** The names of `passages`. Every passage asked for later must be among them. Yields now and then. */
export function* namePassages(passages: readonly NamedPassage[]): Generator<void, Names> {
  const first = new Map<string, NamedPassage>();
  /** Where equal passages begin, for those that stand at several places. */
  const equals = new Map<string, Set<number>>();
  for (let i = 0; i < passages.length; i++) {
    if (i % STEP === 0) yield;
    const each = passages[i] as NamedPassage;
    const known = first.get(each.name);
    if (known === undefined) first.set(each.name, each);
    else if (known !== each) seeEqual(known, each);
  }
  const inOrder = new Map<string, Uint32Array>();
  for (const [name, starts] of equals) inOrder.set(name, Uint32Array.from(starts).sort());
  return {
    idOf(a, b) {
      const p = nameOf(a);
      const q = nameOf(b);
      return p < q ? `${p}~${q}` : `${q}~${p}`;
    },
  };

  function seeEqual(known: NamedPassage, { name, passage: { span } }: NamedPassage): void {
    const { start } = known.passage.span;
    // A unit and a passage that is all of it are one place.
    if (span.start === start) return;
    const starts = equals.get(name);
    if (starts === undefined) equals.set(name, new Set([start, span.start]));
    else starts.add(span.start);
  }

  function nameOf({ passage, name }: NamedPassage): string {
    const starts = inOrder.get(name);
    if (starts === undefined) return name;
    return `${name.slice(0, -1)}${partitionPoint(starts, (start) => start < passage.span.start)}`;
  }
}
