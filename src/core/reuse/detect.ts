import type { StructuredDocument } from '../structure/speech.ts';
import { anchorSource } from './anchors.ts';
import { createAligner } from './alignment.ts';
import { clusterFindings } from './clusters.ts';
import { compareUnit, type Comparer, type Finding } from './compare-units.ts';
import { groupCopies } from './copies.ts';
import { buildCorpus } from './corpus.ts';
import { clauseEdges } from './edges.ts';
import { fingerprint } from './fingerprints.ts';
import type { Detection, DetectionSettings } from './pair.ts';
import { describe } from './pairs.ts';
import { createPace } from './pace.ts';
import { measureRarity } from './rarity.ts';
import { DEFAULT_DETECTION_SETTINGS } from './ritual.ts';

/** Grows whenever the same texts would give other findings: part of the key under which a detection is cached. */
export const DETECTION_VERSION = 1;

/** How far a detection has come, 0 to 1. */
export interface DetectionProgress {
  readonly done: number;
}

/** Shares of the whole work, as measured on a megabyte of speeches. */
const FOLDED = 0.15;
const COUNTED = 0.35;
const COMPARED = 0.95;
/**
 * Finds what the documents say twice: folds them, indexes the shingles that recur, chains and aligns them unit by unit,
 * judges each alignment, and gathers the versions of one passage. Pure. Yields progress every few milliseconds, so that
 * the caller can stop by no longer asking. Linear time but for texts that hold the same passage in thousands of versions.
 */
export function* detect(
  documents: readonly StructuredDocument[],
  _settings: DetectionSettings = DEFAULT_DETECTION_SETTINGS,
): Generator<DetectionProgress, Detection> {
  const corpus = yield* progress(buildCorpus(documents), 0);
  const copies = yield* progress(groupCopies(corpus), FOLDED);
  const rarity = yield* progress(measureRarity(corpus), FOLDED);
  const prints = yield* progress(fingerprint(corpus, copies), FOLDED);
  const pace = createPace();
  const comparer: Comparer = {
    corpus,
    rarity,
    aligner: createAligner(corpus.codes, pace),
    edges: clauseEdges(corpus),
    pace,
  };
  const source = anchorSource(corpus, copies, prints, pace);
  const findings: Finding[] = [];
  for (let unit = 0; unit < corpus.units.length; unit++) {
    const done = COUNTED + ((COMPARED - COUNTED) * unit) / corpus.units.length;
    const anchors = yield* progress(source.anchorsOf(unit), done);
    for (const finding of yield* progress(compareUnit(unit, anchors, comparer), done)) findings.push(finding);
  }
  const clustered = yield* progress(clusterFindings(findings, copies, comparer), COMPARED);
  return yield* progress(describe(clustered, corpus, prints.sampled), COMPARED);
}

/** A detection in one go. */
export function detectAll(documents: readonly StructuredDocument[]): Detection {
  const steps = detect(documents);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Runs one stage, telling at each of its steps that so much of the whole is done. */
function* progress<T>(stage: Generator<unknown, T>, done: number): Generator<DetectionProgress, T> {
  for (;;) {
    const step = stage.next();
    if (step.done === true) return step.value;
    yield { done };
  }
}
