import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { setStage } from './stage.ts';
import { findings, until } from './workbench.ts';

const stage = setStage();

/** What is painted as found, and what as the place where the reader stands: the words on the screen. */
function painted(page: Page): Promise<{ every: string[]; here: string[] }> {
  return page.evaluate(() => {
    const words = (name: string) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString());
    return { every: words('found'), here: words('found-here') };
  });
}

function count(page: Page): Promise<string | null> {
  return page.locator('.find-bar .count').textContent();
}

/** Opens the bar and writes what is sought. */
async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.locator('.find-bar input').fill(words);
}

describe('finding in the texts', () => {
  test('looks through the open pair, and then through all documents', async () => {
    const { page, context } = await stage.visit();
    await until(() => findings(page).count()).toBeGreaterThan(0);
    await find(page, '服务');
    await until(() => count(page)).toMatch(/^1\/\d+$/);
    await until(async () => (await painted(page)).here).toEqual(['服务']);
    const inPair = Number((await count(page))?.split('/')[1]);
    await page.keyboard.press('Enter');
    await until(() => count(page)).toBe(`2/${inPair}`);
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    await until(() => count(page)).toBe(`${inPair}/${inPair}`);
    await page.getByRole('button', { name: '全部稿件' }).click();
    await until(() => page.locator('main.reading').count()).toBe(1);
    await until(async () => (await painted(page)).here).toEqual(['服务']);
    expect(Number((await count(page))?.split('/')[1])).toBeGreaterThan(inPair);
    await context.close();
  });

  test('finds what stands off the screen, says when there is nothing, and closes', async () => {
    const { page, context } = await stage.visit();
    await until(() => findings(page).count()).toBeGreaterThan(0);
    await page.keyboard.press('v');
    await find(page, '这些字哪里都没有');
    await until(() => count(page)).toBe('没有找到');
    await page.locator('.find-bar input').fill('督导举报');
    await until(async () => (await painted(page)).here).toEqual(['督导举报']);
    await page.keyboard.press('Escape');
    await until(() => page.locator('.find-bar').count()).toBe(0);
    expect(await painted(page)).toEqual({ every: [], here: [] });
    await context.close();
  });
});
