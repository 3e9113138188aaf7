import { describe, expect, it } from 'vitest';
import { synopsisOf } from '../../../src/core/diff/synopsis.ts';
import {
  agreementsOf,
  countsOf,
  entriesOf,
  lociOfDifferences,
  otherEndOf,
  shownEntries,
} from '../../../src/core/diff/variorum.ts';

const BASE = '一是加强领导。要明确责任人员，逐项建立工作台账。对突出问题限期整改到位。';
const MOVED = '对突出问题限期整改到位。';

/** What each entry has: number, lemma, readings with their kinds and who has them. */
function entries(versions: readonly string[]) {
  const { collation } = synopsisOf(versions, 0);
  return entriesOf(collation).map(({ number, kind, locus: { base }, readings }) => [
    number,
    kind,
    collation.base.slice(base.start, base.end),
    ...readings.map((each) => `${each.reading.text} ${each.kind} ${each.reading.witnesses.join()}`),
  ]);
}

describe('the entries of an apparatus', () => {
  it('say of each reading whether it is other words, something or nothing, or another form', () => {
    const versions = [
      BASE,
      BASE.replace('一是', '三是').replace('责任人员', '责任领导'),
      BASE.replace('一是', '二是').replace('工作台账', '台账'),
      BASE.replace('责任人员', '责任领导'),
    ];
    expect(entries(versions)).toEqual([
      [1, 'ordinal', '一是', '三是 ordinal 1', '二是 ordinal 2'],
      [2, 'replaced', '人员', '领导 replaced 1,3'],
      [3, 'only', '工作', ' only 2'],
    ]);
  });

  it('part who moved a passage from who has it not', () => {
    const without = BASE.replace(MOVED, '');
    const versions = [BASE, without.replace('要明确', `${MOVED}要明确`), without];
    const { collation } = synopsisOf(versions, 0);
    const [here, away] = entriesOf(collation);
    expect(away?.readings.map(({ kind, reading }) => [kind, reading.witnesses])).toEqual([
      ['moved', [1]],
      ['only', [2]],
    ]);
    expect(away?.kind).toBe('only');
    expect(here?.readings.map(({ kind, reading }) => [kind, reading.witnesses])).toEqual([['moved', [1]]]);
    const ends = [away, here].map((entry) => entry?.readings[0]?.reading.transposed[0]);
    expect(ends.map((end) => end && otherEndOf(collation, end))).toEqual([1, 2]);
  });

  it('keep their numbers when a class is off, and count what is off', () => {
    const versions = [BASE, BASE.replace('一是', '三是').replace('责任人员', '责任领导')];
    const all = entriesOf(synopsisOf(versions, 0).collation);
    expect(shownEntries(all, (kind) => kind !== 'ordinal').map(({ number }) => number)).toEqual([2]);
    expect([...countsOf(all)]).toEqual([
      ['ordinal', 1],
      ['replaced', 1],
    ]);
  });
});

describe('how versions are to the base', () => {
  it('tells the same, the same but for form, and others', () => {
    const versions = [BASE, BASE, BASE.replace('一是', '三是'), BASE.replace('责任人员', '责任领导')];
    expect(agreementsOf(synopsisOf(versions, 0).collation)).toEqual([
      { places: 0, isForm: true, classes: [] },
      { places: 0, isForm: true, classes: [] },
      { places: 1, isForm: true, classes: ['ordinal'] },
      { places: 1, isForm: false, classes: [] },
    ]);
  });
});

describe('a synopsis', () => {
  const versions = [BASE, BASE.replace('责任人员', '责任领导'), BASE.replace('一是', '二是')];

  it('sets up to four versions in columns, and more as a text', () => {
    expect(synopsisOf(versions, 1).columns?.comparisons).toHaveLength(3);
    expect(synopsisOf([...versions, BASE], 1).columns).not.toBeNull();
    expect(synopsisOf([...versions, BASE, BASE], 1).columns).toBeNull();
    expect(() => synopsisOf(versions, 3)).toThrow(RangeError);
  });

  it('numbers the differences of each version as the apparatus does', () => {
    const { collation, columns } = synopsisOf(versions, 0);
    const numbers = columns?.comparisons.map((comparison, version) => [
      ...lociOfDifferences(collation, comparison, version),
    ]);
    expect(numbers).toEqual([[], [[1, 2]], [[1, 1]]]);
  });
});
