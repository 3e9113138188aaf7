import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectAll } from '../../../src/core/reuse/detect.ts';
import type { Pair } from '../../../src/core/reuse/pair.ts';
import type { Span } from '../../../src/core/text/span.ts';
import { load } from './load.ts';

interface Truth {
  readonly id: string;
  readonly level: 'measure' | 'partial' | 'paraphrase';
  readonly scope: string;
  readonly a: Span;
  readonly b: Span;
}

const text = readFileSync(new URL('../../../seeds/000_5ce4e6a61f350004.txt', import.meta.url), 'utf8');
const truth: readonly Truth[] = JSON.parse(
  readFileSync(new URL('../../fixtures/reuse/seed-truth.json', import.meta.url), 'utf8'),
).pairs.map((pair: Record<string, string | number>) => ({
  ...pair,
  a: { start: pair['a_start'], end: pair['a_end'] },
  b: { start: pair['b_start'], end: pair['b_end'] },
}));
const { pairs, clusters } = detectAll([load('seed', text)]);
const of = (level: Truth['level']): readonly Truth[] => truth.filter((pair) => pair.level === level);
const find = ({ a, b }: Truth): Pair | undefined =>
  pairs.find(({ a: p, b: q }) => equal(p.span, a) && equal(q.span, b));
const equal = (p: Span, q: Span): boolean => p.start === q.start && p.end === q.end;

describe('the seed', () => {
  it.each(of('measure'))('finds the measures $id whole, alike but for the ordinal', (expected) => {
    const pair = find(expected);
    expect(pair).toMatchObject({ kind: 'identical', scope: expected.scope, similarity: 1, containmentA: 1 });
    expect(pair?.a.unit).toEqual(pair?.a.span);
  });

  it.each(of('partial'))('finds the passage $id and no more than it', (expected) => {
    expect(find(expected)).toMatchObject({ kind: 'partial', scope: expected.scope });
  });

  it.each(of('paraphrase'))('finds the reworded $id, whole clauses of it', (expected) => {
    expect(find(expected)).toMatchObject({ kind: 'paraphrase', scope: expected.scope });
  });

  it('puts the five measures first and has at most three findings beside the nine', () => {
    expect(pairs.slice(0, 5).map(({ kind }) => kind)).toEqual(Array(5).fill('identical'));
    expect(pairs.length).toBeLessThanOrEqual(truth.length + 3);
  });

  it('shows no mere stock phrase', () => {
    const shown = pairs.map(({ a }) => text.slice(a.span.start, a.span.end));
    for (const phrase of [
      '服务保障企业发展',
      '加快新旧动能转换',
      '科技企业孵化平台',
      '优化营商环境',
      '努力营造亲商安商',
    ]) {
      expect(shown.filter((passage) => passage.startsWith(phrase))).toEqual([]);
    }
  });

  it('gathers the three versions of one clause in one cluster', () => {
    const versions = clusters.filter(({ members }) => members.length === 3);
    expect(versions).toHaveLength(1);
    for (const { span } of versions[0]?.members ?? []) {
      expect(text.slice(span.start, span.end)).toMatch(
        /^采取现场突击检查、调取监控等方式，定期和?不定期进行明察暗访$/,
      );
    }
  });
});
