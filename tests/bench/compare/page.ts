import type { Page } from 'playwright-core';
import { launchChromium, newContext, openPage, pageOnDisk } from '../../browser/browser.ts';
import { recurringDocuments } from '../../browser/recurring.ts';
import { choose, findings, load, show } from '../../browser/workbench.ts';
import { seeded } from '../random.ts';
import { printMarkdown, tell } from '../table.ts';
import { edited, longText } from './pairs.ts';

const LENGTHS = [10_000, 100_000, 1_000_000];
const SHARE = 0.1;
/** So many documents give some hundred thousand findings. */
const DOCUMENTS = 16_700;
/** Frames that are scrolled, and how far each goes on, in CSS pixels: a turn of the wheel, and a hand on the scroll bar. */
const FRAMES = 300;
/** In milliseconds: bounds a hang. */
const PATIENCE = 300_000;
const STEPS = [240, 3_000];

/** Measures on the built page: whole documents compared in the worker, and a list of a hundred thousand findings scrolled. */
export async function measurePage(most: number): Promise<void> {
  const browser = await launchChromium();
  try {
    const rows: string[][] = [];
    for (const length of LENGTHS.filter((each) => each <= most)) {
      tell(`two documents of ${length} characters on the page`);
      const context = await newContext(browser, { locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
      context.setDefaultTimeout(PATIENCE);
      rows.push([
        String(length),
        (await compareDocuments(await openPage(context, pageOnDisk()), length)).toFixed(0),
      ]);
      await context.close();
    }
    printMarkdown('Milliseconds from a click to the comparison of two documents on the page, 10 % edited', [
      ['characters', 'ms'],
      ...rows,
    ]);
    tell('a hundred thousand findings on the page');
    const context = await newContext(browser, { locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(PATIENCE);
    await scrollFindings(await openPage(context, pageOnDisk()));
  } finally {
    await browser.close();
  }
}

/** In milliseconds. */
async function compareDocuments(page: Page, length: number): Promise<number> {
  const random = seeded(length);
  const text = longText(length, random);
  await load(page, [
    { name: '甲.txt', bytes: text },
    { name: '乙.txt', bytes: edited(text, SHARE, random) },
  ]);
  await show(page, '稿件');
  const outline = page.locator('.list.outline');
  const pickOf = (name: string) =>
    outline.locator('.entry.document').filter({ hasText: name }).getByTestId('pick');
  await pickOf('甲.txt').evaluate((button: HTMLElement) => button.click());
  // The second document stands behind all measures of the first.
  while ((await pickOf('乙.txt').count()) === 0) {
    await outline.evaluate((list) => list.scrollBy(0, 600));
    await page.waitForTimeout(20);
  }
  return pickOf('乙.txt').evaluate(
    (button: HTMLElement) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        new MutationObserver((_, observer) => {
          if (document.querySelector('.galley .line') === null) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        }).observe(document, { subtree: true, childList: true });
        button.click();
      }),
  );
}

/** Prints how many frames show a part of the list without rows, and whether the list keeps its place in another font. */
async function scrollFindings(page: Page): Promise<void> {
  await choose(page, recurringDocuments(DOCUMENTS));
  await page.getByTestId('status').and(page.locator('[data-state=ready]')).waitFor();
  await findings(page).first().waitFor();
  const count = Number(await page.getByTestId('status').getAttribute('data-count'));
  const rows: string[][] = [];
  for (const step of STEPS) {
    const { blank, slowest } = await page.getByRole('listbox').evaluate(
      async (list, [frames, by]) => {
        let [blanks, longest] = [0, 0];
        // No function here has a name: tsx would wrap it in a call to one of its own, which is not on the page.
        let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        for (let n = 0; n < frames; n++) {
          list.scrollTop += by;
          const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
          longest = Math.max(longest, now - last);
          last = now;
          // What this frame will show: behind the work that its scrolling brought, before it is painted.
          await Promise.resolve();
          const { top, bottom } = list.getBoundingClientRect();
          let covered = top;
          const boxes = [...list.querySelectorAll('[data-testid=finding]')]
            .map((row) => row.getBoundingClientRect())
            .toSorted((p, q) => p.top - q.top);
          for (const box of boxes) if (box.top <= covered + 2) covered = Math.max(covered, box.bottom);
          if (covered < bottom - 2) blanks++;
        }
        return { blank: blanks, slowest: longest };
      },
      [FRAMES, step] as const,
    );
    rows.push([String(step), String(FRAMES), String(blank), slowest.toFixed(0)]);
  }
  printMarkdown(`A list of ${count} findings scrolled`, [
    ['pixels a frame', 'frames', 'with a part left blank', 'slowest, ms'],
    ...rows,
  ]);
  const before = await firstSeen(page);
  await page.evaluate(() => {
    // The policy of the page admits no style element but its own.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[data-testid=finding] { font-size: 120%; line-height: 1.9 }');
    document.adoptedStyleSheets = [sheet];
  });
  await page.waitForTimeout(1_000);
  const after = await firstSeen(page);
  printMarkdown('The first finding seen before and after a change of font', [
    ['before', 'after'],
    [String(before), String(after)],
  ]);
}

/** The number of the first finding that is seen whole. */
function firstSeen(page: Page): Promise<number> {
  return page.getByRole('listbox').evaluate((list) => {
    const { top } = list.getBoundingClientRect();
    const rows = [...list.querySelectorAll('[data-testid=finding]')];
    const seen = rows
      .filter((row) => row.getBoundingClientRect().top >= top - 1)
      .toSorted((p, q) => p.getBoundingClientRect().top - q.getBoundingClientRect().top)[0];
    return Number(seen?.getAttribute('aria-posinset'));
  });
}
