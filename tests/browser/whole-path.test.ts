import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { rebuildOriginal } from '../../src/core/draft/cleaned.ts';
import type { DraftLog } from '../../src/export/log-format.ts';
import { similarityText } from '../../src/i18n/similarity.ts';
import { openZip } from '../../src/office/zip.ts';
import { accepted, refused } from '../export/revised/oracle.ts';
import { loaded, readLines } from '../export/revised/revised.ts';
import { GOLDEN_LINES, SEED_LINES, seedDocx } from '../export/revised/seed.ts';
import { hasWriter, settled } from '../export/revised/writer.ts';
import { convert } from '../import/compare/programs.ts';
import { untilReady } from './browser.ts';
import { decideGolden, judge, linesOf, openRow, previewLines, takeDraft } from './drafts.ts';
import { precious, saveProject } from './projects.ts';
import { csvRows, takeReport, texts, type Report } from './reports.ts';
import { setStage } from './stage.ts';
import { drop, findingCount, findings, load, rowWords, show, until } from './workbench.ts';

const stage = setStage();
const isOffice = hasWriter();
const isCalc = ['/usr/lib/libreoffice', '/opt/libreoffice'].some((folder) =>
  existsSync(`${folder}/program/libsclo.so`),
);
if (!isCalc)
  console.warn('!!! LEFT OUT: the workbook in LibreOffice, because no Calc was found on this machine.');

const ROLE = '区工信局局长';
const REASON = '与他人雷同';
const NOTE = '两家的“督导举报”一字不差，请核实谁先说的';
/** What a partial pair's left passage says, here alone in the seed, and what is written instead. */
const SAID = '采取现场突击检查、调取监控等方式，定期和不定期进行明察暗访';
const REWRITTEN = '不打招呼、直奔现场，常年明察暗访';
const WANTED_LINES = GOLDEN_LINES.map((line) => line.replace(SAID, REWRITTEN));
const SUMMARY = '删去 3 条，共 458 字；改写 1 处；5 处改序号';

/** LibreOffice's filter for every sheet as a file: UTF-8, numbers as they are. */
const SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** Everything that was taken along of one state of the work. */
interface Taken {
  readonly rows: Awaited<ReturnType<typeof rowWords>>;
  readonly precious: Record<string, unknown>;
  readonly preview: readonly string[];
  readonly draft: Readonly<Record<'txt' | 'md' | 'log', string>>;
  readonly tracked: Uint8Array<ArrayBuffer>;
  readonly report: Report;
  readonly project: Uint8Array<ArrayBuffer>;
}

/** In milliseconds: bounds a hang. LibreOffice is started four times, and each start is slow where nothing of it is cached. */
const PATIENCE = 240_000;

test(
  'from a Word file to findings, decisions, draft, revisions, report and project, and all of it opened again',
  async () => {
    expect(SEED_LINES.filter((line) => line.includes(SAID))).toHaveLength(1);
    const { page, context } = await stage.visit('file', { acceptDownloads: true });
    const original = seedDocx();
    const { document: read } = await loaded(original, '发言.docx');
    await load(page, [{ name: '发言.docx', bytes: original }]);
    await until(() => findingCount(page)).toBe(9);
    await correctRole(page);
    await decideAll(page);
    // Everything stands on disk, the file's bytes, too.
    await page.reload();
    await untilReady(page);

    const taken = await takeAll(page);
    expect(taken.preview).toEqual(WANTED_LINES);
    const { txt, md, log } = taken.draft;
    expect(linesOf(txt)).toEqual(WANTED_LINES);
    expect(linesOf(md)).toEqual(WANTED_LINES);
    expect(rebuildOriginal(txt, JSON.parse(log) as DraftLog)).toBe(read.text);
    expect(await readLines(accepted(taken.tracked))).toEqual(WANTED_LINES);
    expect(await readLines(refused(taken.tracked))).toEqual(SEED_LINES);

    const anew = await takeOtherWays(page);
    if (isOffice) openInOffice(taken.tracked, anew);
    await compareReports(page, taken.report);

    // In a browser that was never here, from the project file alone.
    const elsewhere = await stage.visit('file', { acceptDownloads: true });
    await drop(elsewhere.page, [{ name: '发言.leitong', bytes: taken.project }]);
    await until(() => elsewhere.page.locator('.loaded b').innerText()).toBe('发言.docx');
    await untilReady(elsewhere.page);
    await until(() => precious(elsewhere.page)).toEqual(taken.precious);
    const again = await takeAll(elsewhere.page);
    expect(withoutTimes(again)).toEqual(withoutTimes(taken));
    await undoThere(elsewhere.page, taken.precious);

    for (const { watch } of [context, elsewhere.context]) {
      expect(watch.errors).toEqual([]);
      expect(watch.requests.filter((address) => !address.startsWith('file:'))).toEqual([]);
    }
    await elsewhere.context.close();
    await context.close();
  },
  PATIENCE,
);

