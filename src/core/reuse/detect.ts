import { inOneGo } from '../in-one-go.ts';
import { type Assistant, alignTasks } from './align/align.ts';
import { keepAlignments, type PackedAlignments } from './align/alignments.ts';
import { createAligner } from './align/alignment.ts';
import { formulasOf } from './judge/boilerplate.ts';
import type { GivenDocument } from './contents/condensed.ts';
import { Collection } from './contents/collection.ts';
import { edgesOf } from './align/edges.ts';
import type { Finding, Judging } from './judge/findings.ts';
import { copiesOf, groupFindings } from './describe/groups.ts';
import { judgeAll } from './judge/judging.ts';
import { lawsOf } from './judge/laws.ts';
import { linkChanges } from './link/changes.ts';
import { isMostlyNew, linkAll } from './link/linking.ts';
import type { Detection, DetectionSettings, Pair } from './pair.ts';
import { describe, describeFirst, type Found } from './describe/pairs.ts';
import { createPace, type Pace } from './pace.ts';
import { DEFAULT_DETECTION_SETTINGS } from './ritual.ts';
import { firstPair } from './describe/witnesses.ts';
import { pairsOf, pairsOfFormulas } from './describe/written-pairs.ts';

/** Grows whenever the same texts would give other findings: part of the key under which a detection is cached. */
export const DETECTION_VERSION = 7;

/** How far a detection has come. */
export interface DetectionProgress {
  /** 0 to 1; never falls. */
  readonly done: number;
  /** Now and then: the most important of what was found so far, in place of what was given before. */
  readonly early?: readonly Pair[];
  /** Whether nothing goes on before an assistant's answer is heard. */
  readonly isWaiting?: boolean;
}

/** Shares of the whole work, as measured on ten megabytes of speeches. */
const FOLDED = 0.2;
const LINKED = 0.5;
const ALIGNED = 0.8;
const JUDGED = 0.9;
/** After so many alignments, the heaviest first, the most important findings are shown: judging them takes a moment. */
const EARLY_AT = 1_000;
/** Findings shown early, and alignments below which it is not worth the while. */
const EARLY_PAIRS = 100;
const EARLY_LEAST = 5_000;

/** Finds what documents say twice, again and again as documents come and go. */
export interface Detector {
  /**
   * What `documents` say twice, in loading order. Takes in what came since the last time and lets go what went; the result
   * is the same as that of a new detector. Yields progress every few milliseconds; whoever no longer asks has stopped it, and
   * the next call goes on from what was done. Linear time but for texts that hold the same passage in thousands of versions.
   */
  detect(
    documents: readonly GivenDocument[],
    settings?: DetectionSettings,
    assistant?: Assistant | null,
  ): Generator<DetectionProgress, Detection>;
}

/** What a detector keeps. */
interface Memory {
  readonly collection: Collection;
  /** Linking that was begun; once the texts are others it is of no use. */
  linking: Linking | null;
}

/** Linking and alignment, so far as they have come. */
interface Linking {
  readonly steps: Generator<DetectionProgress, void>;
  /** `Collection.changes` as it was. */
  readonly changes: number;
  readonly assistant: Assistant | null;
}

/** A detector that has seen nothing yet. */
export function createDetector(): Detector {
  const memory: Memory = { collection: new Collection(), linking: null };
  return {
    detect: (documents, settings = DEFAULT_DETECTION_SETTINGS, assistant = null) =>
      detectIn(memory, documents, settings, assistant),
  };
}

/** Detects once: see `Detector`. */
export function detect(
  documents: readonly GivenDocument[],
  settings?: DetectionSettings,
): Generator<DetectionProgress, Detection> {
  return createDetector().detect(documents, settings);
}

/** A detection in one go. */
export function detectAll(documents: readonly GivenDocument[], settings?: DetectionSettings): Detection {
  return inOneGo(detect(documents, settings));
}

/**
 * The pipeline: folds the units to contents, counts how rare their grams are, links contents by the shingles that they
 * share, aligns them, judges each alignment, gathers the versions of one passage, and says where these stand.
 */
function* detectIn(
  memory: Memory,
  documents: readonly GivenDocument[],
  settings: DetectionSettings,
  assistant: Assistant | null,
): Generator<DetectionProgress, Detection> {
  const pace = createPace();
  const { collection } = memory;
  const units = yield* progress(collection.take(documents), 0);
  yield* progress(collection.markPhrases(settings.ritualPhrases), FOLDED);
  yield* progress(collection.countGrams(assistant), FOLDED);
  const { contents } = collection;
  const order = yield* progress(collection.order(), FOLDED);
  const judgingOf = function* (): Generator<void, Judging> {
    const grams = yield* collection.countedGrams();
    return {
      contents,
      rarity: grams.rarity(contents, units.speechCount),
      edges: edgesOf(contents.codes, contents.marks),
      units,
      laws: lawsOf(units),
    };
  };
  yield* bringUpToDate(memory, assistant, () => relink(collection, order, judgingOf, pace, assistant));
  const judging = yield* progress(judgingOf(), ALIGNED, true);
  yield* progress(collection.markTemplates(settings.templates, units), ALIGNED);
  const found = yield* find(collection, order, judging, pace);
  return yield* progress(describe(found, { contents, units }), JUDGED);
}

