import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { newContext, openPage, untilReady } from './browser.ts';
import { LAPTOP, setStage } from './stage.ts';
import { TWO_SPEECHES } from './texts.ts';
import { documentNames, findingCount, load, show, storedRecords, until } from './workbench.ts';

const stage = setStage();

/** Opens the page in a browser whose storage `breakStorage` has broken before the page starts. */
async function visitWith(breakStorage: () => void) {
  const context = await newContext(stage.browser, { locale: 'zh-CN', viewport: LAPTOP });
  await context.addInitScript(breakStorage);
  return { context, page: await openPage(context, stage.address('file')) };
}

/** Loads, decides, corrects and undoes: everything that works for the visit. */
async function work(page: Page): Promise<void> {
  await load(page, TWO_SPEECHES);
  await until(() => findingCount(page)).toBe(1);
  const progress = () => page.locator('header .progress span').innerText();
  await page.keyboard.press('Digit1');
  await until(progress).toBe('已处理 1/1');
  await page.keyboard.press('KeyZ');
  await until(progress).toBe('已处理 0/1');
  await show(page, '稿件');
  await until(() => documentNames(page)).toEqual(['甲局.txt', '乙局.txt']);
}

describe('without a database', () => {
  test.each([
    ['missing', () => Reflect.deleteProperty(window, 'indexedDB')],
    [
      'forbidden',
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('no', 'SecurityError');
        };
      },
    ],
    [
      'broken',
      () => {
        IDBDatabase.prototype.transaction = () => {
          throw new DOMException('no', 'InvalidStateError');
        };
      },
    ],
  ])('(%s) the page says so and works for the visit', async (_how, breakStorage) => {
    const { page, context } = await visitWith(breakStorage);
    await until(() => findingCount(page)).toBe(9);
    await page.getByRole('alert').getByText('浏览器不让保存').waitFor();
    await work(page);
    await page.getByRole('alert').getByText('浏览器不让保存').waitFor();
    expect(context.watch.errors).toEqual([]);
    await context.close();
  });
});

test('with a full disk the page says so, works on, and writes what waited when there is room', async () => {
  const { page, context } = await visitWith(() => {
    const { put } = IDBObjectStore.prototype;
    Object.assign(window, { isFull: true });
    IDBObjectStore.prototype.put = function (...args) {
      if ('isFull' in window) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    };
  });
  await page.getByRole('alert').getByText('存储空间已满').waitFor();
  await work(page);
  await page.getByRole('alert').getByText('存储空间已满').waitFor();
  await page.evaluate(() => Reflect.deleteProperty(window, 'isFull'));
  await show(page, '比对');
  await page.keyboard.press('Digit2');
  await until(() => page.getByRole('alert').count()).toBe(0);
  const stored = Object.keys(await storedRecords(page));
  expect(stored.filter((key) => key.startsWith('document/'))).toHaveLength(2);
  expect(stored.filter((key) => key.startsWith('decision/'))).toHaveLength(1);
  expect(context.watch.errors).toEqual([]);
  await context.close();
});

test('what cannot be understood is left out, which is said; the rest is there', async () => {
  const { page, context } = await stage.visit();
  await load(page, TWO_SPEECHES);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('leitong');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('records', 'readwrite');
          transaction.objectStore('records').put({ nonsense: true }, 'document/broken');
          transaction.objectStore('records').put('nonsense', 'settings');
          transaction.oncomplete = () => resolve();
          opening.result.close();
        };
      }),
  );
  await page.reload();
  await untilReady(page);
  await page.getByRole('alert').getByText('已保存的内容有几处损坏').waitFor();
  await until(() => findingCount(page)).toBe(1);
  await context.close();
});