/** Says that the first speaker's role is another. */
async function correctRole(page: Page): Promise<void> {
  await show(page, '稿件');
  const title = page.locator('.reading .line').filter({ hasText: '狠抓落实 服务企业' });
  await title.getByRole('button', { name: '改署名' }).click();
  const form = page.locator('.speaker-form');
  await form.getByLabel('职务').fill(ROLE);
  await form.getByRole('button', { name: '保存' }).click();
  await until(() => form.count()).toBe(0);
  await show(page, '比对');
  await until(() => findings(page).count()).toBe(9);
}

/** The golden case, a flag with its reason and a note, and a passage of a partial pair in other words. */
async function decideAll(page: Page): Promise<void> {
  await decideGolden(page);
  await judge(page, 2, '4', '已定：标记');
  await page.locator('.reasons').waitFor();
  await page.keyboard.press('Digit1');
  await until(() => page.locator('.reasons').count()).toBe(0);
  await openRow(page, 2);
  await page.locator('#note').fill(NOTE);
  await page.locator('#note').blur();
  await until(() => decided(page)).toContainEqual(
    expect.objectContaining({ judgement: 'flag', reason: REASON, note: NOTE }),
  );
  await openRow(page, 6);
  await page.keyboard.press('KeyE');
  const field = page.getByTestId('rewrite');
  await until(() => field.inputValue()).toBe(SAID);
  await field.fill(REWRITTEN);
  await field.press('Escape');
  await until(() => field.count()).toBe(0);
  await until(() => decided(page)).toContainEqual(
    expect.objectContaining({ judgement: null, rewriteA: REWRITTEN }),
  );
  expect(await decided(page)).toHaveLength(5);
}

async function decided(page: Page): Promise<unknown[]> {
  const records = await precious(page);
  return Object.keys(records).flatMap((key) => (key.startsWith('decision/') ? [records[key]] : []));
}

/** Takes everything along that the page gives; begins and ends at the comparison. */
async function takeAll(page: Page): Promise<Taken> {
  await until(() => findings(page).count()).toBe(9);
  const rows = await rowWords(page);
  const project = (await saveProject(page)).bytes;
  const report = JSON.parse((await takeReport(page, { format: 'json' })).text) as Report;
  await openDraft(page);
  const preview = await previewLines(page);
  const txt = (await takeDraft(page, 'txt')).text;
  const md = (await takeDraft(page, 'md')).text;
  const log = (await takeDraft(page, 'log')).text;
  await page.getByRole('radio', { name: '带修订的原稿' }).check();
  const tracked = await takeDraft(page, 'docx');
  expect(tracked.name).toBe('发言（修订）.docx');
  await until(() => page.getByText('已导出 发言（修订）.docx').count()).toBe(1);
  expect(await page.getByTestId('export-remarks').count()).toBe(0);
  await closeDraft(page);
  const draft = { txt, md, log };
  return { rows, precious: await precious(page), preview, draft, tracked: tracked.bytes, report, project };
}

