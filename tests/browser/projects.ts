import type { Page } from 'playwright-core';
import { given, type Given } from './downloads.ts';
import { storedRecords } from './workbench.ts';

const PRECIOUS = ['decision/', 'corrections/', 'template/', 'restored/', 'ritual-phrases', 'opinion/'];

/** Everything precious that the page has stored, without what holds bytes. */
export async function precious(page: Page): Promise<Record<string, unknown>> {
  const records = await storedRecords(page);
  return Object.fromEntries(
    Object.entries(records).filter(([key]) => PRECIOUS.some((each) => key.startsWith(each))),
  );
}

/** Saves all work as a project. */
export async function saveProject(page: Page): Promise<Given> {
  await page.keyboard.press('Escape');
  return given(page, () => page.keyboard.press('Control+s'));
}
