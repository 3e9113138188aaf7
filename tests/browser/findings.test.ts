import { describe, expect, test } from 'vitest';
import { untilReady } from './browser.ts';
import { setStage } from './stage.ts';
import { changeDetection } from './stored-detection.ts';
import { findings, openFinding, rowWords, until } from './workbench.ts';

const stage = setStage();

/** A page on the example with the ways to filter it. */
async function visitList() {
  const { page, context } = await stage.visit();
  const filters = page.locator('.filter');
  return {
    page,
    context,
    press: (name: RegExp) => filters.getByRole('button', { name }).click(),
    all: (attribute: string) =>
      findings(page).evaluateAll(
        (rows, name) => [...new Set(rows.map((row) => row.getAttribute(name)))],
        attribute,
      ),
    untilShown: (count: number) =>
      until(async () => [
        await findings(page).count(),
        await page.locator('.list-foot .figure').innerText(),
      ]).toEqual([count, `${count}/9 条`]),
  };
}

test('each row says who, which item, how alike, how they differ, and how it begins', async () => {
  const { page, context } = await visitList();
  const row = findings(page).filter({ hasText: '曹立忠 措施三' });
  const words = (part: string) => row.locator(part).textContent();
  expect(await words('.who')).toBe('曹立忠 措施三＝措施四');
  expect(await words('.similarity')).toBe('1.00');
  await until(() => words('.brief')).toBe('只有序号不同');
  expect(await words('.excerpt')).toMatch(/^进一步提升干部队伍的担当履职能力/);
  await until(() => row.getAttribute('data-kind')).toBe('identical');
  await until(() => row.getAttribute('data-scope')).toBe('within');
  expect(Number(await row.getAttribute('data-similarity'))).toBe(1);
  await context.close();
});

test('a passage that stands in more than two places says so, in its row and when it is open', async () => {
  const { page, context } = await visitList();
  const row = findings(page).filter({ hasText: '张健 措施六≈措施十' });
  await until(() => row.locator('.group').innerText()).toBe('共 3 处');
  await row.click();
  await until(() => page.locator('main .nth').innerText()).toContain('共 3 处');
  await until(() => page.locator('main .reason').innerText()).toMatch(/^片段：.*占/);
  await context.close();
});

