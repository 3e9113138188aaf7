import type { StructuredDocument } from '../structure/speech.ts';
import { type Assistant, alignTasks } from './align.ts';
import { keepAlignments, type PackedAlignments } from './alignments.ts';
import { createAligner } from './alignment.ts';
import { formulasOf, withoutAddresses } from './boilerplate.ts';
import { type Clustering, clusterFindings, copiesOf } from './clusters.ts';
import { Collection } from './collection.ts';
import { edgesOf } from './edges.ts';
import type { Finding } from './findings.ts';
import { judgeAll } from './judging.ts';
import { isMostlyNew, linkAll, linkChanges } from './linking.ts';
import type { Detection, DetectionSettings, Pair } from './pair.ts';
import { describe, describeFirst } from './pairs.ts';
import { createPace, type Pace } from './pace.ts';
import { DEFAULT_DETECTION_SETTINGS } from './ritual.ts';
import { expandSparsely, type WitnessPair } from './witnesses.ts';

/** Grows whenever the same texts would give other findings: part of the key under which a detection is cached. */
export const DETECTION_VERSION = 3;

/** How far a detection has come. */
export interface DetectionProgress {
  /** 0 to 1; never falls. */
  readonly done: number;
  /** Now and then: the most important of what was found so far, in place of what was given before. */
  readonly early?: readonly Pair[];
}

/** Shares of the whole work, as measured on ten megabytes of speeches. */
const FOLDED = 0.2;
const LINKED = 0.5;
const ALIGNED = 0.8;
const JUDGED = 0.9;
/** After these shares of the alignments, the heaviest first, the most important findings are shown. */
const EARLY_AT: readonly number[] = [0.02, 0.2, 0.5];
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
    documents: readonly StructuredDocument[],
    settings?: DetectionSettings,
    assistant?: Assistant | null,
  ): Generator<DetectionProgress, Detection>;
}

/** A detector that has seen nothing yet. */
export function createDetector(): Detector {
  const collection = new Collection();
  return {
    detect: (documents, settings = DEFAULT_DETECTION_SETTINGS, assistant = null) =>
      detectIn(collection, documents, settings, assistant),
  };
}

/** Detects once: see `Detector`. */
export function detect(
  documents: readonly StructuredDocument[],
  settings?: DetectionSettings,
): Generator<DetectionProgress, Detection> {
  return createDetector().detect(documents, settings);
}

/** A detection in one go. */
export function detectAll(documents: readonly StructuredDocument[], settings?: DetectionSettings): Detection {
  const steps = detect(documents, settings);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The pipeline: folds the units to contents, counts how rare their grams are, links contents by the shingles that they
 * share, aligns them, judges each alignment, gathers the versions of one passage, and says where these stand.
 */
function* detectIn(
  collection: Collection,
  documents: readonly StructuredDocument[],
  settings: DetectionSettings,
  assistant: Assistant | null,
): Generator<DetectionProgress, Detection> {
  const pace = createPace();
  const units = yield* progress(collection.take(documents), 0);
  yield* progress(collection.markPhrases(settings.ritualPhrases), FOLDED);
  const grams = yield* progress(collection.countGrams(), FOLDED);
  const { contents } = collection;
  const clustering: Clustering = {
    contents,
    units,
    rarity: grams.rarity(contents, units.speechCount),
    edges: edgesOf(contents.codes, contents.marks),
    aligner: createAligner(contents.codes, pace),
  };
  yield* bringUpToDate(collection, clustering, pace, assistant);
  yield* progress(collection.markTemplates(settings.templates, units), ALIGNED);

  const order = yield* progress(
    contents.inOrder((content) => contents.isLive(content)),
    ALIGNED,
  );
  const findings = yield* progress(judgeAll(collection.alignments, order, clustering), ALIGNED);
  const copies = yield* progress(copiesOf(order, clustering), ALIGNED);
  const said = withoutAddresses(findings, contents, units);
  const copied = withoutAddresses(copies, contents, units);
  const clustered = yield* progress(
    clusterFindings(said.filter(doesMatter), copied.filter(doesMatter), clustering),
    JUDGED,
  );
  const formulaic = yield* progress(
    clusterFindings(said.filter(doesNotMatter), copied.filter(doesNotMatter), clustering),
    JUDGED,
  );
  const formulas = formulasOf(formulaic.groups, contents, units);
  const { frequent } = collection;
  return yield* progress(describe(clustered, formulas, { contents, units, frequent }), JUDGED);
}

/** Aligns what came, and takes out what went. */
function* bringUpToDate(
  collection: Collection,
  clustering: Clustering,
  pace: Pace,
  assistant: Assistant | null,
): Generator<DetectionProgress, void> {
  const { contents } = collection;
  const rule = collection.currentRule();
  if (!collection.isOutdated()) return;
  const linking = yield* progress(
    isMostlyNew(collection) ? linkAll(contents, rule, pace) : linkChanges(collection, rule, pace),
    FOLDED,
  );
  const kept = collection.alignments.map((packed) => keepAlignments(packed, linking.isKept));
  const steps = alignTasks(linking.tasks, contents, pace, assistant);
  const shown = linking.tasks.count < EARLY_LEAST ? [] : EARLY_AT.slice();
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      collection.link([...kept, ...step.value], linking.frequent);
      return;
    }
    const done = LINKED + (ALIGNED - LINKED) * step.value.done;
    if (step.value.done < (shown[0] ?? 2)) yield { done };
    else {
      shown.shift();
      const early = yield* progress(firstFindings(step.value.soFar.slice(), clustering), done);
      yield { done, early };
    }
  }
}

/** The most important of what these alignments found. */
function* firstFindings(
  alignments: readonly PackedAlignments[],
  clustering: Clustering,
): Generator<void, readonly Pair[]> {
  const { contents, units } = clustering;
  const findings = yield* judgeAll(alignments, Uint32Array.of(), clustering);
  const pairs: WitnessPair[] = [];
  for (const finding of withoutAddresses(findings.filter(doesMatter), contents, units)) {
    if (finding.matters) for (const pair of expandSparsely(finding, units)) pairs.push(pair);
  }
  return yield* describeFirst(pairs, EARLY_PAIRS, { contents, units, frequent: 0 });
}

function doesMatter({ matters }: Finding): boolean {
  return matters;
}

function doesNotMatter({ matters }: Finding): boolean {
  return !matters;
}

/** Runs one stage, telling at each of its steps that so much of the whole is done. */
function* progress<T>(stage: Generator<unknown, T>, done: number): Generator<DetectionProgress, T> {
  for (;;) {
    const step = stage.next();
    if (step.done === true) return step.value;
    yield { done };
  }
}
