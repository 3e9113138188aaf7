import { expect, test } from 'vitest';
import { recurringDocuments } from './recurring.ts';
import { setStage } from './stage.ts';
import { choose, findingCount, findings, openFinding, until } from './workbench.ts';

/** Thousands of documents, tens of thousands of findings. */
const DOCUMENTS = 3_000;
/** Rows in the document, whatever the list holds: those seen and some on either side. */
const ROWS_MOST = 60;
/** Speakers that the filter offers, beside everybody; the others are only counted. */
const SPEAKERS_MOST = 200;
const stage = setStage();

test(
  'a list of thousands of findings stays small, scrolls to its end, and answers to keys',
  { timeout: 240_000 },
  async () => {
    const { page, context } = await stage.visit();
    await choose(page, recurringDocuments(DOCUMENTS));
    await page.getByTestId('status').and(page.locator('[data-state=ready]')).waitFor({ timeout: 200_000 });
    const count = await findingCount(page);
    expect(count).toBeGreaterThan(10_000);
    await until(() => findings(page).count()).toBeLessThan(ROWS_MOST);
    const speakers = page.getByRole('combobox', { name: '发言人' }).locator('option');
    await until(() => speakers.count()).toBe(SPEAKERS_MOST + 2);
    await until(() => speakers.last().innerText()).toMatch(/^另有 \d+ 人/);

    const list = page.getByRole('listbox');
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
    await until(async () =>
      Number(await findings(page).nth(20).getAttribute('aria-posinset')),
    ).toBeGreaterThan(count / 4);
    await until(() => findings(page).count()).toBeLessThan(ROWS_MOST);
    await findings(page).nth(12).click();
    const position = Number(await openFinding(page).getAttribute('aria-posinset'));
    await page.keyboard.press('KeyJ');
    await until(() => openFinding(page).getAttribute('aria-posinset')).toBe(String(position + 1));
    await page.keyboard.press('Digit3');
    await until(() => page.locator('header .progress span').innerText()).toBe(`已处理 1/${count}`);

    await page.getByRole('checkbox', { name: '只看未处理' }).check();
    await until(() => page.locator('.list-foot').innerText()).toContain(`${count - 1}/${count} 条`);
    await page.keyboard.press('KeyV');
    await until(() => page.locator('.outline .entry').count()).toBeGreaterThan(5);
    await until(() => page.locator('.outline .entry').count()).toBeLessThan(2 * ROWS_MOST);
    expect(context.watch.errors).toEqual([]);
    await context.close();
  },
);
