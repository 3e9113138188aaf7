import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { seedDocx } from '../export/revised/seed.ts';
import { convert } from '../import/compare/programs.ts';
import { launchChromium, newContext, openPage, pageOnDisk } from './browser.ts';
import { decideGolden, judge, openRow, takeDraft } from './drafts.ts';
import { takeReport } from './reports.ts';
import { findings, load, until } from './workbench.ts';

const PICTURES = 'src/ui/pictures';
const SCREEN = { width: 1280, height: 800 };
/** Pixels of the PDF's pages per inch. */
const DENSITY = 110;
/** For ImageMagick: a picture of text needs no more, and takes a third of the room. */
const FEW_COLOURS = ['-dither', 'None', '-colors', '64', '+repage'];

/**
 * Makes the pictures of README.md anew, from the page and the seed: `npm run pictures`. Wants LibreOffice, Poppler and ImageMagick. It goes
 * the ways of the tests, but only when it is asked for.
 */
test.runIf(process.env['npm_lifecycle_event'] === 'pictures')('the whole path in four pictures', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leitong-pictures-'));
  const browser = await launchChromium();
  try {
    const context = await newContext(browser, {
      locale: 'zh-CN',
      viewport: SCREEN,
      colorScheme: 'light',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    // The report says when it was made.
    await context.clock.setFixedTime('2024-05-06T07:08:09');
    const page = await openPage(context, pageOnDisk());
    await load(page, [{ name: '交流发言.docx', bytes: seedDocx(21) }]);
    await until(() => findings(page).count()).toBe(9);
    await decideGolden(page);
    await judge(page, 2, '4', '已定：标记');
    await page.locator('.reasons').waitFor();
    await page.keyboard.press('Digit1');
    await until(() => page.locator('.reasons').count()).toBe(0);
    await openRow(page, 2);
    await page.locator('#note').fill('两家一字不差，请核实谁先说的');
    await page.locator('#note').blur();
    await openRow(page, 7);
    await page.keyboard.press('Digit1');
    await openRow(page, 7);
    await take(page, 'path-1-decide');

    await page.keyboard.press('KeyD');
    await page.locator('.draft .line.removed').first().waitFor();
    for (const _ of [1, 2]) await page.keyboard.press('ArrowDown');
    await page.locator('.draft .current').waitFor();
    await take(page, 'path-2-draft');

    revisions(folder, (await takeDraft(page, 'docx')).bytes);
    const report = join(folder, 'report.html');
    writeFileSync(report, (await takeReport(page, { format: 'html' })).bytes);
    await firstPage(browser, folder, report);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
});

/** The page as it is, its caret and whatever passes left out. */
async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, SCREEN.height - 1);
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path, caret: 'hide', animations: 'disabled' });
  execFileSync('convert', [path, ...FEW_COLOURS, `PNG8:${path}`]);
}

/** The Word file with its revisions, as LibreOffice prints it: where measures go and others count anew. */
function revisions(folder: string, docx: Uint8Array): void {
  const made = convert({ 'revisions.docx': docx }, 'pdf')['revisions'];
  if (made === undefined) throw new Error('LibreOffice made no PDF');
  const pdf = join(folder, 'revisions.pdf');
  writeFileSync(pdf, made);
  picture(pdf, pageWith('督导举报抓责任落实', pdf), 'path-3-revisions');
}

/** The report's first page as it prints. */
async function firstPage(browser: Browser, folder: string, report: string): Promise<void> {
  const page = await browser.newPage({ locale: 'zh-CN', colorScheme: 'light' });
  await page.goto(pathToFileURL(report).href);
  const pdf = join(folder, 'report.pdf');
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
  await page.close();
  picture(pdf, 1, 'path-4-report');
}

/** The first page, from 1, that holds these words. */
function pageWith(words: string, pdf: string): number {
  const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' });
  return text.split('\f').findIndex((page) => page.includes(words)) + 1;
}

/** One page of a PDF as a picture, the margins cut off. */
function picture(pdf: string, page: number, name: string): void {
  const of = ['-f', String(page), '-l', String(page), '-singlefile'];
  execFileSync('pdftoppm', ['-r', String(DENSITY), ...of, '-png', pdf, join(PICTURES, name)]);
  execFileSync('convert', [
    join(PICTURES, `${name}.png`),
    '-trim',
    '-bordercolor',
    'white',
    '-border',
    '24',
    ...FEW_COLOURS,
    `PNG8:${join(PICTURES, `${name}.png`)}`,
  ]);
}
