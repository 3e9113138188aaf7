import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { ReportFormat } from '../../src/core/report/order.ts';
import { rateText, similarityText } from '../../src/i18n/similarity.ts';
import { setStage } from './stage.ts';
import { findings, until } from './workbench.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const stage = setStage();
const SOFFICE = ['/usr/bin/soffice', '/opt/libreoffice/program/soffice'].find(existsSync);
const CALC = ['/usr/lib/libreoffice/program/libsclo.so', '/opt/libreoffice/program/libsclo.so'].find(
  existsSync,
);
if (CALC === undefined) console.warn('No LibreOffice Calc: nobody but us opens the workbook.');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leitong-report-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is read of the JSON. */
interface Report {
  readonly figures: Record<
    'all' | 'repeated' | 'within' | 'across' | 'withoutBoilerplate' | 'found' | 'settled',
    number
  >;
  readonly speakers: readonly { speaker: string; counts: { all: number; repeated: number } }[];
  readonly speeches: readonly { speaker: string }[];
  readonly matrix: { cells: readonly { count: number; shared: number }[] };
  readonly findings: readonly {
    number: number;
    similarity: number;
    shared: number;
    decision: { judgement: string | null; note: string };
    a: { text: string };
    b: { text: string };
    verdict: { words: string };
    rows: readonly Record<'a' | 'b', readonly { text: string }[] | null>[];
  }[];
}

interface Wanted {
  readonly format: ReportFormat;
  readonly isMasked?: boolean;
  readonly isDecidedOnly?: boolean;
}

/** Makes a report by the dialogue, by keys and clicks, and gives where it lies. */
async function take(
  page: Page,
  { format, isMasked = false, isDecidedOnly = false }: Wanted,
): Promise<string> {
  const names = { html: '网页', xlsx: 'Excel', csv: 'CSV', json: 'JSON' };
  await page.keyboard.press('KeyR');
  const dialog = page.getByRole('dialog', { name: '报告' });
  await dialog.getByRole('radio', { name: new RegExp(`^${names[format]}`, 'u') }).check();
  await dialog.getByRole('checkbox', { name: '隐去姓名' }).setChecked(isMasked);
  await dialog.getByRole('checkbox', { name: '只列已处理的' }).setChecked(isDecidedOnly);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '生成报告' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(
    new RegExp(`^雷同报告 \\d{4}-\\d\\d-\\d\\d\\.${format}$`, 'u'),
  );
  const path = join(folder, `${format}-${isMasked}-${isDecidedOnly}.${format}`);
  await download.saveAs(path);
  await until(() => dialog.getByRole('status').innerText()).toContain('已导出');
  await page.keyboard.press('Escape');
  await until(() => dialog.count()).toBe(0);
  return path;
}

const read = (path: string) => readFileSync(path, 'utf8');

/** Decides the first two findings: the left stays; flagged. */
async function decide(page: Page): Promise<void> {
  for (const [index, key] of ['Digit1', 'Digit4'].entries()) {
    const row = findings(page).nth(index);
    await row.click();
    await until(() => row.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press(key);
    await until(() => row.locator('.decision-mark').getAttribute('aria-label')).toContain('已定');
  }
}

/** The texts of all elements, in order. */
const texts = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => all.map((each) => each.textContent?.trim() ?? ''));

