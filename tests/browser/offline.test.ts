import { expect, test } from 'vitest';
import { untilReady } from './browser.ts';
import { setStage } from './stage.ts';
import { TWO_SPEECHES } from './texts.ts';
import { findingCount, load, until } from './workbench.ts';

const stage = setStage();

test('with the network gone, a text is loaded and decided on, and both are there on the next offline visit', async () => {
  const { page, context } = await stage.visit('http');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await stage.server.stop();
  try {
    await page.reload();
    await untilReady(page);
    await load(page, TWO_SPEECHES);
    await page.keyboard.press('Digit1');
    await until(() => page.locator('header .progress span').innerText()).toBe('已处理 1/1');
    await page.close();
    const again = await context.newPage();
    await again.goto(stage.address('http'));
    await untilReady(again);
    await until(() => findingCount(again)).toBe(1);
    await until(() => again.locator('header .progress span').innerText()).toBe('已处理 1/1');
  } finally {
    await stage.server.restart();
  }
  await context.close();
});

test('opened from disk with the network cut, everything works and nothing is asked for', async () => {
  const { page, context } = await stage.visit('file');
  await context.setOffline(true);
  await page.reload();
  await untilReady(page);
  await load(page, TWO_SPEECHES);
  await until(() => findingCount(page)).toBe(1);
  expect(new Set(context.watch.requests)).toEqual(new Set([stage.address('file')]));
  expect(context.watch.errors).toEqual([]);
  await context.close();
});
