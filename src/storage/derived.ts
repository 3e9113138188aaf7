import type { Cluster, Detection, DetectionLimit, Pair } from '../core/reuse/pair.ts';
import type { Speech } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import { CLUSTERS_PREFIX, DERIVED_PREFIX, DETECTION_KEY, PAIRS_PREFIX, STRUCTURE_PREFIX } from './schema.ts';
import { keysUnder, settled, type Records } from './store.ts';

/**
 * What can be made again, kept so that a reload need not. Every record carries the key of what it was made from, so
 * that parts of two results never mix. Failures are of no consequence and are not told: it is made again.
 */
export interface DerivedCache {
  /** The structure of a document that was stored under `key`, or null. */
  readStructure(id: DocumentId, key: string): Promise<readonly Speech[] | null>;
  writeStructure(id: DocumentId, key: string, speeches: readonly Speech[]): Promise<void>;
  /** The detection that was stored under `key`, or null. */
  readDetection(key: string): Promise<Detection | null>;
  /** Replaces the stored detection. Stops, and leaves none, once `isWanted` says no. */
  writeDetection(key: string, detection: Detection, isWanted: () => boolean): Promise<void>;
}

/** Pairs or clusters in one record: one turn of the event loop clones no more. */
const PART = 2_000;
/** Digits of a part's number in its key, so that keys sort by number. */
const PART_DIGITS = 6;

interface Head {
  readonly key: string;
  readonly pairParts: number;
  readonly clusterParts: number;
  readonly limits: readonly DetectionLimit[];
}

/** The cache among these records; writes nothing while `isWritable` says no. */
export function createDerivedCache(records: Records, isWritable: () => boolean): DerivedCache {
  return {
    readStructure: (id, key) => quietly(() => readKeyed<readonly Speech[]>(STRUCTURE_PREFIX + id, key)),

    async writeStructure(id, key, speeches) {
      if (!isWritable()) return;
      await quietly(() => put(STRUCTURE_PREFIX + id, { key, value: speeches }));
    },

    readDetection: (key) =>
      quietly(async () => {
        const head = await readKeyed<Head>(DETECTION_KEY, key);
        if (head === null) return null;
        const pairs = await readParts<Pair>(PAIRS_PREFIX, head.pairParts, key);
        const clusters = await readParts<Cluster>(CLUSTERS_PREFIX, head.clusterParts, key);
        return pairs && clusters && { pairs, clusters, limits: head.limits };
      }),

    async writeDetection(key, detection, isWanted) {
      if (!isWritable()) return;
      await quietly(async () => {
        await records.write('relaxed', async (store) => {
          for (const stale of [DETECTION_KEY, keysUnder(PAIRS_PREFIX), keysUnder(CLUSTERS_PREFIX)]) {
            await settled(store.delete(stale));
          }
        });
        const pairParts = await putParts(PAIRS_PREFIX, detection.pairs, key, isWanted);
        const clusterParts = await putParts(CLUSTERS_PREFIX, detection.clusters, key, isWanted);
        if (pairParts === null || clusterParts === null || !isWanted()) return null;
        const head: Head = { key, pairParts, clusterParts, limits: detection.limits };
        // Last, so that a detection without its head is none.
        return put(DETECTION_KEY, { key, value: head });
      });
    },
  };

  async function readKeyed<T>(at: string, key: string): Promise<T | null> {
    const found = await records.read((store) =>
      settled<{ key: string; value: T } | undefined>(store.get(at)),
    );
    return found?.key === key ? found.value : null;
  }

  async function readParts<T>(prefix: string, count: number, key: string): Promise<T[] | null> {
    const all: T[] = [];
    for (let number = 0; number < count; number++) {
      const part = await readKeyed<readonly T[]>(partKey(prefix, number), key);
      if (part === null) return null;
      for (const each of part) all.push(each);
    }
    return all;
  }

  /** How many parts were written; null when they are no longer wanted. */
  async function putParts<T>(
    prefix: string,
    all: readonly T[],
    key: string,
    isWanted: () => boolean,
  ): Promise<number | null> {
    const count = Math.ceil(all.length / PART);
    for (let number = 0; number < count; number++) {
      if (!isWanted()) return null;
      await put(partKey(prefix, number), { key, value: all.slice(number * PART, (number + 1) * PART) });
    }
    return count;
  }

  async function put(at: string, value: unknown): Promise<null> {
    await records.write('relaxed', async (store) => void (await settled(store.put(value, at))));
    return null;
  }
}

/** The keys of everything derived. */
export function derivedKeys(): IDBKeyRange {
  return keysUnder(DERIVED_PREFIX);
}

function partKey(prefix: string, number: number): string {
  return prefix + String(number).padStart(PART_DIGITS, '0');
}

async function quietly<T>(work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}
