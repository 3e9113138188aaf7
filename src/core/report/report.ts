import { axisOf, cellsOf } from '../overview/matrix.ts';
import { select } from '../overview/selection.ts';
import { survey as surveyOf, type Survey } from '../overview/survey.ts';
import { joinPieces } from '../reuse/parts.ts';
import type { Boilerplate, Pair, Passage } from '../reuse/pair.ts';
import { JUDGEMENTS, emptyDecision, type Decision, type Judgement } from '../review/decision.ts';
import type { Groups } from '../review/groups.ts';
import { NO_COUNTS, ratesOf, sumOf, type Counts, type Rates } from '../review/rates.ts';
import { sharedLength } from '../review/threshold.ts';
import { witnessOf, type Witness } from '../review/witness.ts';
import { placeOf } from '../structure/place.ts';
import type { StructuredDocument } from '../structure/speech.ts';
import type { DocumentId } from '../text/document.ts';
import { align } from './aligned.ts';
import type {
  ReportBoilerplate,
  ReportDocument,
  ReportFinding,
  ReportMatrix,
  ReportModel,
  ReportPlace,
  ReportSide,
  ReportSpeaker,
  ReportSpeech,
} from './model.ts';
import type { Naming } from './naming.ts';
import type { ReportMaterial, ReportOrder } from './order.ts';

/** How many places of boilerplate are named; the rest is counted. */
const PLACES_MOST = 4;
/** The share of the work that comes before the comparisons. */
const COUNTING = 0.1;
/** Groups play no part in a report's figures. */
const NO_GROUPS: Groups = { sizeOf: () => 2, membersOf: ({ a, b }) => [a, b], numberOf: () => null };

/**
 * The report of documents in loading order. The figures are of everything, the list and the matrix of what is listed. Yields
 * how much is done, 0 to 1. Linear but for the comparisons, the sorting of sides and the order of the matrix.
 */
export function* reportOf(
  documents: readonly StructuredDocument[],
  { findings, decisions: decided, boilerplate: pieces }: ReportMaterial,
  order: Pick<ReportOrder, 'listed' | 'restored' | 'limits'>,
  naming: Naming,
): Generator<number, ReportModel> {
  const byId = new Map(documents.map((each) => [each.document.id, each]));
  const restored = new Set(order.restored);
  const boilerplate = joinPieces(pieces);
  const decisions = new Map(decided.map((each) => [each.pair, each]));
  const isThere = ({ document, speech }: Passage) => speech < (byId.get(document)?.speeches.length ?? 0);
  const isWhole = ({ a, b }: Pair) => isThere(a) && isThere(b);
  const all = findings.filter(isWhole);
  const survey = yield* quietly(surveyOf(documents, all, NO_GROUPS), 0);
  const rates = yield* quietly(ratesOf(documents, all, boilerplate, restored), 0);
  yield COUNTING / 2;

  const listed = numbered(findings, order.listed).filter(({ pair }) => isWhole(pair));
  const matrix = yield* quietly(matrixOf(survey, listed, decisions), COUNTING / 2);
  yield COUNTING;
  const firstOf = firstSpeeches(documents);
  const reported: ReportFinding[] = [];
  for (const { pair, number } of listed) {
    reported.push(findingOf(pair, number));
    yield COUNTING + (1 - COUNTING) * (reported.length / listed.length);
  }
  const judged = judgedOf(all, decisions);
  return {
    documents: documentsOf(documents, rates, naming),
    speeches: speechesOf(documents, rates, naming),
    speakers: speakersOf(documents, rates, naming),
    total: rates.total,
    largest: rates.largest,
    found: all.length,
    settled: Object.values(judged).reduce((sum, count) => sum + count, 0),
    judged,
    findings: reported,
    matrix,
    boilerplate: boilerplate.flatMap((entry) => boilerplateOf(entry)),
    limits: order.limits,
  };

  function findingOf(pair: Pair, number: number): ReportFinding {
    const known = decisions.get(pair.id) ?? emptyDecision(pair.id);
    const decision = { ...known, note: naming.words(known.note), reason: naming.words(known.reason) };
    const a = sideOf(pair.a, decision.rewriteA);
    const b = sideOf(pair.b, decision.rewriteB);
    return { number, pair, shared: sharedLength(pair), a, b, decision, ...align(a.text, b.text) };
  }

  function sideOf(passage: Passage, rewrite: string | null): ReportSide {
    const witness = witnessOf(passage, byId) as Witness;
    const start = passage.span.start;
    return {
      speech: speechAt(passage),
      place: witness.place,
      page: witness.page,
      text: naming.text(witness.structured, { start, end: start + witness.text.length }),
      rewrite,
    };
  }

  function boilerplateOf(entry: Boilerplate): readonly ReportBoilerplate[] {
    const members = entry.members.filter(isThere);
    const [first] = members;
    if (first === undefined) return [];
    return [
      {
        reason: entry.reason,
        text: naming.text(byId.get(first.document) as StructuredDocument, first.span),
        places: members.length,
        speeches: entry.speeches,
        first: members.slice(0, PLACES_MOST).map(placeAt),
        isRestored: restored.has(entry.id),
      },
    ];
  }

  function placeAt(passage: Passage): ReportPlace {
    const witness = witnessOf(passage, byId) as Witness;
    const place = placeOf(witness.speech, passage.measure, passage.paragraph);
    return { speech: speechAt(passage), place, page: witness.page };
  }

  function speechAt({ document, speech }: Passage): number {
    return (firstOf.get(document) ?? 0) + speech;
  }
}

