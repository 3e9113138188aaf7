import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { untilReady } from './browser.ts';
import { SCHEMES, setStage } from './stage.ts';
import { speechOf, TWO_SPEECHES } from './texts.ts';
import { choose, documentNames, failures, findingCount, load, show, until } from './workbench.ts';

/** In bytes: 200 MB, none of them on the disk. */
const HUGE_BYTES = 200 * 1024 * 1024;
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
const SHIFT_JIS = Buffer.from('82a082a282a482a682a882a982ab82ad82af82b182b382b582b782b982bb', 'hex');

const stage = setStage();

describe.each([
  ['an empty file', '空.txt', '', '文件是空的'],
  ['nothing but white space', '空白.txt', ' \n　\n', '只有空白'],
  ['a picture', '图.txt', PNG, '不是文本文件'],
  ['an unknown encoding', 'にほん.txt', SHIFT_JIS, '认不出文字编码'],
  ['a format that is not read', '发言.caj', 'CAJ', '这种格式还不能读'],
  ['markup in the name', '<script>window.hurt=1</script>.txt', '', '文件是空的'],
  ['more markup in the name', '"><img src=x onerror=window.hurt=1>.txt', '', '文件是空的'],
])('%s', (_what, name, bytes, sentence) => {
  test('has its place with a sentence, the others load, and it can be put away', async () => {
    const { page, context } = await stage.visit();
    await load(page, [TWO_SPEECHES[0], { name, bytes }, TWO_SPEECHES[1]]);
    await until(() => failures(page)).toEqual([[name, expect.stringContaining(sentence)]]);
    await until(() => findingCount(page)).toBe(1);
    await show(page, '稿件');
    await until(() => documentNames(page)).toEqual(['甲局.txt', '乙局.txt']);
    await page.getByRole('button', { name: '知道了' }).click();
    await until(() => failures(page)).toEqual([]);
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
    expect(context.watch.errors).toEqual([]);
    await context.close();
  });
});

test('bad files alone leave the example where it is', async () => {
  const { page, context } = await stage.visit();
  await load(page, [{ name: '空.txt', bytes: '' }]);
  await until(() => failures(page)).toHaveLength(1);
  await until(() => findingCount(page)).toBe(9);
  await context.close();
});

test('a text whose name is markup is shown by its name, and runs nothing', async () => {
  const { page, context } = await stage.visit();
  const name = '<script>window.hurt=1</script><img src=x onerror=window.hurt=1>.txt';
  const said = '<img src=x onerror="window.hurt=1">';
  await load(page, [{ name, bytes: speechOf('李明华', said) }, TWO_SPEECHES[1]]);
  await show(page, '稿件');
  await until(() => documentNames(page)).toEqual([name, '乙局.txt']);
  await page.locator('.reading').getByText(said).waitFor();
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
  await context.close();
});

test('a text without speeches is compared by its paragraphs', async () => {
  const { page, context } = await stage.visit();
  const [, paragraph] = TWO_SPEECHES[0].bytes.split('二是');
  await load(page, [
    { name: '一.txt', bytes: `开头随便写几句话，没有标题。\n\n${paragraph}` },
    { name: '二.txt', bytes: `另外一份文件，也没有署名。\n\n${paragraph}` },
  ]);
  await until(() => findingCount(page)).toBe(1);
  await until(() => page.getByTestId('finding').innerText()).toContain('未署名');
  await context.close();
});

describe.each(SCHEMES)('from the disk over %s', (scheme) => {
  test('a file of 200 MB is refused and the others load', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leitong-huge-'));
    try {
      const huge = join(folder, '大.txt');
      writeFileSync(huge, '');
      truncateSync(huge, HUGE_BYTES);
      const small = join(folder, TWO_SPEECHES[0].name);
      writeFileSync(small, TWO_SPEECHES[0].bytes);
      const { page, context } = await stage.visit(scheme);
      await page.getByTestId('file-input').setInputFiles([huge, small]);
      await untilReady(page);
      await until(() => failures(page)).toEqual([['大.txt', expect.stringContaining('超过 100 MB')]]);
      await show(page, '稿件');
      await until(() => documentNames(page)).toEqual([TWO_SPEECHES[0].name]);
      await context.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('an empty folder has its sentence and the files beside it load', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leitong-folder-'));
    try {
      const inner = join(folder, '讲话稿');
      mkdirSync(inner);
      const file = join(folder, TWO_SPEECHES[0].name);
      writeFileSync(file, TWO_SPEECHES[0].bytes);
      const { page, context } = await stage.visit(scheme);
      const session = await context.newCDPSession(page);
      const data = { items: [], files: [inner, file], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data });
      }
      await until(() => failures(page)).toEqual([['讲话稿', expect.stringContaining('文件夹是空的')]]);
      await untilReady(page);
      await show(page, '稿件');
      await until(() => documentNames(page)).toEqual([TWO_SPEECHES[0].name]);
      await context.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('of a hundred files with a broken one among them ninety-nine load', async () => {
  const { page, context } = await stage.visit();
  const files = Array.from({ length: 100 }, (_, index) => ({
    name: `${index + 1}.txt`,
    bytes:
      index === 41 ? PNG : speechOf('李明华', `这是第 ${index + 1} 份材料自己的内容，与别人的都不一样。`),
  }));
  await load(page, files);
  await until(() => failures(page)).toEqual([['42.txt', expect.stringContaining('不是文本文件')]]);
  await until(() => page.locator('header .loaded b').innerText()).toBe('99 份稿件');
  await context.close();
});

test('a folder of other things is told in one line and listed whole with the documents', async () => {
  const { page, context } = await stage.visit();
  await choose(
    page,
    Array.from({ length: 12 }, (_, index) => ({ name: `${index}.png`, bytes: PNG })),
  );
  await page.getByRole('alert').getByText('12 份未能载入').waitFor();
  await page.getByRole('alert').getByRole('button', { name: '稿件' }).click();
  await until(async () => (await failures(page)).length).toBeGreaterThan(4);
  await until(() => findingCount(page)).toBe(9);
  await context.close();
});

test('the same file twice is one document, and that is said', async () => {
  const { page, context } = await stage.visit();
  await load(page, TWO_SPEECHES);
  await load(page, [TWO_SPEECHES[0]]);
  await until(() => failures(page)).toEqual([['甲局.txt', expect.stringContaining('已经载入')]]);
  await show(page, '稿件');
  await until(() => documentNames(page)).toEqual(['甲局.txt', '乙局.txt']);
  await context.close();
});
