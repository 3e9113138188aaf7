import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type ElementHandle } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { pageOnDisk } from './browser.ts';
import { findFirefox } from './installed.mjs';
import { builtFiles, startServer } from './server.ts';
import { TWO_SPEECHES } from './texts.ts';

/** Milliseconds for a request to get away. */
const SETTLE_MS = 500;

const executablePath = findFirefox();

// `npm test` says loudly when there is no Firefox.
describe.skipIf(executablePath === null)('Firefox', () => {
  test.each(['file', 'http'])(
    'loads a text, keeps a decision, and has both after a reload over %s',
    async (scheme) => {
      const server = await startServer(builtFiles());
      const folder = mkdtempSync(join(tmpdir(), 'leitong-firefox-'));
      const browser = await launch({
        browser: 'firefox',
        executablePath: executablePath ?? '',
        headless: true,
      });
      try {
        const paths = TWO_SPEECHES.map(({ name, bytes }) => {
          const path = join(folder, name);
          writeFileSync(path, bytes);
          return path;
        });
        const page = await browser.newPage();
        const untilReady = (count: number) =>
          page.waitForSelector(`[data-testid=status][data-state=ready][data-count="${count}"]`);
        await page.goto(scheme === 'file' ? pageOnDisk() : server.url);
        await untilReady(9);
        const field = await page.$('[data-testid=file-input]');
        await (field as ElementHandle<HTMLInputElement>).uploadFile(...paths);
        await untilReady(1);
        await page.keyboard.press('Digit1');
        await page.waitForSelector('[data-testid=finding].done');
        await page.reload();
        await untilReady(1);
        await page.waitForSelector('[data-testid=finding].done');
        const names = await page.$$eval('.corpus-map .name', (all) => all.map((name) => name.textContent));
        expect(names).toEqual(['李明华', '王建国']);
      } finally {
        await browser.close();
        await server.stop();
        rmSync(folder, { recursive: true });
      }
    },
  );

  test.each(['file', 'http'])(
    'opens the page over %s and gets it ready, without an error or a way out',
    async (scheme) => {
      const server = await startServer(builtFiles());
      const outside = await startServer({});
      const browser = await launch({
        browser: 'firefox',
        executablePath: executablePath ?? '',
        headless: true,
      });
      try {
        const page = await browser.newPage();
        const errors: string[] = [];
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        page.on('pageerror', (error) => errors.push(String(error)));
        await page.goto(scheme === 'file' ? pageOnDisk() : server.url);
        await page.waitForSelector('[data-testid=status][data-state=ready]');
        expect(errors).toEqual([]);
        await page.evaluate((target) => fetch(target, { mode: 'no-cors' }).catch(() => null), outside.url);
        await page.evaluate((target) => location.assign(target), outside.url);
        await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
        expect(outside.connections()).toBe(0);
      } finally {
        await browser.close();
        await server.stop();
        await outside.stop();
      }
    },
  );

  test.each(['file', 'http'])('copies one side and the comparison over %s', async (scheme) => {
    const server = await startServer(builtFiles());
    const browser = await launch({
      browser: 'firefox',
      executablePath: executablePath ?? '',
      headless: true,
    });
    try {
      const page = await browser.newPage();
      await page.goto(scheme === 'file' ? pageOnDisk() : server.url);
      await page.waitForSelector('[data-testid=status][data-state=ready]');
      await page.evaluate(() => {
        // Says what the page puts on the clipboard.
        const set = DataTransfer.prototype.setData;
        DataTransfer.prototype.setData = function (type, data) {
          document.title += `|${type} ${data.slice(0, 12)}`;
          set.call(this, type, data);
        };
      });
      const press = async (code: 'Digit1' | 'Digit3') => {
        await page.keyboard.down('Shift');
        await page.keyboard.press(code);
        await page.keyboard.up('Shift');
        await page.waitForFunction(
          () => document.querySelector('.verdict [role=status]')?.textContent !== '',
        );
        return page.$eval('.verdict [role=status]', (status) => status.textContent);
      };
      expect(['已复制', 'Copied']).toContain(await press('Digit1'));
      expect(await page.title()).toMatch(/\|text\/plain 三是改进工作方式/);
      expect(['已复制', 'Copied']).toContain(await press('Digit3'));
      expect(await page.title()).toMatch(/\|text\/html <meta/);
    } finally {
      await browser.close();
      await server.stop();
    }
  });

  test.each(['file', 'http'])('gives out a draft over %s', async (scheme) => {
    const server = await startServer(builtFiles());
    const folder = mkdtempSync(join(tmpdir(), 'leitong-firefox-'));
    const browser = await launch({
      browser: 'firefox',
      executablePath: executablePath ?? '',
      headless: true,
      extraPrefsFirefox: { 'browser.download.folderList': 2, 'browser.download.dir': folder },
    });
    try {
      const page = await browser.newPage();
      await page.goto(scheme === 'file' ? pageOnDisk() : server.url);
      await page.waitForSelector('[data-testid=status][data-state=ready]');
      await page.keyboard.press('Digit1');
      await page.waitForSelector('[data-testid=finding].done');
      await page.keyboard.press('KeyD');
      await page.waitForSelector('.draft .line');
      await page.click('[data-testid=export-txt]');
      const saved = () => readdirSync(folder).filter((name) => name.endsWith('.txt'));
      await expect.poll(saved, { timeout: 30_000 }).toHaveLength(1);
      const read = () => readFileSync(join(folder, saved()[0] ?? ''), 'utf8');
      await expect.poll(read, { timeout: 30_000 }).toContain('五是健全机制抓日常监管');
      expect(read().startsWith('\ufeff')).toBe(true);
    } finally {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
