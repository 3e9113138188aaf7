import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { ReportFormat } from '../../src/core/report/order.ts';
import { given, type Given } from './downloads.ts';
import { until } from './workbench.ts';

/** What is read of a report as JSON. */
export interface Report {
  readonly figures: Record<
    'all' | 'repeated' | 'within' | 'across' | 'withoutBoilerplate' | 'found' | 'settled',
    number
  >;
  readonly speakers: readonly { speaker: string; counts: { all: number; repeated: number } }[];
  readonly speeches: readonly { speaker: string; role: string }[];
  readonly matrix: { cells: readonly { count: number; shared: number }[] };
  readonly findings: readonly {
    number: number;
    similarity: number;
    shared: number;
    decision: { judgement: string | null; reason: string; note: string };
    a: ReportedSide;
    b: ReportedSide;
    verdict: { words: string };
    rows: readonly Record<'a' | 'b', readonly { text: string }[] | null>[];
  }[];
}

interface ReportedSide {
  readonly speech: number;
  readonly place: string;
  readonly text: string;
  readonly rewrite: string | null;
}

/** How a report is asked for. */
export interface Wanted {
  readonly format: ReportFormat;
  readonly isMasked?: boolean;
  readonly isDecidedOnly?: boolean;
}

const NAMES: Readonly<Record<ReportFormat, string>> = {
  html: '网页',
  xlsx: 'Excel',
  csv: 'CSV',
  json: 'JSON',
};

/** Makes a report by the dialogue. */
export async function takeReport(
  page: Page,
  { format, isMasked = false, isDecidedOnly = false }: Wanted,
): Promise<Given> {
  await page.keyboard.press('KeyR');
  const dialog = page.getByRole('dialog', { name: '报告' });
  await dialog.getByRole('radio', { name: new RegExp(`^${NAMES[format]}`, 'u') }).check();
  await dialog.getByRole('checkbox', { name: '隐去姓名' }).setChecked(isMasked);
  await dialog.getByRole('checkbox', { name: '只列已处理的' }).setChecked(isDecidedOnly);
  const made = await given(page, () => dialog.getByRole('button', { name: '生成报告' }).click());
  expect(made.name).toMatch(new RegExp(`^雷同报告 \\d{4}-\\d\\d-\\d\\d\\.${format}$`, 'u'));
  await until(() => dialog.getByRole('status').innerText()).toContain('已导出');
  await page.keyboard.press('Escape');
  await until(() => dialog.count()).toBe(0);
  return made;
}

/** The texts of all elements, in order. */
export function texts(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((all) => all.map((each) => each.textContent?.trim() ?? ''));
}

/** The rows of a CSV file as RFC 4180 has them. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/guy)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}
