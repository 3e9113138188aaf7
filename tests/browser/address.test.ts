import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openPage, untilReady } from './browser.ts';
import { SCHEMES, setStage } from './stage.ts';
import { findings, load, openFinding, storedRecords, until } from './workbench.ts';
import { TWO_SPEECHES } from './texts.ts';

const stage = setStage();

/** What stands behind `#` in the address. */
const fragment = async (page: Page) => decodeURIComponent(new URL(page.url()).hash.slice(1));
const screen = (page: Page) => page.locator('header nav [aria-current=page]').innerText();
const opened = (page: Page) => openFinding(page).getAttribute('data-index');

test.each(SCHEMES)(
  'the back key, a reload and a link in another tab lead to what was shown (%s)',
  async (scheme) => {
    const { page, context } = await stage.visit(scheme);
    await until(() => fragment(page)).toBe('compare');
    await findings(page).nth(2).click();
    await until(() => fragment(page)).toMatch(/^compare\/pair\/[0-9a-f:~]+$/);
    const third = await fragment(page);
    await findings(page).nth(4).click();
    await until(() => opened(page)).toBe('4');
    const fifth = await fragment(page);
    expect(fifth).not.toBe(third);
    await page.keyboard.press('ArrowDown');
    await until(() => opened(page)).toBe('5');
    await page.keyboard.press('Digit4');
    await until(() => page.locator('header .progress span').innerText()).toBe('已处理 1/9');
    await page.keyboard.press('KeyO');
    await until(() => fragment(page)).toBe('overview');

    await page.goBack();
    await until(() => screen(page)).toBe('比对');
    await until(() => opened(page)).toBe('5');
    await page.goBack();
    await until(() => opened(page)).toBe('2');
    await page.goForward();
    await page.goForward();
    await until(() => screen(page)).toBe('总览');
    // What was decided is no step of the way: the back key leaves it, undoing leaves the way.
    await page.keyboard.press('KeyZ');
    await until(() => page.locator('header .progress span').innerText()).toBe('已处理 0/9');
    await until(() => fragment(page)).toBe('overview');

    await page.keyboard.press('Escape');
    await until(() => screen(page)).toBe('比对');
    await page.locator('.filter .options').first().getByRole('button').nth(1).click();
    await page.getByRole('searchbox').fill('调度');
    await until(() => fragment(page)).toMatch(/^compare\/pair\/[0-9a-f:~]+\?scope=within&find=调度$/);
    const link = page.url();

    const other = await context.newPage();
    await other.goto(link);
    await untilReady(other);
    await until(() => other.getByRole('searchbox').inputValue()).toBe('调度');
    await other.keyboard.press('Escape');
    await other.keyboard.press('KeyV');
    await until(() => screen(other)).toBe('稿件');
    await other.getByTestId('measure').first().click();
    await until(() => fragment(other)).toMatch(/^documents\/[0-9a-f]+\/\d+$/);
    const place = await fragment(other);
    await until(async () => (await storedRecords(other))['view']).toMatchObject({ screen: 'documents' });

    // Each tab comes back to its own.
    await page.reload();
    await untilReady(page);
    await until(() => page.getByRole('searchbox').inputValue()).toBe('调度');
    await until(() => screen(page)).toBe('比对');
    await other.reload();
    await untilReady(other);
    await until(() => screen(other)).toBe('稿件');
    await until(() => fragment(other)).toBe(place);
    expect(context.watch.errors).toEqual([]);
    await context.close();
  },
);

test('a link to what is not there says so, and strange ones do no harm', async () => {
  const { page, context } = await stage.visit();
  await page.evaluate(() => (location.hash = 'compare/pair/0123456789abcdef'));
  const notice = page.getByRole('alert');
  await until(() => notice.innerText()).toContain('链接所指的一对不在现有结果里');
  await until(() => findings(page).count()).toBe(9);
  await findings(page).nth(1).click();
  await until(() => notice.count()).toBe(0);
  const [id = ''] = /[0-9a-f:~]{60,}/.exec(page.url()) ?? [];
  expect(id).not.toBe('');

  for (const strange of [
    '%E5%',
    'compare/pair/%00?alike=x..&kinds=&picks=~.~',
    '<img src=x>',
    'draft///?=&&',
  ]) {
    await page.evaluate((hash) => (location.hash = hash), strange);
    await until(() => page.locator('header nav [aria-current=page]').count()).toBe(1);
  }
  expect(context.watch.errors).toEqual([]);

  // The same link where other documents are loaded.
  await page.keyboard.press('KeyV');
  await load(page, TWO_SPEECHES);
  const again = await openPage(context, `${stage.address('file')}#compare/pair/${id}`);
  await until(() => again.getByRole('alert').innerText()).toContain('链接所指的一对不在现有结果里');
  await until(() => findings(again).count()).toBe(1);
  await again.evaluate((hash) => (location.hash = hash), 'documents/0123456789abcdef');
  await until(() => again.getByRole('alert').innerText()).toContain('链接所指的稿件没有载入');
  await context.close();
});
