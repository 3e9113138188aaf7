import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openZip } from '../../src/office/zip.ts';
import { accepted, refused } from '../export/revised/oracle.ts';
import { linesOf, readLines } from '../export/revised/revised.ts';
import { GOLDEN_LINES, SEED_LINES, seedDocx } from '../export/revised/seed.ts';
import { hasWriter, settled } from '../export/revised/writer.ts';
import { untilReady } from './browser.ts';
import { setStage } from './stage.ts';
import { findings, load, until } from './workbench.ts';

const stage = setStage();
const canSettle = hasWriter();
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leitong-tracked-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function download(page: Page, format: string): Promise<{ name: string; bytes: Uint8Array }> {
  const [given] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId(`export-${format}`).click(),
  ]);
  const path = join(folder, `${Math.random()}`);
  await given.saveAs(path);
  return { name: given.suggestedFilename(), bytes: Uint8Array.from(readFileSync(path)) };
}

test('a Word file comes back with its changes as revisions: accepted the draft, refused the original', async () => {
  const { page, context } = await stage.visit('file', { acceptDownloads: true });
  const original = seedDocx();
  await load(page, [{ name: '发言.docx', bytes: original }]);
  for (const index of [0, 1, 4]) {
    const row = findings(page).nth(index);
    await row.waitFor();
    await row.click();
    await page.keyboard.press('Digit1');
    await until(() => row.locator('.decision-mark').getAttribute('aria-label')).toBe('已定：保留左');
  }
  // The page has the file's bytes after a reload, too.
  await page.reload();
  await untilReady(page);
  await page.keyboard.press('KeyD');
  await until(() => page.getByTestId('draft-summary').innerText()).toBe('删去 3 条，共 458 字；5 处改序号');

  const ways = page.getByRole('radiogroup', { name: 'Word 原稿' });
  await until(() => ways.getByRole('radio', { name: '带修订的原稿' }).isChecked()).toBe(true);
  const tracked = await download(page, 'docx');
  expect(tracked.name).toBe('发言（修订）.docx');
  await until(() => page.getByText('已导出 发言（修订）.docx').count()).toBe(1);
  expect(await page.getByTestId('export-remarks').count()).toBe(0);
  expect(await readLines(accepted(tracked.bytes))).toEqual(GOLDEN_LINES);
  expect(await readLines(refused(tracked.bytes))).toEqual(SEED_LINES);
  if (canSettle) {
    const [inWriter] = settled([tracked.bytes]);
    expect(linesOf(inWriter?.accepted ?? '')).toEqual(GOLDEN_LINES);
    expect(linesOf(inWriter?.refused ?? '')).toEqual(SEED_LINES);
  }

  await ways.getByRole('radio', { name: '改定的原稿' }).check();
  const applied = await download(page, 'docx');
  expect(applied.name).toBe('发言（改定）.docx');
  expect(await readLines(applied.bytes)).toEqual(GOLDEN_LINES);
  const inZip = openZip((await download(page, 'zip')).bytes);
  expect(inZip.read('定稿/发言（改定）.docx')).toEqual(applied.bytes);

  await ways.getByRole('radio', { name: '新建 Word' }).check();
  expect((await download(page, 'docx')).name).toBe('发言（定稿）.docx');
  expect(context.watch.errors).toEqual([]);
  await context.close();
});
