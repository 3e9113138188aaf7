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
const STEP = 2_000;

/** The names of `passages`. Every passage asked for later must be among them. Yields now and then. */
export function* namePassages(passages: ReadonlySet<NamedPassage>): Generator<void, Names> {
  const first = new Map<string, number>();
  /** Where equal passages begin, for those that stand at several places. */
  const equals = new Map<string, Set<number>>();
  let named = 0;
  for (const each of passages) {
    if (++named % STEP === 0) yield;
    const { start } = each.passage.span;
    const known = first.get(each.text);
    if (known === undefined) first.set(each.text, start);
    // A unit and a passage that is all of it are one place.
    else if (known !== start) {
      const starts = equals.get(each.text);
      if (starts === undefined) equals.set(each.text, new Set([known, start]));
      else starts.add(start);
    }
  }
  const inOrder = new Map<string, Uint32Array>();
  for (const [text, starts] of equals) inOrder.set(text, Uint32Array.from(starts).sort());
  return {
    idOf(a, b) {
      const [p, q] = [nameOf(a), nameOf(b)];
      return p < q ? `${p}~${q}` : `${q}~${p}`;
    },
  };

  function nameOf({ passage, text }: NamedPassage): string {
    const starts = inOrder.get(text) ?? [];
    return `${text}:${partitionPoint(starts, (start) => start < passage.span.start)}`;
  }
}
