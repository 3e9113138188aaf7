import { promisifyRequest, type UseStore } from 'idb-keyval';
import { changed } from '../core/review/change.ts';
import { readDecision } from './records.ts';
import { DATABASE, type Operation } from './schema.ts';

export { promisifyRequest as settled } from 'idb-keyval';

/** The records of the database. Every call is one transaction and rejects when it fails. */
export interface Records {
  /** Reads in one transaction. `read` may await requests of the store, and nothing else. */
  read<T>(read: (store: IDBObjectStore) => Promise<T>): Promise<T>;
  /** Writes in one transaction; when `write` rejects, nothing of it stays. */
  write(durability: IDBTransactionDurability, write: (store: IDBObjectStore) => Promise<void>): Promise<void>;
}

const OBJECT_STORE = 'records';
/** In milliseconds: how long the browser may take to open the database. Some never answer. */
const OPEN_PATIENCE = 5_000;

/** The records of the database of this name. Opens it with the first call, and again when the browser closed it. */
export function openRecords(name: string = DATABASE): Records {
  let database: Promise<IDBDatabase> | null = null;

  /** idb-keyval's own makes transactions without durability and cannot wait for an answer that never comes. */
  function storeWith(durability: IDBTransactionDurability): UseStore {
    return async (mode, callback) => {
      database ??= openDatabase(name, forget);
      const opened = await database.catch((error: unknown) => {
        forget();
        throw error;
      });
      return callback(opened.transaction(OBJECT_STORE, mode, { durability }).objectStore(OBJECT_STORE));
    };
  }

  function forget(): void {
    database = null;
  }

  return {
    read: (read) => storeWith('default')('readonly', read),
    write: (durability, write) =>
      storeWith(durability)('readwrite', async (store) => {
        const committed = promisifyRequest(store.transaction);
        try {
          await write(store);
        } catch (error) {
          committed.catch(() => {});
          abort(store.transaction);
          throw error;
        }
        await committed;
      }),
  };
}

/** So many small changes are asked for in one turn. */
const AT_ONCE = 200;

/**
 * Makes the changes of one step, in their order. Small ones are asked for together: ten thousand that wait for one another
 * take seconds. A step of a single change closes the transaction in the same turn: the browser then finishes it also when
 * the page goes.
 */
export async function apply(store: IDBObjectStore, step: readonly Operation[]): Promise<void> {
  let asked: Promise<void>[] = [];
  for (const operation of step) {
    asked.push(applyOne(store, operation));
    if (step.length === 1 && operation.kind !== 'merge' && operation.kind !== 'amend')
      store.transaction.commit();
    // What is large is cloned in a turn of its own.
    if (asked.length < AT_ONCE && operation.kind !== 'put') continue;
    await Promise.all(asked);
    asked = [];
  }
  await Promise.all(asked);
}

async function applyOne(store: IDBObjectStore, operation: Operation): Promise<void> {
  switch (operation.kind) {
    case 'put':
      await promisifyRequest(store.put(operation.value, operation.key));
      break;
    case 'merge': {
      const before: unknown = await promisifyRequest(store.get(operation.key));
      await promisifyRequest(store.put({ ...Object(before), ...operation.change }, operation.key));
      break;
    }
    case 'amend': {
      const { key, change, isGuarded } = operation;
      const before = readDecision(await promisifyRequest<unknown>(store.get(key)));
      const after = changed(before, change, isGuarded);
      if (after === null) await promisifyRequest(store.delete(key));
      else await promisifyRequest(store.put(after, key));
      break;
    }
    case 'delete':
      await promisifyRequest(store.delete(operation.key));
      break;
    case 'delete-under':
      await promisifyRequest(store.delete(keysUnder(operation.key)));
      break;
    case 'clear':
      await promisifyRequest(store.clear());
  }
}

/** All keys that begin with `prefix`. */
export function keysUnder(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

function openDatabase(name: string, onClose: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error('the database does not open')), OPEN_PATIENCE);
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(OBJECT_STORE);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      clearTimeout(giveUp);
      request.result.onclose = onClose;
      request.result.onversionchange = () => {
        request.result.close();
        onClose();
      };
      resolve(request.result);
    };
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has aborted by itself.
  }
}