describe('the list is filtered', () => {
  test('by scope', async () => {
    const { context, press, all, untilShown } = await visitList();
    await press(/^同一发言内\s*4$/);
    await untilShown(4);
    expect(await all('data-scope')).toEqual(['within']);
    await press(/^跨发言\s*5$/);
    await untilShown(5);
    expect(await all('data-scope')).toEqual(['across']);
    await press(/^全部\s*9$/);
    await untilShown(9);
    await context.close();
  });

  test('by kind, one or several', async () => {
    const { context, press, all, untilShown } = await visitList();
    await press(/^片段\s*2$/);
    await untilShown(2);
    expect(await all('data-kind')).toEqual(['partial']);
    await press(/^改写\s*2$/);
    await untilShown(4);
    expect(await all('data-kind')).toEqual(['partial', 'paraphrase']);
    await press(/^片段\s*2$/);
    await untilShown(2);
    expect(await all('data-kind')).toEqual(['paraphrase']);
    await context.close();
  });

  test('by speaker', async () => {
    const { page, context, untilShown } = await visitList();
    await page.getByRole('combobox', { name: '发言人' }).selectOption('秦立忠');
    await untilShown(1);
    await until(() => findings(page).innerText()).toContain('秦立忠');
    await page.getByRole('combobox', { name: '发言人' }).selectOption('所有发言人');
    await untilShown(9);
    await context.close();
  });

  test('by similarity', async () => {
    const { page, context, untilShown } = await visitList();
    const slider = page.getByRole('slider', { name: /相似/ });
    await slider.fill('0.97');
    await untilShown(7);
    await slider.press('End');
    await untilShown(5);
    await slider.press('Home');
    await untilShown(9);
    await context.close();
  });

  test('by the length of what is shared', async () => {
    const { page, context, untilShown } = await visitList();
    const slider = page.getByRole('slider', { name: /字数/ });
    await slider.fill('60');
    await untilShown(5);
    await slider.press('Home');
    await untilShown(9);
    await context.close();
  });

  test('by a threshold that sets itself, which hides none of a few, until it is moved', async () => {
    const { page, context, untilShown } = await visitList();
    const automatic = page.getByRole('button', { name: '自动' });
    await until(() => automatic.getAttribute('aria-pressed')).toBe('true');
    await until(() => page.getByText('自动滤去').count()).toBe(0);
    await page.getByRole('slider', { name: /相似/ }).fill('0.97');
    await untilShown(7);
    await until(() => automatic.getAttribute('aria-pressed')).toBe('false');
    await automatic.click();
    await untilShown(9);
    await until(() => automatic.getAttribute('aria-pressed')).toBe('true');
    await context.close();
  });

  test('by a threshold in the valley of many findings; it says how many it hides, and one click shows all', async () => {
    const { page, context } = await visitList();
    await changeDetection(page, ({ pairs, boilerplate }) => {
      const passage = pairs.find(({ kind }) => kind === 'paraphrase');
      if (passage === undefined) throw new Error('no paraphrase');
      const weak = Array.from({ length: 40 }, (_, i) => ({ similarity: 0.4 + i / 400, id: `weak-${i}` }));
      const strong = Array.from({ length: 99 }, (_, i) => ({
        similarity: 0.85 + i / 990,
        id: `strong-${i}`,
      }));
      const many = [...strong, ...weak].map((part) => ({ ...passage, ...part }));
      return { pairs: [...pairs.slice(0, 1), ...many], boilerplate };
    });
    const foot = page.locator('.list-foot .figure');
    await until(() => foot.innerText()).toBe('100/140 条');
    await page.getByText('自动滤去 40 条').waitFor();
    await page.getByRole('button', { name: '全部显示' }).click();
    await until(() => foot.innerText()).toBe('140/140 条');
    await until(() => page.getByText('自动滤去').count()).toBe(0);
    await page.getByRole('button', { name: '自动' }).click();
    await until(() => foot.innerText()).toBe('100/140 条');
    await context.close();
  });

  test('by words, which / leads to and Escape leaves', async () => {
    const { page, context, untilShown } = await visitList();
    await page.keyboard.press('Slash');
    await page.keyboard.type('工作落实年');
    await untilShown(1);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('find');
    await context.close();
  });

  test('to those without a judgement: a judged one stays open, and the next one follows it', async () => {
    const { page, context, untilShown } = await visitList();
    await page.getByRole('button', { name: '设置' }).click();
    await page.getByLabel('定夺后自动到下一条未处理的').uncheck();
    await page.keyboard.press('Escape');
    const verdict = page.locator('main h1');
    const rows = await rowWords(page);
    await page.getByRole('checkbox', { name: '只看未处理' }).check();
    const before = await verdict.innerText();
    await page.keyboard.press('Digit3');
    await untilShown(8);
    await until(() => verdict.innerText()).toBe(before);
    await until(() => openFinding(page).count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Digit3');
    await untilShown(7);
    await page.keyboard.press('ArrowDown');
    await until(() => openFinding(page).locator('.who').textContent()).toBe(rows[3]?.who);
    await context.close();
  });

  test('to nothing, which is said, with the way back', async () => {
    const { page, context, press, untilShown } = await visitList();
    await press(/^改写\s*2$/);
    await page.getByRole('searchbox').fill('没有这样的话');
    await untilShown(0);
    await page.getByText('没有符合条件的条目').waitFor();
    await page.getByRole('button', { name: '显示全部' }).click();
    await untilShown(9);
    await until(() => page.getByRole('searchbox').inputValue()).toBe('');
    await context.close();
  });

  test('and stays so over a reload', async () => {
    const { page, context, press, untilShown } = await visitList();
    await press(/^跨发言\s*5$/);
    await press(/^相同\s*5$/);
    await untilShown(2);
    await page.reload();
    await untilReady(page);
    await untilShown(2);
    await context.close();
  });
});
