import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rebuildOriginal } from '../../src/core/draft/cleaned.ts';
import type { DraftLog } from '../../src/export/log-format.ts';
import { openZip } from '../../src/office/zip.ts';
import { untilReady } from './browser.ts';
import { GOLDEN_SUMMARY, decideGolden, linesOf, previewLines, takeDraft } from './drafts.ts';
import { SCHEMES, setStage } from './stage.ts';
import { findings, until } from './workbench.ts';

const stage = setStage();
const SEED = readFileSync('seeds/000_5ce4e6a61f350004.txt', 'utf8');
const GOLDEN = readFileSync('tests/fixtures/draft/seed-without-repeats.txt', 'utf8');

describe.each(SCHEMES)('from the seed to the draft over %s', (scheme) => {
  test('what was decided goes, the rest counts anew, and what is given out is what was shown', async () => {
    const { page, context } = await stage.visit(scheme, { acceptDownloads: true });
    await decideGolden(page);
    await page.keyboard.press('KeyD');
    await until(() => page.getByTestId('draft-summary').innerText()).toBe(GOLDEN_SUMMARY);
    const shown = await previewLines(page);
    expect(shown).toEqual(linesOf(GOLDEN));

    const text = await takeDraft(page, 'txt');
    expect([...text.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.text).toBe(GOLDEN);
    expect(text.name).toMatch(/（定稿）\.txt$/u);

    const log = await takeDraft(page, 'log');
    const record = JSON.parse(log.text) as DraftLog;
    expect(rebuildOriginal(text.text, record)).toBe(SEED);

    const markdown = await takeDraft(page, 'md');
    expect(markdown.text).toBe(GOLDEN);

    const zip = openZip((await takeDraft(page, 'zip')).bytes);
    const inside = zip.entries.find(({ name }) => name.endsWith('.txt'));
    expect(zip.read(inside?.name ?? '')).toEqual(text.bytes);

    const word = await takeDraft(page, 'docx');
    const xml = Buffer.from(openZip(word.bytes).read('word/document.xml') ?? []).toString('utf8');
    const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/gu)].map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t xml:space="preserve">([^<]*)</gu)].map((found) => found[1]).join(''),
    );
    expect(paragraphs).toEqual(shown);
    expect(context.watch.errors).toEqual([]);
    await context.close();
  });
});

test('without a decision it says what to do, and leads there', async () => {
  const { page, context } = await stage.visit();
  await page.keyboard.press('KeyD');
  await until(() => page.locator('main.draft h1').innerText()).toBe('还没有改动');
  await page.getByRole('button', { name: '去比对' }).click();
  await findings(page).first().waitFor();
  await context.close();
});

test('keys walk through the changes, and each removal leads to its comparison and can be taken back', async () => {
  const { page, context } = await stage.visit();
  await decideGolden(page);
  await page.keyboard.press('KeyD');
  const walk = page.locator('.draft-bar .walk .figure');
  await until(() => walk.innerText()).toBe('8 处改动');
  await page.keyboard.press('ArrowDown');
  await until(() => walk.innerText()).toBe('1 / 8 处改动');
  await page.keyboard.press('ArrowUp');
  await until(() => walk.innerText()).toBe('8 / 8 处改动');
  await page.keyboard.press('ArrowDown');
  const current = page.locator('[data-testid=galley-row].current');
  await until(() => current.locator('.notes').innerText()).toContain('留本篇措施三');
  await current.getByRole('button', { name: '恢复' }).click();
  await until(() => page.getByTestId('draft-summary').innerText()).toBe('删去 2 条，共 342 字；5 处改序号');
  await page.keyboard.press('KeyZ');
  await until(() => page.getByTestId('draft-summary').innerText()).toBe(GOLDEN_SUMMARY);
  await page
    .locator('[data-testid=galley-row].removed')
    .first()
    .getByRole('button', { name: '比对' })
    .click();
  await until(() => page.locator('.verdict').innerText()).toContain('只有序号不同');
  await context.close();
});

test('the screen and the place come back', async () => {
  const { page, context } = await stage.visit();
  await decideGolden(page);
  await page.keyboard.press('KeyD');
  await page.getByTestId('draft-speech').nth(2).getByRole('button').click();
  await until(() => page.getByTestId('galley-row').filter({ hasText: '转变观念 解放思想' }).count()).toBe(1);
  await page.reload();
  await untilReady(page);
  await until(() => page.getByTestId('draft-summary').innerText()).toBe(GOLDEN_SUMMARY);
  await until(() => page.getByTestId('galley-row').filter({ hasText: '转变观念 解放思想' }).count()).toBe(1);
  await context.close();
});

test('paper takes the whole draft, not only what is in sight', async () => {
  const { page, context } = await stage.visit();
  await decideGolden(page);
  await page.keyboard.press('KeyD');
  await page.getByTestId('draft-summary').waitFor();
  const printed = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'));
    const lines = [...document.querySelectorAll('.printed .line:not(.seam) > p')].map(
      (line) => line.textContent,
    );
    window.dispatchEvent(new Event('afterprint'));
    return { lines: lines.length, left: document.querySelectorAll('.printed').length };
  });
  expect(printed).toEqual({ lines: linesOf(GOLDEN).length + 3, left: 0 });
  await context.close();
});