/** Drives work that does not say how much is done: it stays `done`, and can be broken off where the work can be. */
function* quietly<Result>(work: Generator<void, Result>, done: number): Generator<number, Result> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield done;
  }
}

interface Numbered {
  readonly pair: Pair;
  readonly number: number;
}

/** The listed findings with their numbers, from 1, among all. */
function numbered(findings: readonly Pair[], listed: Uint32Array | null): readonly Numbered[] {
  const indices = listed ?? findings.keys();
  return [...indices].flatMap((index) => {
    const pair = findings[index];
    return pair === undefined ? [] : [{ pair, number: index + 1 }];
  });
}

function* matrixOf(
  survey: Survey,
  listed: readonly Numbered[],
  decisions: ReadonlyMap<string, Decision>,
): Generator<void, ReportMatrix> {
  const axis = yield* axisOf(survey, 'speakers');
  const selection = select(
    survey,
    listed.map(({ pair }) => pair),
    decisions,
  );
  return { people: [...axis.speechAt], cells: cellsOf(survey, selection, axis) };
}

function firstSpeeches(documents: readonly StructuredDocument[]): ReadonlyMap<DocumentId, number> {
  const first = new Map<DocumentId, number>();
  let count = 0;
  for (const { document, speeches } of documents) {
    first.set(document.id, count);
    count += speeches.length;
  }
  return first;
}

function judgedOf(
  findings: readonly Pair[],
  decisions: ReadonlyMap<string, Decision>,
): Record<Judgement, number> {
  const judged = Object.fromEntries(JUDGEMENTS.map((each) => [each, 0])) as Record<Judgement, number>;
  for (const { id } of findings) {
    const judgement = decisions.get(id)?.judgement;
    if (judgement) judged[judgement]++;
  }
  return judged;
}

function documentsOf(
  documents: readonly StructuredDocument[],
  { speeches }: Rates,
  naming: Naming,
): readonly ReportDocument[] {
  let next = 0;
  return documents.map(({ document, speeches: own }) => {
    const counts = speeches.slice(next, (next += own.length)).reduce(sumOf, NO_COUNTS);
    const { name, text, origin } = document;
    return {
      name: naming.words(name),
      isExample: origin === 'example',
      characters: text.length,
      speeches: own.length,
      counts,
    };
  });
}

function speechesOf(
  documents: readonly StructuredDocument[],
  { speeches }: Rates,
  naming: Naming,
): readonly ReportSpeech[] {
  let next = 0;
  return documents.flatMap(({ speeches: own }, document) =>
    own.map(({ speaker, title, role }) => ({
      document,
      speaker: naming.speaker(speaker),
      title: naming.words(title),
      role: naming.words(role),
      counts: speeches[next++] as Counts,
    })),
  );
}

function speakersOf(
  documents: readonly StructuredDocument[],
  { speakers }: Rates,
  naming: Naming,
): readonly ReportSpeaker[] {
  const counts = new Map<string, number>();
  for (const { speaker } of documents.flatMap(({ speeches }) => speeches)) {
    counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return [...counts].map(([speaker, speeches]) => ({
    speaker: naming.speaker(speaker),
    speeches,
    counts: speakers.get(speaker) ?? NO_COUNTS,
  }));
}
