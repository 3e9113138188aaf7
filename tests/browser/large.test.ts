import { expect, test } from 'vitest';
import { setStage } from './stage.ts';
import { choose, findingCount, findings, openFinding, until } from './workbench.ts';

/** Measures that every document says in part, each in its own wording: thousands of documents, tens of thousands of findings. */
const MEASURES = 400;
const DOCUMENTS = 3_000;
const MEASURES_A_DOCUMENT = 6;
/** Rows in the document, whatever the list holds: those seen and some on either side. */
const ROWS_MOST = 60;
/** Speakers that the filter offers, beside everybody; the others are only counted. */
const SPEAKERS_MOST = 200;
const HAN = '厂桥渠灯仓库站港塔园街坊渡口堤坝牧渔林果茶桑麻棉油糖盐铁铜煤砖瓦窑染织绣雕刻印刷装裱';

const stage = setStage();

/** Documents that share measures with one another, the same ones each time. */
function documents() {
  const words = (seed: number, length: number) =>
    Array.from({ length }, (_, at) => HAN.charAt((seed * 31 + at * at * 7 + seed * at) % HAN.length)).join(
      '',
    );
  const measures = Array.from(
    { length: MEASURES },
    (_, number) => `${words(number, 24)}，${words(number + 999, 22)}。`,
  );
  return Array.from({ length: DOCUMENTS }, (_, number) => ({
    name: `${number}.txt`,
    bytes: `# 第${number}份\n\n局长 王${HAN.charAt(number % HAN.length)}${HAN.charAt(Math.floor(number / HAN.length) % HAN.length)}\n\n${[
      ...'一二三四五六',
    ]
      .slice(0, MEASURES_A_DOCUMENT)
      .map((digit, at) => `${digit}是${measures[(number * 13 + at * 101) % MEASURES]}`)
      .join('\n\n')}\n`,
  }));
}

test(
  'a list of thousands of findings stays small, scrolls to its end, and answers to keys',
  { timeout: 240_000 },
  async () => {
    const { page, context } = await stage.visit();
    await choose(page, documents());
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
