import type { Page } from 'playwright-core';
import { openVisit, type Visit } from '../detection/page/visit.ts';
import { silenceSince, stepOf, tour, type Step } from './tour.ts';

/** What came of one case; times in milliseconds, memory in bytes. */
export interface Outcome {
  /** From the choice of the files until the page says that it rests; NaN when it did not. */
  readonly whole: number;
  /** Of it, from the choice to the detection's request. */
  readonly loading: number;
  readonly silence: number;
  /** The longest task of the main thread, 0 where none took 50 ms. */
  readonly task: number;
  readonly peak: number;
  /** The browser's own process, which holds files and the database. */
  readonly browser: number;
  readonly said: string;
  readonly steps: readonly Step[];
  /** What differed after a reload, or where the page no longer answered; or empty. */
  readonly lost: string;
}

/** In milliseconds: how often the page is asked whether it rests, and how long a text may take. */
const ASK_EVERY = 250;

/** Gives files to a page opened for them, walks through its views, and comes back to it. */
export async function runCase(
  url: string,
  files: readonly string[],
  patience: number,
  hasTour: boolean,
): Promise<Outcome> {
  const visit = await openVisit(url);
  try {
    visit.page.setDefaultTimeout(patience);
    const from = await visit.now();
    const crash = new Promise<'crashed'>((resolve) => visit.page.on('crash', () => resolve('crashed')));
    const rested = await Promise.race([
      visit.choose(files).then(
        () => untilRest(visit.page, from, patience),
        () => 'deaf' as const,
      ),
      crash,
    ]);
    if (rested === 'crashed') return nothing(visit, 'the page crashed');
    if (rested === 'deaf') return nothing(visit, 'the page does not answer');
    if (rested === null)
      return nothing(visit, `not done after ${patience / 1000} s: ${await saidBy(visit.page)}`);
    await visit.page.waitForTimeout(3_000);
    const silence = await silenceSince(visit.page, from);
    const { peak, browser } = visit.memory();
    const said = await saidBy(visit.page);
    const task = await taskSince(visit.page, from);
    const before = await foundIn(visit.page);
    const steps: Step[] = [];
    let lost = '';
    try {
      if (hasTour) await tour(visit, steps);
      steps.push(await stepOf(visit, 'reload', () => reload(visit.page, patience)));
      const after = await foundIn(visit.page);
      if (after !== before) lost = `${before} → ${after}`;
    } catch (error) {
      lost = String(error);
    }
    const { from: chosen, asked, at } = rested;
    return { whole: at - chosen, loading: asked - chosen, silence, task, peak, browser, said, steps, lost };
  } finally {
    await visit.close();
  }
}

/** Opens the page again and waits until it rests. */
async function reload(page: Page, patience: number): Promise<void> {
  await page.reload();
  await untilRest(page, 0, patience);
}

/** When files were chosen, the detection was asked for, and the page rested; null when it did not in time. */
export async function untilRest(
  page: Page,
  since: number,
  patience: number,
): Promise<{ from: number; asked: number; at: number } | null> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    await page.waitForTimeout(ASK_EVERY);
    const rested = await page.evaluate((from) => {
      const last = window.journal.states.at(-1);
      if (last === undefined || last.state === 'working' || last.at < from) return null;
      const state = document.querySelector('[data-testid=status]')?.getAttribute('data-state');
      if (state !== last.state) return null;
      const chosen = window.journal.acts.find(({ at, type }) => at >= from && type === 'change')?.at ?? from;
      const asked = window.journal.messages.find(({ at, kind }) => at >= chosen && kind === 'detect')?.at;
      return { from: chosen, asked: asked ?? last.at, at: last.at };
    }, since);
    if (rested !== null) return rested;
  }
  return null;
}

/** What stands in the page's alert, status and foot of the list. */
async function saidBy(page: Page): Promise<string> {
  return page.evaluate(() =>
    ['[role=alert]', '[data-testid=status]', '.list-foot', '.no-rows']
      .map((selector) => document.querySelector<HTMLElement>(selector)?.innerText ?? '')
      .join(' | ')
      .replaceAll(/\s+/gu, ' '),
  );
}

async function foundIn(page: Page): Promise<string> {
  const count = await page.getByTestId('status').getAttribute('data-count');
  const loaded = await page.locator('header .loaded b').first().innerText();
  return `${loaded}, ${count}`;
}

function taskSince(page: Page, from: number): Promise<number> {
  return page.evaluate(
    (since) =>
      window.journal.tasks.reduce(
        (most, { at, duration }) => (at >= since ? Math.max(most, duration) : most),
        0,
      ),
    from,
  );
}

function nothing(visit: Visit, said: string): Outcome {
  const { peak, browser } = visit.memory();
  return {
    whole: Number.NaN,
    loading: Number.NaN,
    silence: Number.NaN,
    task: Number.NaN,
    peak,
    browser,
    said,
    steps: [],
    lost: '',
  };
}
