import { afterAll, beforeAll } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium, newContext, openPage, pageOnDisk, type Watch } from './browser.ts';
import { builtFiles, startServer, type TestServer } from './server.ts';

/** The two ways to open the page. */
export const SCHEMES = ['http', 'file'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A laptop's screen, the smallest that the page is drawn for; in CSS pixels. */
export const LAPTOP = { width: 1280, height: 800 };

/** What the journeys of one test file are made on. */
export interface Stage {
  readonly browser: Browser;
  readonly server: TestServer;
  address(scheme: Scheme): string;
  /** Opens the page for somebody who was never here, and waits until it is ready. */
  visit(scheme?: Scheme, options?: Parameters<Browser['newContext']>[0]): Promise<Visit>;
}

/** One visitor: a page, and the context that holds what it stores. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext & { readonly watch: Watch };
}

/**
 * A Chromium and a server of the built page, there while the tests of the calling file run. Every context is closed
 * behind its test file. Visitors read Chinese and have a laptop.
 */
export function setStage(): Stage {
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
  const address = (scheme: Scheme) => (scheme === 'http' ? server.url : pageOnDisk());
  return {
    get browser() {
      return browser;
    },
    get server() {
      return server;
    },
    address,
    async visit(scheme = 'file', options = {}) {
      const context = await newContext(browser, { locale: 'zh-CN', viewport: LAPTOP, ...options });
      return { context, page: await openPage(context, address(scheme)) };
    },
  };
}
