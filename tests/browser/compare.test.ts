import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { setStage } from './stage.ts';
import { findings, openFinding, rowWords, until } from './workbench.ts';

const stage = setStage();

/** Whose row is open. */
function openWho(page: Page): Promise<string> {
  return openFinding(page)
    .locator('.who')
    .evaluate((who) => who.textContent ?? '');
}

/** Opens the finding whose row has these words. */
async function open(page: Page, words: string): Promise<void> {
  await findings(page).filter({ hasText: words }).click();
  await until(() => openWho(page)).toContain(words);
}

/** A key as it arrives while a Chinese input method is active: the letter is gone, the physical key is not. */
function pressUnderInputMethod(page: Page, code: string): Promise<unknown> {
  return page.evaluate((physical) => {
    const key = { key: 'Process', code: physical, keyCode: 229, isComposing: false };
    const target = document.activeElement ?? document.body;
    return target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
  }, code);
}

describe('the open pair', () => {
  test('stands side by side with who and where', async () => {
    const { page, context } = await stage.visit();
    await open(page, '张健 措施七');
    const [a, b] = [page.getByTestId('side-a'), page.getByTestId('side-b')];
    await until(() => page.getByTestId('head-a').innerText()).toMatch(/张健 区科技局党组书记[^]*措施七/);
    await until(() => page.getByTestId('head-b').innerText()).toMatch(/张琰 张炉集镇党委书记[^]*措施四/);
    for (const [side, ordinal] of [
      [a, '七是'],
      [b, '四是'],
    ] as const) {
      await until(() => side.textContent()).toContain(`${ordinal}督导举报抓责任落实。采取公开举报电话`);
      expect((await side.locator('mark').allTextContents()).join('')).toBe(ordinal);
    }
    await context.close();
  });

  test('has its differences struck out on one side and written in on the other', async () => {
    const { page, context } = await stage.visit();
    await open(page, '曹立忠 开头');
    const struck = page.getByTestId('side-a').locator('del');
    const written = page.getByTestId('side-b').locator('ins');
    await until(() => struck.count()).toBeGreaterThan(0);
    await until(() => written.count()).toBeGreaterThan(0);
    await until(() => page.getByTestId('side-a').locator('ins').count()).toBe(0);
    await until(() => page.getByTestId('side-b').locator('del').count()).toBe(0);
    // Not by colour alone.
    const lineOf = (element: Element) => {
      const style = getComputedStyle(element);
      return style.textDecorationLine + style.borderBottomStyle + style.backgroundImage;
    };
    expect(await struck.first().evaluate(lineOf)).not.toBe('nonenonenone');
    expect(await written.first().evaluate(lineOf)).not.toBe('nonenonenone');
    await context.close();
  });

  test('gives each side as it was written when it is copied', async () => {
    const { page, context } = await stage.visit();
    await open(page, '张健 措施六≈措施十');
    const copied = await page.getByTestId('side-b').evaluate((side) => {
      const passage = [...side.querySelectorAll('.clause')];
      const range = document.createRange();
      range.setStartBefore(passage[0] as Element);
      range.setEndAfter(passage.at(-1) as Element);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return getSelection()?.toString().replaceAll('\n', '');
    });
    expect(copied).toBe('采取现场突击检查、调取监控等方式，定期和不定期进行明察暗访，');
    await context.close();
  });

  test('is set clause by clause or running, with the text around it or without', async () => {
    const { page, context } = await stage.visit();
    await open(page, '张琰 开头≈');
    const clauses = page.getByTestId('side-a').locator('.clause');
    const around = page.getByTestId('side-a').locator('.context.before, .context.after');
    await page.getByRole('button', { name: '逐句' }).click();
    const many = await clauses.count();
    expect(many).toBeGreaterThan(1);
    await page.keyboard.press('KeyL');
    await until(() => clauses.count()).toBe(1);
    await page.getByRole('button', { name: '逐句' }).click();
    await until(() => clauses.count()).toBe(many);
    const near = await around.count();
    expect(near).toBeGreaterThan(0);
    await page.keyboard.press('KeyC');
    await until(() => around.count()).toBe(0);
    await page.getByRole('button', { name: '上下文' }).click();
    await until(() => around.count()).toBe(near);
    await context.close();
  });

  test('loses the marks of a class that is switched off', async () => {
    const { page, context } = await stage.visit();
    const marks = page.getByTestId('side-a').locator('mark');
    await until(() => marks.count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: /^序号/ }).click();
    await until(() => marks.count()).toBe(0);
    await context.close();
  });

  test('leads into the document and back', async () => {
    const { page, context } = await stage.visit();
    await page.getByTestId('head-a').getByRole('button', { name: '在稿件中查看' }).click();
    await page
      .locator('.reading .line')
      .filter({ hasText: '改进工作方式，提高服务质量和服务效率' })
      .first()
      .waitFor();
    await page.keyboard.press('KeyV');
    await page.getByTestId('side-a').waitFor();
    await context.close();
  });
});

