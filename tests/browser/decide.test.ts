import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { untilReady } from './browser.ts';
import { SCHEMES, setStage } from './stage.ts';
import { openFinding, storedRecords, until } from './workbench.ts';

const stage = setStage();

/** What a row says of its judgement; the first one's when none is named. */
function verdict(page: Page, index = 0): Promise<string | null> {
  return page.locator(`#finding-${index} .decision-mark`).getAttribute('aria-label');
}

/** Which row is open, from 0. */
function openIndex(page: Page): Promise<string | null> {
  return openFinding(page).getAttribute('data-index');
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
    await until(() => progress(page)).toBe('已处理 1/9');
    // A flag waits for its reason; else the next one opens by itself.
    await until(() => openIndex(page)).toBe(key === '4' ? '0' : '1');
    expect(await decisions(page)).toEqual([expect.objectContaining({ judgement, note: '' })]);
    await page.reload();
    await untilReady(page);
    await until(() => verdict(page)).toBe(`已定：${words}`);
    await until(() => progress(page)).toBe('已处理 1/9');
    await context.close();
  });
});

test('the same key again takes a judgement back', async () => {
  const { page, context } = await stage.visit();
  await page.keyboard.press('Digit2');
  await until(() => progress(page)).toBe('已处理 1/9');
  await page.keyboard.press('ArrowUp');
  await until(() => openIndex(page)).toBe('0');
  await page.keyboard.press('Digit2');
  await until(() => progress(page)).toBe('已处理 0/9');
  await until(() => decisions(page)).toEqual([]);
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

test('Z takes steps back, the last one first, and does them again, over a reload too', async () => {
  const { page, context } = await stage.visit();
  await page.keyboard.press('Digit1');
  await until(() => progress(page)).toBe('已处理 1/9');
  await page.keyboard.press('Digit4');
  await until(() => verdict(page, 1)).toBe('已定：标记');
  await page.keyboard.press('Digit2');
  await until(() => openIndex(page)).toBe('2');
  await page.reload();
  await untilReady(page);
  await until(() => progress(page)).toBe('已处理 2/9');
  // The flag and its reason are one step.
  await page.keyboard.press('KeyZ');
  await until(() => progress(page)).toBe('已处理 1/9');
  await page.keyboard.press('Control+KeyZ');
  await until(() => progress(page)).toBe('已处理 0/9');
  await until(() => decisions(page)).toEqual([]);
  await page.keyboard.press('Shift+KeyZ');
  await until(() => verdict(page)).toBe('已定：保留左');
  await page.keyboard.press('Control+KeyY');
  await until(() => decisions(page)).toEqual([
    expect.objectContaining({ judgement: 'keep-a' }),
    expect.objectContaining({ judgement: 'flag', reason: '本篇内重复' }),
  ]);
  await page.keyboard.press('KeyH');
  const steps = page.getByTestId('step');
  await until(() => steps.allInnerTexts()).toEqual([
    expect.stringMatching(/我\s+标记，本篇内重复：张健 措施二 ＝ 张健 措施四/),
    expect.stringMatching(/我\s+保留左：张健 措施三 ＝ 张健 措施五/),
  ]);
  await steps.nth(1).getByRole('button').click();
  await until(() => steps.first().getByText('已撤销').count()).toBe(1);
  await steps.first().getByRole('button').click();
  await until(() => steps.first().getByText('已撤销').count()).toBe(0);
  await page.keyboard.press('Escape');
  await until(() => progress(page)).toBe('已处理 2/9');
  await context.close();
});

test('one place of a group is kept and the others go, boilerplate is set apart, and both are taken back', async () => {
  const { page, context } = await stage.visit();
  // Rows 6 and 7 are of one group of three places.
  await page.locator('#finding-5').click();
  await page.getByRole('button', { name: /只留右/ }).waitFor();
  await page.keyboard.press('Digit7');
  await until(() => verdict(page, 5)).toBe('已定：保留右');
  await until(() => verdict(page, 6)).toBe('已定：保留左');
  await until(() => openIndex(page)).toBe('7');
  await page.keyboard.press('KeyZ');
  await until(() => progress(page)).toBe('已处理 0/9');
  await page.locator('#finding-5').click();
  await page.keyboard.press('Digit5');
  await until(() => progress(page)).toMatch(/^已处理 0\/[67]$/);
  await page.keyboard.press('KeyB');
  await page.locator('[data-reason=user]').click();
  await until(() => page.getByTestId('place').count()).toBe(3);
  await page.getByRole('button', { name: '取消套话' }).click();
  await until(() => page.locator('[data-reason=user]').count()).toBe(0);
  await page.keyboard.press('KeyB');
  await until(() => progress(page)).toBe('已处理 0/9');
  expect(context.watch.errors).toEqual([]);
  await context.close();
});

test('a passage is rewritten with the difference shown, stored as typing rests, and one step', async () => {
  const { page, context } = await stage.visit();
  await page.keyboard.press('KeyE');
  const field = page.getByTestId('rewrite');
  await field.waitFor();
  await until(() => field.inputValue()).toMatch(/^三是改进工作方式/);
  await field.press('Control+End');
  await field.pressSequentially('另');
  await field.pressSequentially('加');
  await until(() => page.getByTestId('rewrite-changes').locator('ins').innerText()).toBe('另加');
  await until(() => decisions(page)).toEqual([
    expect.objectContaining({ judgement: null, rewriteA: expect.stringMatching(/另加$/) }),
  ]);
  await field.pressSequentially('一句');
  await page.keyboard.press('Escape');
  await until(() => field.count()).toBe(0);
  await page.getByRole('button', { name: /左已改写/ }).waitFor();
  await until(() => decisions(page)).toEqual([
    expect.objectContaining({ rewriteA: expect.stringMatching(/另加一句$/) }),
  ]);
  await page.keyboard.press('KeyD');
  await until(() => page.locator('.draft ins').allInnerTexts()).toEqual(['另加一句']);
  await page.keyboard.press('KeyD');
  await page.keyboard.press('KeyZ');
  await until(() => decisions(page)).toEqual([]);
  await page.getByRole('button', { name: /改写左/ }).waitFor();
  expect(context.watch.errors).toEqual([]);
  await context.close();
});

test('many are judged at once, with what it does said before, and what contradicts is shown', async () => {
  const { page, context } = await stage.visit();
  await page.keyboard.press('KeyM');
  const dialog = page.getByRole('dialog', { name: '批量定夺' });
  await dialog.getByLabel('只差序号的').check();
  await until(() => page.getByTestId('many-pair').count()).toBe(5);
  await until(() => page.getByTestId('many-effect').innerText()).toMatch(/共 5 条 定稿再删 \d+ 字$/);
  await dialog.getByRole('button', { name: '定 5 条' }).click();
  await until(() => progress(page)).toBe('已处理 5/9');
  await until(() => page.locator('.clash').count()).toBe(0);
  // Keeps what one of them removes.
  await page.locator('#finding-6').click();
  await page.keyboard.press('Digit3');
  await until(() => page.locator('#finding-6 .clash').count()).toBe(1);
  await page.locator('#finding-6').click();
  await page
    .locator('.clashes')
    .getByRole('button', { name: /看另一条/ })
    .first()
    .click();
  await until(() => openIndex(page)).not.toBe('6');
  await page.locator('.clashes').waitFor();
  await page.keyboard.press('KeyZ');
  await until(() => page.locator('.clash').count()).toBe(0);
  await page.keyboard.press('KeyZ');
  await until(() => progress(page)).toBe('已处理 0/9');
  expect(context.watch.errors).toEqual([]);
  await context.close();
});

test.each(SCHEMES)('two open pages over %s lose no decision, and come to show one state', async (scheme) => {
  const { page, context } = await stage.visit(scheme);
  const other = await context.newPage();
  await other.goto(stage.address(scheme));
  await untilReady(other);
  await page.keyboard.press('Digit1');
  await until(() => progress(other)).toBe('已处理 1/9');
  await other.locator('#finding-1').click();
  await other.keyboard.press('Digit2');
  await until(() => progress(page)).toBe('已处理 2/9');
  await page.keyboard.press('KeyZ');
  await until(() => progress(other)).toBe('已处理 1/9');
  await page.reload();
  await untilReady(page);
  await until(() => verdict(page)).toBe('已定：保留左');
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
