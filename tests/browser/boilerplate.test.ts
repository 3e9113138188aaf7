import { describe, expect, test } from 'vitest';
import type { JSHandle, Page } from 'playwright-core';
import { untilReady } from './browser.ts';
import { setStage } from './stage.ts';
import { setFirstApart } from './stored-detection.ts';
import { speechOf, TWO_SPEECHES } from './texts.ts';
import { findingCount, findings, load, show, storedRecords, until } from './workbench.ts';

const stage = setStage();

async function visitApart(entries = 1) {
  const visit = await stage.visit();
  await setFirstApart(visit.page, entries);
  return visit;
}

function rows(page: Page) {
  return page.getByTestId('boilerplate');
}

/** A list in the page to which every state that its status takes on is added. */
function statesFromNowOn(page: Page): Promise<JSHandle<(string | null)[]>> {
  return page.evaluateHandle(() => {
    const states: (string | null)[] = [];
    const status = document.querySelector('[data-testid=status]') as Element;
    const observer = new MutationObserver(() => states.push(status.getAttribute('data-state')));
    observer.observe(status, { attributes: true, attributeFilter: ['data-state'] });
    return states;
  });
}

describe('what is set apart', () => {
  test('is no finding; the list says how much there is and leads to it', async () => {
    const { page, context } = await visitApart();
    await until(() => findingCount(page)).toBe(8);
    await page.getByRole('button', { name: '另有 1 处套话' }).click();
    await until(() => page.locator('main h1').innerText()).toBe('4 篇发言中，2 篇有这段话');
    await until(() => page.locator('main .reason').innerText()).toMatch(/^多处都有 /);
    await until(() => page.locator('main blockquote').innerText()).toContain('改进工作方式');
    await until(() => rows(page).count()).toBe(1);
    await context.close();
  });

  test('shows its places, each with the way into the document', async () => {
    const { page, context } = await visitApart();
    await show(page, '套话');
    const places = page.getByTestId('place');
    await until(() => places.count()).toBe(2);
    await until(() => places.first().innerText()).toMatch(/张健\s+措施三/);
    await places.nth(1).getByRole('button', { name: '在稿件中查看' }).click();
    await page
      .locator('.reading .line')
      .filter({ hasText: /^\s*措施五/ })
      .waitFor();
    await context.close();
  });

  test('is counted as a repeat by one click, at once and without comparing, and set apart by another', async () => {
    const { page, context } = await visitApart();
    await show(page, '套话');
    const states = await statesFromNowOn(page);
    await page.getByRole('button', { name: '算作雷同' }).click();
    await until(() => findingCount(page)).toBe(9);
    await rows(page).getByText('已算作雷同').waitFor();
    expect(await states.jsonValue()).toEqual([]);
    await page.reload();
    await untilReady(page);
    await until(() => findingCount(page)).toBe(9);
    await page.getByRole('button', { name: '到比对中查看' }).click();
    await until(() => findings(page).count()).toBe(9);
    await until(() => findings(page).first().getAttribute('aria-selected')).toBe('true');
    await page.getByRole('button', { name: '仍归套话' }).click();
    await until(() => findingCount(page)).toBe(8);
    await page.keyboard.press('KeyZ');
    await until(() => findingCount(page)).toBe(9);
    await show(page, '套话');
    await page.getByRole('button', { name: '仍归套话' }).click();
    await until(() => findingCount(page)).toBe(8);
    expect(Object.keys(await storedRecords(page)).filter((key) => key.startsWith('restored/'))).toEqual([]);
    await context.close();
  });

  test('is walked by keys, and only the rows in sight are there', async () => {
    const { page, context } = await visitApart(400);
    await show(page, '套话');
    await until(async () => (await rows(page).count()) > 5).toBe(true);
    await until(() => rows(page).count()).toBeLessThan(60);
    await page.keyboard.press('ArrowDown');
    await until(() => page.locator('main .reason').innerText()).toMatch(/^规范表述 /);
    expect(
      await page.locator('[data-testid=boilerplate][aria-selected=true]').getAttribute('aria-posinset'),
    ).toBe('2');
    await page.keyboard.press('KeyB');
    await until(() => findings(page).count()).toBe(8);
    await page.keyboard.press('KeyB');
    await until(() => rows(page).count()).toBeGreaterThan(5);
    await context.close();
  });
});

describe('the ritual phrases', () => {
  test('are edited one a line, kept, and brought back', async () => {
    const { page, context } = await stage.visit();
    const dialog = page.getByRole('dialog');
    const list = dialog.getByRole('textbox', { name: '套话词表' });
    const open = async () => {
      await page.getByRole('button', { name: '设置' }).click();
      await page.getByRole('button', { name: '编辑套话词表' }).click();
    };
    await open();
    const shipped = await list.inputValue();
    expect(shipped).toContain('不忘初心牢记使命\n');
    await list.fill('抓好落实\n\n抓好落实\n压实责任');
    await dialog.getByText('2 条').waitFor();
    await dialog.getByRole('button', { name: '保存并重新比对' }).click();
    await until(async () => (await storedRecords(page))['ritual-phrases']).toEqual(['抓好落实', '压实责任']);
    await page.reload();
    await untilReady(page);
    await open();
    await until(() => list.inputValue()).toBe('抓好落实\n压实责任\n');
    await dialog.getByRole('button', { name: '恢复原表' }).click();
    await until(() => list.inputValue()).toBe(shipped);
    await dialog.getByRole('button', { name: '保存并重新比对' }).click();
    await until(async () => Object.keys(await storedRecords(page))).not.toContain('ritual-phrases');
    await page.keyboard.press('KeyZ');
    await until(async () => (await storedRecords(page))['ritual-phrases']).toEqual(['抓好落实', '压实责任']);
    await context.close();
  });
});

describe('a template', () => {
  test('is marked and unmarked in the documents, says so, and stays so', async () => {
    const { page, context } = await stage.visit();
    const form = { name: '范本.txt', bytes: speechOf('范本', '按照统一格式填写发言稿，不得自行增删栏目。') };
    await load(page, [...TWO_SPEECHES, form]);
    await show(page, '稿件');
    const head = page.locator('.outline [data-testid=document]').filter({ hasText: '范本.txt' });
    await head.getByRole('button', { name: '设为模板' }).click();
    await head.locator('.badge').filter({ hasText: '模板' }).waitFor();
    await page.reload();
    await untilReady(page);
    await until(() => head.locator('.badge').innerText()).toBe('模板');
    await head.getByRole('button', { name: '范本.txt' }).first().click();
    await page.locator('.reading .hint').filter({ hasText: '其中的文字不算雷同' }).waitFor();
    await until(() => page.locator('.outline .badge').count()).toBe(1);
    await head.getByRole('button', { name: '取消模板' }).click();
    await until(() => head.locator('.badge').count()).toBe(0);
    await page.keyboard.press('KeyZ');
    await until(() => head.locator('.badge').count()).toBe(1);
    await context.close();
  });
});
