import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { everyFormat } from '../import/every-format.ts';
import { untilReady } from './browser.ts';
import { setStage } from './stage.ts';
import { speechOf } from './texts.ts';
import { documentNames, drop, failures, load, paste, pasteFiles, show, until } from './workbench.ts';

const stage = setStage();

const table = '发言人,单位,内容\n李明华,县财政局,一是强化资金保障。二是优化营商环境。\n';
const lines = '{"speaker":"王建国","text":"一是强化资金保障。二是改进工作作风。"}\n';
const archive = zipSync({
  '材料/甲.csv': strToU8(table),
  '材料/乙.jsonl': strToU8(lines),
  '../外.txt': strToU8('一是强化资金保障。'),
});

const names = everyFormat.map(({ name, listed = name }) => listed);
const sought = everyFormat.map(({ line }) => line);

/** Waits until the page lists every file as ready and nothing as failed, and looks into the text that it read of each. */
async function seeAll(page: Page, named: readonly string[]): Promise<void> {
  await untilReady(page);
  await page.getByText(`${named.length} 份稿件`).waitFor();
  await show(page, '稿件');
  expect(await failures(page)).toEqual([]);
  const texts = await storedTexts(page);
  expect(texts.map(([name]) => name)).toEqual(named);
  expect(
    texts.filter(([, text], index) => !text.includes(sought[index] ?? '')).map(([name]) => name),
  ).toEqual([]);
  // What is stored is what is shown, of the first and of the last that the list draws.
  for (const index of [0, 1]) {
    const name = named[index] as string;
    await page
      .locator('.outline [data-testid=document]', { hasText: name })
      .locator('button')
      .first()
      .click();
    await page
      .locator('.reading')
      .getByText(sought[index] as string)
      .first()
      .waitFor();
  }
}

/** The names of all stored documents with their texts, in their order. */
function storedTexts(page: Page): Promise<[name: string, text: string][]> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('leitong');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const range = IDBKeyRange.bound('document/', 'document/\uffff');
    const request = database.transaction('records').objectStore('records').getAll(range);
    type Stored = { header: { name: string }; bytes: Blob; utf8: Blob | null; order: number };
    const records = await new Promise<Stored[]>((resolve) => {
      request.onsuccess = () => resolve(request.result as Stored[]);
    });
    database.close();
    records.sort((a, b) => a.order - b.order);
    return Promise.all(
      records.map(async ({ header, bytes, utf8 }): Promise<[string, string]> => [
        header.name,
        await (utf8 ?? bytes).text(),
      ]),
    );
  });
}

test('a file of every format opens by drop, from disk', async () => {
  const { page, context } = await stage.visit('file');
  await drop(page, everyFormat);
  await seeAll(page, names);
  expect(context.watch.errors).toEqual([]);
  await context.close();
});

test('a file of every format opens by the dialogue, and some by their content alone', async () => {
  const { page, context } = await stage.visit('file');
  const isText = /\.(?:csv|tsv|md|txt|jsonl?|zip)$/u;
  const disguised = everyFormat.map((each, index) =>
    index % 2 === 0 || isText.test(each.name) ? each : { ...each, name: `${each.name}.txt` },
  );
  await load(page, disguised);
  await seeAll(
    page,
    disguised.map(({ name, listed = name }) => listed),
  );
  expect(context.watch.errors).toEqual([]);
  await context.close();
});

test('a file of every format opens by paste, and so does what was copied with its form', async () => {
  const { page, context } = await stage.visit('file');
  await pasteFiles(page, everyFormat);
  await seeAll(page, names);
  const items = '<ol style="list-style-type:cjk-ideographic"><li>抓项目</li><li>抓作风</li></ol>';
  await paste(page, '抓项目\n抓作风', items);
  await until(async () => (await storedTexts(page)).at(-1)?.[1]).toMatch(/^一、抓项目\n二、抓作风$/u);
  const rtf = '{\\rtf1\\ansi {\\pntext \\u19977?\\u12289?}\\u25235?\\u25919?\\u21153?\\par}';
  await paste(page, '抓政务', rtf, 'text/rtf');
  await until(async () => (await storedTexts(page)).at(-1)?.[1]).toMatch(/三、\s*抓政务/u);
  expect(context.watch.errors).toEqual([]);
  await context.close();
});

