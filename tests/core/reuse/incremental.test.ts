import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assistant } from '../../../src/core/reuse/align/align.ts';
import { alignBatch, type Batch } from '../../../src/core/reuse/align/batch.ts';
import type { PackedAlignments } from '../../../src/core/reuse/align/alignments.ts';
import { createGramCounter } from '../../../src/core/reuse/contents/gram-counter.ts';
import type { GramTable } from '../../../src/core/reuse/contents/rarity.ts';
import { createDetector, detectAll, type Detector } from '../../../src/core/reuse/detect.ts';
import { createPace } from '../../../src/core/reuse/pace.ts';
import type { Detection, DetectionSettings } from '../../../src/core/reuse/pair.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { load } from './load.ts';
import { paragraph, randomText, relatedTexts, seeded } from './texts.ts';

const RUNS = { seed: 20_261_124, numRuns: 40 };

function runWith(
  detector: Detector,
  documents: readonly StructuredDocument[],
  assistant: Assistant | null = null,
  settings?: DetectionSettings,
) {
  const steps = detector.detect(documents, settings, assistant);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const loadAll = (texts: readonly string[]): readonly StructuredDocument[] =>
  [...new Set(texts)].map((text, index) => load(`text ${index}`, text));

/** Versions of one paragraph, two edits in each, among text of their own: more than are paired all with all. */
function manyVersions(count: number, seed: number): readonly StructuredDocument[] {
  const random = seeded(seed);
  const original = randomText(70, 3_000, random);
  return Array.from({ length: count }, (_, index) => {
    const edited = [...original];
    for (let i = 0; i < 2; i++) edited[Math.floor(random() * edited.length)] = randomText(1, 3_000, random);
    return load(`version ${index}`, `${edited.join('')}。\n\n${randomText(50, 3_000, random)}。`);
  });
}

/** Runs to the first step behind so much of the work, and gives how many steps that were. Nobody asks any more then. */
function breakOff(detector: Detector, documents: readonly StructuredDocument[], behind: number): number {
  const steps = detector.detect(documents);
  let count = 0;
  for (let step = steps.next(); step.done !== true && step.value.done <= behind; step = steps.next()) count++;
  return count;
}

describe('a detection that is broken off', () => {
  const documents = manyVersions(400, 3);

  it.each([0, 0.2, 0.55, 0.7])('at %s of the work is gone on with from there', (share) => {
    const whole = breakOff(createDetector(), documents, 1);
    const detector = createDetector();
    const first = breakOff(detector, documents, share);
    const rest = breakOff(detector, documents, 1);
    // Marks, weights and order are made anew: a few steps.
    expect(first + rest).toBeLessThan(whole + 20);
    expect(runWith(detector, documents)).toEqual(detectAll(documents));
  });

  it('gives what a new detection gives when texts came or went meanwhile', () => {
    const detector = createDetector();
    for (const [list, share] of [
      [documents, 0.6],
      [documents.slice(3), 0.7],
      [documents, 0.55],
    ] as const)
      breakOff(detector, list, share);
    const fewer = documents.slice(5);
    expect(runWith(detector, fewer)).toEqual(detectAll(fewer));
    expect(runWith(detector, documents)).toEqual(detectAll(documents));
  });
});

describe('a document that comes or goes', () => {
  it('gives what a new detection gives', () => {
    fc.assert(
      fc.property(relatedTexts, fc.array(paragraph, { maxLength: 2 }), fc.nat(), (texts, more, pick) => {
        const documents = loadAll([...texts, ...more]);
        const without = documents.filter((_, index) => index !== pick % documents.length);
        const detector = createDetector();
        for (const list of [without, documents, without, documents.slice(1), documents]) {
          expect(runWith(detector, list)).toEqual(detectAll(list));
        }
      }),
      RUNS,
    );
  });

  it('gives it also where a passage has more versions than are compared all with all', () => {
    const documents = manyVersions(60, 5);
    const detector = createDetector();
    const lists = [
      documents.slice(0, 40),
      documents.slice(0, 50),
      documents,
      [...documents.slice(0, 10), ...documents.slice(13)],
      documents.filter((_, index) => index % 7 !== 3),
      documents.slice(0, 30),
      documents.slice(5, 27),
      documents,
    ];
    for (const list of lists) expect(runWith(detector, list)).toEqual(detectAll(list));
  });

  it('gives it also when its structure was corrected, and when a detection was broken off', () => {
    const documents = manyVersions(30, 8);
    const detector = createDetector();
    for (const most of [1, 5, 12, 30]) {
      const steps = detector.detect(documents.slice(0, 10 + most / 2));
      for (let n = 0; n < most && steps.next().done !== true; n++);
    }
    expect(runWith(detector, documents)).toEqual(detectAll(documents));
    const [first, ...others] = documents as [StructuredDocument, ...StructuredDocument[]];
    const corrected = [{ ...first, speeches: structuredClone(first.speeches) }, ...others];
    expect(runWith(detector, corrected)).toEqual(detectAll(documents));
  });

  it('gives it also when marking other ritual phrases was broken off and these are taken back', () => {
    const phrase = randomText(24, 3_000, seeded(2));
    const documents = manyVersions(3, 4).map(({ document }, index) =>
      load(`speech ${index}`, `${document.text}\n\n${phrase}。`),
    );
    const [none, some] = [[], [phrase]].map((ritualPhrases) => ({ ritualPhrases, templates: [] }));
    const expected = detectAll(documents, none);
    for (let steps = 1; steps < 60; steps++) {
      const detector = createDetector();
      const broken = detector.detect(documents, some);
      for (let n = 0; n < steps && broken.next().done !== true; n++);
      expect(runWith(detector, documents, null, none)).toEqual(expected);
    }
  });

  it('gives it whatever was set before and broken off', () => {
    const detection = fc.record({
      without: fc.nat(),
      ritual: fc.nat(2),
      isTemplate: fc.boolean(),
      /** Steps after which it is broken off. */
      steps: fc.option(fc.nat(80), { nil: Infinity }),
    });
    fc.assert(
      fc.property(relatedTexts, fc.array(detection, { minLength: 2, maxLength: 6 }), (texts, detections) => {
        const documents = loadAll(texts);
        const detector = createDetector();
        for (const { without, ritual, isTemplate, steps } of detections) {
          const list = documents.filter((_, index) => index !== without % (documents.length + 1));
          const settings = {
            ritualPhrases: texts.slice(0, ritual).map((text) => text.slice(0, 12)),
            templates: isTemplate ? list.slice(0, 1).map(({ document }) => document.id) : [],
          };
          if (steps === Infinity) {
            expect(runWith(detector, list, null, settings)).toEqual(detectAll(list, settings));
            continue;
          }
          const broken = detector.detect(list, settings);
          for (let n = 0; n < steps && broken.next().done !== true; n++);
        }
      }),
      RUNS,
    );
  });

  it('keeps no more than is there', () => {
    const detector = createDetector();
    for (let seed = 0; seed < 5; seed++) runWith(detector, manyVersions(20, seed));
    expect(runWith(detector, [])).toMatchObject({ pairs: [], clusters: [], boilerplate: [] });
  });
});

/** An assistant on the same thread that answers late, and the newest first. */
function lateAssistant(): Assistant & { readonly given: () => number; readonly tables: () => number } {
  let given = 0;
  let tables = 0;
  let table: GramTable | null = null;
  const counter = createGramCounter();
  let asked = 0;
  const undone: { readonly batch: Batch; readonly count: number }[] = [];
  return {
    given: () => given,
    tables: () => tables,
    count(order) {
      table = counter(order);
    },
    counted() {
      if (++asked % 3 !== 0 || table === null) return null;
      tables++;
      const taken = table;
      table = null;
      return taken;
    },
    get waiting() {
      return undone.reduce((sum, { count }) => sum + count, 0);
    },
    begin() {
      undone.length = 0;
    },
    give(batch, count) {
      given += count;
      undone.push({ batch, count });
    },
    take() {
      if (++asked % 3 !== 0) return [];
      const answers: PackedAlignments[] = [];
      for (let next = undone.pop(); next !== undefined; next = undone.pop()) {
        answers.push(alignBatch(next.batch, createPace()));
      }
      return answers;
    },
  };
}

it('two workers give what one gives', () => {
  const documents = manyVersions(2_500, 11);
  const assistant = lateAssistant();
  const detector = createDetector();
  // Broken off while the other one counts.
  const broken = detector.detect(documents, undefined, assistant);
  for (let step = broken.next(); step.done !== true; step = broken.next()) if (step.value.isWaiting) break;
  const shared: Detection = runWith(detector, documents, assistant);
  expect(assistant.given()).toBeGreaterThan(0);
  expect(assistant.tables()).toBeGreaterThan(0);
  expect(shared).toEqual(detectAll(documents));
  expect(JSON.stringify(shared)).toBe(JSON.stringify(detectAll(documents)));
  // What the other one counted is counted on from here.
  const fewer = documents.slice(1);
  expect(runWith(detector, fewer, assistant)).toEqual(detectAll(fewer));
  expect(runWith(detector, documents, assistant)).toEqual(shared);
  expect(assistant.tables()).toBe(1);
});
