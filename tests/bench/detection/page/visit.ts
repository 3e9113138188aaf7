import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, newContext, openPage } from '../../../browser/browser.ts';
import { resetPeak, statusOf } from '../proc.ts';
import { detectionIn, waitIn, type Journal, type Wait } from './journal.ts';

const RECORDER = fileURLToPath(new URL('recorder.js', import.meta.url));
/** In milliseconds: how often the page is asked whether it is done. Seldom, because asking costs it time. */
const ASK_EVERY = 250;
/** In milliseconds: how long the page is watched once it is ready, while it stores what it found. */
const AFTER = 3_000;

/** Memory of a process, in bytes; 0 where the system does not say. */
export interface Memory {
  /** Of the page with its workers, before a text was given to it. */
  readonly empty: number;
  /** The most since, up to the detection's end and some seconds on. */
  readonly peak: number;
  /** The most of the browser's own process, which holds files and the database. */
  readonly browser: number;
}

/** A Chromium with the page in it, started for one measurement. */
export interface Visit {
  readonly page: Page;
  now(): Promise<number>;
  /** Waits for the detection that `act` leads to. Never longer than `patience` ms: then it tells how far it came. */
  waitFor(act: () => Promise<void>, patience: number): Promise<Wait | string>;
  choose(files: readonly string[]): Promise<void>;
  journal(): Promise<Journal>;
  memory(): Memory;
  close(): Promise<void>;
}

/** Opens the page at `url` in a Chromium of its own, for a user who reads Chinese. */
export async function openVisit(url: string): Promise<Visit> {
  const browser = await launchChromium();
  const context = await newContext(browser, { locale: 'zh-CN' });
  await context.addInitScript({ path: RECORDER });
  const page = await openPage(context, url);
  const crashed = new Promise<string>((resolve) => page.on('crash', () => resolve('the page crashed')));
  const processes = await processesOf(browser);
  // What the page holds when it rests, with the example open.
  await page.waitForTimeout(AFTER);
  const empty = statusOf(processes.renderer, 'VmRSS');
  for (const each of Object.values(processes)) if (each !== undefined) resetPeak(each);
  const journal = () => page.evaluate(() => window.journal);
  const now = () => page.evaluate(() => performance.now());

  return {
    page,
    now,
    journal,
    choose: (files) =>
      page
        .getByTestId('file-input')
        .first()
        .setInputFiles([...files]),
    async waitFor(act, patience) {
      const since = await now();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<string>((resolve) => {
        timer = setTimeout(resolve, patience, `not done after ${patience / 1_000} s`);
      });
      const done = act()
        .then(() => untilDone(page, since))
        .catch((error: unknown) => firstLine(String(error)));
      const problem = await Promise.race([done, crashed, late]);
      clearTimeout(timer);
      if (problem !== null) return problem;
      await page.waitForTimeout(AFTER);
      return waitIn(await journal(), since);
    },
    memory: () => ({
      empty,
      peak: statusOf(processes.renderer, 'VmHWM'),
      browser: statusOf(processes.browser, 'VmHWM'),
    }),
    close: () => browser.close(),
  };
}

/** Resolves when the page says that it is ready behind a detection, or with what went wrong. */
async function untilDone(page: Page, since: number): Promise<string | null> {
  for (;;) {
    await page.waitForTimeout(ASK_EVERY);
    const { messages, states } = await page.evaluate(
      (from) => ({
        messages: window.journal.messages.filter(({ at, kind }) => at >= from && kind !== 'progress'),
        states: window.journal.states.filter(({ at }) => at >= from),
      }),
      since,
    );
    const last = states.at(-1)?.state;
    const asked = detectionIn({ messages, states, tasks: [], silences: [], acts: [] }, since);
    const answer = messages.find(
      ({ way, kind, worker, request }) =>
        way === 'answered' && worker === asked?.worker && request === asked.request && ENDS.has(kind),
    );
    if (answer?.kind === 'detected' && last === 'ready') return null;
    if (answer !== undefined && answer.kind !== 'detected') return `the detection was ${answer.kind}`;
    if (last === 'error') return `the page said: ${await page.getByTestId('status').innerText()}`;
  }
}

/** Answers that end a detection. */
const ENDS: ReadonlySet<string> = new Set(['detected', 'cancelled', 'broken']);

/** The ids of the browser's process and of the page's: the renderer that holds most, where a spare one waits beside it. */
async function processesOf(
  browser: Browser,
): Promise<{ browser: number | undefined; renderer: number | undefined }> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const idsOf = (type: string) => processInfo.filter((each) => each.type === type).map(({ id }) => id);
  const renderers = idsOf('renderer').toSorted((a, b) => statusOf(b, 'VmRSS') - statusOf(a, 'VmRSS'));
  return { browser: idsOf('browser')[0], renderer: renderers[0] };
}

/** Without the log of calls that Playwright adds, which no cell of a table holds. */
function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