async function openDraft(page: Page): Promise<void> {
  await page.keyboard.press('KeyD');
  await until(() => page.getByTestId('draft-summary').innerText()).toBe(SUMMARY);
}

async function closeDraft(page: Page): Promise<void> {
  await page.keyboard.press('KeyD');
  await until(() => findings(page).count()).toBe(9);
}

/** The Word file with the changes made, by itself and in the zip; gives a new one. */
async function takeOtherWays(page: Page): Promise<Uint8Array> {
  await openDraft(page);
  await page.getByRole('radio', { name: '改定的原稿' }).check();
  const applied = await takeDraft(page, 'docx');
  expect(applied.name).toBe('发言（改定）.docx');
  expect(await readLines(applied.bytes)).toEqual(WANTED_LINES);
  const inZip = openZip((await takeDraft(page, 'zip')).bytes);
  expect(timelessParts(inZip.read('定稿/发言（改定）.docx'))).toEqual(timelessParts(applied.bytes));
  await page.getByRole('radio', { name: '新建 Word' }).check();
  const anew = await takeDraft(page, 'docx');
  expect(anew.name).toBe('发言（定稿）.docx');
  await closeDraft(page);
  return anew.bytes;
}

/** LibreOffice accepts, refuses, and reads the comments. */
function openInOffice(tracked: Uint8Array, anew: Uint8Array): void {
  const [revised, fresh] = settled([tracked, anew]);
  expect(linesOf(revised?.accepted ?? '')).toEqual(WANTED_LINES);
  expect(linesOf(revised?.refused ?? '')).toEqual(SEED_LINES);
  expect(linesOf(fresh?.accepted ?? '')).toEqual(WANTED_LINES);
  const flat = Buffer.from(convert({ 'tracked.docx': tracked }, 'fodt')['tracked'] ?? []).toString('utf8');
  const comments = flat
    .split('<office:annotation ')
    .slice(1)
    .map((comment) => comment.slice(0, comment.indexOf('</office:annotation>')).replaceAll(/<[^<>]*>/gu, ''));
  expect(
    comments.filter((words) => words.includes(`存疑（${REASON}）`) && words.includes(NOTE)),
  ).toHaveLength(2);
  const authors = [...flat.matchAll(/<dc:creator>([^<]*)<\/dc:creator>/gu)].map(([, author]) => author);
  expect(new Set(authors)).toEqual(new Set(['雷同']));
}

