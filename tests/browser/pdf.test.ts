import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { launch, type ElementHandle } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { cjkFont, onePage, utf16Hex } from '../import/pdf/by-hand.ts';
import { pageOnDisk } from './browser.ts';
import { findFirefox } from './installed.mjs';
import { SCHEMES, setStage } from './stage.ts';
import { TWO_SPEECHES } from './texts.ts';
import { documentNames, failures, findingCount, load, show, until } from './workbench.ts';

const FOLDER = 'tests/import/pdf';
/** A sentence of the speech that a page break cuts. */
const SENTENCE = '全面推行一次办好，凡是能在网上办的事项一律在网上办，让数据多跑路、群众少跑腿。';
/** In bytes: what the page may weigh, packed and without its parts; and all of it, unpacked. */
const PAGE_MOST = 300_000;
const WHOLE_MOST = 2_500_000;

const stage = setStage();

function pdf(name: string) {
  return { name, bytes: readFileSync(`${FOLDER}/${name}`) };
}

test('the page without its parts is small, and with them not large', () => {
  const page = readFileSync('dist/index.html', 'utf8');
  const parts = /<script type="application\/octet-stream" id="part-(?:office|pdf)">[^<]+<\/script>/gu;
  expect(page).toMatch(/id="part-office"[^]*id="part-pdf"/u);
  expect(gzipSync(page.replaceAll(parts, ''), { level: 9 }).length).toBeLessThan(PAGE_MOST);
  expect(Buffer.byteLength(page)).toBeLessThan(WHOLE_MOST);
});

describe.each(SCHEMES)('PDF over %s', (scheme) => {
  test('is read in the page, beside texts, and nothing is asked for', async () => {
    const { page, context } = await stage.visit(scheme);
    const asked = context.watch.requests.length;
    await load(page, [TWO_SPEECHES[0], pdf('speech.pdf')]);
    await show(page, '稿件');
    await until(() => documentNames(page)).toEqual(['甲局.txt', 'speech.pdf']);
    await page.locator('.outline [data-testid=document]').last().click();
    await page.locator('.reading').getByText(SENTENCE).first().waitFor();
    expect(context.watch.requests.slice(asked)).toEqual([]);
    expect(context.watch.errors).toEqual([]);
    await context.close();
  });

  test('that cannot be read has its sentence', async () => {
    const { page, context } = await stage.visit(scheme);
    await load(page, [
      pdf('needs-password.pdf'),
      pdf('vertical.pdf'),
      { name: '坏.pdf', bytes: '%PDF-1.7 坏' },
    ]);
    await until(() => failures(page)).toEqual([
      ['needs-password.pdf', expect.stringContaining('密码')],
      ['vertical.pdf', expect.stringContaining('竖排')],
      ['坏.pdf', expect.any(String)],
    ]);
    expect(context.watch.errors).toEqual([]);
    await context.close();
  });
});

test('Chinese without a font in the file is read by the tables on board', async () => {
  const { page, context } = await stage.visit('file');
  const said = '一是改善环境，认真听取意见，问题清单逐项落实。';
  const hex = utf16Hex(said);
  const bytes = onePage([{ hex, x: 72, y: 700, size: 12 }], cjkFont('UniGB-UCS2-H', 'GB1'));
  await load(page, [{ name: '无字体.pdf', bytes }]);
  await show(page, '稿件');
  await page.locator('.reading').getByText('认真听取意见').first().waitFor();
  expect(context.watch.errors).toEqual([]);
  await context.close();
});

test('the same PDF twice is one document, and what they share is found', async () => {
  const { page, context } = await stage.visit('file');
  await load(page, [pdf('speech.pdf'), { ...pdf('notice.pdf'), name: '通知.txt' }]);
  await until(() => findingCount(page)).toBeGreaterThan(0);
  await load(page, [pdf('speech.pdf')]);
  await until(() => failures(page)).toHaveLength(1);
  await context.close();
});

const executablePath = findFirefox();

// `npm test` says loudly when there is no Firefox.
describe.skipIf(executablePath === null)('Firefox', () => {
  test('reads PDF from disk', async () => {
    const browser = await launch({
      browser: 'firefox',
      executablePath: executablePath ?? '',
      headless: true,
    });
    try {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(pageOnDisk());
      await page.waitForSelector('[data-testid=status][data-state=ready]');
      const field = await page.$('[data-testid=file-input]');
      await (field as ElementHandle<HTMLInputElement>).uploadFile(
        `${FOLDER}/speech.pdf`,
        `${FOLDER}/notice.pdf`,
      );
      // The example has nine findings, and makes way for what both have in common.
      await page.waitForSelector('[data-testid=status][data-state=ready]:not([data-count="9"])');
      const count = await page.$eval('[data-testid=status]', (status) => status.getAttribute('data-count'));
      expect(Number(count)).toBeGreaterThan(0);
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
