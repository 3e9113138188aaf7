import { describe, expect, it } from 'vitest';
import { minutes, notice } from '../../import/docx/documents.ts';
import { generated } from '../../import/docx/generated.ts';
import { wordFile, type WordFile } from '../../import/docx/word-file.ts';
import { accepted, formOf, idsIn, refused } from './oracle.ts';
import { dice, randomPlan, speech } from './random.ts';
import { linesOf, loaded, previewOf, readLines, revised } from './revised.ts';
import { hasWriter, settled } from './writer.ts';

const SEEDS = 60;
/** Of the first LibreOffice opens so many. */
const OPENED = 12;
const MIXED = 30;

async function made(seed: number) {
  const below = dice(seed);
  const bytes = wordFile(speech(below));
  const on = await loaded(bytes);
  const plan = randomPlan(on, below);
  const tracked = await revised(bytes, on, plan);
  const applied = await revised(bytes, on, plan, 'applied');
  return { seed, bytes, on, plan, tracked, applied };
}

describe('a Word file of anything, with decisions about anything', () => {
  it('is the draft when all is accepted, and the original when all is refused, character for character in its form', async () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const { bytes, on, plan, tracked, applied } = await made(seed);
      const preview = previewOf(on, plan);
      expect([seed, tracked.remarks]).toEqual([seed, []]);
      expect([seed, await readLines(accepted(tracked.bytes))]).toEqual([seed, preview]);
      expect([seed, await readLines(applied.bytes)]).toEqual([seed, preview]);
      expect([seed, formOf(refused(tracked.bytes))]).toEqual([seed, formOf(refused(bytes))]);
      const ids = idsIn(tracked.bytes);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('a Word file of many levels, fields, notes and boxes', () => {
  it('never differs from the draft without a word, and is the original when all is refused', async () => {
    let isSame = 0;
    for (let seed = 0; seed < MIXED; seed++) {
      const bytes = wordFile([notice, minutes, generated(seed)][seed % 3] as WordFile);
      const below = dice(seed);
      const on = await loaded(bytes);
      const plan = randomPlan(on, below);
      const { bytes: tracked, remarks } = await revised(bytes, on, plan);
      if (remarks.length === 0) {
        expect([seed, await readLines(accepted(tracked))]).toEqual([seed, previewOf(on, plan)]);
        isSame++;
      }
      expect([seed, formOf(refused(tracked))]).toEqual([seed, formOf(refused(bytes))]);
    }
    expect(isSame).toBeGreaterThan(MIXED / 3);
  });
});

describe.runIf(hasWriter())('in LibreOffice', () => {
  it('accepted is the draft, refused is the original', async () => {
    const all = await Promise.all(Array.from({ length: OPENED }, (_, seed) => made(seed)));
    const settledFiles = settled(all.flatMap(({ bytes, tracked }) => [bytes, tracked.bytes]));
    for (const [index, { seed, on, plan }] of all.entries()) {
      const [before, after] = [settledFiles[2 * index], settledFiles[2 * index + 1]];
      expect([seed, plain(after?.accepted)]).toEqual([seed, previewOf(on, plan).map(bare)]);
      expect([seed, plain(after?.refused)]).toEqual([seed, plain(before?.refused)]);
    }
  });
});

function plain(text = ''): readonly string[] {
  return linesOf(text).map(bare);
}

/** LibreOffice sets a tab or space behind numbers where the page has none. */
function bare(line: string): string {
  return line.replaceAll(/\s/gu, '');
}
