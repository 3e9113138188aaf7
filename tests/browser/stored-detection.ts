import type { Page } from 'playwright-core';
import type { Boilerplate, Pair } from '../../src/core/reuse/pair.ts';
import { untilReady } from './browser.ts';
import { storedRecords, until } from './workbench.ts';

/** The lists of a stored detection that a test may change. */
export interface StoredDetection {
  readonly pairs: readonly Pair[];
  readonly boilerplate: readonly Boilerplate[];
}

/**
 * Changes the stored detection and opens the page on it again. What a detection finds and sets apart depends on its
 * judgement; how the page shows it does not.
 */
export async function changeDetection(
  page: Page,
  change: (detection: StoredDetection) => StoredDetection,
): Promise<void> {
  await until(async () => Object.keys(await storedRecords(page))).toContain('derived/boilerplate/head');
  const records = await storedRecords(page);
  const { key, items: pairs } = records['derived/pairs/000000'] as { key: string; items: Pair[] };
  const changed = change({ pairs, boilerplate: [] });
  await page.evaluate(
    async ([name, detection]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('leitong');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction('records', 'readwrite');
      const store = transaction.objectStore('records');
      for (const list of ['pairs', 'boilerplate'] as const) {
        store.put({ key: name, items: detection[list] }, `derived/${list}/000000`);
        store.put({ key: name, parts: 1 }, `derived/${list}/head`);
      }
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = () => reject(transaction.error);
      });
      database.close();
    },
    [key, changed] as const,
  );
  await page.reload();
  await untilReady(page);
}

/** Sets the first finding apart, as if it were boilerplate: in the first of so many entries. */
export function setFirstApart(page: Page, entries = 1): Promise<void> {
  return changeDetection(page, ({ pairs: [first, ...pairs] }) => ({
    pairs,
    boilerplate: Array.from({ length: entries }, (_, index) => ({
      id: `apart-${index}`,
      reason: index % 2 === 0 ? 'common' : 'ritual',
      members: first === undefined ? [] : [first.a, first.b],
      speeches: 2,
      pairs: index === 0 && first !== undefined ? [first] : [],
    })),
  }));
}
