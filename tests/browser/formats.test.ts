import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fixture } from '../import/fixture.ts';
import { untilReady } from './browser.ts';
import { setStage } from './stage.ts';
import { speechOf } from './texts.ts';
import { documentNames, drop, failures, load, show, until } from './workbench.ts';

const stage = setStage();

const table = '发言人,单位,内容\n李明华,县财政局,一是强化资金保障。二是优化营商环境。\n';
const lines = '{"speaker":"王建国","text":"一是强化资金保障。二是改进工作作风。"}\n';
const archive = zipSync({
  '材料/甲.csv': strToU8(table),
  '材料/乙.jsonl': strToU8(lines),
  '../外.txt': strToU8('一是强化资金保障。'),
});

test('files of office programs open from disk, whatever they are called', async () => {
  const { page, context } = await stage.visit('file');
  await load(page, [
    { name: '通知.doc', bytes: fixture('notice.doc') },
    { name: '通知.rtf', bytes: fixture('notice.rtf') },
    { name: '通知.txt', bytes: fixture('notice.odt') },
  ]);
  await drop(page, [{ name: '材料.zip', bytes: archive }]);
  await untilReady(page);
  await page.getByText('6 份稿件').waitFor();
  await show(page, '稿件');
  await until(() => failures(page)).toEqual([]);
  expect(context.watch.errors).toEqual([]);
  await context.close();
});

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
