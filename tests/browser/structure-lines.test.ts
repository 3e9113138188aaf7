import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { untilReady } from './browser.ts';
import { setStage } from './stage.ts';
import { MEASURE, speechOf } from './texts.ts';
import { findingCount, load, show, until } from './workbench.ts';

const stage = setStage();

/** A measure of the other speech is taken for this one's title, which is not compared. */
const MISREAD = `## ${MEASURE}\n\n区某某局局长 王建国\n\n同志们，现作如下汇报。\n\n汇编第1页\n\n一是窗口延长到晚上八点，周末照常受理。\n\n汇编第2页\n`;
const FILES = [
  { name: '甲局.md', bytes: speechOf('李明华', '把调度放在前头，逐项排出时间表，谁耽误了就由谁说明。') },
  { name: '乙局.md', bytes: MISREAD },
];

function line(page: Page, words: string) {
  return page.locator('.reading .line').filter({ hasText: words });
}

/** What the bar says the current line is. */
function state(page: Page): Promise<string> {
  return page.locator('.structure-tools b').innerText();
}

function effect(page: Page): Promise<string> {
  return page.getByTestId('structure-effect').innerText();
}

async function openMisread(page: Page): Promise<void> {
  await show(page, '稿件');
  await page
    .locator('.outline')
    .getByRole('button', { name: /王建国/ })
    .click();
  await line(page, '现作如下汇报').first().waitFor();
}

test('a wrong heading made right by a key changes the findings, which stays and can be undone', async () => {
  const { page, context } = await stage.visit('file');
  await load(page, FILES);
  await until(() => findingCount(page)).toBe(0);
  await openMisread(page);
  await line(page, MEASURE).first().locator('.margin').click();
  await until(() => state(page)).toBe('篇题');
  await page.keyboard.press('Digit0');
  await until(() => effect(page)).toContain('雷同 0 → 1 条');
  await until(() => state(page)).toBe('正文');
  await page.keyboard.press('KeyZ');
  await until(() => effect(page)).toContain('雷同 1 → 0 条');
  await until(() => state(page)).toBe('篇题');
  await page.keyboard.press('Digit0');
  await until(() => findingCount(page)).toBe(1);

  await page.reload();
  await untilReady(page);
  await until(() => findingCount(page)).toBe(1);
  await line(page, MEASURE).first().locator('.margin').click();
  await until(() => state(page)).toBe('正文');
  await page.keyboard.press('KeyX');
  await until(() => effect(page)).toContain('雷同 1 → 0 条');
  // What is so already is said, and not kept.
  await page.keyboard.press('KeyX');
  await until(() => effect(page)).toBe('本来就是这样，没有改动');
  expect(context.watch.errors).toEqual([]);
  await context.close();
});

test('the menu of the other button and of a line does what the keys do', async () => {
  const { page, context } = await stage.visit('file');
  await load(page, FILES);
  await openMisread(page);
  const menu = page.getByRole('menu', { name: '改这一行' });
  await line(page, '汇编第1页').first().click({ button: 'right' });
  await menu.waitFor();
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
  await until(() => page.evaluate(() => document.activeElement?.className)).toContain('line');
  await line(page, '汇编第1页').first().click({ button: 'right' });
  await menu.getByRole('menuitem', { name: /^页眉页码 H/ }).click();
  await until(() => state(page)).toBe('页眉页码');
  // All that look the same are.
  await until(() => line(page, '汇编第2页').first().getAttribute('class')).toContain('break');
  await page
    .locator('.structure-tools')
    .getByRole('button', { name: /还原此行/ })
    .click();
  await until(() => line(page, '汇编第2页').first().getAttribute('class')).toContain('text');

  await line(page, '现作如下汇报').first().getByRole('button', { name: '改这一行' }).click();
  await menu.getByRole('menuitem', { name: /另起一条/ }).click();
  await until(() => state(page)).toMatch(/第一级/u);
  await page.keyboard.press('ArrowDown');
  await until(() => state(page)).not.toMatch(/第一级/u);
  await context.close();
});
