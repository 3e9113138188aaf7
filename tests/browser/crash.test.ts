import { describe, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { makeDocuments } from '../bench/speeches.ts';
import { untilReady } from './browser.ts';
import { SCHEMES, setStage } from './stage.ts';
import { choose, documentNames, findingCount, show, statusSays, until } from './workbench.ts';

/** In characters a file: together they keep the page at work for long enough to be killed in the middle. */
const FILE_LENGTH = 80_000;
const FILES = Array.from({ length: 16 }, (_, index) => ({
  name: `第${index + 1}卷.txt`,
  bytes: makeDocuments(FILE_LENGTH, index + 1).join('\n\n'),
}));
const NAMES = FILES.map(({ name }) => name);

const stage = setStage();

/** Ends the process of the tab, as the system does when memory is short. */
async function kill(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Never answers: nobody is left who could.
  session.send('Page.crash').catch(() => null);
  await crashed;
}

/** Opens the page again, and gives its documents and how many findings it has. */
async function reopen(context: BrowserContext, url: string) {
  const page = await context.newPage();
  await page.goto(url);
  await untilReady(page);
  const count = await findingCount(page);
  const loaded = await page.locator('header .loaded b').innerText();
  const alerts = await page.getByRole('alert').allInnerTexts();
  return { count, loaded, alerts };
}

describe.each(SCHEMES)('a tab that is killed over %s', (scheme) => {
  test.each([
    ['as soon as files were chosen', /./],
    ['in the middle of reading', /正在读入 [1-9]\d?%/],
    ['as the last files are read', /正在读入 (?:[6-9]\d|100)%/],
    ['as comparing begins', /正在比对/],
    ['in the middle of comparing', /正在比对 [1-9]\d?%/],
  ])('%s is before or after, never between', async (_when, words) => {
    const { page, context } = await stage.visit(scheme);
    const said = statusSays(page, words);
    await choose(page, FILES);
    await said;
    await kill(context, page);
    const { count, loaded, alerts } = await reopen(context, stage.address(scheme));
    expect(alerts).toEqual([]);
    if (loaded === `${NAMES.length} 份稿件`) expect(count).toBeGreaterThan(NAMES.length);
    else expect([loaded, count]).toEqual([expect.stringContaining('狠抓落实'), 9]);
    await context.close();
  });

  test('while it removes a document has it whole or not at all', async () => {
    const { page, context } = await stage.visit(scheme);
    await choose(page, FILES.slice(0, 2));
    await untilReady(page);
    await show(page, '稿件');
    await until(() => documentNames(page)).toContain(NAMES[0]);
    await page.getByRole('button', { name: `移除 ${NAMES[0]}` }).click({ noWaitAfter: true });
    await kill(context, page);
    const { loaded, alerts } = await reopen(context, stage.address(scheme));
    expect(alerts).toEqual([]);
    expect(['2 份稿件', NAMES[1]]).toContain(loaded);
    await context.close();
  });
});
