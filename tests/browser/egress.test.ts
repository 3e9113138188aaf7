import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, newContext, openPage, pageOnDisk } from './browser.ts';
import { CHANNELS, tryChannel, type Channel } from './channels.ts';
import { builtFiles, startServer, type TestServer } from './server.ts';

/** Milliseconds for a navigation to get away. */
const SETTLE_MS = 500;
/** What a driven, headless Chromium does not do even where it may. */
const NEVER_DONE: readonly Channel[] = ['icon', 'manifest', 'preconnect', 'track'];
/** Chromium opens a connection ahead of every frame's navigation, and ends it unused when the policy refuses. */
const CONNECTS_AHEAD: readonly Channel[] = ['iframe', 'form'];

let browser: Browser;
let server: TestServer;
let outside: TestServer;

beforeAll(async () => {
  browser = await launchChromium();
  server = await startServer({ ...builtFiles(), '/open': '<!doctype html><title>no policy</title><body>' });
  outside = await startServer({});
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await outside.stop();
});

interface Leak {
  readonly channel: Channel;
  /** Something was asked for; else there was a bare connection. */
  readonly asked: boolean;
}

/** Tries each channel towards a listener of its own, and gives those through which something arrived. */
async function leaks(page: Page): Promise<Leak[]> {
  const found: Leak[] = [];
  for (const channel of CHANNELS) {
    const listener = await startServer({});
    await page.evaluate(tryChannel, [channel, `${listener.url}${channel}`] as const);
    if (listener.connections() > 0) found.push({ channel, asked: listener.requests.length > 0 });
    await listener.stop();
  }
  return found;
}

describe('what a script can send out', () => {
  test('the trial itself works: without a policy, everything gets out', async () => {
    const context = await newContext(browser);
    const page = await context.newPage();
    await page.goto(`${server.url}open`);
    const channels = (await leaks(page)).map((leak) => leak.channel);
    const expected = CHANNELS.filter((channel) => !NEVER_DONE.includes(channel));
    expect(channels).toEqual(expect.arrayContaining(expected));
    await context.close();
  });

  test.each(['http', 'file'])('from the built page over %s, nothing does', async (scheme) => {
    const context = await newContext(browser);
    const page = await openPage(context, scheme === 'http' ? server.url : pageOnDisk());
    const found = await leaks(page);
    expect(found.filter((leak) => leak.asked || !CONNECTS_AHEAD.includes(leak.channel))).toEqual([]);
    await context.close();
  });

  test.each([
    ['location', (target: string) => location.assign(target)],
    ['link', (target: string) => Object.assign(document.createElement('a'), { href: target }).click()],
    [
      'blank',
      (target: string) =>
        Object.assign(document.createElement('a'), { href: target, target: '_blank' }).click(),
    ],
    [
      'dispatched',
      (target: string) =>
        Object.assign(document.createElement('a'), { href: target, target: '_blank' }).dispatchEvent(
          new MouseEvent('click'),
        ),
    ],
    [
      'connected',
      (target: string) => {
        const link = Object.assign(document.createElement('a'), { href: target, target: '_blank' });
        document.body.append(link);
        link.append(document.createElement('b'));
        link.querySelector('b')?.click();
      },
    ],
    [
      'download',
      (target: string) =>
        Object.assign(document.createElement('a'), { href: target, download: 'a.txt' }).click(),
    ],
    ['window', (target: string) => window.open(target)],
    ['history', (target: string) => location.replace(target)],
    [
      'refresh',
      (target: string) => {
        const meta = document.createElement('meta');
        meta.httpEquiv = 'refresh';
        meta.content = `0;url=${target}`;
        document.head.append(meta);
      },
    ],
  ])('by %s, no script leads away', async (name, leave) => {
    const context = await newContext(browser);
    const page = await openPage(context, pageOnDisk());
    const asked = outside.requests.length;
    await page.evaluate(leave, `${outside.url}${name}`);
    await page.waitForTimeout(SETTLE_MS);
    expect(outside.requests.slice(asked)).toEqual([]);
    expect(page.url().split('#')[0]).toBe(pageOnDisk());
    expect(context.pages()).toHaveLength(1);
    await context.close();
  });

  test('there is no WebRTC', async () => {
    const context = await newContext(browser);
    const page = await openPage(context, pageOnDisk());
    expect(await page.evaluate(() => 'RTCPeerConnection' in window)).toBe(false);
    await context.close();
  });

  test('the hash can change, a download starts, the page reloads', async () => {
    const context = await newContext(browser);
    const page = await openPage(context, pageOnDisk());
    await page.evaluate(() => location.assign('#overview'));
    expect(page.url()).toBe(`${pageOnDisk()}#overview`);
    const download = page.waitForEvent('download');
    await page.evaluate(() => {
      const href = URL.createObjectURL(new Blob(['文稿']));
      Object.assign(document.createElement('a'), { href, download: '文稿.txt' }).click();
    });
    expect((await download).suggestedFilename()).toBe('文稿.txt');
    await page.reload();
    expect(page.url()).toBe(`${pageOnDisk()}#overview`);
    await context.close();
  });
});
