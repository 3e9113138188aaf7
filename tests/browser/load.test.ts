import { describe, expect, test } from 'vitest';
import { untilReady } from './browser.ts';
import { SCHEMES, setStage } from './stage.ts';
import { encoded, MEASURE, speechOf, TWO_SPEECHES, utf16 } from './texts.ts';
import { notice } from '../import/docx/documents.ts';
import { wordFile } from '../import/docx/word-file.ts';
import { wechatArticle, wordPage } from '../import/html/pages.ts';
import { documentNames, drop, findingCount, findings, load, paste, show, until } from './workbench.ts';

const stage = setStage();

describe.each(SCHEMES)('loading over %s', (scheme) => {
  test('many files at once by the dialogue, and more behind them', async () => {
    const { page, context } = await stage.visit(scheme);
    await load(page, TWO_SPEECHES);
    await load(page, [{ name: '丙局.md', bytes: speechOf('陈志强', '先把旧账理清，再谈新的安排。') }]);
    await until(() => findingCount(page)).toBe(3);
    await show(page, '稿件');
    await until(() => documentNames(page)).toEqual(['甲局.txt', '乙局.txt', '丙局.md']);
    expect(context.watch.errors).toEqual([]);
    await context.close();
  });

  test('by dropping anywhere on the page', async () => {
    const { page, context } = await stage.visit(scheme);
    await drop(page, TWO_SPEECHES);
    await untilReady(page);
    await until(() => findingCount(page)).toBe(1);
    await context.close();
  });
});

test('a page over which files are held says so, and no more when they leave', async () => {
  const { page, context } = await stage.visit();
  const hold = (type: string) =>
    page.evaluate((name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['文'], '文.txt'));
      document.body.firstElementChild?.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true }));
    }, type);
  const words = () =>
    page.getByTestId('drop-zone').evaluate((zone) => getComputedStyle(zone, '::after').content);
  await hold('dragenter');
  await until(words).toContain('松手即载入');
  await hold('dragleave');
  await until(words).not.toContain('松手即载入');
  await context.close();
});

describe('pasting', () => {
  test('outside of a field loads what was copied', async () => {
    const { page, context } = await stage.visit();
    await page.getByRole('button', { name: '粘贴文字' }).click();
    const field = page.getByRole('textbox', { name: '要比对的文字' });
    await field.fill(TWO_SPEECHES.map(({ bytes }) => bytes).join('\n'));
    await field.press('Control+A');
    await field.press('Control+C');
    await field.press('Escape');
    await until(() => page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Control+V');
    await until(() => findingCount(page)).toBe(1);
    await until(() => findings(page).innerText()).toContain('李明华');
    await context.close();
  });

  test('through the dialogue loads the text under its first line', async () => {
    const { page, context } = await stage.visit();
    await page.getByRole('button', { name: '粘贴文字' }).click();
    const take = page.getByRole('button', { name: '载入', exact: true });
    await until(() => take.isDisabled()).toBe(true);
    await page
      .getByRole('textbox', { name: '要比对的文字' })
      .fill(TWO_SPEECHES.map(({ bytes }) => bytes).join('\n'));
    await take.click();
    await until(() => findingCount(page)).toBe(1);
    await show(page, '稿件');
    await until(() => documentNames(page)).toEqual(['李明华的发言']);
    await context.close();
  });

  test('into a field stays in the field', async () => {
    const { page, context } = await stage.visit();
    await page.keyboard.press('Slash');
    await paste(page, MEASURE);
    await until(() => page.getByTestId('status').getAttribute('data-state')).toBe('ready');
    await until(() => findingCount(page)).toBe(9);
    await context.close();
  });

  test('from Word keeps the numbers of its lists', async () => {
    const { page, context } = await stage.visit();
    const item = (number: string, text: string) =>
      `<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>${number}<span>&nbsp;&nbsp;</span></span><![endif]>${text}</p>`;
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment--><h1>工作总结</h1>${item('一、', '抓好项目建设。')}${item('二、', '抓好招商引资。')}<!--EndFragment--></body></html>`;
    await paste(page, '工作总结\n抓好项目建设。\n抓好招商引资。', html);
    await show(page, '稿件');
    await until(() => documentNames(page)).toEqual(['工作总结']);
    await until(() => page.getByText('二、抓好招商引资。').count()).toBeGreaterThan(0);
    await context.close();
  });

  test('nothing but white space changes nothing', async () => {
    const { page, context } = await stage.visit();
    await paste(page, ' \n　');
    await until(() => page.getByTestId('status').getAttribute('data-state')).toBe('ready');
    await until(() => findingCount(page)).toBe(9);
    await context.close();
  });
});

test.each([
  ['发言.docx', wordFile(notice), '二、重点任务'],
  ['网页.html', wechatArticle, '二、优化营商环境'],
  [
    '总结.mht',
    `MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n${wordPage}`,
    '一、总体情况良好',
  ],
])('%s opens with the numbers of its paragraphs', async (name, bytes, item) => {
  const { page, context } = await stage.visit();
  await drop(page, [{ name, bytes: Buffer.from(bytes as string) }]);
  await show(page, '稿件');
  await until(() => documentNames(page)).toEqual([name]);
  await until(() => page.getByText(item).count()).toBeGreaterThan(0);
  expect(context.watch.errors).toEqual([]);
  await context.close();
});

describe('encodings', () => {
  const [{ bytes: text }] = TWO_SPEECHES;
  const traditional =
    '# 會議發言\n\n區財政局局長 陳志強\n\n一是進一步改善營商環境，認真聽取企業與群眾的意見，問題清單逐項落實。\n';

  test.each([
    ['UTF-8', Buffer.from(text), '李明华', null],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), '李明华', null],
    ['GB18030', encoded(text, 'gb18030'), '李明华', 'GB18030'],
    ['UTF-16, little end first', utf16(text, 'le'), '李明华', 'UTF-16'],
    ['UTF-16, big end first', utf16(text, 'be'), '李明华', 'UTF-16'],
    ['Big5', encoded(traditional, 'big5'), '陳志強', 'Big5'],
  ])('%s is recognised', async (_name, bytes, speaker, said) => {
    const { page, context } = await stage.visit();
    await load(page, [{ name: '文.txt', bytes }]);
    await show(page, '稿件');
    await until(() => page.locator('.outline [data-testid=speech] b').allTextContents()).toEqual([speaker]);
    const head = await page.locator('.outline [data-testid=document]').innerText();
    if (said === null) expect(head).not.toMatch(/UTF|GB|Big5/);
    else expect(head).toContain(said);
    await context.close();
  });
});
