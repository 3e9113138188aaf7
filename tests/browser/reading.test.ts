import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { setStage } from './stage.ts';
import { choose, findings, load, show, until } from './workbench.ts';

/** A document of a million characters: lines of print that say nothing twice, but for every fortieth. */
const LINES = 20_000;
const LINE_LENGTH = 50;
const REPEATED = 40;
/** A paragraph that no line break interrupts, in UTF-16 units. */
const LONG_LINE = 200_000;
/** Lines in the page, whatever the document holds: those seen and some on either side. */
const ROWS_MOST = 60;

const stage = setStage();

/** Words that say nothing, always the same ones for a seed. */
function words(seed: number, length: number): string {
  let state = seed * 2654435761 + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 12) % 6000));
  }).join('');
}

/** What has the focus: a line by its number from 1, a mark by its name, or else its class. */
function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return (
      element?.getAttribute('aria-posinset') ??
      element?.getAttribute('aria-label') ??
      element?.className ??
      null
    );
  });
}

/** The number of the line that stands in the middle of the window; null when nothing is drawn there. */
function lineInMiddle(page: Page): Promise<number | null> {
  return page.locator('.reading .scroll').evaluate((scroller) => {
    const { left, top, width, height } = scroller.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.line');
    return found ? Number(found.getAttribute('aria-posinset')) : null;
  });
}

/** The same, once the text has come to rest. */
async function lineAtRest(page: Page): Promise<number> {
  let line: number | null = null;
  await until(async () => {
    const before = line;
    line = await lineInMiddle(page);
    await page.evaluate(async () => {
      for (let frame = 0; frame < 12; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    return line !== null && line === before;
  }).toBe(true);
  return line ?? 0;
}

/** Puts the focus on the first mark of the document. */
async function goToFirstMark(page: Page): Promise<void> {
  await page.locator('.reading .scroll').focus();
  await page.keyboard.press('Home');
  await until(() => focused(page)).toBe('1');
  await page.keyboard.press('ArrowRight');
  await until(() => focused(page)).toMatch(/^重复段落/);
}

const signs = (page: Page) => page.locator('.reading [data-mark]');

test('what recurs is marked, walked by the keys, and leads to its other places and the comparison', async () => {
  const { page, context } = await stage.visit('file', { viewport: { width: 1280, height: 1800 } });
  await until(() => findings(page).count()).toBeGreaterThan(0);
  // Group A is that of the most important finding, here as in the overview.
  await page.keyboard.press('Digit1');
  await until(() => page.locator('.progress li.done').count()).toBe(1);
  await show(page, '稿件');
  await until(() => page.locator('.reading-bar .count').innerText()).toBe('17 处重出');
  await until(() => signs(page).count()).toBeGreaterThan(0);
  expect(await signs(page).first().getAttribute('aria-label')).toMatch(
    /^重复段落 [A-H]，另见 \d 处(，已删)?$/,
  );

  // The current line.
  await page.locator('.reading .line').nth(4).click();
  await page.keyboard.press('Home');
  await until(() => focused(page)).toBe('1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await until(() => focused(page)).toBe('3');
  await page.keyboard.press('ArrowUp');
  await until(() => focused(page)).toBe('2');
  await page.keyboard.press('PageDown');
  await until(async () => Number(await focused(page))).toBeGreaterThan(6);
  await page.keyboard.press('End');
  const last = await page.locator('.reading .line').last().getAttribute('aria-setsize');
  await until(() => focused(page)).toBe(last);

  // From mark to mark, to the places of one, to the comparison, and back.
  await goToFirstMark(page);
  const first = await focused(page);
  await page.keyboard.press('ArrowRight');
  await until(() => focused(page)).not.toBe(first);
  await page.keyboard.press('ArrowLeft');
  await until(() => focused(page)).toBe(first);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '另见' }).waitFor();
  await until(() => focused(page)).toMatch(/^与.*比对，相似 /);
  await page.keyboard.press('Escape');
  await until(() => page.getByRole('dialog', { name: '另见' }).count()).toBe(0);
  await until(() => focused(page)).toBe(first);
  await page.keyboard.press('Enter');
  await until(() => focused(page)).toMatch(/^与.*比对，相似 /);
  await page.keyboard.press('Enter');
  await page.getByTestId('side-a').waitFor();
  await page.keyboard.press('KeyV');

  // What goes is struck, and can be looked at alone; so can a kind.
  const decision = page.getByRole('combobox', { name: '处理' });
  await decision.selectOption('removed');
  await until(() => page.locator('.reading-bar .count').innerText()).toBe('2 处重出');
  await goToFirstMark(page);
  await page.keyboard.press('ArrowRight');
  await until(() => page.locator('.reading s').count()).toBeGreaterThan(0);
  await decision.selectOption('all');
  await page.getByRole('combobox', { name: '异同' }).selectOption('paraphrase');
  await until(() => page.locator('.reading-bar .count').innerText()).toBe('4 处重出');
  await page.getByRole('combobox', { name: '异同' }).selectOption('');
  await page.getByRole('combobox', { name: '组', exact: true }).selectOption('0');
  await until(() => page.locator('.reading-bar .count').innerText()).toBe('2 处重出');
  await goToFirstMark(page);
  await until(() => signs(page).evaluateAll((all) => all.map((each) => each.dataset['letters']))).toEqual([
    'A',
    'A',
  ]);

  const paper = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'));
    const lines = document.querySelectorAll('.printed .reading .line').length;
    const letters = document.querySelectorAll('.printed .sign[data-mark]').length;
    window.dispatchEvent(new Event('afterprint'));
    return { lines, letters };
  });
  expect(paper).toEqual({ lines: Number(last), letters: 2 });

  // What is marked is kept, and named by the address.
  await until(() => page.evaluate(() => location.hash)).toContain('?group=');
  await page.reload();
  await until(() => page.locator('.reading-bar .count').innerText()).toBe('2 处重出');
  await context.close();
});

