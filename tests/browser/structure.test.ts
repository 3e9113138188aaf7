import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { untilReady } from './browser.ts';
import { setStage } from './stage.ts';
import { findings, show, until } from './workbench.ts';

/** Who speaks in the seed, and how many measures each speech has. */
const SEED_SPEECHES = ['曹立忠 8 条', '张健 13 条', '张琰 8 条', '秦立忠 5 条'];

const stage = setStage();

/** Each speech of the outline: its speaker, and how many measures it has. */
async function speeches(page: Page): Promise<string[]> {
  return page
    .locator('.outline [data-testid=speech]')
    .evaluateAll((all) =>
      all.map((each) => `${each.querySelector('b')?.textContent} ${each.querySelector('i')?.textContent}`),
    );
}

/** The line of the reading view that holds these words. */
function line(page: Page, words: string) {
  return page.locator('.reading .line').filter({ hasText: words });
}

async function visitDocuments() {
  // High enough for the whole outline, of which only what is seen stands in the document.
  const visit = await stage.visit('file', { viewport: { width: 1280, height: 1800 } });
  await show(visit.page, '稿件');
  await until(() => speeches(visit.page)).toEqual(SEED_SPEECHES);
  return visit;
}

test('every document is shown as its speeches, and every speech as its measures', async () => {
  const { page, context } = await visitDocuments();
  const outline = page.locator('.outline');
  await until(() => outline.getByTestId('document').count()).toBe(1);
  const [first] = await outline.getByTestId('speech').allInnerTexts();
  expect(first).toContain('区工业和信息化局党组书记、局长');
  expect(first).toContain('狠抓落实 服务企业 助力全区新旧动能转换再上新台阶');
  const measures = await outline.getByTestId('measure').locator('em').allTextContents();
  expect(measures.slice(0, 8)).toEqual([
    '第一部分·一',
    '第一部分·二',
    '第一部分·三',
    '第二部分·一',
    '措施一',
    '措施二',
    '措施三',
    '措施四',
  ]);
  await context.close();
});

test('a speech of the outline leads to its text', async () => {
  const { page, context } = await stage.visit();
  await show(page, '稿件');
  await page.locator('.outline').getByRole('button', { name: /张健/ }).click();
  await line(page, '抓作风 促担当 努力营造亲商安商环境').waitFor();
  await context.close();
});

describe('a structure that was guessed wrongly', () => {
  test('is corrected by starting a speech, and back by joining it; both stay', async () => {
    const { page, context } = await visitDocuments();
    await line(page, '进一步提高服务企业的责任感').getByRole('button', { name: '由此另起一篇' }).click();
    const split = ['曹立忠 4 条', '未署名 4 条', ...SEED_SPEECHES.slice(1)];
    await until(() => speeches(page)).toEqual(split);
    await page.reload();
    await untilReady(page);
    await until(() => speeches(page)).toEqual(split);
    await line(page, '进一步提高服务企业的责任感').getByRole('button', { name: '并入上一篇' }).click();
    await until(() => speeches(page)).toEqual(SEED_SPEECHES);
    await page.reload();
    await untilReady(page);
    await until(() => speeches(page)).toEqual(SEED_SPEECHES);
    await context.close();
  });

  test('is corrected by saying who speaks, which the findings then say, too', async () => {
    const { page, context } = await visitDocuments();
    await line(page, '狠抓落实 服务企业').getByRole('button', { name: '改署名' }).click();
    const form = page.locator('.speaker-form');
    await form.getByLabel('发言人').fill('曹小忠');
    await form.getByLabel('职务').fill('区工信局局长');
    await form.getByRole('button', { name: '保存' }).click();
    const named = ['曹小忠 8 条', ...SEED_SPEECHES.slice(1)];
    await until(() => speeches(page)).toEqual(named);
    await page.reload();
    await untilReady(page);
    await until(() => speeches(page)).toEqual(named);
    await show(page, '比对');
    await findings(page).filter({ hasText: '曹小忠 措施三' }).waitFor();
    await context.close();
  });

  test('is corrected in vain when it is undone by Z, or taken back as a whole', async () => {
    const { page, context } = await visitDocuments();
    const start = line(page, '进一步提高服务企业的责任感').getByRole('button', { name: '由此另起一篇' });
    await start.click();
    await until(() => speeches(page)).toHaveLength(5);
    await page.keyboard.press('KeyZ');
    await until(() => speeches(page)).toEqual(SEED_SPEECHES);
    await start.click();
    await until(() => speeches(page)).toHaveLength(5);
    await page.getByRole('button', { name: '还原结构' }).click();
    await until(() => speeches(page)).toEqual(SEED_SPEECHES);
    await page.reload();
    await untilReady(page);
    await until(() => speeches(page)).toEqual(SEED_SPEECHES);
    await context.close();
  });
});
