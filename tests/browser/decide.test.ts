import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { untilReady } from './browser.ts';
import { SCHEMES, setStage } from './stage.ts';
import { openFinding, storedRecords, until } from './workbench.ts';

const stage = setStage();

/** What the open pair's row says of its judgement. */
function verdict(page: Page): Promise<string | null> {
  return openFinding(page).locator('.decision-mark').getAttribute('aria-label');
}

function progress(page: Page): Promise<string> {
  return page.locator('header .progress span').innerText();
}

async function decisions(page: Page): Promise<unknown[]> {
  const records = await storedRecords(page);
  return Object.keys(records).flatMap((key) => (key.startsWith('decision/') ? [records[key]] : []));
}

describe.each(SCHEMES)('deciding over %s', (scheme) => {
  test.each([
    ['1', 'keep-a', '保留左'],
    ['2', 'keep-b', '保留右'],
    ['3', 'keep-all', '都保留'],
    ['4', 'flag', '标记'],
  ])('%s says %s, which is stored and comes back', async (key, judgement, words) => {
    const { page, context } = await stage.visit(scheme);
    await page.keyboard.press(`Digit${key}`);
    await until(() => verdict(page)).toBe(`已定：${words}`);
    expect(await progress(page)).toBe('已处理 1/9');
    expect(await decisions(page)).toEqual([expect.objectContaining({ judgement, note: '' })]);
    await page.reload();
    await untilReady(page);
    expect(await verdict(page)).toBe(`已定：${words}`);
    expect(await progress(page)).toBe('已处理 1/9');
    await context.close();
  });
});

test('the same key again takes a judgement back', async () => {
  const { page, context } = await stage.visit();
  await page.keyboard.press('Digit2');
  await until(() => progress(page)).toBe('已处理 1/9');
  await page.keyboard.press('Digit2');
  await until(() => progress(page)).toBe('已处理 0/9');
  expect(await decisions(page)).toEqual([]);
  await context.close();
});

test('a click says what a key says', async () => {
  const { page, context } = await stage.visit();
  await page.getByRole('button', { name: /保留右/ }).click();
  await until(() => verdict(page)).toBe('已定：保留右');
  await context.close();
});

test('what was decided is on disk before the row says so', async () => {
  const { page, context } = await stage.visit();
  // The row is watched before the key is pressed: both are on their way to the page at once.
  const watch = await page.evaluateHandle(() => ({
    atChange: new Promise<unknown>((resolve, reject) => {
      const row = document.querySelector('[data-testid=finding]') as Element;
      new MutationObserver(() => {
        if (!row.classList.contains('done')) return;
        const request = indexedDB.open('leitong');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const store = request.result.transaction('records').objectStore('records');
          const under = store.count(IDBKeyRange.bound('decision/', 'decision/\uffff'));
          under.onsuccess = () => resolve(under.result);
        };
      }).observe(row, { attributes: true });
    }),
  }));
  await page.keyboard.press('Digit1');
  expect(await watch.evaluate(({ atChange }) => atChange)).toBe(1);
  await context.close();
});

test('while the disk does not answer, the row says nothing', async () => {
  const { page, context } = await stage.visit();
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args) {
      // Keeps every transaction that writes open for good.
      const request = put.apply(this, args);
      const spin = () => (this.get('version').onsuccess = spin);
      spin();
      return request;
    };
    IDBTransaction.prototype.commit = () => undefined;
  });
  await page.keyboard.press('Digit1');
  // Anything but the decision goes on.
  await page.keyboard.press('KeyC');
  await until(() => page.getByTestId('side-a').locator('.context').count()).toBe(0);
  expect(await progress(page)).toBe('已处理 0/9');
  await context.close();
});

describe('notes', () => {
  test('are written behind 0, shown in the row, and come back', async () => {
    const { page, context } = await stage.visit();
    await page.keyboard.press('Digit0');
    await page.keyboard.type('1 请作者改写');
    await page.keyboard.press('Escape');
    await openFinding(page).getByTitle('1 请作者改写').waitFor();
    expect(await progress(page)).toBe('已处理 0/9');
    expect(await decisions(page)).toEqual([
      expect.objectContaining({ judgement: null, note: '1 请作者改写' }),
    ]);
    await page.reload();
    await untilReady(page);
    await until(() => page.getByLabel('备注').inputValue()).toBe('1 请作者改写');
    await context.close();
  });

  test('stay with their pair', async () => {
    const { page, context } = await stage.visit();
    await page.keyboard.press('Digit0');
    await page.keyboard.type('第一条');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await until(() => page.getByLabel('备注').inputValue()).toBe('');
    await page.keyboard.press('ArrowUp');
    await until(() => page.getByLabel('备注').inputValue()).toBe('第一条');
    await context.close();
  });
});

test('Z takes decisions and notes back, the last one first', async () => {
  const { page, context } = await stage.visit();
  await page.keyboard.press('Digit1');
  await until(() => progress(page)).toBe('已处理 1/9');
  await page.keyboard.press('Digit4');
  await until(() => verdict(page)).toBe('已定：标记');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Digit2');
  await until(() => progress(page)).toBe('已处理 2/9');
  await page.keyboard.press('KeyZ');
  await until(() => progress(page)).toBe('已处理 1/9');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+KeyZ');
  await until(() => verdict(page)).toBe('已定：保留左');
  await page.keyboard.press('KeyZ');
  await until(() => progress(page)).toBe('已处理 0/9');
  await page.keyboard.press('KeyZ');
  expect(await decisions(page)).toEqual([]);
  await context.close();
});

test('everything is erased after one question, and stays so', async () => {
  const { page, context } = await stage.visit();
  await page.keyboard.press('Digit1');
  await until(() => progress(page)).toBe('已处理 1/9');
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('button', { name: '清除全部数据' }).click();
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '清除全部数据' }).click();
  await page.getByRole('button', { name: '全部清除' }).click();
  const start = page.getByRole('heading', { level: 1, name: '雷同' });
  await start.waitFor();
  await page.reload();
  await start.waitFor();
  expect(Object.keys(await storedRecords(page))).toEqual(['version']);
  await context.close();
});
