import type { PackedDetection } from '../core/reuse/packed-detection.ts';
import { objectsInSpeech, partsOf } from '../core/reuse/parts.ts';
import type { Speech } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import { DERIVED_PREFIX, DETECTION_PREFIX, structurePrefix } from './schema.ts';
import { keysUnder, settled, type Records } from './store.ts';

/**
 * What can be made again, kept so that a reload need not. Every record carries the key of what it was made from, so
 * that parts of two results never mix. Failures are of no consequence and are not told: it is made again.
 */
export interface DerivedCache {
  /** The structure of a document that was stored under `key`, or null. */
  readStructure(id: DocumentId, key: string): Promise<readonly Speech[] | null>;
  /** Replaces the stored structure of a document. Stops, and leaves none, once `isWanted` says no. */
  writeStructure(
    id: DocumentId,
    key: string,
    speeches: readonly Speech[],
    isWanted: () => boolean,
  ): Promise<void>;
  /** The detection that was stored under `key`, or null. */
  readDetection(key: string): Promise<PackedDetection | null>;
  /** Replaces the stored detection. Stops, and leaves none, once `isWanted` says no. */
  writeDetection(key: string, detection: PackedDetection, isWanted: () => boolean): Promise<void>;
}

/** Digits of a part's number in its key, so that keys sort by number. */
const PART_DIGITS = 6;

/** A list cut into records: the parts, and last the head, without which there is no list. */
interface Head {
  readonly key: string;
  readonly parts: number;
}

interface Part<T> {
  readonly key: string;
  readonly items: readonly T[];
}

/** The cache among these records; writes nothing while `isWritable` says no. */
export function createDerivedCache(records: Records, isWritable: () => boolean): DerivedCache {
  return {
    readStructure: (id, key) => readList<Speech>(structurePrefix(id), key),

    writeStructure: (id, key, speeches, isWanted) =>
      writeList(structurePrefix(id), key, partsOf(speeches, objectsInSpeech), isWanted),

    async readDetection(key) {
      const columns = await readList<readonly [string, unknown]>(DETECTION_PREFIX, key);
      return columns && (Object.fromEntries(columns) as unknown as PackedDetection);
    },

    // Each column is a part of its own: so much is cloned in one go.
    writeDetection: (key, detection, isWanted) =>
      writeList(
        DETECTION_PREFIX,
        key,
        Object.entries(detection).map((column) => [column]),
        isWanted,
      ),
  };

  async function readList<T>(prefix: string, key: string): Promise<readonly T[] | null> {
    const list: T[] = [];
    try {
      const head = await get<Head>(headKey(prefix));
      if (head?.key !== key) return null;
      for (let number = 0; number < head.parts; number++) {
        const part = await get<Part<T>>(partKey(prefix, number));
        if (part?.key !== key) return null;
        for (const item of part.items) list.push(item);
      }
      return list;
    } catch {
      return null;
    }
  }

  async function writeList<T>(
    prefix: string,
    key: string,
    parts: Iterable<readonly T[]>,
    isWanted: () => boolean,
  ): Promise<void> {
    try {
      if (!isWritable() || !isWanted()) return;
      await write((store) => store.delete(keysUnder(prefix)));
      let count = 0;
      for (const items of parts) {
        if (!isWanted()) return;
        const part: Part<T> = { key, items };
        await write((store) => store.put(part, partKey(prefix, count)));
        count++;
      }
      if (!isWanted()) return;
      const head: Head = { key, parts: count };
      await write((store) => store.put(head, headKey(prefix)));
    } catch {
      // What was written has no head and is none.
    }
  }

  function get<T>(at: string): Promise<T | undefined> {
    return records.read((store) => settled<T | undefined>(store.get(at)));
  }

  function write<T>(change: (store: IDBObjectStore) => IDBRequest<T>): Promise<void> {
    return records.write('relaxed', async (store) => void (await settled(change(store))));
  }
}

/** The keys of everything derived. */
export function derivedKeys(): IDBKeyRange {
  return keysUnder(DERIVED_PREFIX);
}

function headKey(prefix: string): string {
  return `${prefix}head`;
}

function partKey(prefix: string, number: number): string {
  return prefix + String(number).padStart(PART_DIGITS, '0');
}
