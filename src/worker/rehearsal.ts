import { condense, type CondensedDocument } from '../core/reuse/contents/condensed.ts';
import type { Detector } from '../core/reuse/detect.ts';
import { packDetection } from '../core/reuse/packed-detection.ts';
import { DEFAULT_DETECTION_SETTINGS } from '../core/reuse/ritual.ts';
import { readStructure } from '../core/structure/structure.ts';
import { inSlices } from './turns.ts';

/** How often all is done: more gives little. A fifth of a second of work in all. */
const ROUNDS = 4;
/** Documents beside the text: they, too, differ. */
const COPIES = 2;
/** In milliseconds: how long the page has for itself once it was opened. */
const REST = 500;

/** How a copy differs from its text, by turns from line to line. */
const EDITS: readonly ((line: string) => string)[] = [
  (line) => line,
  (line) =>
    line
      .replaceAll(/(.{13})./gu, '$1的')
      .replaceAll(/(.{41})./gu, '$1A')
      .replaceAll(/(.{67})./gu, '$1'),
  (line) => line.split('。').toReversed().join('。'),
  (line) => `会议指出，${line.slice(line.length / 3, line.length / 2)}，按照 2024 年 GDP 目标分工负责。`,
];

/**
 * Detects in `text` beside edited copies of itself and throws away what is found. Yields every few milliseconds.
 * `createDetector` is called for each round: the detector that works for the page never sees these texts.
 *
 * A browser makes fast code of a function only when it has run often: a third of the time of the first detection in a
 * megabyte went into code that was not compiled yet. So a worker that has nothing to do runs what it will be asked for.
 */
export function* rehearse(text: string, createDetector: () => Detector): Generator<void, void> {
  const lines = text.split('\n');
  for (let round = 0; round < ROUNDS; round++) {
    const documents = [documentOf(text)];
    for (let copy = 0; copy < COPIES; copy++) {
      const edited = lines.map((line, number) => EDITS[(number + copy) % EDITS.length]?.(line));
      documents.push(documentOf(edited.join('\n')));
      yield;
    }
    const { detect } = createDetector();
    for (let count = COPIES; count <= documents.length; count++) {
      const steps = detect(documents.slice(0, count), DEFAULT_DETECTION_SETTINGS);
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) yield;
      yield* packDetection(step.value);
    }
  }
}

function documentOf(text: string): CondensedDocument {
  const document = {
    id: text,
    name: '',
    text,
    encoding: 'utf-8',
    layout: null,
    origin: 'paste',
    byteLength: text.length,
  } as const;
  return condense({ document, speeches: readStructure(text) });
}

/** A rehearsal that gives way. */
export interface WarmUp {
  /** Begins it soon. */
  begin(): void;
  /** There is work: no more of it. */
  end(): void;
}

/** The warm-up of one worker; none where `make` gives nothing to rehearse. */
export function createWarmUp(make: (() => Generator<void, void>) | undefined): WarmUp {
  let current = new AbortController();
  return {
    begin() {
      if (make === undefined) return;
      const { signal } = (current = new AbortController());
      setTimeout(() => {
        if (!signal.aborted) void inSlices(make(), signal, () => true);
      }, REST);
    },
    end: () => current.abort(),
  };
}