test('the columns of a table are asked once, by keyboard, and can be changed', async () => {
  const { page, context } = await stage.visit('file');
  const unknown = (who: string) =>
    `编码,姓,汇报材料,备注说明\nA1,${who},一是强化资金保障，统筹用于三保。,已报送办公室\n`;
  await drop(page, [
    { name: '一.csv', bytes: unknown('李明华') },
    { name: '二.csv', bytes: unknown('王建国') },
  ]);
  const dialog = page.locator('dialog.map-columns');
  await dialog.getByTestId('previewed').first().waitFor();
  const use = (column: string) => dialog.getByLabel(column, { exact: true });
  await until(() => use('A 列：编码').evaluate((field) => field === document.activeElement)).toBe(true);
  await until(() => use('B 列：姓').inputValue()).toBe('speaker');
  await use('A 列：编码').selectOption('number');
  await use('D 列：备注说明').selectOption('title');
  await dialog.getByTestId('previewed').getByText('已报送办公室').waitFor();
  await dialog.getByRole('button', { name: '照此读入' }).press('Enter');
  await until(() => documentTexts(page)).toEqual([
    expect.stringContaining('已报送办公室'),
    expect.stringContaining('王建国'),
  ]);
  expect(await dialog.count()).toBe(0);

  await show(page, '稿件');
  await page.getByRole('button', { name: '选定 一.csv 的各列' }).click();
  await until(() => use('D 列：备注说明').inputValue()).toBe('title');
  await use('D 列：备注说明').selectOption('');
  await dialog.getByRole('button', { name: '一格一条' }).click();
  await dialog.getByRole('button', { name: '照此读入' }).click();
  await until(async () => (await documentTexts(page))[0]).not.toContain('已报送办公室');
  await untilReady(page);
  await page.locator('body').press('z');
  await until(async () => (await documentTexts(page))[0]).toContain('已报送办公室');
  expect(context.watch.errors).toEqual([]);
  await context.close();
});

async function documentTexts(page: Page): Promise<string[]> {
  return (await storedTexts(page)).map(([, text]) => text);
}

test('an archive gives its files with paths as names', async () => {
  const { page, context } = await stage.visit('file');
  await drop(page, [{ name: '材料.zip', bytes: archive }]);
  await show(page, '稿件');
  await until(() => documentNames(page)).toEqual([
    '材料.zip/材料/甲.csv',
    '材料.zip/材料/乙.jsonl',
    '材料.zip/外.txt',
  ]);
  await context.close();
});

test('a dropped folder is read with all that lies in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leitong-folder-'));
  try {
    mkdirSync(join(folder, '材料', '附件'), { recursive: true });
    mkdirSync(join(folder, '空'));
    writeFileSync(join(folder, '材料', '第10份.txt'), speechOf('李明华', '先把旧账理清。'));
    writeFileSync(join(folder, '材料', '第2份.txt'), speechOf('王建国', '再谈新的安排。'));
    writeFileSync(join(folder, '材料', '.隐藏.txt'), '不读');
    writeFileSync(join(folder, '材料', '附件', '表.csv'), table);
    const { page, context } = await stage.visit('file');
    const session = await context.newCDPSession(page);
    const data = { items: [], files: [join(folder, '材料'), join(folder, '空')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    }
    await show(page, '稿件');
    await until(() => documentNames(page)).toEqual(['材料/第2份.txt', '材料/第10份.txt', '材料/附件/表.csv']);
    await until(() => failures(page)).toEqual([['空', expect.stringContaining('文件夹是空的')]]);
    expect(context.watch.errors).toEqual([]);
    await context.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
