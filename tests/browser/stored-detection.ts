import type { Page } from 'playwright-core';
import type { PackedDetection } from '../../src/core/reuse/packed-detection.ts';
import type { Detection } from '../../src/core/reuse/pair.ts';
import { packedOf, unpackedOf } from '../core/reuse/packed.ts';
import { untilReady } from './browser.ts';
import { storedRecords, until } from './workbench.ts';

/** A stored column with its name, as `storage/derived.ts` writes it. */
interface StoredColumn {
  readonly key: string;
  readonly items: readonly [readonly [string, unknown]];
}

/**
 * Changes the stored detection and opens the page on it again. What a detection finds and sets apart depends on its
 * judgement; how the page shows it does not.
 */
export async function changeDetection(
  page: Page,
  change: (detection: Detection) => Pick<Detection, 'pairs' | 'boilerplate'>,
): Promise<void> {
  await until(async () => Object.keys(await storedRecords(page))).toContain(`${PREFIX}head`);
  const stored = Object.entries(await storedRecords(page)).filter(
    ([at]) => at.startsWith(PREFIX) && !at.endsWith('head'),
  ) as [string, StoredColumn][];
  const columns = stored.map(([, { items }]) => items[0]);
  const detection = unpackedOf(Object.fromEntries(columns) as unknown as PackedDetection);
  const changed = Object.entries(packedOf({ ...detection, ...change(detection) }));
  const records = stored.map(([at, { key }], index) => [at, { key, items: [changed[index]] }] as const);
  await page.evaluate(async (all) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('leitong');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = database.transaction('records', 'readwrite');
    for (const [at, record] of all) transaction.objectStore('records').put(record, at);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
  }, records);
  await page.reload();
  await untilReady(page);
}

const PREFIX = 'derived/detection/';

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
