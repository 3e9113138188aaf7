import type { FileSource, LoadSource } from '../../app/workspace.ts';

/** Files in a dropped folder, at most: more are a disk and no collection of drafts, and each costs a reading. */
const FILES_MOST = 2_000;
/** Folders inside one another, at most: links can make a circle. */
const DEPTH_MOST = 32;

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** What lies in a folder, whichever way the browser shows it. */
interface Inside {
  readonly name: string;
  /** Null for a folder. */
  readonly file: (() => Promise<Blob>) | null;
  readonly list: (() => Promise<readonly Inside[]>) | null;
}

/** What of a dropped item TypeScript does not know yet: Chromium gives handles. */
interface HandleItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** A folder's handle, which is walked asynchronously. */
interface Handle {
  readonly name: string;
  readonly kind: 'file' | 'directory';
  getFile?(): Promise<Blob>;
  values?(): AsyncIterable<Handle>;
}

/**
 * A dropped folder as a source; null for a file. It is walked when it is loaded, all depths, hidden files left out, with
 * paths as names. Listing gives null when it holds no file or more than `FILES_MOST`, or when the browser cannot read it.
 * Must be called while the drop is handled.
 */
export function folderSource(item: DataTransferItem): LoadSource | null {
  const entry = item.webkitGetAsEntry();
  if (entry === null || !isFolder(entry)) return null;
  // Chromium reads no entries on a page that was opened from disk, but handles; Firefox has entries alone.
  const handle = (item as HandleItem).getAsFileSystemHandle?.().catch(() => null);
  return {
    name: entry.name,
    async list(signal) {
      const found: FileSource[] = [];
      try {
        const given = (await handle) ?? null;
        const folder = given === null ? insideOfEntry(entry) : insideOfHandle(given as Handle);
        const isWhole = await walk(folder, entry.name, found, signal, 0);
        return isWhole && found.length > 0 ? found : null;
      } catch {
        return null;
      }
    },
  };
}

/** Adds the files of a folder to `found`, by name; false when there are too many. */
async function walk(
  folder: Inside,
  path: string,
  found: FileSource[],
  signal: AbortSignal,
  depth: number,
): Promise<boolean> {
  const all = [...((await folder.list?.()) ?? [])].sort((a, b) => byName.compare(a.name, b.name));
  for (const each of all) {
    if (signal.aborted) return true;
    if (each.name.startsWith('.') || each.name.startsWith('~$')) continue;
    const name = `${path}/${each.name}`;
    if (each.file === null) {
      if (depth < DEPTH_MOST && !(await walk(each, name, found, signal, depth + 1))) return false;
    } else {
      if (found.length === FILES_MOST) return false;
      found.push({ name, bytes: await each.file() });
    }
  }
  return true;
}

function insideOfHandle(handle: Handle): Inside {
  if (handle.kind === 'file') {
    return {
      name: handle.name,
      file: () => handle.getFile?.() ?? Promise.reject(new Error(handle.name)),
      list: null,
    };
  }
  return {
    name: handle.name,
    file: null,
    async list() {
      const all: Inside[] = [];
      for await (const each of handle.values?.() ?? []) {
        all.push(insideOfHandle(each));
        if (all.length > FILES_MOST) break;
      }
      return all;
    },
  };
}

function insideOfEntry(entry: FileSystemEntry): Inside {
  if (isFolder(entry)) return { name: entry.name, file: null, list: () => entriesOf(entry) };
  const file = () =>
    new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
  return { name: entry.name, file, list: null };
}

/** A reader gives a hundred entries or so at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly Inside[]> {
  const reader = folder.createReader();
  const all: Inside[] = [];
  while (all.length <= FILES_MOST) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    all.push(...some.map(insideOfEntry));
  }
  return all;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