/** What alignments find, gathered; what it was gathered from is let go with the last step. */
function* find(
  collection: Collection,
  order: Uint32Array,
  judging: Judging,
  pace: Pace,
): Generator<DetectionProgress, Found> {
  const { contents, units } = judging;
  const findings = yield* progress(judgeAll(collection.alignments, order, judging), ALIGNED);
  const copies = yield* progress(copiesOf(order, judging), ALIGNED);
  const aligner = createAligner(contents.codes, pace);
  const grouped = yield* progress(
    groupFindings(findings.filter(doesMatter), copies.filter(doesMatter), units),
    JUDGED,
  );
  const pairs = yield* progress(
    pairsOf(grouped, { ...judging, aligner, pace, passages: grouped.passages }),
    JUDGED,
  );
  const set = yield* progress(
    groupFindings(findings.filter(doesNotMatter), copies.filter(doesNotMatter), units),
    JUDGED,
  );
  const listed = yield* progress(formulasOf(set.groups, contents, units), JUDGED);
  const formulas = yield* progress(
    pairsOfFormulas(listed, { ...judging, aligner, pace, passages: set.passages }),
    JUDGED,
  );
  return {
    pairs,
    groups: grouped.groups.map(({ members }) => ({ members })),
    formulas,
    frequent: collection.frequent,
    unlisted: listed.length - formulas.length,
  };
}

/** Links what came or went since the last time; goes on with what was broken off where the texts are still the same. */
function* bringUpToDate(
  memory: Memory,
  assistant: Assistant | null,
  begin: () => Generator<DetectionProgress, void>,
): Generator<DetectionProgress, void> {
  const { changes } = memory.collection;
  const before = memory.linking;
  const goesOn = before?.changes === changes && before.assistant === assistant;
  const linking = goesOn ? before : { steps: begin(), changes, assistant };
  for (;;) {
    // What breaks in the middle is not gone on with.
    memory.linking = null;
    const step = linking.steps.next();
    if (step.done === true) return;
    memory.linking = linking;
    yield step.value;
  }
}

/** Links and aligns what came, and takes out what went. */
function* relink(
  collection: Collection,
  order: Uint32Array,
  judgingOf: () => Generator<void, Judging>,
  pace: Pace,
  assistant: Assistant | null,
): Generator<DetectionProgress, void> {
  const { contents } = collection;
  const rule = collection.currentRule();
  if (!collection.isOutdated()) return;
  const linking = yield* progress(
    isMostlyNew(collection)
      ? linkAll(contents, order, rule, pace)
      : linkChanges(collection, order, rule, pace),
    FOLDED,
  );
  const kept: PackedAlignments[] = [];
  for (const packed of collection.alignments) {
    kept.push(keepAlignments(packed, linking.isKept));
    yield { done: LINKED };
  }
  const steps = alignTasks(linking.tasks, contents, pace, assistant);
  const { count } = linking.tasks;
  let isShown = count < EARLY_LEAST;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      linking.tasks.letGo();
      collection.link([...kept, ...step.value], linking.frequent, order);
      return;
    }
    const done = LINKED + (ALIGNED - LINKED) * step.value.done;
    if (isShown || step.value.done * count < EARLY_AT) yield { done, isWaiting: step.value.isWaiting };
    else {
      isShown = true;
      const judging = yield* progress(judgingOf(), done, true);
      const early = yield* progress(firstFindings(step.value.soFar.slice(), order, judging), done);
      yield { done, early };
    }
  }
}

/** The most important of the copies and of what these alignments found, each in the first units that have it. */
function* firstFindings(
  alignments: readonly PackedAlignments[],
  order: Uint32Array,
  judging: Judging,
): Generator<void, readonly Pair[]> {
  const { contents, units } = judging;
  const copies = yield* copiesOf(order, judging);
  const findings = yield* judgeAll(alignments, order, judging);
  const pairs = [...copies, ...findings].filter(doesMatter).map((finding) => firstPair(finding, units));
  return yield* describeFirst(pairs, EARLY_PAIRS, { contents, units });
}

function doesMatter({ matters }: Finding): boolean {
  return matters;
}

function doesNotMatter({ matters }: Finding): boolean {
  return !matters;
}

/** Runs one stage, telling at each of its steps that so much of the whole is done, and whether it waits for an assistant. */
function* progress<T>(
  stage: Generator<unknown, T>,
  done: number,
  isWaiting = false,
): Generator<DetectionProgress, T> {
  for (;;) {
    const step = stage.next();
    if (step.done === true) return step.value;
    yield { done, isWaiting };
  }
}
