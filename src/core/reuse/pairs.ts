import type { Clustered } from './clusters.ts';
import type { Finding, Place } from './compare-units.ts';
import { type Corpus, rangeOf, sizeOf, spanOf } from './corpus.ts';
import { namePassages } from './identity.ts';
import { importanceOf } from './importance.ts';
import type { Detection, DetectionLimit, Pair, PairKind, Passage } from './pair.ts';

/** Pairs that one detection gives at most; the most important stay, the rest is counted. */
const PAIRS_MOST = 50_000;

/** Gives findings their spans, measures and names, and puts the most important first. */
export function describe({ findings, clusters }: Clustered, corpus: Corpus, sampled: number): Detection {
  const described = findings.map((finding) => describeFinding(finding, corpus));
  described.sort((p, q) => q.importance - p.importance || comparePlaces(p, q));
  const kept = described.slice(0, PAIRS_MOST);
  const texts = new Map(corpus.units.map((unit, index) => [unit.document, corpus.texts[index] as string]));
  const names = namePassages(
    kept.flatMap(({ a, b }) => [a, b]),
    ({ document, span }) => (texts.get(document) as string).slice(span.start, span.end),
  );
  const limits: DetectionLimit[] = [];
  if (sampled > 0) limits.push({ kind: 'repeats-sampled', count: sampled });
  if (described.length > kept.length)
    limits.push({ kind: 'pairs-capped', count: described.length - kept.length });
  return {
    pairs: kept.map((pair) => ({ ...pair, id: names.idOf(pair.a, pair.b) })),
    clusters: clusters.map((places) => ({
      members: places.map((place) => passageOf(place, 'partial', corpus)),
    })),
    limits,
  };
}

function describeFinding(finding: Finding, corpus: Corpus): Omit<Pair, 'id'> {
  const { a, b, kind, matched, weight } = finding;
  const similarity = (2 * matched) / (sizeOf(a.range) + sizeOf(b.range));
  return {
    a: passageOf(a, kind, corpus),
    b: passageOf(b, kind, corpus),
    kind,
    scope: corpus.speeches[a.unit] === corpus.speeches[b.unit] ? 'within' : 'across',
    similarity,
    containmentA: matched / sizeOf(rangeOf(corpus, a.unit)),
    containmentB: matched / sizeOf(rangeOf(corpus, b.unit)),
    importance: importanceOf(weight, matched, similarity),
  };
}

function passageOf({ unit, range }: Place, kind: PairKind, corpus: Corpus): Passage {
  const { document, speech, measure, paragraph, span } = corpus.units[unit] as Corpus['units'][number];
  const whole = kind === 'identical' || kind === 'near-identical';
  return {
    document,
    speech,
    measure,
    paragraph,
    unit: span,
    span: whole ? span : spanOf(corpus, unit, range),
  };
}

function comparePlaces(p: Omit<Pair, 'id'>, q: Omit<Pair, 'id'>): number {
  return p.a.span.start - q.a.span.start || p.b.span.start - q.b.span.start;
}
