import { DERIVED_PREFIX, VIEW_KEY } from './schema.ts';
import { keysUnder, settled } from './store.ts';

/** Brings all records from one version of the schema to the next, inside the transaction of `store`. */
export type Migration = (store: IDBObjectStore) => Promise<void>;

/**
 * The first one brings version 1 to 2, and so on. Whoever changes what a record looks like adds one here, which raises
 * the version.
 */
export const MIGRATIONS: readonly Migration[] = [setThresholdFree, keepWhatIsThere, dropDetections];

/** The version that this page writes; the history of the schema is the list above. */
export const SCHEMA_VERSION = 1 + MIGRATIONS.length;

/** What to do with a database whose version record holds `stored`. */
export type VersionPlan =
  | { readonly kind: 'current' }
  | { readonly kind: 'migrate'; readonly migrations: readonly Migration[] }
  /** A newer page wrote it: this one must not touch it. */
  | { readonly kind: 'newer' };

/** Plans for a version record; what is no version counts as the first. */
export function planFor(stored: unknown, migrations: readonly Migration[] = MIGRATIONS): VersionPlan {
  const version = typeof stored === 'number' && Number.isInteger(stored) && stored >= 1 ? stored : 1;
  const newest = 1 + migrations.length;
  if (version > newest) return { kind: 'newer' };
  return version === newest
    ? { kind: 'current' }
    : { kind: 'migrate', migrations: migrations.slice(version - 1) };
}

/**
 * Version 2: a filter's similarity is null while the threshold sets itself, and 0 when the user wants to see everything.
 * Before, 0 was where it stood untouched. Detections have boilerplate; those without are made anew.
 */
async function setThresholdFree(store: IDBObjectStore): Promise<void> {
  const view = await settled<unknown>(store.get(VIEW_KEY));
  const filter: unknown = Object(view)['filter'];
  if (Object(filter)['similarity'] === 0) {
    const free = { ...Object(filter), similarity: null };
    await settled(store.put({ ...Object(view), filter: free }, VIEW_KEY));
  }
  await settled(store.delete(keysUnder(DERIVED_PREFIX)));
}

/**
 * Version 3: there are histories, opinions, earlier versions, places and readings of tables, decisions with reasons and rewritten
 * passages, and more kinds of corrections. What version 2 wrote reads as it is; a page of that version would call these damaged.
 */
async function keepWhatIsThere(): Promise<void> {}

/** Version 4: detections are stored in columns. Those in lists of objects are made anew. */
async function dropDetections(store: IDBObjectStore): Promise<void> {
  for (const list of ['summary', 'pairs', 'clusters', 'boilerplate'])
    await settled(store.delete(keysUnder(`${DERIVED_PREFIX}${list}/`)));
}