test('a name as long as it may be leaves the other places their buttons, and the back key takes a jump back', async () => {
  const { page, context } = await stage.visit();
  const measure = '一是加强组织领导，成立工作专班，压实各级责任，形成工作合力，确保任务落实到位。';
  await load(
    page,
    [1, 2].map((each) => ({
      name: `${each}.txt`,
      bytes: `关于<img src=x onerror=alert(${each})>的发言\n\n<script>alert(1)</script>　区局局长\n\n同志们：\n\n${measure}\n\n二是${words(each, 40)}。\n`,
    })),
  );
  await show(page, '稿件');
  await until(() => signs(page).count()).toBeGreaterThan(0);
  await signs(page).last().click();
  const buttons = page.locator('.places-panel .entry.other button');
  await until(() => buttons.count()).toBe(2);
  const [go, jump] = [await buttons.first().boundingBox(), await buttons.last().boundingBox()];
  const inside = await buttons.first().evaluate((button) => button.scrollWidth <= button.clientWidth);
  expect([inside, go!.x + go!.width <= jump!.x]).toEqual([true, true]);

  const hash = () => page.evaluate(() => location.hash);
  await buttons.last().click();
  const atPlace = /^#documents\/[^/]+\/\d+$/;
  await until(hash).toMatch(atPlace);
  await page.keyboard.press('Shift+Slash');
  await until(() => page.locator('dialog[open]').count()).toBe(1);
  await page.goBack();
  await until(() => page.locator('dialog[open]').count()).toBe(0);
  await until(hash).not.toMatch(atPlace);
  await context.close();
});

test(
  'a million characters scroll without a blank, are jumped through by the map, and keep their place',
  { timeout: 240_000 },
  async () => {
    const lines = Array.from({ length: LINES }, (_, at) =>
      words(at % REPEATED === REPEATED - 1 ? at - REPEATED + 1 : at, LINE_LENGTH),
    );
    const { page, context } = await stage.visit();
    await choose(page, [
      {
        name: '长文.txt',
        bytes: `# 长文\n\n局长 王某\n\n${lines.map((line) => `${line}。`).join('\n\n')}\n`,
      },
      { name: '长段.txt', bytes: `# 长段\n\n局长 李某\n\n${words(LINES + 1, LONG_LINE)}\n` },
    ]);
    await page.getByTestId('status').and(page.locator('[data-state=ready]')).waitFor({ timeout: 200_000 });
    await show(page, '稿件');
    await until(() => signs(page).count()).toBeGreaterThan(0);
    expect(await page.locator('.reading .line').count()).toBeLessThan(ROWS_MOST);

    const blanks = await page.locator('.reading .scroll').evaluate(async (scroller) => {
      const { left, top, width, height } = scroller.getBoundingClientRect();
      let count = 0;
      for (let step = 1; step <= 40; step++) {
        scroller.scrollTop = step % 10 === 0 ? scroller.scrollHeight * (step / 80) : scroller.scrollTop + 400;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const found = document.elementFromPoint(left + width / 2, top + height / 2);
        if (found?.closest('.line') === null) count++;
      }
      return count;
    });
    expect(blanks).toBe(0);

    const map = page.getByRole('scrollbar', { name: '全文缩图' });
    const box = await map.boundingBox();
    await page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 4);
    const quarter = LINES / 4;
    await until(async () => Math.abs(((await lineInMiddle(page)) ?? 0) - quarter)).toBeLessThan(LINES / 20);
    await map.focus();
    await page.keyboard.press('End');
    await until(async () => (await lineInMiddle(page)) ?? 0).toBeGreaterThan(LINES - 40);
    await page.keyboard.press('PageUp');
    await until(async () => Math.abs(((await lineInMiddle(page)) ?? 0) - 0.9 * LINES)).toBeLessThan(
      LINES / 20,
    );

    const place = await lineAtRest(page);
    await page.keyboard.press('KeyO');
    await page.locator('main.overview').waitFor();
    await show(page, '稿件');
    await until(async () => Math.abs(((await lineInMiddle(page)) ?? 0) - place)).toBeLessThan(20);

    await page.locator('.outline').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.getByRole('button', { name: '长段.txt', exact: true }).click();
    await page.locator('.reading .line.rest').first().waitFor();
    expect(await page.locator('.reading .line').count()).toBeLessThan(ROWS_MOST);
    await context.close();
  },
);
