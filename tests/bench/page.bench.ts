// How long a user waits: for the findings of the example, and for a text of 1 MB; and how long the page is deaf meanwhile.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium, newContext, openPage, pageOnDisk } from '../browser/browser.ts';
import { builtFiles, startServer } from '../browser/server.ts';
import { makeDocuments } from './speeches.ts';
import { median, printTable } from './table.ts';

const RUNS = 5;
/** A megabyte in UTF-8. */
const LARGE_CHARACTERS = 1_000_000 / 3;
/** Milliseconds between two looks at the clock; a longer gap is time in which the page heard nothing. */
const HEARTBEAT_MS = 4;
/** What is promised, in milliseconds. */
const PROMISED = { findings: 1000, large: 3000, block: 100 };

/** What the page writes down of itself; all in milliseconds since it was opened. */
interface Record {
  /** When the page was ready and its first finding was drawn; 0 until then. */
  findings: number;
  /** When the last file was chosen, when work on it was first seen, and when the page was ready again; 0 until then. */
  chosen: number;
  working: number;
  ready: number;
  /** The longest gap between heartbeats since the last file was chosen, and before: also what the machine did else. */
  silence: number;
  /** The longest task of the main thread in the same time; tasks under 50 ms count as 0. */
  task: number;
}

declare global {
  interface Window {
    record: Record;
  }
}

/** One wait of the user, in milliseconds. */
interface Wait {
  readonly duration: number;
  readonly silence: number;
  readonly task: number;
}

interface Run {
  readonly findings: Wait;
  readonly large: Wait;
}

/**
 * Runs in the page before its own script. No function in it has a name, because tsx would wrap it in a call to a
 * function of its own, which is not there.
 */
function keepRecord(heartbeat: number): void {
  const record: Record = { findings: 0, chosen: 0, working: 0, ready: 0, silence: 0, task: 0 };
  window.record = record;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    record.silence = Math.max(record.silence, now - last - heartbeat);
    last = now;
  }, heartbeat);
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) {
      if (task.startTime >= record.chosen) record.task = Math.max(record.task, task.duration);
    }
  }).observe({ type: 'longtask', buffered: true });
  document.addEventListener(
    'change',
    () => Object.assign(record, { chosen: performance.now(), working: 0, ready: 0, silence: 0, task: 0 }),
    true,
  );
  new MutationObserver(() => {
    const state = document.querySelector('[data-testid=status]')?.getAttribute('data-state');
    const now = performance.now();
    if (record.chosen > 0 && record.working === 0 && state === 'working') record.working = now;
    if (record.working > 0 && record.ready === 0 && state === 'ready') record.ready = now;
    if (record.findings > 0 || state !== 'ready') return;
    if (document.querySelector('[data-testid=finding]') === null) return;
    // What was put into the page is seen with the next frame.
    requestAnimationFrame(() => (record.findings ||= performance.now()));
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

async function measure(url: string, largeFile: string): Promise<Run> {
  const browser = await launchChromium();
  try {
    const context = await newContext(browser);
    await context.addInitScript(keepRecord, HEARTBEAT_MS);
    const page = await openPage(context, url);
    await page.waitForFunction(() => window.record.findings > 0);
    const opened = await recordOf(page);
    // A path, because bytes would be decoded by the page that is measured.
    await page.getByTestId('file-input').first().setInputFiles(largeFile);
    await page.waitForFunction(() => window.record.ready > 0, undefined, { timeout: 120_000 });
    const loaded = await recordOf(page);
    return {
      findings: { ...opened, duration: opened.findings },
      large: { ...loaded, duration: loaded.ready - loaded.chosen },
    };
  } finally {
    await browser.close();
  }
}

function recordOf(page: Page): Promise<Record> {
  return page.evaluate(() => window.record);
}

function rows(name: string, waits: readonly Wait[], promised: number): string[][] {
  return [
    row(
      name,
      promised,
      waits.map((wait) => wait.duration),
    ),
    row(
      '  longest silence',
      PROMISED.block,
      waits.map((wait) => wait.silence),
    ),
    row(
      '  longest task',
      PROMISED.block,
      waits.map((wait) => wait.task),
    ),
  ];
}

function row(name: string, promised: number, figures: readonly number[]): string[] {
  const middle = median(figures);
  const all = figures.map((figure) => figure.toFixed(0)).join(' ');
  return [name, `${middle.toFixed(0)} ms`, `${promised} ms`, middle < promised ? 'kept' : 'BROKEN', all];
}

const folder = mkdtempSync(join(tmpdir(), 'leitong-bench-'));
const largeFile = join(folder, 'speeches.txt');
writeFileSync(largeFile, makeDocuments(LARGE_CHARACTERS, 1).join('\n\n'));
const server = await startServer(builtFiles());
for (const [scheme, url] of [
  ['from disk', pageOnDisk()],
  ['over http', server.url],
] as const) {
  const runs: Run[] = [];
  for (let i = 0; i < RUNS; i++) runs.push(await measure(url, largeFile));
  printTable(`The page ${scheme}, Chromium started anew for each of ${RUNS} runs`, [
    ['', 'median', 'promised', '', 'all runs'],
    ...rows(
      'opened to findings',
      runs.map((run) => run.findings),
      PROMISED.findings,
    ),
    ...rows(
      `1 MB chosen to ready`,
      runs.map((run) => run.large),
      PROMISED.large,
    ),
  ]);
}
await server.stop();
rmSync(folder, { recursive: true });
