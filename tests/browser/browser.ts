import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from './installed.mjs';

const BUILT_PAGE = 'dist/index.html';

/** As root Chromium needs its sandbox off; the others keep it from calling its maker. */
export const FLAGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless Chromium. Throws when there is none, or when the page has not been built. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium: `npm test` gets one');
  pageOnDisk();
  // Without a UTF-8 locale Chromium gives a downloaded file no Chinese name.
  return chromium.launch({ executablePath, args: [...FLAGS], env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}

/** The address of the built page on disk. Throws when it has not been built. */
export function pageOnDisk(): string {
  if (!existsSync(BUILT_PAGE)) throw new Error(`no ${BUILT_PAGE}: run \`npm run build\` first`);
  return pathToFileURL(BUILT_PAGE).href;
}

/** What a page did beyond showing itself. */
export interface Watch {
  /** Errors on the console and exceptions that nobody caught. */
  readonly errors: string[];
  /** Addresses asked for over a network or from disk, by pages, workers and service workers; data: and blob: are neither. */
  readonly requests: string[];
}

/** A new, empty context (no storage, no cache) whose doings are watched from its first page on. */
export async function newContext(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext & { readonly watch: Watch }> {
  const context = await browser.newContext(options);
  const watch: Watch = { errors: [], requests: [] };
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && !url.startsWith('blob:')) watch.requests.push(url);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') watch.errors.push(message.text());
  });
  context.on('weberror', (error) => watch.errors.push(String(error.error())));
  return Object.assign(context, { watch });
}

/** Opens `url` in a new page and waits until the page says that everything is loaded and compared. */
export async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await untilReady(page);
  return page;
}

/** Waits until the page says that everything is loaded and compared. */
export async function untilReady(page: Page): Promise<void> {
  await page.locator('[data-testid=status][data-state=ready]').waitFor({ state: 'attached' });
}
