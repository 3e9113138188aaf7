// How long the overview takes: from the key to the picture, from the pointer to what lights up, from a filter to the new
// picture; for 40 speeches, 400, and 4,000 with some 20,000 findings.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium, newContext, openPage, pageOnDisk } from '../browser/browser.ts';
import { seeded } from './random.ts';
import { makeDocuments } from './speeches.ts';
import { untilSettled, workOf } from './page-work.ts';
import { median, printTable } from './table.ts';

const RUNS = 5;
const SPEECH_CHARACTERS = 760;
const SPEECHES_OF_A_DOCUMENT = 5;
/** What is promised, in milliseconds. */
const PROMISED = { few: 100, many: 600, change: 50 };

/** Speeches in files of five. `copied`: so many measures of others are added to each, which makes more findings. */
function files(folder: string, count: number, copied: number): readonly string[] {
  const random = seeded(11);
  const all = makeDocuments(count * SPEECH_CHARACTERS, 3)
    .join('\n\n')
    .split(/(?=^## )/m)
    .slice(0, count);
  const measures = all.flatMap((speech) => speech.match(/^.是.{40,}$/gm)?.slice(0, 1) ?? []);
  const made = all.map((speech) => {
    const others = Array.from(
      { length: copied },
      () => measures[Math.floor(random() * measures.length)] ?? '',
    );
    return `${speech.trimEnd()}\n\n${others.join('\n\n')}\n\n`;
  });
  const paths: string[] = [];
  for (let from = 0; from < made.length; from += SPEECHES_OF_A_DOCUMENT) {
    const path = join(folder, `${count}-${from}.txt`);
    writeFileSync(path, made.slice(from, from + SPEECHES_OF_A_DOCUMENT).join(''));
    paths.push(path);
  }
  return paths;
}

/** Milliseconds: what the user waits, and how long the main thread was at work meanwhile, whatever else the machine did. */
interface Taken {
  readonly wait: number;
  readonly work: number;
}

interface Times {
  readonly drawn: Taken;
  readonly pointed: Taken;
  readonly filtered: Taken;
  /** The longest task of the main thread until everything stood; tasks under 50 ms count as 0. */
  readonly task: number;
}

const POINTINGS = 40;
const FILTERINGS = 10;
/** Of all waits for one thing, how many are no longer than the one that is told. */
const TOLD = 0.9;

// These run in the page. No function in them has a name, because tsx would wrap it in a call that is not there.

async function openInPage(): Promise<number> {
  const tasks: number[] = [];
  Object.assign(window, { tasks });
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe(
    {
      type: 'longtask',
    },
  );
  const begin = performance.now();
  window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyO', bubbles: true }));
  while (document.querySelector('.ribbons .drawing :is(canvas, rect[width])') === null) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return performance.now() - begin;
}

async function pointInPage(times: number): Promise<number[]> {
  const paper = document.querySelector('.ribbons .window') as HTMLElement;
  const { left, top, width } = paper.getBoundingClientRect();
  const waits: number[] = [];
  for (let step = 0; step < times; step++) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const start = performance.now();
    const [clientX, clientY] = [left + 140 + ((width - 300) * step) / times, top + 56];
    paper.dispatchEvent(new MouseEvent('mousemove', { clientX, clientY, bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    waits.push(performance.now() - start);
  }
  return waits.sort((p, q) => p - q);
}

async function filterInPage(times: number): Promise<number[]> {
  const slider = document.querySelector('.gates input') as HTMLInputElement;
  const waits: number[] = [];
  for (let step = 0; step < times; step++) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    slider.value = String(0.9 + (step % 2) * 0.05);
    const start = performance.now();
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    waits.push(performance.now() - start);
  }
  return waits.sort((p, q) => p - q);
}

async function run(page: Page): Promise<Times> {
  await page.reload();
  await untilSettled(page);
  const workSoFar = await workOf(page);
  const told = (waits: readonly number[]) => waits[Math.floor(waits.length * TOLD)] ?? 0;

  let before = await workSoFar();
  const wait = await page.evaluate(openInPage);
  const drawn = { wait, work: (await workSoFar()) - before };
  await page.waitForTimeout(3000);
  const task = await page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
  before = await workSoFar();
  const pointings = await page.evaluate(pointInPage, POINTINGS);
  const pointed = { wait: told(pointings), work: ((await workSoFar()) - before) / POINTINGS };
  before = await workSoFar();
  const filterings = await page.evaluate(filterInPage, FILTERINGS);
  const filtered = { wait: told(filterings), work: ((await workSoFar()) - before) / FILTERINGS };
  // Back to the comparison, so that the next run begins there: what was made must not be known already.
  await page.keyboard.press('KeyO');
  await page.waitForTimeout(1000);
  return { drawn, pointed, filtered, task };
}

function row(name: string, taken: readonly Taken[], promised: number): string[] {
  const wait = median(taken.map((each) => each.wait));
  const work = median(taken.map((each) => each.work));
  const all = taken.map((each) => each.wait.toFixed(0)).join(' ');
  const kept = wait < promised ? 'kept' : 'BROKEN';
  return [name, `${wait.toFixed(0)} ms`, `${promised} ms`, kept, `${work.toFixed(0)} ms`, all];
}

const folder = mkdtempSync(join(tmpdir(), 'leitong-bench-'));
const browser = await launchChromium();
for (const [count, copied, promised] of [
  [40, 0, PROMISED.few],
  [400, 0, PROMISED.many],
  [4000, 1, PROMISED.many],
] as const) {
  const context = await newContext(browser, { locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  const page = await openPage(context, pageOnDisk());
  await page
    .getByTestId('file-input')
    .first()
    .setInputFiles([...files(folder, count, copied)]);
  await page.waitForTimeout(1000);
  await page
    .locator('[data-testid=status][data-state=ready]')
    .waitFor({ state: 'attached', timeout: 300_000 });
  const found = await page.getByTestId('status').getAttribute('data-count');
  const times: Times[] = [];
  for (let i = 0; i < RUNS; i++) times.push(await run(page));
  printTable(`${count} speeches, ${found} findings`, [
    ['', 'wait', 'promised', '', 'at work', 'all waits'],
    row(
      'key to picture',
      times.map(({ drawn }) => drawn),
      promised,
    ),
    row(
      'pointing (wait: nine of ten)',
      times.map(({ pointed }) => pointed),
      PROMISED.change,
    ),
    row(
      'filtering (wait: nine of ten)',
      times.map(({ filtered }) => filtered),
      PROMISED.change,
    ),
    ['longest task', `${median(times.map(({ task }) => task)).toFixed(0)} ms`],
  ]);
  await context.close();
}
await browser.close();
rmSync(folder, { recursive: true });
