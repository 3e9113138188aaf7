import { ImportError } from '../core/text/imported.ts';

/** A compound file (OLE, [MS-CFB]): the container of Word, Excel and Kingsoft files before 2007, and of encrypted ones since. */
export interface CompoundFile {
  /** Names of the streams that lie directly in the root. */
  readonly names: readonly string[];
  /** A stream of the root; null when there is none of this name. Throws `ImportError('damaged')` for one that is cut off. */
  read(name: string): Uint8Array | null;
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER = 512;
const ENTRY = 128;
/** From here on sector numbers are marks: end of chain, free, part of the table itself. */
const LAST_SECTOR = 0xfffffffa;
/** Sector numbers of the allocation table that the header holds itself. */
const IN_HEADER = 109;
const TYPE_STREAM = 2;
const TYPE_ROOT = 5;
const NO_ENTRY = 0xffffffff;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** Whether bytes begin as a compound file does. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/** Opens a compound file. Chains that go in circles and sizes that lie are bounded by the file's own size. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  if (bytes.length < HEADER) throw new ImportError('damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw new ImportError('damaged');
  const sectorSize = 1 << shift;
  const sectors = Math.ceil(bytes.length / sectorSize);

  const table = readTable();
  const directory = readEntries(follow(view.getUint32(48, true), table, sectorSize, sectorAt));
  const root = directory.find(({ type }) => type === TYPE_ROOT);
  if (root === undefined) throw new ImportError('damaged');
  const cutoff = view.getUint32(56, true);
  const streams = new Map(childrenOf(directory, root).map((entry) => [entry.name, entry]));

  return {
    names: [...streams.keys()],
    read(name) {
      const entry = streams.get(name);
      if (entry === undefined) return null;
      const chain =
        entry.size < cutoff ? readSmall(entry.start) : follow(entry.start, table, sectorSize, sectorAt);
      if (chain.length < Math.min(entry.size, bytes.length)) throw new ImportError('damaged');
      return chain.subarray(0, entry.size);
    },
  };

  function sectorAt(sector: number): Uint8Array {
    const start = (sector + 1) * sectorSize;
    if (start >= bytes.length) throw new ImportError('damaged');
    return bytes.subarray(start, start + sectorSize);
  }

  /** The allocation table: behind each sector, which one follows. */
  function readTable(): Uint32Array {
    const places: number[] = [];
    for (let i = 0; i < IN_HEADER; i++) places.push(view.getUint32(76 + i * 4, true));
    let next = view.getUint32(68, true);
    for (let read = 0; next <= LAST_SECTOR && read < sectors; read++) {
      const more = numbersIn(sectorAt(next));
      places.push(...more.subarray(0, -1));
      next = more.at(-1) ?? NO_ENTRY;
    }
    const used = places.filter((place) => place <= LAST_SECTOR).slice(0, sectors);
    const numbers = new Uint32Array((used.length * sectorSize) / 4);
    used.forEach((place, i) => numbers.set(numbersIn(sectorAt(place)), (i * sectorSize) / 4));
    return numbers;
  }

  /** Small streams lie in pieces of 64 bytes inside a stream of the root's. */
  function readSmall(start: number): Uint8Array {
    const container = follow((root as Entry).start, table, sectorSize, sectorAt);
    const smallTable = numbersIn(follow(view.getUint32(60, true), table, sectorSize, sectorAt));
    const size = 1 << Math.min(view.getUint16(32, true), 9);
    return follow(start, smallTable, size, (sector) => {
      if (sector * size >= container.length) throw new ImportError('damaged');
      return container.subarray(sector * size, (sector + 1) * size);
    });
  }
}

/** A chain's sectors put together. Throws when it is longer than its table, which means that it goes in a circle. */
function follow(
  start: number,
  table: Uint32Array,
  size: number,
  sectorAt: (sector: number) => Uint8Array,
): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let sector = start; sector <= LAST_SECTOR; sector = table[sector] ?? NO_ENTRY) {
    if (parts.length > table.length) throw new ImportError('damaged');
    parts.push(sectorAt(sector));
  }
  const chain = new Uint8Array(parts.length * size);
  parts.forEach((part, i) => chain.set(part, i * size));
  const last = parts.at(-1);
  return chain.subarray(0, last === undefined ? 0 : (parts.length - 1) * size + last.length);
}

function numbersIn(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

function readEntries(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / ENTRY) }, (_, i) => {
    const at = i * ENTRY;
    const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
    return {
      name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length)),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}

/** The streams directly in a storage: its children are a tree, whose entries are visited once each. */
function childrenOf(directory: readonly Entry[], storage: Entry): readonly Entry[] {
  const found: Entry[] = [];
  const visited = new Set<number>();
  const waiting = [storage.child];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entry = directory[next];
    if (entry === undefined || visited.has(next)) continue;
    visited.add(next);
    if (entry.type === TYPE_STREAM) found.push(entry);
    waiting.push(entry.left, entry.right);
  }
  return found;
}
