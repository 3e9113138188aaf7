import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchChromium, newContext, openPage, pageOnDisk } from './browser.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test.each([
  ['light', 'zh-CN'],
  ['dark', 'zh-CN'],
  ['light', 'en'],
] as const)('axe finds nothing on the page as it opens (%s, %s)', async (colorScheme, locale) => {
  const context = await newContext(browser, { colorScheme, locale, viewport: { width: 1280, height: 800 } });
  const page = await openPage(context, pageOnDisk());
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run());
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
  expect(found).toEqual([]);
  await context.close();
});
