import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chromium, type Page } from 'playwright-core';
import { FLAGS, untilReady } from './browser.ts';
import { findChromium } from './installed.mjs';
import { makeDocuments } from '../bench/speeches.ts';
import { LAPTOP, SCHEMES, setStage } from './stage.ts';
import { TWO_SPEECHES } from './texts.ts';
import {
  documentNames,
  findingCount,
  findings,
  load,
  openFinding,
  show,
  storedRecords,
  until,
} from './workbench.ts';

/** In characters: gives a list and a comparison that scroll. */
const SCROLLING_LENGTH = 130_000;

const stage = setStage();

/** What a visitor sees and has set, as far as it must be there again. */
async function seen(page: Page) {
  return {
    language: await page.locator('html').getAttribute('lang'),
    theme: await page.locator('html').getAttribute('data-theme'),
    rows: await page.locator('.list-foot').innerText(),
    open: await openFinding(page).locator('.who').innerText(),
    difference: await page.locator('.synopsis .chosen').first().getAttribute('data-difference'),
    progress: await page.locator('header .progress span').innerText(),
    listTop: await page.getByRole('listbox').evaluate((list) => list.scrollTop),
    compareTop: await page.locator('.comparison .scroll').evaluate((comparison) => comparison.scrollTop),
  };
}

describe.each(SCHEMES)('over %s', (scheme) => {
  test('a reload brings everything back as it was left', async () => {
    // Low enough for the comparison to scroll.
    const { page, context } = await stage.visit(scheme, { viewport: { width: 1280, height: 560 } });
    await load(page, [{ name: '汇编.txt', bytes: makeDocuments(SCROLLING_LENGTH, 1).join('\n\n') }]);
    await page.getByRole('button', { name: '设置' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Dark', exact: true }).click();
    await page.keyboard.press('Escape');
    await page.locator('.filter .options').first().getByRole('button').nth(2).click();
    await page.getByRole('listbox').evaluate((list) => list.scrollTo(0, 900));
    await findings(page).filter({ visible: true }).nth(9).click();
    await page.keyboard.press('Digit1');
    await until(() => page.locator('header .progress span').innerText()).toMatch(/^1 of/);
    await page.keyboard.press('ArrowRight');
    await page.locator('.comparison .scroll').evaluate((comparison) => comparison.scrollTo(0, 60));
    await untilRested(page);
    const before = await seen(page);
    expect(before).toMatchObject({ language: 'en', theme: 'dark', difference: '1', compareTop: 60 });
    expect(before.listTop).toBeGreaterThan(500);
    await page.reload();
    await untilReady(page);
    await until(() => seen(page)).toEqual(before);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await context.close();
  });

  test('what was looked at last is stored at once, behind a decision too, and is there again', async () => {
    const { page, context } = await stage.visit(scheme);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Digit1');
    await page.getByRole('searchbox').fill('张健');
    // No browser promises a write that was begun in the last millisecond of a page.
    await until(async () => (await storedRecords(page))['view']).toMatchObject({ filter: { query: '张健' } });
    await page.reload();
    await untilReady(page);
    await until(() => page.getByRole('searchbox').inputValue()).toBe('张健');
    // The next one that was not judged.
    await until(() => openFinding(page).getAttribute('data-index')).toBe('2');
    await context.close();
  });
});

/** Waits until the places of both scrollers are in the database. */
async function untilRested(page: Page): Promise<void> {
  const { listTop, compareTop } = await seen(page);
  await until(async () => (await storedRecords(page))['view']).toMatchObject({ listTop, compareTop });
}

test('a restarted browser brings everything back', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'leitong-profile-'));
  const start = () =>
    chromium.launchPersistentContext(profile, {
      executablePath: findChromium() ?? '',
      args: [...FLAGS],
      locale: 'zh-CN',
      viewport: LAPTOP,
    });
  try {
    const first = await start();
    const page = await first.newPage();
    await page.goto(stage.address('file'));
    await untilReady(page);
    await load(page, TWO_SPEECHES);
    await page.keyboard.press('Digit4');
    await until(() => page.locator('header .progress span').innerText()).toBe('已处理 1/1');
    await first.close();

    const second = await start();
    const again = await second.newPage();
    await again.goto(stage.address('file'));
    await untilReady(again);
    await until(() => findingCount(again)).toBe(1);
    await until(() => again.locator('header .progress span').innerText()).toBe('已处理 1/1');
    await show(again, '稿件');
    await until(() => documentNames(again)).toEqual(['甲局.txt', '乙局.txt']);
    await second.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
