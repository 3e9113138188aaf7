import { describe, expect, test } from 'vitest';
import { untilReady } from './browser.ts';
import { SCHEMES, setStage } from './stage.ts';
import { TWO_SPEECHES } from './texts.ts';
import {
  documentNames,
  findingCount,
  findings,
  load,
  removeButton,
  rowWords,
  until,
  show,
} from './workbench.ts';

const SEED = '000_5ce4e6a61f350004.txt';
/** What speakers say to be polite and to pass on: never worth one of the first places. */
const STOCK_PHRASES = ['各位领导', '同志们', '汇报如下', '谢谢大家', '高度重视', '以下几个方面', '下一步'];

const stage = setStage();

describe.each(SCHEMES)('the first visit over %s', (scheme) => {
  test('shows the example, labelled as one, with all that its speakers said twice', async () => {
    const { page, context } = await stage.visit(scheme);
    await until(() => page.locator('header').getByText('示例', { exact: true }).isVisible()).toBe(true);
    await until(() => findingCount(page)).toBe(9);
    const said = async () => (await rowWords(page)).map(({ who, how }) => `${who} ${how}`);
    await until(said).toEqual([
      '张健 措施三＝措施五 只有序号不同',
      '张健 措施二＝措施四 只有序号不同',
      '张健 措施七＝张琰 措施四 只有序号不同',
      '张健 措施六＝张琰 措施三 只有序号不同',
      '曹立忠 措施三＝措施四 只有序号不同',
      '张健 措施六≈措施十 只差一处，右多“和”',
      '张健 措施十≈张琰 措施三 只差一处，左多“和”',
      '张琰 开头≈秦立忠 开头 换了说法，换词 3 处，左多 1 处，右多 1 处',
      '曹立忠 开头≈张琰 开头 换了说法，换词 1 处，左多 1 处，右多 1 处',
    ]);
    const rows = await rowWords(page);
    expect(rows.filter(({ excerpt }) => excerpt.startsWith('采取现场突击检查'))).toHaveLength(2);
    expect(context.watch.errors).toEqual([]);
    await context.close();
  });

  test('puts no stock phrase among the first ten', async () => {
    const { page, context } = await stage.visit(scheme);
    const excerpts = (await rowWords(page)).slice(0, 10).map(({ excerpt }) => excerpt);
    expect(excerpts.filter((excerpt) => STOCK_PHRASES.some((phrase) => excerpt.startsWith(phrase)))).toEqual(
      [],
    );
    await context.close();
  });

  test('the example makes way for the first text without a question', async () => {
    const { page, context } = await stage.visit(scheme);
    await load(page, TWO_SPEECHES);
    await until(() => page.locator('header').getByText('示例', { exact: true }).count()).toBe(0);
    await until(() => page.getByRole('dialog').count()).toBe(0);
    await until(() => findings(page).count()).toBe(1);
    await show(page, '稿件');
    await until(() => documentNames(page)).toEqual(['甲局.txt', '乙局.txt']);
    await page.reload();
    await untilReady(page);
    await until(() => documentNames(page)).toEqual(['甲局.txt', '乙局.txt']);
    await context.close();
  });

  test('with the last document gone the start shows, also after a reload, and the example can be had again', async () => {
    const { page, context } = await stage.visit(scheme);
    await show(page, '稿件');
    await removeButton(page, SEED).click();
    const start = page.getByRole('heading', { level: 1, name: '雷同' });
    await start.waitFor();
    await page.reload();
    await start.waitFor();
    await until(() => page.getByTestId('document').count()).toBe(0);
    await page.getByRole('button', { name: '打开示例' }).click();
    await untilReady(page);
    await until(() => findingCount(page)).toBe(9);
    await context.close();
  });
});
