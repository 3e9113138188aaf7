import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { rateText, similarityText } from '../../src/i18n/similarity.ts';
import { takeReport, texts, type Report } from './reports.ts';
import { setStage } from './stage.ts';
import { findings, until } from './workbench.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const stage = setStage();

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leitong-report-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

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

test('every format says what the overview says, and every text as it is', async () => {
  const { page, context } = await stage.visit('file', { acceptDownloads: true });
  await decide(page);
  await page.keyboard.press('KeyO');
  await until(() => page.locator('[data-figure=rate] b').innerText()).toContain('%');
  const shown = await texts(page, '[data-figure] b');

  const report = JSON.parse((await takeReport(page, { format: 'json' })).text) as Report;
  const { all, repeated, within, across, withoutBoilerplate, found, settled } = report.figures;
  const rates = [repeated, within, across, withoutBoilerplate].map((part) => rateText(part / all));
  expect([rates, `${settled}/${found} 条`]).toEqual([shown.slice(0, 4), shown[5]]);
  expect(report.findings.slice(0, 2).map(({ decision }) => decision.judgement)).toEqual(['keep-a', 'flag']);

  const path = join(folder, 'report.html');
  writeFileSync(path, (await takeReport(page, { format: 'html' })).bytes);
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

  const { text: csv, bytes } = await takeReport(page, { format: 'csv' });
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(csv.startsWith('表,项目,')).toBe(true);
  expect(csv).toContain(`重复情况,重复率,${repeated},${all},${repeated / all},`);
  expect(csv.split('\r\n').filter((line) => line.startsWith('雷同清单,')).length).toBe(found);

  const { text: masked } = await takeReport(page, { format: 'html', isMasked: true });
  const drawn = masked.slice(masked.indexOf('id="pictures"'), masked.indexOf('id="speakers"'));
  expect(drawn).toContain('>丁</text>');
  for (const { speaker } of report.speeches) expect(drawn).not.toContain(speaker);

  const some = JSON.parse(
    (await takeReport(page, { format: 'json', isMasked: true, isDecidedOnly: true })).text,
  ) as Report;
  expect(some.findings.map(({ number }) => number)).toEqual([1, 2]);
  expect(some.figures).toEqual(report.figures);
  expect(some.speeches.map(({ speaker }) => speaker)).toEqual(['甲', '乙', '丙', '丁']);
  expect(some.findings.map(({ a }) => a.text)).toEqual(report.findings.slice(0, 2).map(({ a }) => a.text));

  expect(context.watch.errors).toEqual([]);
  await context.close();
});

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
