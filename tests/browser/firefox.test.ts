import { launch } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { pageOnDisk } from './browser.ts';
import { findFirefox } from './installed.mjs';
import { builtFiles, startServer } from './server.ts';

/** Milliseconds for a request to get away. */
const SETTLE_MS = 500;

const executablePath = findFirefox();

// `npm test` says loudly when there is no Firefox.
describe.skipIf(executablePath === null)('Firefox', () => {
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
});
