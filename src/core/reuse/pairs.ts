import type { Clustered } from './clusters.ts';
import type { Unit } from '../structure/speech.ts';
import { type Finding, isWholeUnit, type Place, similarityOfFinding } from './compare-units.ts';
import { type Corpus, rangeOf, sizeOf, spanOf } from './corpus.ts';
import { namePassages } from './identity.ts';
import { importanceOf } from './importance.ts';
import type { Cluster, Detection, DetectionLimit, Pair, Passage } from './pair.ts';

/** Pairs that one detection gives at most; the most important stay, the rest is counted. */
const PAIRS_MOST = 200_000;

/** Findings described between two steps of progress. */
const STEP = 2_000;

/** Gives findings their spans, measures and names, and puts the most important first. Yields now and then. */
export function* describe(
  { findings, clusters }: Clustered,
  corpus: Corpus,
  sampled: number,
): Generator<void, Detection> {
  const ranked = findings.map((finding) => ({ finding, importance: importanceOf(finding) }));
  ranked.sort((p, q) => q.importance - p.importance || compareByPlace(p.finding, q.finding));
  yield;
  const described: Omit<Pair, 'id'>[] = [];
  for (const { finding, importance } of ranked.slice(0, PAIRS_MOST)) {
    described.push(describeFinding(finding, importance, corpus));
    if (described.length % STEP === 0) yield;
  }
  const members: Cluster[] = [];
  for (const places of clusters) {
    members.push({ members: places.map((place) => passageOf(place, isWholeUnit(place, corpus), corpus)) });
    if (members.length % STEP === 0) yield;
  }
  const texts = new Map(corpus.units.map((unit, index) => [unit.document, corpus.texts[index] as string]));
  const names = namePassages(
    described.flatMap(({ a, b }) => [a, b]),
    ({ document, span }) => (texts.get(document) as string).slice(span.start, span.end),
  );
  yield;
  return {
    pairs: described.map((pair) => ({ ...pair, id: names.idOf(pair.a, pair.b) })),
    clusters: members,
    boilerplate: [],
    speechCount: corpus.speechCount,
    limits: limitsOf(sampled, findings.length - described.length),
  };
}

function limitsOf(sampled: number, capped: number): readonly DetectionLimit[] {
  const limits: DetectionLimit[] = [];
  if (sampled > 0) limits.push({ kind: 'repeats-sampled', count: sampled });
  if (capped > 0) limits.push({ kind: 'pairs-capped', count: capped });
  return limits;
}

function describeFinding(finding: Finding, importance: number, corpus: Corpus): Omit<Pair, 'id'> {
  const { a, b, kind, matched } = finding;
  const whole = kind === 'identical' || kind === 'near-identical';
  return {
    a: passageOf(a, whole, corpus),
    b: passageOf(b, whole, corpus),
    kind,
    scope: corpus.speeches[a.unit] === corpus.speeches[b.unit] ? 'within' : 'across',
    similarity: similarityOfFinding(finding),
    containmentA: matched / sizeOf(rangeOf(corpus, a.unit)),
    containmentB: matched / sizeOf(rangeOf(corpus, b.unit)),
    importance,
  };
}

function passageOf({ unit, range }: Place, whole: boolean, corpus: Corpus): Passage {
  const { document, speech, measure, paragraph, span } = corpus.units[unit] as Unit;
  return {
    document,
    speech,
    measure,
    paragraph,
    unit: span,
    span: whole ? span : spanOf(corpus, unit, range),
  };
}

function compareByPlace(p: Finding, q: Finding): number {
  return p.a.range.start - q.a.range.start || p.b.range.start - q.b.range.start;
}
