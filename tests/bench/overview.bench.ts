// How long the overview takes: from the key to the picture, from the pointer to what lights up, from a filter to the new
// picture; for 40 speeches, 400, and 4,000 with some 20,000 findings.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium, newContext, openPage, pageOnDisk } from '../browser/browser.ts';
import { seeded } from './random.ts';
import { makeDocuments } from './speeches.ts';
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

interface Times {
  readonly drawn: number;
  readonly pointed: number;
  readonly filtered: number;
  /** The longest task of the main thread until everything stood; tasks under 50 ms count as 0. */
  readonly task: number;
}

/** Runs in the page. No function in it has a name, because tsx would wrap it in a call to a function that is not there. */
async function measureInPage(): Promise<{ drawn: number; pointed: number; filtered: number; task: number }> {
  let task = 0;
  const observer = new PerformanceObserver((list) => {
    for (const each of list.getEntries()) task = Math.max(task, each.duration);
  });
  observer.observe({ type: 'longtask' });
  const begin = performance.now();
  window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyO', bubbles: true }));
  while (document.querySelector('.ribbons .drawing :is(canvas, rect[width])') === null) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const drawn = performance.now() - begin;
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const longest = task;
  const paper = document.querySelector('.ribbons .window') as HTMLElement;
  const { left, top, width } = paper.getBoundingClientRect();
  const pointings: number[] = [];
  for (let step = 0; step < 40; step++) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const start = performance.now();
    const [clientX, clientY] = [left + 140 + ((width - 300) * step) / 40, top + 56];
    paper.dispatchEvent(new MouseEvent('mousemove', { clientX, clientY, bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    pointings.push(performance.now() - start);
  }
  const slider = document.querySelector<HTMLInputElement>('.gates input') as HTMLInputElement;
  const filterings: number[] = [];
  for (let step = 0; step < 10; step++) {
    slider.value = String(0.9 + (step % 2) * 0.05);
    const start = performance.now();
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    filterings.push(performance.now() - start);
  }
  pointings.sort((p, q) => p - q);
  filterings.sort((p, q) => p - q);
  return {
    drawn,
    pointed: pointings[Math.floor(pointings.length * 0.9)] ?? 0,
    filtered: filterings[Math.floor(filterings.length * 0.9)] ?? 0,
    task: longest,
  };
}

async function run(page: Page): Promise<Times> {
  await page.reload();
  await page
    .locator('[data-testid=status][data-state=ready]')
    .waitFor({ state: 'attached', timeout: 300_000 });
  await page.waitForTimeout(2000);
  const times = await page.evaluate(measureInPage);
  // Back to the comparison, so that the next run begins there: what was made must not be known already.
  await page.keyboard.press('KeyO');
  await page.waitForTimeout(1000);
  return times;
}

function row(name: string, figures: readonly number[], promised: number | null): string[] {
  const middle = median(figures);
  const all = figures.map((figure) => figure.toFixed(0)).join(' ');
  const kept = promised === null ? '' : middle < promised ? 'kept' : 'BROKEN';
  return [name, `${middle.toFixed(0)} ms`, promised === null ? '' : `${promised} ms`, kept, all];
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
    ['', 'median', 'promised', '', 'all runs'],
    row(
      'key to picture',
      times.map(({ drawn }) => drawn),
      promised,
    ),
    row(
      'pointing, nine of ten within',
      times.map(({ pointed }) => pointed),
      PROMISED.change,
    ),
    row(
      'filtering, nine of ten within',
      times.map(({ filtered }) => filtered),
      PROMISED.change,
    ),
    row(
      'longest task while it is made',
      times.map(({ task }) => task),
      PROMISED.change,
    ),
  ]);
  await context.close();
}
await browser.close();
rmSync(folder, { recursive: true });
