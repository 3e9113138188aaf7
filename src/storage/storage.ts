import { createDerivedCache, derivedKeys, type DerivedCache } from './derived.ts';
import { lay, type Step } from './journal.ts';
import { planFor, SCHEMA_VERSION } from './migrations.ts';
import { readDocumentRecord } from './records.ts';
import { REMOVED_PREFIX, VERSION_KEY, type StoredDocument } from './schema.ts';
import { NOTHING_STORED, readSnapshot, withText, type Snapshot } from './snapshot.ts';
import { apply, keysUnder, openRecords, settled, type Records } from './store.ts';

/** What is wrong with the database. */
export type StorageFault = 'unavailable' | 'newer' | 'full' | 'failed';

/** The one door to what is stored. No call rejects: what goes wrong is told through `onFault`. */
export interface Storage {
  /** Reads everything precious. With no database to read, the visit goes on in memory. */
  open(): Promise<Snapshot>;
  /**
   * Makes the changes of one step in one transaction that is on disk when this resolves, or else told as a fault.
   * What failed is kept and written again behind the next step that succeeds.
   */
  write(step: Step): Promise<void>;
  /**
   * As `write`, but waits for no other step, so that it gets through from a page that is about to go; and a crash of
   * the computer may lose it. For what is not precious.
   */
  writeSoon(step: Step): Promise<void>;
  /** The record of this key; undefined when there is none or it cannot be read. */
  read(key: string): Promise<unknown>;
  /** The document that is stored under this key; null when there is none or it cannot be read. */
  readDocument(key: string): Promise<StoredDocument | null>;
  /** Removes everything that is stored, and remembers only that somebody was here. */
  erase(): Promise<void>;
  readonly derived: DerivedCache;
}

/** The storage over these records. `onFault` hears what is wrong, and null when all is well again. */
export function createStorage(
  onFault: (fault: StorageFault | null) => void,
  records: Records = openRecords(),
): Storage {
  /** Steps that failed and wait for better times. */
  let waiting: readonly Step[] = [];
  /** False when there is no database to write to, or one that must be left alone. */
  let isWritable = true;
  /** Steps are written one after the other. */
  let queue: Promise<void> = Promise.resolve();

  return {
    async open() {
      try {
        const isReadable = await prepare();
        if (isReadable) return await readSnapshot(records);
        isWritable = false;
        onFault('newer');
      } catch {
        isWritable = false;
        onFault('unavailable');
      }
      return NOTHING_STORED;
    },
    write: (step) => enqueue(step, 'strict'),
    async writeSoon(step) {
      if (!isWritable) return;
      // An older step that waits for better times must not come behind a newer one.
      const isFirst = waiting.length === 0;
      const fault = isFirst ? await commit('relaxed', (store) => apply(store, step)) : 'failed';
      if (fault !== null) await enqueue(step, 'relaxed');
    },
    read,
    async readDocument(key) {
      const record = readDocumentRecord(await read(key));
      return record === null ? null : withText(record);
    },
    erase: () =>
      enqueue([{ kind: 'clear' }, { kind: 'put', key: VERSION_KEY, value: SCHEMA_VERSION }], 'strict'),
    derived: createDerivedCache(records, () => isWritable),
  };

  async function read(key: string): Promise<unknown> {
    try {
      return await records.read((store) => settled<unknown>(store.get(key)));
    } catch {
      return undefined;
    }
  }

  /** Brings the database to this version. False when a newer one wrote it. */
  async function prepare(): Promise<boolean> {
    const version = await records.read(async (store) => ({
      stored: await settled<unknown>(store.get(VERSION_KEY)),
      isEmpty: (await settled(store.count())) === 0,
    }));
    if (version.isEmpty) return true;
    const plan = planFor(version.stored);
    if (plan.kind === 'migrate') {
      await records.write('strict', async (store) => {
        for (const migrate of plan.migrations) await migrate(store);
        await settled(store.put(SCHEMA_VERSION, VERSION_KEY));
      });
    }
    return plan.kind !== 'newer';
  }

  function enqueue(step: Step, durability: IDBTransactionDurability): Promise<void> {
    queue = queue.then(() => (isWritable ? writeNow(step, durability) : undefined));
    return queue;
  }

  async function writeNow(newest: Step, durability: IDBTransactionDurability): Promise<void> {
    const journal = lay(newest, waiting);
    waiting = journal.waiting;
    const fault = await attempt(journal.step, durability);
    if (fault !== null) {
      waiting = [...waiting, journal.step];
      onFault(fault);
      return;
    }
    let left: StorageFault | null = null;
    for (const step of waiting) {
      left = await attempt(step, 'strict');
      if (left !== null) break;
      waiting = waiting.filter((each) => each !== step);
    }
    onFault(left);
  }

  /** Writes a step; when the disk is full, once more without what can be made again, and without what was removed. */
  async function attempt(step: Step, durability: IDBTransactionDurability): Promise<StorageFault | null> {
    const fault = await commit(durability, (store) => apply(store, step));
    if (fault !== 'full') return fault;
    await commit('relaxed', (store) => settled(store.delete(derivedKeys())));
    const still = await commit(durability, (store) => apply(store, step));
    if (still !== 'full') return still;
    await commit('relaxed', (store) => settled(store.delete(keysUnder(REMOVED_PREFIX))));
    return commit(durability, (store) => apply(store, step));
  }

  async function commit(
    durability: IDBTransactionDurability,
    change: (store: IDBObjectStore) => Promise<void>,
  ): Promise<StorageFault | null> {
    try {
      await records.write(durability, async (store) => {
        // A database of which anything is written has its version, whoever wrote first.
        await Promise.all([settled(store.put(SCHEMA_VERSION, VERSION_KEY)), change(store)]);
      });
      return null;
    } catch (error) {
      return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed';
    }
  }
}
