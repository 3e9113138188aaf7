import { describe, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { setStage } from './stage.ts';
import { findings, load, openFinding, until } from './workbench.ts';

const stage = setStage();

function verdict(page: Page): Promise<string | null> {
  return page.locator('.verdict h1').textContent();
}

/** Picks what an entry of the outline names. */
async function pick(entry: Locator): Promise<void> {
  await entry.hover();
  await entry.getByTestId('pick').click();
}

describe('any two places', () => {
  test('of the outline are compared, also when nothing was found between them', async () => {
    const { page, context } = await stage.visit();
    await until(() => findings(page).count()).toBeGreaterThan(0);
    await page.keyboard.press('v');
    const measures = page.locator('.outline .entry.measure');
    await pick(measures.nth(2));
    await until(() => page.getByRole('status').filter({ hasText: '再选一处' }).count()).toBe(1);
    await pick(measures.nth(9));
    await until(() => page.getByTestId('head-a').innerText()).toContain('曹立忠');
    await until(() => page.getByTestId('head-b').innerText()).toContain('张健');
    await until(() => page.locator('.verdict .reason').textContent()).toContain('不在雷同清单里');
    // Nothing was found: there is nothing to decide.
    await until(() => page.locator('.decision-bar').count()).toBe(0);
    await until(() => openFinding(page).count()).toBe(0);
    await page.getByRole('button', { name: '回到清单' }).click();
    await until(() => openFinding(page).count()).toBe(1);
    await until(() => page.locator('.decision-bar').count()).toBe(1);
    await context.close();
  });

  test('are still there after a reload, and make way for a finding', async () => {
    const { page, context } = await stage.visit();
    await until(() => findings(page).count()).toBeGreaterThan(0);
    await page.keyboard.press('v');
    await pick(page.locator('.outline .entry.speech').nth(0));
    await pick(page.locator('.outline .entry.speech').nth(1));
    await until(() => page.getByTestId('head-a').innerText()).toContain('全篇');
    const said = await verdict(page);
    await page.waitForTimeout(300);
    await page.reload();
    await until(() => verdict(page)).toBe(said);
    await findings(page).nth(1).click();
    await until(() => page.locator('.decision-bar').count()).toBe(1);
    await context.close();
  });

  test('may be whole documents, which are compared beside the page', async () => {
    const { page, context } = await stage.visit();
    const paragraphs = Array.from({ length: 120 }, (_, i) => `第${i}件事要抓紧办好，一件一件落实到人到岗。`);
    const moved = [...paragraphs.slice(60), ...paragraphs.slice(0, 60)];
    await load(page, [
      { name: '甲.txt', bytes: paragraphs.join('\n') },
      { name: '乙.txt', bytes: moved.join('\n') },
    ]);
    await page.keyboard.press('v');
    const documents = page.locator('.outline .entry.document');
    await pick(documents.nth(0));
    await pick(documents.nth(1));
    await until(() => verdict(page)).toContain('移位');
    await until(() => page.getByTestId('head-a').innerText()).toContain('全');
    await context.close();
  });
});
