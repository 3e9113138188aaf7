import type { Corpora } from '../corpora.ts';
import { figure, printMarkdown, tell } from '../table.ts';
import { measureText, measureWarm, middle, type PageCase, type WarmCase } from './page/cases.ts';
import type { Blocked, Wait } from './page/journal.ts';

/** All that was measured on the page. */
export interface PageFigures {
  readonly cases: ReadonlyMap<CaseName, PageCase>;
  readonly warm: WarmCase | null;
}

export type CaseName = 'small' | 'medium' | 'large' | 'fewer' | 'copies' | 'versions';

/** Measures the page with texts up to so many megabytes and prints what it took. Each case opens a Chromium of its own. */
export async function measureOnPage(
  url: string,
  corpora: Corpora,
  { most, runs }: { most: number; runs: number },
): Promise<PageFigures> {
  const cases = new Map<CaseName, PageCase>();
  const measure = async (
    name: CaseName,
    megabytes: number,
    corpus: () => PageCase['corpus'],
    count = runs,
  ) => {
    if (megabytes > most) return;
    const texts = corpus();
    tell(`${texts.name} on the page`);
    cases.set(name, await measureText(url, texts, count));
  };
  await measure('small', 1, () => corpora.speeches(1, 1));
  await measure('medium', 10, () => corpora.speeches(10, 1));
  await measure('copies', 3, () => corpora.versions(0));
  await measure('versions', 3, () => corpora.versions(2));
  // What takes long is not repeated: chance is a smaller part of it.
  await measure('large', 100, () => corpora.speeches(100, 1), 1);
  await measure('fewer', 100, () => corpora.speeches(10, 10), 1);
  tell('changes of a page with 10 MB');
  const warm = most >= 10 ? await measureWarm(url, corpora, corpora.speeches(10, 1)) : null;
  printMarkdown(`Detection on the page, Chromium, the median of ${runs} (100 MB once)`, [
    HEAD,
    ...[...cases.values()].map(rowOf),
  ]);
  printMarkdown('The main thread meanwhile: the longest task (0: none of 50 ms) / the longest silence, ms', [
    ['texts', 'loading', 'detecting', 'after'],
    ...[...cases.values()].map(blockedRow),
  ]);
  if (warm !== null) printWarm(warm);
  return { cases, warm };
}

const HEAD = [
  'texts',
  'MB',
  'detection, ms',
  'chosen to ready, ms',
  'memory, MB: empty',
  'peak',
  'for a byte',
  'browser’s peak',
  'pairs',
  'clusters',
  'largest group',
];

function rowOf(each: PageCase): string[] {
  const { corpus, runs, problem } = each;
  const size = [corpus.name, figure(corpus.bytes / 1e6)];
  if (runs.length === 0) return [...size, problem ?? '', ...HEAD.slice(3).map(() => '')];
  return [
    ...size,
    figure(middle(each, ({ wait }) => wait.detecting)),
    figure(middle(each, ({ wait }) => wait.whole)),
    figure(middle(each, ({ memory }) => memory.empty / 1e6)),
    figure(middle(each, ({ memory }) => memory.peak / 1e6)),
    figure(bytesForByte(each)),
    figure(middle(each, ({ memory }) => memory.browser / 1e6)),
    ...(['pairs', 'clusters', 'largest'] as const).map((name) =>
      String(middle(each, ({ wait }) => wait[name])),
    ),
  ];
}

/** Bytes of memory that the page needed more than when it was empty, for a byte of text. */
export function bytesForByte(each: PageCase): number {
  return middle(each, ({ memory }) => (memory.peak - memory.empty) / each.corpus.bytes);
}

function blockedRow(each: PageCase): string[] {
  const longest = (phase: keyof Wait['blocked']): string => {
    const of = (part: keyof Blocked) => figure(middle(each, ({ wait }) => wait.blocked[phase][part]));
    return `${of('task')} / ${of('silence')}`;
  };
  return [each.corpus.name, longest('loading'), longest('detecting'), longest('after')];
}

function printWarm({ added, removed, cancelled }: WarmCase): void {
  const row = (name: string, wait: Wait | string): string[] =>
    typeof wait === 'string' ? [name, wait, ''] : [name, figure(wait.detecting), figure(wait.whole)];
  printMarkdown('On a page with 10 MB', [
    ['', 'detection, ms', 'to ready, ms'],
    row('100 kB added', added),
    row('and removed again', removed),
    ['stopped early, in the middle, late', cancelled.map(shown).join(', '), ''],
  ]);
}

function shown(latency: number | string): string {
  return typeof latency === 'string' ? latency : figure(latency);
}
