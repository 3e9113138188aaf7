import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Download, Page } from 'playwright-core';
import { rebuildOriginal } from '../../src/core/draft/cleaned.ts';
import type { DraftLog } from '../../src/export/log-format.ts';
import { openZip } from '../../src/office/zip.ts';
import { untilReady } from './browser.ts';
import { SCHEMES, setStage } from './stage.ts';
import { findings, until } from './workbench.ts';

const stage = setStage();
const SEED = readFileSync('seeds/000_5ce4e6a61f350004.txt', 'utf8');
const GOLDEN = readFileSync('tests/fixtures/draft/seed-without-repeats.txt', 'utf8');
const SOFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find(
  existsSync,
);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leitong-draft-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The findings of the seed that are one measure twice in one speech: the first, the second and the fifth. */
const TWICE = [0, 1, 4];

/** Decides that of each of these the first stays. */
async function decide(page: Page): Promise<void> {
  for (const index of TWICE) {
    const row = findings(page).nth(index);
    await row.click();
    await page.keyboard.press('Digit1');
    await until(() => row.locator('.decision-mark').getAttribute('aria-label')).toBe('已定：保留左');
  }
}

/** The lines of the clean preview, all of them, read while it is scrolled through. */
async function preview(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: '清样' }).click();
  return page.locator('.draft .scroll').evaluate(async (scroller) => {
    const lines = new Map<number, string>();
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    scroller.scrollTop = 0;
    for (let last = -1; scroller.scrollTop !== last;) {
      await frame();
      await frame();
      for (const row of scroller.querySelectorAll<HTMLElement>('[data-testid=galley-row]')) {
        lines.set(Number(row.dataset['index']), row.querySelector('p')?.textContent ?? '');
      }
      last = scroller.scrollTop;
      scroller.scrollTop += scroller.clientHeight / 2;
    }
    return [...lines].sort(([a], [b]) => a - b).map(([, line]) => line);
  });
}

/** The lines of a text as the preview has them. */
function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim().replace(/^#+ */u, ''))
    .filter((line) => line !== '');
}

async function download(page: Page, format: string): Promise<{ name: string; bytes: Buffer; path: string }> {
  const [given]: [Download, void] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId(`export-${format}`).click(),
  ]);
  const path = join(folder, given.suggestedFilename());
  await given.saveAs(path);
  return { name: given.suggestedFilename(), bytes: readFileSync(path), path };
}

describe.each(SCHEMES)('from the seed to the draft over %s', (scheme) => {
  test('what was decided goes, the rest counts anew, and what is given out is what was shown', async () => {
    const { page, context } = await stage.visit(scheme, { acceptDownloads: true });
    await decide(page);
    await page.keyboard.press('KeyD');
    await until(() => page.getByTestId('draft-summary').innerText()).toBe('删去 3 条，共 458 字；5 处改序号');
    const shown = await preview(page);
    expect(shown).toEqual(linesOf(GOLDEN));

    const text = await download(page, 'txt');
    expect(text.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(text.bytes.subarray(3).toString('utf8')).toBe(GOLDEN);
    expect(text.name).toMatch(/（定稿）\.txt$/u);

    const log = await download(page, 'log');
    const record = JSON.parse(log.bytes.toString('utf8')) as DraftLog;
    expect(rebuildOriginal(text.bytes.subarray(3).toString('utf8'), record)).toBe(SEED);

    const markdown = await download(page, 'md');
    expect(markdown.bytes.toString('utf8')).toBe(GOLDEN);

    const zip = openZip((await download(page, 'zip')).bytes);
    const inside = zip.entries.find(({ name }) => name.endsWith('.txt'));
    expect(Buffer.from(zip.read(inside?.name ?? '') ?? [])).toEqual(text.bytes);

    const word = await download(page, 'docx');
    const xml = Buffer.from(openZip(word.bytes).read('word/document.xml') ?? []).toString('utf8');
    const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/gu)].map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t xml:space="preserve">([^<]*)</gu)].map((found) => found[1]).join(''),
    );
    expect(paragraphs).toEqual(shown);
    expect(context.watch.errors).toEqual([]);
    await context.close();
  });
});

test.skipIf(SOFFICE === undefined)('LibreOffice reads from the Word document what was shown', async () => {
  const { page, context } = await stage.visit('file', { acceptDownloads: true });
  await decide(page);
  await page.keyboard.press('KeyD');
  const shown = await preview(page);
  const { path } = await download(page, 'docx');
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  execFileSync(SOFFICE as string, [
    profile,
    '--headless',
    '--convert-to',
    'txt:Text (encoded):UTF8',
    '--outdir',
    folder,
    path,
  ]);
  const read = readFileSync(path.replace(/\.docx$/u, '.txt'), 'utf8').replace('\ufeff', '');
  expect(linesOf(read)).toEqual(shown);
  await context.close();
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
  await decide(page);
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
  await until(() => page.getByTestId('draft-summary').innerText()).toBe('删去 3 条，共 458 字；5 处改序号');
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
  await decide(page);
  await page.keyboard.press('KeyD');
  await page.getByTestId('draft-speech').nth(2).getByRole('button').click();
  await until(() => page.getByTestId('galley-row').filter({ hasText: '转变观念 解放思想' }).count()).toBe(1);
  await page.reload();
  await untilReady(page);
  await until(() => page.getByTestId('draft-summary').innerText()).toBe('删去 3 条，共 458 字；5 处改序号');
  await until(() => page.getByTestId('galley-row').filter({ hasText: '转变观念 解放思想' }).count()).toBe(1);
  await context.close();
});

test('paper takes the whole draft, not only what is in sight', async () => {
  const { page, context } = await stage.visit();
  await decide(page);
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
