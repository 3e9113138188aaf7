// How long a document of a million characters takes to be read in full: from the key to its text, and to its marks; frames
// while it is scrolled, and whether any of them shows nothing; a jump by the map. And the same text as a single line.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium, newContext, openPage, pageOnDisk } from '../browser/browser.ts';
import { makeDocuments } from './speeches.ts';
import { untilSettled, workOf } from './page-work.ts';
import { median, printTable } from './table.ts';

const RUNS = 3;
const CHARACTERS = 1_000_000;
/** What is promised, in milliseconds. */
const PROMISED = { open: 300, frame: 50 };
const FRAMES = 200;
const JUMPS = 40;

/** Milliseconds; `work` is what the main thread did, whatever else the machine did. */
interface Times {
  readonly text: number;
  readonly marks: number;
  readonly work: number;
  readonly rest: number;
  readonly frame: number;
  readonly frameWork: number;
  readonly blank: number;
  readonly jump: number;
  readonly jumpWork: number;
}

// These run in the page. No function in them has a name, because tsx would wrap it in a call that is not there.

async function openInPage(): Promise<readonly [number, number]> {
  const begin = performance.now();
  window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyV', bubbles: true }));
  while (document.querySelector('.reading .line p') === null)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  const text = performance.now() - begin;
  while (document.querySelector('.reading [data-mark]') === null)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  return [text, performance.now() - begin];
}

/** The longest frame, and in how many the middle or the lower edge of the window showed no line. */
async function scrollInPage([frames, step]: readonly [number, number]): Promise<readonly [number, number]> {
  const scroller = document.querySelector('.reading .scroll') as HTMLElement;
  const { left, top, width, height } = scroller.getBoundingClientRect();
  let longest = 0;
  let blank = 0;
  let before = performance.now();
  for (let frame = 0; frame < frames; frame++) {
    if (step > 0) scroller.scrollTop += step;
    else if (step < 0) scroller.scrollTop += 0;
    else scroller.scrollTop = (scroller.scrollHeight * ((frame * 37) % frames)) / frames;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    for (const share of [0.1, 0.5, 0.9]) {
      const found = document.elementFromPoint(left + width / 2, top + height * share);
      if (found?.closest('.line') === null) blank++;
    }
  }
  return [longest, blank];
}

async function run(page: Page): Promise<Times> {
  await page.reload();
  await untilSettled(page);
  const workSoFar = await workOf(page);
  let before = await workSoFar();
  const [text, marks] = await page.evaluate(openInPage);
  const work = (await workSoFar()) - before;
  await page.waitForTimeout(1000);
  // The same loop without scrolling: what a busy machine makes of a frame in which nothing happens.
  const [rest] = await page.evaluate(scrollInPage, [FRAMES, -1] as const);
  before = await workSoFar();
  const [frame, blank] = await page.evaluate(scrollInPage, [FRAMES, 300] as const);
  const frameWork = ((await workSoFar()) - before) / FRAMES;
  before = await workSoFar();
  const [jump, blankJump] = await page.evaluate(scrollInPage, [JUMPS, 0] as const);
  const jumpWork = ((await workSoFar()) - before) / JUMPS;
  await page.keyboard.press('KeyV');
  await page.waitForTimeout(1000);
  return { text, marks, work, rest, frame, frameWork, blank: blank + blankJump, jump, jumpWork };
}

const folder = mkdtempSync(join(tmpdir(), 'leitong-bench-'));
const browser = await launchChromium();
const whole = makeDocuments(CHARACTERS, 3).join('\n\n');
for (const [name, text] of [
  ['in speeches', whole],
  ['in one line', whole.replaceAll(/\s+/g, '')],
] as const) {
  const path = join(folder, 'long.txt');
  writeFileSync(path, text);
  const context = await newContext(browser, { locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  const page = await openPage(context, pageOnDisk());
  await page.getByTestId('file-input').first().setInputFiles(path);
  await page.waitForTimeout(1000);
  await page
    .locator('[data-testid=status][data-state=ready]')
    .waitFor({ state: 'attached', timeout: 600_000 });
  const found = await page.getByTestId('status').getAttribute('data-count');
  const times: Times[] = [];
  for (let i = 0; i < RUNS; i++) times.push(await run(page));
  const told = (read: (each: Times) => number) => `${median(times.map(read)).toFixed(0)} ms`;
  printTable(`${text.length} characters ${name}, ${found} findings`, [
    ['', 'wait', 'promised', 'at work'],
    ['key to text', told((each) => each.text), `${PROMISED.open} ms`, ''],
    ['key to marks', told((each) => each.marks), '', told((each) => each.work)],
    ['longest frame at rest', told((each) => each.rest), '', ''],
    ['longest frame', told((each) => each.frame), `${PROMISED.frame} ms`, told((each) => each.frameWork)],
    ['longest jump', told((each) => each.jump), '', told((each) => each.jumpWork)],
    ['frames without text', String(median(times.map(({ blank }) => blank))), '0', ''],
  ]);
  await context.close();
}
await browser.close();
rmSync(folder, { recursive: true });
