import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { untilReady } from './browser.ts';
import { precious, saveProject } from './projects.ts';
import { setStage } from './stage.ts';
import { choose, drop, findings, load, storedRecords, until, type GivenFile } from './workbench.ts';

const stage = setStage();
const SEED = readFileSync('seeds/000_5ce4e6a61f350004.txt', 'utf8');
const NAME = '交流发言.txt';

/** Judges the finding at `index` by a key and writes a note. */
async function decide(page: Page, index: number, key: string, note: string): Promise<void> {
  const row = findings(page).nth(index);
  await row.click();
  await until(() => row.getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press(`Digit${key}`);
  await until(() => row.getAttribute('class')).toContain('done');
  // The next one opens by itself.
  await row.click();
  await until(() => row.getAttribute('aria-selected')).toBe('true');
  await page.locator('#note').fill(note);
  await page.locator('#note').blur();
  await until(async () => Object.values(await decisions(page)).map((each) => each.note)).toContain(note);
}

type Stored = Record<string, { readonly judgement: string | null; readonly note: string }>;

async function decisions(page: Page): Promise<Stored> {
  const records = await storedRecords(page);
  return Object.fromEntries(Object.entries(records).filter(([key]) => key.startsWith('decision/'))) as Stored;
}

async function save(page: Page): Promise<Buffer> {
  const { name, bytes } = await saveProject(page);
  expect(name).toBe('雷同项目 交流发言.leitong');
  return Buffer.from(bytes);
}

async function answer(page: Page, given: string, files: readonly GivenFile[]): Promise<void> {
  await choose(page, files);
  await page.getByTestId(`answer-${given}`).click();
  await until(() => page.locator('dialog').count()).toBe(0);
  await untilReady(page);
}

test('the work is saved, opened elsewhere as it was, merged with another reviewer’s, and survives a revised draft', async () => {
  const { page, context } = await stage.visit('file', { acceptDownloads: true });
  await load(page, [{ name: NAME, bytes: SEED }]);
  for (const [index, key] of ['1', '2', '3'].entries())
    await decide(page, index, key, `第${index + 1}条：“备注”`);
  await page.keyboard.press('v');
  const own = await precious(page);
  expect(Object.keys(own)).toHaveLength(3);
  const project = await save(page);

  // Elsewhere, under a name that says nothing, on the example that makes way.
  const elsewhere = await stage.visit('file', { acceptDownloads: true });
  await drop(elsewhere.page, [{ name: '附件.bin', bytes: project }]);
  await until(() => elsewhere.page.locator('.loaded b').innerText()).toBe(NAME);
  await untilReady(elsewhere.page);
  await until(() => precious(elsewhere.page)).toEqual(own);
  await until(() => findings(elsewhere.page).first().getAttribute('class')).toContain('done');
  expect((await save(elsewhere.page)).equals(project)).toBe(true);

  // Another reviewer thinks otherwise of the first, and has judged one more.
  await decide(elsewhere.page, 0, '2', '王敏以为不然');
  await decide(elsewhere.page, 3, '3', '王敏以为都留');
  const theirs = await save(elsewhere.page);
  await elsewhere.context.close();
  await answer(page, 'beside', [{ name: '王敏.leitong', bytes: theirs }]);
  await until(async () => Object.keys(await decisions(page)).length).toBe(4);
  const filter = page.getByTestId('mark-differing');
  await until(() => filter.innerText()).toBe('分歧1');
  await filter.click();
  await until(() => findings(page).count()).toBe(1);
  await findings(page).first().click();
  const opinion = page.getByTestId('opinion');
  await until(() => opinion.innerText()).toMatch(/王敏[^]*保留右[^]*王敏以为不然/u);
  const mine = Object.entries(own);
  const after = await precious(page);
  for (const [key, value] of mine) expect(after[key]).toEqual(value);
  await page.getByRole('button', { name: '采用王敏的意见', exact: true }).click();
  await until(() => filter.innerText()).toBe('分歧0');
  await page.keyboard.press('z');
  await until(() => filter.innerText()).toBe('分歧1');
  await filter.click();
  await until(() => findings(page).count()).toBeGreaterThan(3);

  // A revised draft: words are changed, one of the judged items is gone, and something is said anew.
  await answer(page, 'replace', [{ name: NAME, bytes: revisedSeed() }]);
  await until(() => page.getByTestId('mark-fresh').innerText()).toMatch(/^新[1-9]/u);
  await page.keyboard.press('v');
  const told = page.getByTestId('revised');
  await until(() => told.innerText()).toMatch(/^沿用 3，新增 [1-9]\d*，消失 1/u);
  await page.getByRole('button', { name: `${NAME} 的旧稿` }).click();
  const gone = page.getByTestId('gone');
  await until(() => gone.innerText()).toContain('第1条：“备注”');
  expect(await gone.innerText()).toContain('改进工作方式');
  await page.getByTestId('compare-earlier').click();
  await until(() => page.locator('.comparison').innerText()).toContain('经商环境');
  await page.keyboard.press('v');
  await page.keyboard.press('z');
  await until(() => told.count()).toBe(0);
  expect(context.watch.errors).toEqual([]);
  expect(context.watch.requests.filter((address) => !address.startsWith('file:'))).toEqual([]);
});

/** The seed with a word changed all over, the repeated item of the first finding gone, and an old item said once more. */
function revisedSeed(): string {
  const lines = SEED.split('\n');
  const gone = lines.findIndex((line) => line.includes('五是改进工作方式'));
  const said = lines.find((line) => line.includes('坚持问题导向，结合')) ?? '';
  expect(gone).toBeGreaterThan(0);
  expect(said.length).toBeGreaterThan(60);
  lines.splice(gone, 1);
  return `${lines.join('\n').replaceAll('营商环境', '经商环境')}\n${said.replace(/^.{0,3}是/u, '')}\n`;
}

test('a project that is damaged or newer is refused in a sentence, and nothing changes', async () => {
  const { page } = await stage.visit('file', { acceptDownloads: true });
  await load(page, [{ name: NAME, bytes: SEED }]);
  await decide(page, 0, '1', '留');
  const before = await precious(page);
  const project = await save(page);
  project.writeUInt8(project.readUInt8(project.length >> 1) ^ 0xff, project.length >> 1);
  await choose(page, [{ name: '坏.leitong', bytes: project }]);
  await until(() => page.locator('.notices').innerText()).toContain('没有载入任何内容');
  expect(await precious(page)).toEqual(before);
});