describe('keys', () => {
  test.each([
    ['arrows', 'ArrowDown', 'ArrowUp'],
    ['letters', 'KeyJ', 'KeyK'],
  ])('%s go to the next pair and back, and stop at the ends', async (_name, next, previous) => {
    const { page, context } = await stage.visit();
    const rows = (await rowWords(page)).map(({ who }) => who);
    await page.keyboard.press(previous);
    await until(() => openWho(page)).toBe(rows[0]);
    for (const who of [...rows.slice(1), rows.at(-1)]) {
      await page.keyboard.press(next);
      await until(() => openWho(page)).toBe(who);
    }
    await page.keyboard.press(previous);
    await until(() => openWho(page)).toBe(rows.at(-2));
    await context.close();
  });

  test.each([
    ['arrows', 'ArrowRight', 'ArrowLeft'],
    ['letters', 'KeyN', 'KeyP'],
  ])('%s go through the differences, round and round', async (_name, next, previous) => {
    const { page, context } = await stage.visit();
    await open(page, '曹立忠 开头');
    const chosen = () => page.locator('.apparatus [aria-current=true] i').allTextContents();
    const count = await page.locator('.apparatus li').count();
    expect(count).toBeGreaterThan(1);
    await page.keyboard.press(next);
    await until(chosen).toEqual(['1']);
    await page.keyboard.press(previous);
    await until(chosen).toEqual([String(count)]);
    await page.keyboard.press(next);
    await until(chosen).toEqual(['1']);
    await page.keyboard.press(next);
    await until(chosen).toEqual(['2']);
    await until(() => page.locator('.synopsis .chosen').first().getAttribute('data-difference')).toBe('2');
    await context.close();
  });

  test('are read from the keyboard, not from the input method', async () => {
    const { page, context } = await stage.visit();
    const rows = await rowWords(page);
    await pressUnderInputMethod(page, 'KeyJ');
    await until(() => openWho(page)).toBe(rows[1]?.who);
    await pressUnderInputMethod(page, 'KeyK');
    await until(() => openWho(page)).toBe(rows[0]?.who);
    await pressUnderInputMethod(page, 'Digit1');
    await until(() => page.locator('header .progress').innerText()).toContain('已处理 1/9');
    await context.close();
  });

  test('are all listed under ?, which Escape closes, and focus goes back', async () => {
    const { page, context } = await stage.visit();
    const list = page.getByRole('listbox');
    await list.focus();
    await page.keyboard.press('Shift+Slash');
    const dialog = page.getByRole('dialog', { name: '快捷键' });
    await dialog.waitFor();
    const keys = await dialog.locator('dt kbd').allTextContents();
    expect(keys).toEqual(
      expect.arrayContaining(['↑', '↓', 'J', 'K', '←', '→', 'N', 'P', '1', '4', '0', 'Z', '?']),
    );
    const before = await openWho(page);
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('Escape');
    await until(() => dialog.count()).toBe(0);
    expect(await list.evaluate((element) => element === document.activeElement)).toBe(true);
    await until(() => openWho(page)).toBe(before);
    await context.close();
  });

  test('are letters like any other in a field', async () => {
    const { page, context } = await stage.visit();
    const before = await openWho(page);
    await page.getByRole('searchbox').click();
    await page.keyboard.type('jk1z');
    await until(() => page.getByRole('searchbox').inputValue()).toBe('jk1z');
    await page.getByRole('searchbox').fill('');
    await until(() => openWho(page)).toBe(before);
    await until(() => page.locator('header .progress').innerText()).toContain('已处理 0/9');
    await context.close();
  });
});
