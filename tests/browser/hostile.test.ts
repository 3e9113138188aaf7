import { expect, test } from 'vitest';
import { untilReady } from './browser.ts';
import { setStage } from './stage.ts';
import { choose, findingCount, findings, openFinding, statusSays, until } from './workbench.ts';

/** In characters: as one line without an end, it recurs in itself everywhere. */
const LINE = 600_000;
/** Items of one paragraph: more than the map, the overview or the proof could draw. */
const ITEMS = 6_000;
const WORDS = ['督办', '检查', '约谈', '通报', '评估', '公开', '培训', '走访', '会商', '复核', '抽查'];

const item = (index: number) =>
  `${'一二三四五六七八九'.charAt(index % 9)}是抓好${WORDS[index % 11]}${WORDS[(index * 7) % 11]}第${index}号事项，`;
const FILES = [
  { name: '周期.txt', bytes: '甲乙'.repeat(LINE / 2) },
  { name: '条目.txt', bytes: Array.from({ length: ITEMS }, (_, index) => item(index)).join('') },
];

const stage = setStage();

test('a page with a text without end is alive behind a stopped detection, and takes it up again', async () => {
  const { page, context } = await stage.visit();
  const said = statusSays(page, /正在比对/);
  await choose(page, FILES);
  await said;
  const stop = page.getByRole('button', { name: '停止' });
  const isStopped = await stop.click({ timeout: 2_000 }).then(
    () => true,
    () => false,
  );
  if (isStopped) await page.getByRole('alert').getByRole('button', { name: '重新比对' }).click();
  await untilReady(page);
  await until(() => findingCount(page)).toBeGreaterThan(5);
  await findings(page).first().click();
  await until(() => openFinding(page).count()).toBe(1);
  await until(() => page.getByTestId('measure').count()).toBeLessThan(1_000);

  await page.keyboard.press('Digit1');
  await until(() => page.locator('.finding.done').count()).toBe(1);
  await page.keyboard.press('KeyD');
  await page.getByTestId('draft-summary').waitFor();
  const lengths = await page
    .getByTestId('galley-row')
    .evaluateAll((rows) => rows.map((row) => row.textContent?.length ?? 0));
  expect(Math.max(...lengths)).toBeLessThan(6_000);
  await page.keyboard.press('KeyO');
  await page.locator('.figures [data-figure=rate] b').filter({ hasText: '%' }).waitFor();
  expect(context.watch.errors).toEqual([]);
  await context.close();
});
