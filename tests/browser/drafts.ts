import type { Page } from 'playwright-core';
import type { DraftFormat } from '../../src/core/draft/order.ts';
import { given, type Given } from './downloads.ts';
import { findings, until } from './workbench.ts';

/** The findings of the seed that are one measure twice in one speech: the first, the second and the fifth. */
const TWICE = [0, 1, 4];

/** What the draft says of itself when the first of each of these stays. */
export const GOLDEN_SUMMARY = '删去 3 条，共 458 字；5 处改序号';

/** Decides of every measure of the seed that stands twice in one speech that the first one stays. */
export async function decideGolden(page: Page): Promise<void> {
  for (const index of TWICE) await judge(page, index, '1', '已定：保留左');
}

/** Judges a finding by a digit, and waits until its row says so. */
export async function judge(page: Page, index: number, digit: string, says: string): Promise<void> {
  const row = await openRow(page, index);
  await page.keyboard.press(`Digit${digit}`);
  await until(() => row.locator('.decision-mark').getAttribute('aria-label')).toBe(says);
}

/** Opens a finding by its row. */
export async function openRow(page: Page, index: number) {
  const row = findings(page).nth(index);
  await row.click();
  await until(() => row.getAttribute('aria-selected')).toBe('true');
  return row;
}

/** The lines of the clean preview, all of them, read while it is scrolled through. The draft must be open. */
export async function previewLines(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: '清样' }).click();
  await page.locator('.draft.clean .line').first().waitFor();
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
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim().replace(/^#+ */u, ''))
    .filter((line) => line !== '');
}

/** Takes the draft along in a format. */
export function takeDraft(page: Page, format: DraftFormat): Promise<Given> {
  return given(page, () => page.getByTestId(`export-${format}`).click());
}
