import { describe, expect, it } from 'vitest';
import { lay, type Step } from '../../src/storage/journal.ts';
import { planFor, type Migration } from '../../src/storage/migrations.ts';

const one: Migration = async () => {};
const two: Migration = async () => {};

describe('planFor', () => {
  it.each([
    [3, { kind: 'current' }],
    [2, { kind: 'migrate', migrations: [two] }],
    [1, { kind: 'migrate', migrations: [one, two] }],
    [4, { kind: 'newer' }],
    ['noise', { kind: 'migrate', migrations: [one, two] }],
    [undefined, { kind: 'migrate', migrations: [one, two] }],
  ])('version %s', (stored, plan) => {
    expect(planFor(stored, [one, two])).toEqual(plan);
  });
});

describe('lay', () => {
  const put = (key: string, value: number) => ({ kind: 'put', key, value }) as const;

  it('takes out of what waits what is written anew', () => {
    const waiting: readonly Step[] = [[put('a', 1), put('b', 1)], [put('c', 1)]];
    const step = [put('a', 2), { kind: 'delete', key: 'c' }] as const;
    expect(lay(step, waiting)).toEqual({ step, waiting: [[put('b', 1)]] });
  });

  it('merges later properties over those that wait', () => {
    const earlier = { kind: 'merge', key: 's', change: { x: 1, y: 1 } } as const;
    const later = { kind: 'merge', key: 's', change: { y: 2 } } as const;
    expect(lay([later], [[earlier]])).toEqual({ step: [{ ...later, change: { x: 1, y: 2 } }], waiting: [] });
  });

  it('deletes nothing below a prefix that was written since, and writes nothing there that was deleted since', () => {
    const under = { kind: 'delete-under', key: 'h/' } as const;
    expect(lay([put('h/2', 2)], [[under, put('d', 1)]])).toEqual({
      step: [under, put('h/2', 2)],
      waiting: [[put('d', 1)]],
    });
    expect(lay([under], [[put('h/1', 1), put('d', 1)]])).toEqual({
      step: [under],
      waiting: [[put('d', 1)]],
    });
  });

  it('writes nothing before an erasure that came first', () => {
    const clear = { kind: 'clear' } as const;
    expect(lay([put('a', 2)], [[clear, put('v', 1)]])).toEqual({
      step: [clear, put('v', 1), put('a', 2)],
      waiting: [],
    });
    expect(lay([clear], [[put('a', 1)]])).toEqual({ step: [clear], waiting: [] });
  });
});
