import type { Passage, PairId } from './pair.ts';
import type { NamedPassage } from './passage-finder.ts';

/**
 * Names pairs by their content: for each side the document, the hash of the passage's text, and which it is among equal
 * passages of that document, in order of place.
 */
export interface Names {
  idOf(a: NamedPassage, b: NamedPassage): PairId;
}

/** Passages named between two steps of progress. */
const STEP = 2_000;

/** The names of `passages`. Every passage asked for later must be among them. Yields now and then. */
export function* namePassages(passages: ReadonlySet<NamedPassage>): Generator<void, Names> {
  const first = new Map<string, NamedPassage>();
  const equals = new Map<string, Passage[]>();
  let named = 0;
  for (const each of passages) {
    if (++named % STEP === 0) yield;
    const known = first.get(each.text);
    if (known === undefined) {
      first.set(each.text, each);
      continue;
    }
    const others = equals.get(each.text);
    if (others === undefined) equals.set(each.text, [known.passage, each.passage]);
    else others.push(each.passage);
  }
  for (const own of equals.values()) own.sort((p, q) => p.span.start - q.span.start);
  return {
    idOf(a, b) {
      const [p, q] = [nameOf(a), nameOf(b)];
      return p < q ? `${p}~${q}` : `${q}~${p}`;
    },
  };

  function nameOf({ passage, text }: NamedPassage): string {
    return `${text}:${equals.get(text)?.indexOf(passage) ?? 0}`;
  }
}
