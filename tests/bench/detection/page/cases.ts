import { basename } from 'node:path';
import type { Corpora, Corpus } from '../../corpora.ts';
import { figure, median } from '../../table.ts';
import type { Wait } from './journal.ts';
import { openVisit, type Memory, type Visit } from './visit.ts';

/** What was measured of one text on the page: all runs, or why there is none. */
export interface PageCase {
  readonly corpus: Corpus;
  readonly runs: readonly PageRun[];
  readonly problem: string | null;
}

export interface PageRun {
  readonly wait: Wait;
  readonly memory: Memory;
}

/** In milliseconds: how long a text may take from its choice to the page that is ready. */
const PATIENCE = 180_000;

/** Gives a text to a page that was opened for it, `count` times; the first failure ends it. */
export async function measureText(url: string, corpus: Corpus, count: number): Promise<PageCase> {
  const runs: PageRun[] = [];
  while (runs.length < count) {
    const visit = await openVisit(url);
    const wait = await visit.waitFor(() => visit.choose(corpus.files), PATIENCE);
    const memory = visit.memory();
    await visit.close();
    if (typeof wait === 'string') return { corpus, runs, problem: `${wait}; ${inMegabytes(memory)}` };
    runs.push({ wait, memory });
  }
  return { corpus, runs, problem: null };
}

/** What happens on a page that holds ten megabytes already. */
export interface WarmCase {
  /** A document of 100 kB is added; then it is removed again. */
  readonly added: Wait | string;
  readonly removed: Wait | string;
  /** From the cancellation's request to the worker's answer, in milliseconds, early and late in the detection. */
  readonly cancelled: readonly (number | string)[];
}

/** When the detection is cancelled, as a share of the time that it took. */
const CANCELLED_AT = [0.1, 0.5, 0.9];

/** Adds a document to a page with `corpus` in it, removes it, and stops the detection that its return leads to. */
export async function measureWarm(url: string, corpora: Corpora, corpus: Corpus): Promise<WarmCase> {
  const visit = await openVisit(url);
  try {
    const first = await visit.waitFor(() => visit.choose(corpus.files), PATIENCE);
    if (typeof first === 'string') return { added: first, removed: first, cancelled: [first] };
    const more = corpora.speeches(1, 0.1, 2).files;
    const added = await visit.waitFor(() => visit.choose(more), PATIENCE);
    const removed = await visit.waitFor(() => remove(visit, basename(more[0] ?? '')), PATIENCE);
    const cancelled: (number | string)[] = [];
    for (const share of CANCELLED_AT) {
      const other = corpora.speeches(1, 0.1, 3 + cancelled.length).files;
      cancelled.push(await cancel(visit, other, share * first.detecting));
    }
    return { added, removed, cancelled };
  } finally {
    await visit.close();
  }
}

/** Removes a document on the screen of documents. Its row stands above those of its speeches and must be scrolled to. */
async function remove({ page }: Visit, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: '稿件' }).click();
  const outline = page.locator('.outline');
  const button = page.getByRole('button', { name: `移除 ${name}` });
  await outline.evaluate((list) => (list.scrollTop = list.scrollHeight));
  for (let turned = 0; turned < PAGES_MOST && (await button.count()) === 0; turned++) {
    await outline.evaluate((list) => (list.scrollTop -= list.clientHeight));
    await page.waitForTimeout(SCROLL_PAUSE);
  }
  await button.click({ timeout: CLICK_PATIENCE });
}

/** How far is scrolled to find the row of a document, and how long its rows may take to be drawn, in milliseconds. */
const PAGES_MOST = 200;
const SCROLL_PAUSE = 50;
/** In milliseconds. */
const CLICK_PATIENCE = 10_000;

/** Adds a document and presses stop `delay` ms into the detection, from within the page so that nothing comes between. */
async function cancel({ page, choose, now, journal }: Visit, files: readonly string[], delay: number) {
  const since = await now();
  await choose(files);
  const pressed = await page.evaluate(
    // No function in it has a name: tsx would wrap it in a call of what is not there in the page.
    async ([from, wait, patience]) => {
      while (performance.now() < from + patience) {
        await new Promise((resolve) => setTimeout(resolve, 2));
        const messages = window.journal.messages.filter(({ at }) => at >= from);
        if (messages.some(({ kind }) => kind === 'detected')) return false;
        const begun = messages.find(({ kind }) => kind === 'detect');
        const button = document.querySelector<HTMLElement>('.work-status button');
        if (begun === undefined || performance.now() < begun.at + wait || button === null) continue;
        button.click();
        return true;
      }
      return false;
    },
    [since, delay, 60_000] as const,
  );
  if (!pressed) return 'done before it could be stopped';
  await page.waitForTimeout(3_000);
  const { messages } = await journal();
  const asked = messages.find(({ at, way, kind }) => at >= since && way === 'asked' && kind === 'cancel');
  const answer = messages.find(
    ({ at, way, kind, request }) =>
      at >= (asked?.at ?? Infinity) &&
      way === 'answered' &&
      request === asked?.request &&
      kind === 'cancelled',
  );
  if (asked === undefined) return 'the worker was not told';
  return answer === undefined ? 'the worker did not answer within 3 s' : answer.at - asked.at;
}

/** The median of a figure over all runs; NaN when there is none. */
export function middle({ runs }: PageCase, of: (run: PageRun) => number): number {
  return runs.length === 0 ? Number.NaN : median(runs.map(of));
}

function inMegabytes({ peak }: Memory): string {
  return `the page's memory came to ${figure(peak / 1e6)} MB`;
}