/** Every format of the report says the same, and the page says it, too. */
async function compareReports(page: Page, report: Report): Promise<void> {
  const shown = await rowWords(page);
  expect(report.findings).toHaveLength(shown.length);
  for (const [index, { a, b }] of report.findings.entries()) {
    for (const { speech, place } of [a, b]) {
      const { speaker } = report.speeches[speech] ?? { speaker: '?' };
      expect(shown[index]?.who.replaceAll(/\s/gu, '')).toContain(speaker);
      if (place !== '') expect(shown[index]?.who).toContain(place.split(' ').at(-1));
    }
  }
  expect(report.findings.map(({ decision }) => decision.judgement)).toEqual([
    'keep-a',
    'keep-a',
    'flag',
    null,
    'keep-a',
    null,
    null,
    null,
    null,
  ]);
  expect(report.findings[2]?.decision).toEqual({ judgement: 'flag', reason: REASON, note: NOTE });
  // The comma behind the passage stays where it is.
  expect([report.findings[6]?.a.text, report.findings[6]?.a.rewrite]).toEqual([`${SAID}，`, REWRITTEN]);
  expect(report.speeches[0]?.role).toBe(ROLE);

  const folder = mkdtempSync(join(tmpdir(), 'leitong-path-'));
  try {
    const file = join(folder, 'report.html');
    writeFileSync(file, (await takeReport(page, { format: 'html' })).bytes);
    const paper = await page.context().newPage();
    await paper.goto(pathToFileURL(file).href);
    const column = (n: number) => texts(paper, `#findings tbody td:nth-child(${n})`);
    expect(await column(5)).toEqual(report.findings.map(({ similarity }) => similarityText(similarity)));
    expect(await column(8)).toEqual(report.findings.map(({ decision }) => decision.reason));
    expect(await column(9)).toEqual(report.findings.map(({ decision }) => decision.note));
    expect(await texts(paper, '#f3 .decision .note')).toEqual([NOTE]);
    expect((await texts(paper, '#f7 .rewrite')).join()).toContain(REWRITTEN);
    await paper.close();
  } finally {
    rmSync(folder, { recursive: true });
  }

  const tables = tablesOf((await takeReport(page, { format: 'csv' })).text);
  const [, ...list] = tables.get('雷同清单') ?? [];
  expect(list.map((row) => [row[0], row[11], ...row.slice(15)].map(String))).toEqual(
    report.findings.map(({ number, similarity, decision, a, b }) =>
      [number, similarity, decision.reason, decision.note, a.text, b.text, a.rewrite, b.rewrite].map((cell) =>
        String(valueOf(String(cell ?? ''))),
      ),
    ),
  );
  const book = (await takeReport(page, { format: 'xlsx' })).bytes;
  if (!isOffice || !isCalc) return;
  const sheets = convert({ 'report.xlsx': book }, SHEETS);
  for (const [name, rows] of tables) {
    if (name === '说明') continue;
    const sheet = Buffer.from(sheets[`report-${name}`] ?? []).toString('utf8');
    expect(
      csvRows(sheet.replace(/^\ufeff/u, '')).map((row) => row.map(valueOf)),
      name,
    ).toEqual(rows);
  }
}

/** The tables of a report's CSV by their names, each with its titles first. */
function tablesOf(csv: string): ReadonlyMap<string, (string | number)[][]> {
  const tables = new Map<string, (string | number)[][]>();
  let titles: (string | number)[] = [];
  for (const [name = '', ...cells] of csvRows(csv)) {
    const row = cells.map(valueOf);
    if (name === '表') titles = row;
    else if (tables.has(name)) tables.get(name)?.push(row);
    else tables.set(name, [titles, row]);
  }
  return tables;
}

/** What a cell says: a share in percent and a plain number are the same number, to nine digits. */
function valueOf(cell: string): string | number {
  const [, figure, percent] = /^(\d+(?:\.\d+)?(?:E-?\d+)?)(%?)$/u.exec(cell) ?? [];
  if (figure === undefined) return cell;
  return Number((Number(figure) / (percent === '%' ? 100 : 1)).toPrecision(9));
}

/** What was taken along, without the times at which it was made; of the Word file its parts. */
function withoutTimes({ tracked, report, project, ...rest }: Taken) {
  return {
    ...rest,
    parts: timelessParts(tracked),
    report: { ...report, madeAt: '' },
    project: Buffer.from(project).toString('base64'),
  };
}

/** The files of a Word file, without when its revisions and comments were made. */
function timelessParts(docx: Uint8Array | null): readonly (readonly [name: string, content: string])[] {
  const zip = openZip(docx ?? new Uint8Array());
  return zip.entries.map(({ name }) => {
    const content = Buffer.from(zip.read(name) ?? []).toString('utf8');
    return [name, content.replaceAll(/ w:date="[^"]*"/gu, '')];
  });
}

/** A decision made there is taken back, then the opening itself; both come again. */
async function undoThere(page: Page, before: Record<string, unknown>): Promise<void> {
  await judge(page, 3, '3', '已定：都保留');
  await page.keyboard.press('KeyZ');
  await until(() => precious(page)).toEqual(before);
  await page.keyboard.press('KeyZ');
  await until(() => page.locator('.loaded b').innerText()).not.toBe('发言.docx');
  await until(() => precious(page)).toEqual({});
  await page.keyboard.press('Shift+KeyZ');
  await until(() => page.locator('.loaded b').innerText()).toBe('发言.docx');
  await until(() => precious(page)).toEqual(before);
}