test('every format says what the overview says, and every text as it is', async () => {
  const { page, context } = await stage.visit('file', { acceptDownloads: true });
  await decide(page);
  await page.keyboard.press('KeyO');
  await until(() => page.locator('[data-figure=rate] b').innerText()).toContain('%');
  const shown = await texts(page, '[data-figure] b');

  const report = JSON.parse(read(await take(page, { format: 'json' }))) as Report;
  const { all, repeated, within, across, withoutBoilerplate, found, settled } = report.figures;
  const rates = [repeated, within, across, withoutBoilerplate].map((part) => rateText(part / all));
  expect([rates, `${settled}/${found} 条`]).toEqual([shown.slice(0, 4), shown[5]]);
  expect(report.findings.slice(0, 2).map(({ decision }) => decision.judgement)).toEqual(['keep-a', 'flag']);

  const path = await take(page, { format: 'html' });
  const paper = await context.newPage();
  await paper.goto(pathToFileURL(path).href);
  expect(await texts(paper, '#figures td.share')).toEqual(expect.arrayContaining(shown.slice(0, 5)));
  expect(await texts(paper, '#speakers tbody td:first-child')).toEqual(
    report.speakers.map(({ speaker }) => speaker),
  );
  expect(await texts(paper, '#speakers td:nth-child(5)')).toEqual(
    report.speakers.map(({ counts }) => rateText(counts.repeated / counts.all)),
  );
  expect(await texts(paper, '#findings td:nth-child(5)')).toEqual(
    report.findings.map(({ similarity }) => similarityText(similarity)),
  );
  expect(await texts(paper, '#findings td:nth-child(6)')).toEqual(
    report.findings.map(({ shared }) => String(shared)),
  );
  expect((await texts(paper, '#findings td:nth-child(7)')).slice(0, 3)).toEqual(['保留左', '标记', '未处理']);
  expect(await texts(paper, '.finding .verdict')).toEqual(
    report.findings.map(({ verdict }) => verdict.words),
  );
  for (const [index, side] of (['a', 'b'] as const).entries()) {
    const cells = await paper
      .locator(`.pair tbody td:nth-child(${index === 0 ? 1 : 3})`)
      .evaluateAll((every) => every.map((each) => (each.className === 'absent' ? null : each.textContent)));
    const rows = report.findings.flatMap((finding) => finding.rows.map((row) => row[side]));
    expect(cells).toEqual(rows.map((pieces) => pieces && pieces.map(({ text }) => text).join('')));
    for (const finding of report.findings) {
      const said = finding.rows.flatMap((row) => row[side]?.map(({ text }) => text) ?? []).join('');
      expect(said.replaceAll(/\s/gu, '')).toBe(finding[side].text.replaceAll(/\s/gu, ''));
    }
  }
  // Both sides of a clause begin at one height.
  const heights = await paper
    .locator('.pair tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.getBoundingClientRect().top)),
    );
  expect(heights.filter((tops) => new Set(tops).size > 1)).toEqual([]);
  const wide = await paper.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  expect(await texts(paper, '#pictures svg title')).toEqual(['发言全图', '两两对照', '相似与字数']);
  expect((await texts(paper, '#pictures svg text')).join()).toContain('张健');
  await paper.evaluate(axe.source);
  const { violations } = await paper.evaluate(() => window.axe.run());
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toMatch(/\/MediaBox ?\[0 0 59[45]/u);
  await paper.close();

  const csv = read(await take(page, { format: 'csv' }));
  expect(csv.startsWith('\ufeff表,项目,')).toBe(true);
  expect(csv).toContain(`重复情况,重复率,${repeated},${all},${repeated / all},`);
  expect(csv.split('\r\n').filter((line) => line.startsWith('雷同清单,')).length).toBe(found);

  const masked = read(await take(page, { format: 'html', isMasked: true }));
  const drawn = masked.slice(masked.indexOf('id="pictures"'), masked.indexOf('id="speakers"'));
  expect(drawn).toContain('>丁</text>');
  for (const { speaker } of report.speeches) expect(drawn).not.toContain(speaker);

  const some = JSON.parse(
    read(await take(page, { format: 'json', isMasked: true, isDecidedOnly: true })),
  ) as Report;
  expect(some.findings.map(({ number }) => number)).toEqual([1, 2]);
  expect(some.figures).toEqual(report.figures);
  expect(some.speeches.map(({ speaker }) => speaker)).toEqual(['甲', '乙', '丙', '丁']);
  expect(some.findings.map(({ a }) => a.text)).toEqual(report.findings.slice(0, 2).map(({ a }) => a.text));

  expect(context.watch.errors).toEqual([]);
  await context.close();
});

test.skipIf(SOFFICE === undefined || CALC === undefined)(
  'LibreOffice reads the same from the workbook',
  async () => {
    const { page, context } = await stage.visit('http', { acceptDownloads: true });
    await decide(page);
    const report = JSON.parse(read(await take(page, { format: 'json' }))) as Report;
    const path = await take(page, { format: 'xlsx' });
    execFileSync(SOFFICE as string, [
      `-env:UserInstallation=file://${join(folder, 'office')}`,
      '--headless',
      '--convert-to',
      // UTF-8, numbers as they are, every sheet a file.
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1',
      '--outdir',
      folder,
      path,
    ]);
    const sheet = (name: string) => read(path.replace(/\.xlsx$/u, `-${name}.csv`));
    const { repeated, all } = report.figures;
    const figures = sheet('重复情况').replaceAll('"', '');
    expect(figures).toContain(`重复率,${repeated},${all},`);
    const share = Number(/重复率,\d+,\d+,([\d.]+)%,/u.exec(figures)?.[1]);
    expect(share).toBeCloseTo((100 * repeated) / all, 9);
    for (const { a, b, verdict } of report.findings) {
      for (const text of [a.text, b.text, verdict.words])
        expect(sheet('雷同清单')).toContain(text.replaceAll('"', '""'));
    }
    const cells = sheet('两两对照').replaceAll('"', '').trim().split('\n').slice(1);
    expect(cells.map((line) => line.split(',').slice(2).map(Number))).toEqual(
      report.matrix.cells.map(({ count, shared }) => [count, shared]),
    );
    await context.close();
  },
);

test('the dialogue is reached from the overview, keeps and gives back the focus, and says what it did', async () => {
  const { page, context } = await stage.visit('file', { acceptDownloads: true, locale: 'en' });
  await page.keyboard.press('KeyO');
  const button = page.getByRole('button', { name: 'Report… R' });
  await button.click();
  const dialog = page.getByRole('dialog', { name: 'Report' });
  await until(() =>
    dialog.getByRole('radio', { name: 'Web page' }).evaluate((it) => it === document.activeElement),
  ).toBe(true);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/^Leitong report .*\.html$/u);
  await until(() => dialog.getByRole('status').innerText()).toMatch(
    /^Exported Leitong report .*, 9 repeats$/u,
  );
  await page.keyboard.press('Escape');
  await until(() => button.evaluate((it) => it === document.activeElement)).toBe(true);
  await context.close();
});
