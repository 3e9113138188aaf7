import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../src/core/overview/csv.ts';
import { lettersOf } from '../../../src/core/overview/letters.ts';

describe('csvOf', () => {
  it('begins with a byte order mark and quotes what needs it', () => {
    expect(
      csvOf([
        ['组', '字数'],
        ['甲,乙', 12],
        ['说“好”"', 0.5],
      ]),
    ).toBe('\ufeff组,字数\r\n"甲,乙",12\r\n"说“好”""",0.5\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1'])('makes %j harmless', (text) => {
    const [cell] = csvOf([[text]])
      .slice(1)
      .split('\r\n');
    expect(cell?.replace(/^"/, '').charAt(0)).toBe("'");
  });

  it('leaves numbers as they are, below zero too', () => {
    expect(csvOf([[-1, 0]])).toBe('\ufeff-1,0\r\n');
  });
});

describe('lettersOf', () => {
  it('counts from A to Z, then AA', () => {
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(lettersOf)).toEqual([
      'A',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});
