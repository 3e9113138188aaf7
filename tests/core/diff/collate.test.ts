import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collate, textOf } from '../../../src/core/diff/collate.ts';
import { columnsOf } from '../../../src/core/diff/columns.ts';
import { passage } from './passages.ts';

const NAMES = '甲乙丙丁戊己庚辛';
const SEED = 20_261_124;

/** The apparatus as an editor sets it. */
function apparatus(base: string, witnesses: readonly string[]): readonly string[] {
  return collate(base, witnesses).loci.map(({ base: { start, end }, readings }) => {
    const each = readings.map(({ text, witnesses: who, class: of, transposed }) => {
      const moved = transposed.map(({ kind }) => ` ${kind}`).join('');
      return `${text || '无'} ${who.map((i) => NAMES.charAt(i)).join('')}${of === 'text' ? '' : ` (${of})`}${moved}`;
    });
    return `${base.slice(start, end)}］${each.join('；')}`;
  });
}

/** A base and versions of it: some of its parts left out, put in, elsewhere; some equal. */
const versions = fc
  .tuple(
    fc.array(passage, { minLength: 1, maxLength: 5 }),
    fc.array(fc.array(fc.oneof(fc.nat(6), passage), { maxLength: 6 }), { maxLength: 6 }),
  )
  .map(([parts, choices]) => ({
    base: parts.join(''),
    witnesses: choices.map((choice) =>
      choice.map((each) => (typeof each === 'number' ? (parts[each] ?? '') : each)).join(''),
    ),
  }));

describe('an apparatus', () => {
  test('names each reading once, with all who have it', () => {
    expect(
      apparatus('部分干部服务意识不强。', [
        '部分工作人员服务意识不强。',
        '部分工作人员服务意识不强。',
        '部分领导同志服务意识不强。',
        '部分干部服务意识不强。',
      ]),
    ).toEqual(['干部］工作人员 甲乙；领导同志 丙']);
  });

  test('joins what overlaps, and only that', () => {
    expect(
      apparatus('加强组织领导，落实工作责任，严格监督检查。', [
        '加强组织领导，严格监督检查。',
        '加强组织领导，落实主体责任，严格监督检查。',
        '加强组织领导，落实工作责任，严格监督考核。',
      ]),
    ).toEqual(['落实工作责任，］无 甲；落实主体责任， 乙', '检查］考核 丙']);
  });

  test('tells form from substance, and what says the same in another form', () => {
    const { loci } = collate('二是發展經濟，改善民生。', [
      '三是发展经济；改善民生。',
      '二是發展實業，改善民生。',
      '二是發展实业，改善民生。',
    ]);
    expect(loci.map(({ readings }) => readings.map((reading) => [reading.class, reading.sameAs]))).toEqual([
      [['ordinal', null]],
      [['script', null]],
      [
        ['script', null],
        ['text', null],
        ['text', 1],
      ],
      [['punctuation', null]],
    ]);
  });

  test('says of a passage that stands elsewhere that it was moved, on both of its places', () => {
    const [one, two] = [
      '建立健全明察暗访机制，检查服务质量。',
      '每月组织开展一次大家评活动，广泛征求意见和建议。',
    ];
    expect(apparatus(one + two, [two + one])).toEqual([`${one}］无 甲 away`, `］${one} 甲 here`]);
  });

  test('is empty without differences', () => {
    expect(collate('加强领导。', ['加强领导。', '加强领导。']).loci).toEqual([]);
    expect(collate('', []).loci).toEqual([]);
    expect(apparatus('', ['甲'])).toEqual(['］甲 甲']);
  });
});

describe('for any versions', () => {
  test('the base with its readings is each witness, and loci are in order and disjoint', () => {
    fc.assert(
      fc.property(versions, ({ base, witnesses }) => {
        const collation = collate(base, witnesses);
        let at = 0;
        for (const { base: span, readings } of collation.loci) {
          assert.ok(span.start >= at && span.end >= span.start && span.end <= base.length);
          at = span.end;
          const texts = readings.map(({ text }) => text);
          assert.equal(new Set(texts).size, texts.length);
          const who = readings.flatMap((reading) => reading.witnesses);
          assert.equal(new Set(who).size, who.length);
        }
        for (const [i, text] of witnesses.entries()) {
          assert.equal(textOf(collation, i), text);
          if (text === base)
            assert.ok(
              collation.loci.every(({ readings }) => readings.every((each) => !each.witnesses.includes(i))),
            );
        }
      }),
      { numRuns: 2_000, seed: SEED },
    );
  });

  test('columns cover the base and every witness, each character once and in order', () => {
    fc.assert(
      fc.property(versions, ({ base, witnesses }) => {
        const rows = columnsOf(base, witnesses);
        assert.equal(
          rows.map((row) => (row.base === null ? '' : base.slice(row.base.start, row.base.end))).join(''),
          base,
        );
        for (const [i, text] of witnesses.entries()) {
          let at = 0;
          for (const span of rows.flatMap((row) => row.witnesses[i] ?? [])) {
            assert.equal(span.start, at);
            at = span.end;
          }
          assert.equal(at, text.length);
        }
      }),
      { numRuns: 2_000, seed: SEED },
    );
  });
});

test('five thousand versions of a measure', () => {
  const base = '建立企业联系人制度，定期上门走访，协调解决难题。'.repeat(8);
  const witnesses = Array.from({ length: 5_000 }, (_, i) => base.replace('企业', `第${i}家`));
  const { loci } = collate(base, witnesses);
  expect(loci.length).toBe(1);
  expect(loci[0]?.readings.length).toBe(5_000);
});
