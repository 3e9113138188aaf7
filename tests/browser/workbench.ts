import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { untilReady } from './browser.ts';

/** A file as it is given to the page. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** In milliseconds: bounds a hang on a busy machine; nothing is measured by it. */
const PATIENCE = 30_000;

/** Waits until `read` gives what is expected. */
export function until<T>(read: () => Promise<T>) {
  return expect.poll(read, { timeout: PATIENCE });
}

/** The rows of the list that stand in the document, from top to bottom. */
export function findings(page: Page): Locator {
  return page.getByTestId('finding');
}

/** The row of the open pair. */
export function openFinding(page: Page): Locator {
  return page.locator('[data-testid=finding][aria-selected=true]');
}

/** How many findings the page says it has. */
export async function findingCount(page: Page): Promise<number> {
  return Number(await page.getByTestId('status').getAttribute('data-count'));
}

/** The words of each row: who and where, how they differ, how the text begins. */
export async function rowWords(page: Page): Promise<{ who: string; how: string; excerpt: string }[]> {
  return findings(page).evaluateAll((rows) =>
    rows.map((row) => {
      const words = (name: string) => row.querySelector(`.${name}`)?.textContent?.trim() ?? '';
      return { who: words('who'), how: words('brief'), excerpt: words('excerpt') };
    }),
  );
}

/**
 * Waits until the page's status says `words`, however shortly; ask before what makes it say so. A busy browser may never
 * paint what lasts a moment: then the end of the work is waited for instead, and the test goes on from there.
 */
export function statusSays(page: Page, words: RegExp): Promise<void> {
  return page.evaluate(
    (source) =>
      new Promise<void>((resolve) => {
        let wasBusy = false;
        const observer = new MutationObserver(() => {
          const status = document.querySelector<HTMLElement>('[data-testid=status]');
          const isReady = status?.dataset['state'] === 'ready';
          if (!new RegExp(source).test(status?.textContent ?? '') && !(wasBusy && isReady)) {
            wasBusy ||= !isReady;
            return;
          }
          observer.disconnect();
          resolve();
        });
        observer.observe(document, {
          subtree: true,
          childList: true,
          characterData: true,
          attributeFilter: ['data-state'],
        });
      }),
    words.source,
  );
}

/** Gives files to the page's file field and waits until they are loaded and compared. */
export async function load(page: Page, files: readonly GivenFile[]): Promise<void> {
  await choose(page, files);
  await untilReady(page);
}

/** Gives files to the page's file field. */
export async function choose(page: Page, files: readonly GivenFile[]): Promise<void> {
  await page
    .getByTestId('file-input')
    .setInputFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(bytes) })),
    );
}

/** Drops files onto the middle of the page. */
export async function drop(page: Page, files: readonly GivenFile[]): Promise<void> {
  const plain = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
    for (const type of ['dragenter', 'dragover', 'drop']) {
      const event = new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true });
      target.dispatchEvent(event);
    }
  }, plain);
}

/** Pastes text, and its rich form, where the focus is. */
export async function paste(page: Page, text: string, rich = '', type = 'text/html'): Promise<void> {
  await page.evaluate(
    ([pasted, form, kind]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      if (form !== '') clipboardData.setData(kind, form);
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [text, rich, type] as const,
  );
}

/** Pastes files as they are copied from a folder. */
export async function pasteFiles(page: Page, files: readonly GivenFile[]): Promise<void> {
  const plain = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      clipboardData.items.add(new File([bytes], name));
    }
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, plain);
}

/** Goes to one of the screens by its name in the head. */
export async function show(page: Page, screen: '比对' | '稿件' | '套话'): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: screen }).click();
}

/** The names of the loaded documents, in the order of the 稿件 screen, which must be open. */
export async function documentNames(page: Page): Promise<string[]> {
  return page.locator('.outline [data-testid=document][data-state=ready] b').allTextContents();
}

/** What could not be loaded: each file's name with the sentence about it. */
export async function failures(page: Page): Promise<[name: string, sentence: string][]> {
  return page
    .locator('[data-testid=document][data-state=error]')
    .evaluateAll((all) =>
      all.map((each) => [
        each.querySelector('b')?.textContent ?? '',
        each.querySelector('span')?.textContent ?? '',
      ]),
    );
}

/** The button that takes a document away; the 稿件 screen must be open. */
export function removeButton(page: Page, name: string): Locator {
  return page.getByRole('button', { name: `移除 ${name}` });
}

/** All records of the page's database by key, read beside the page. Blobs are given as their text. */
export function storedRecords(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('leitong');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const store = database.transaction('records').objectStore('records');
    const all = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const [keys, values] = await Promise.all([all(store.getAllKeys()), all(store.getAll())]);
    database.close();
    return Object.fromEntries(keys.map((key, index) => [String(key), values[index]]));
  });
}
