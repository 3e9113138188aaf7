import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchChromium, newContext, openPage, pageOnDisk, untilReady } from './browser.ts';
import { builtFiles, startServer, type TestServer } from './server.ts';

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  browser = await launchChromium();
  server = await startServer(builtFiles());
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Resolves when the service worker has kept the page and looks after it. */
function untilKept(): Promise<unknown> {
  return navigator.serviceWorker.ready;
}

describe('the build', () => {
  test('is the page and its service worker', () => {
    expect(readdirSync('dist').toSorted()).toEqual(['index.html', 'service-worker.js']);
  });

  test('forbids everything before anything could ask', () => {
    const page = builtFiles()['/'];
    const head = page.slice(page.indexOf('<head>') + '<head>'.length).trimStart();
    const [charset, policy] = head.split('\n').map((line) => line.trim());
    expect(charset).toBe('<meta charset="utf-8" />');
    expect(policy).toContain(
      'http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'sha256-',
    );
    expect(policy).not.toContain('unsafe');
  });

  test('runs no script and draws no style but its own', async () => {
    const context = await newContext(browser);
    const page = await openPage(context, pageOnDisk());
    const planted = await page.evaluate(() => {
      const script = document.createElement('script');
      script.text = 'document.title = "planted"';
      const style = document.createElement('style');
      style.textContent = 'html { opacity: 0.5 }';
      document.head.append(script, style);
      return [document.title, getComputedStyle(document.documentElement).opacity];
    });
    expect(planted).toEqual([expect.not.stringContaining('planted'), '1']);
    await context.close();
  });
});

describe('opened from disk', () => {
  test('it starts, asks for nothing but itself, and says no error', async () => {
    const context = await newContext(browser);
    await openPage(context, pageOnDisk());
    expect(context.watch).toEqual({ errors: [], requests: [pageOnDisk()] });
    await context.close();
  });

  test('a worker from a blob answers', async () => {
    const context = await newContext(browser);
    const page = await openPage(context, pageOnDisk());
    const answer = await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const code = 'onmessage = (event) => postMessage(event.data * 2)';
          const worker = new Worker(URL.createObjectURL(new Blob([code])));
          worker.onmessage = (event) => resolve(event.data);
          worker.onerror = () => reject(new Error('the worker did not start'));
          worker.postMessage(21);
        }),
    );
    expect(answer).toBe(42);
    await context.close();
  });

  test('nothing is in localStorage, sessionStorage or a cookie', async () => {
    const context = await newContext(browser);
    const page = await openPage(context, pageOnDisk());
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    await context.close();
  });
});

describe('served over http', () => {
  test('it asks for itself and its service worker alone', async () => {
    const context = await newContext(browser);
    const page = await openPage(context, server.url);
    await page.evaluate(untilKept);
    expect(context.watch.errors).toEqual([]);
    const asked = new Set(context.watch.requests.map((url) => new URL(url).pathname));
    expect([...asked].toSorted()).toEqual(['/', '/service-worker.js']);
    expect(new Set(server.requests)).toEqual(asked);
    await context.close();
  });

  test.each(['', 'index.html'])('it opens as "/%s" with the network gone', async (path) => {
    const context = await newContext(browser);
    const first = await openPage(context, server.url);
    await first.evaluate(untilKept);
    await server.stop();
    try {
      const page = await openPage(context, server.url + path);
      await page.reload();
      await untilReady(page);
      expect(await page.title()).not.toBe('');
    } finally {
      await server.restart();
    }
    await context.close();
  });

  test('a new build is there on the next visit, and then offline, too', async () => {
    const context = await newContext(browser);
    const page = await openPage(context, server.url);
    await page.evaluate(untilKept);
    const built = builtFiles();
    const next = built['/'].replace('lang="zh-CN"', 'lang="zh-CN" data-build="next"');
    server.serve({ ...built, '/': next });
    const build = () => page.evaluate(() => document.documentElement.dataset['build']);
    try {
      await page.reload();
      expect(await build()).toBe('next');
      await server.stop();
      await page.reload();
      expect(await build()).toBe('next');
      await server.restart();
    } finally {
      server.serve(built);
    }
    await context.close();
  });

  test.each([
    ['fails', {}],
    ['is silent', { '/': null, '/service-worker.js': null }],
  ])('a server that %s gives the kept page', async (_what, files) => {
    const context = await newContext(browser);
    const page = await openPage(context, server.url);
    await page.evaluate(untilKept);
    server.serve(files);
    try {
      await page.reload();
      await untilReady(page);
    } finally {
      server.serve(builtFiles());
    }
    await context.close();
  });
});
