import { unzipSync, Zip as ZipStream, ZipDeflate, ZipPassThrough } from 'fflate';
import { ImportError } from '../core/text/imported.ts';

/** In bytes, unpacked: more than this is not read out of one archive. */
export const UNPACKED_MOST = 300 * 1024 * 1024;
/** Entries in an archive, at most: a directory of millions is made to stop its reader. */
const ENTRIES_MOST = 20_000;

const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
/** What may stand behind the end of the directory: a comment of 65,535 bytes. */
const END_REACH = 65_535 + 22;
const FLAG_ENCRYPTED = 1;

/** One file in an archive. */
export interface ZipEntry {
  /** The path inside the archive, with `/`; as it stands there, so it may climb out. */
  readonly name: string;
  /** In bytes, unpacked, as the archive says. */
  readonly size: number;
}

/** An archive whose directory was read. */
export interface Zip {
  /** The files in the order of the directory; folders are left out. */
  readonly entries: readonly ZipEntry[];
  /** A file's bytes; null when there is none of this name. Throws `ImportError` for what cannot be unpacked. */
  read(name: string): Uint8Array<ArrayBuffer> | null;
  /** Every wanted file with its name, in the order of the directory; one pass, where `read` takes one for each. */
  readAll(isWanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Whether bytes begin as a zip archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Whether bytes are an archive that holds a file of this name, which tells office formats apart. Never throws. */
export function zipHolds(bytes: Uint8Array, name: string): boolean {
  if (!isZip(bytes)) return false;
  try {
    return openZip(bytes).entries.some((entry) => entry.name === name);
  } catch {
    return false;
  }
}

/** The words of a file inside an archive, as `mimetype` has them; null when there is none. Never throws. */
export function zipText(bytes: Uint8Array, name: string): string | null {
  if (!isZip(bytes)) return null;
  try {
    const content = openZip(bytes).read(name);
    return content === null ? null : new TextDecoder().decode(content);
  } catch {
    return null;
  }
}

/**
 * Opens an archive. Throws `ImportError`: `encrypted` for one with a password, `overfull` for one that would unpack to
 * more than `UNPACKED_MOST`, `damaged` for one that is cut off. What an entry says of its size is also all that is unpacked.
 */
export function openZip(bytes: Uint8Array): Zip {
  if (isEncrypted(bytes)) throw new ImportError('encrypted');
  const entries: ZipEntry[] = [];
  const names = new Map<string, string>();
  let unpacked = 0;
  guarded(() =>
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        unpacked += originalSize;
        if (unpacked > UNPACKED_MOST || entries.length >= ENTRIES_MOST) throw new ImportError('overfull');
        if (name.endsWith('/')) return false;
        const shown = decodedName(name).replaceAll('\\', '/');
        entries.push({ name: shown, size: originalSize });
        names.set(shown, name);
        return false;
      },
    }),
  );
  return {
    entries,
    read(name) {
      const stored = names.get(name);
      if (stored === undefined) return null;
      const found = guarded(() => unzipSync(bytes, { filter: (entry) => entry.name === stored }));
      return (found[stored] as Uint8Array<ArrayBuffer> | undefined) ?? null;
    },
    readAll(isWanted) {
      const wanted = new Map([...names].filter(([shown]) => isWanted(shown)));
      const stored = new Set(wanted.values());
      const found = guarded(() => unzipSync(bytes, { filter: ({ name }) => stored.has(name) }));
      return new Map(
        [...wanted].map(([shown, name]) => [shown, found[name] as Uint8Array<ArrayBuffer>] as const),
      );
    },
  };
}

function guarded<T>(unpack: () => T): T {
  try {
    return unpack();
  } catch (error) {
    throw error instanceof ImportError ? error : new ImportError('damaged');
  }
}

/** Old archivers write names in the machine's encoding, which fflate hands over byte by byte: in China GBK. */
function decodedName(name: string): string {
  let isBytes = false;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    if (unit > 0xff) return name;
    isBytes ||= unit > 0x7f;
  }
  if (!isBytes) return name;
  const bytes = Uint8Array.from(name, (character) => character.charCodeAt(0));
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding: the next one, or the bytes as they are.
    }
  }
  return name;
}

/** Whether a file of the archive is encrypted, as its directory says. */
function isEncrypted(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const least = Math.max(0, bytes.length - END_REACH);
  while (end >= least && view.getUint32(end, true) !== DIRECTORY_END) end--;
  if (end < least) return false;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    if (view.getUint16(at + 8, true) & FLAG_ENCRYPTED) return true;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return false;
}

/** Makes an archive file by file, so that whoever makes it can stop between two. */
export interface ZipWriter {
  /** Adds a file, as it is if it `isPacked` already. Its path has `/` and is written in UTF-8. */
  add(name: string, bytes: Uint8Array, isPacked?: boolean): void;
  /** The archive, in parts; call it once. */
  finish(): readonly Uint8Array<ArrayBuffer>[];
}

/** All files get the same date, the first that an archive knows: the same files make the same bytes. */
const DATE = new Date(1980, 0, 1);

/** An empty archive to write into. Each file is compressed when it is added. */
export function writeZip(): ZipWriter {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new ZipStream((error, part) => {
    if (error !== null) throw error;
    parts.push(part as Uint8Array<ArrayBuffer>);
  });
  return {
    add(name, bytes, isPacked = false) {
      const file = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      file.mtime = DATE;
      zip.add(file);
      file.push(bytes, true);
    },
    finish() {
      zip.end();
      return parts;
    },
  };
}
