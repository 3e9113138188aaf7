import type { LoadSource } from '../../app/workspace.ts';

/** Files in a dropped folder, at most: more are a disk and no collection of drafts, and each costs a reading. */
const FILES_MOST = 2_000;
/** Folders inside one another, at most: links can make a circle. */
const DEPTH_MOST = 32;

const byName = new Intl.Collator('zh-CN', { numeric: true });

/**
 * A dropped folder as a source: it is walked when it is loaded, all depths, hidden files left out, with paths as names.
 * Listing gives null when it holds no file or more than `FILES_MOST`, or when the browser cannot read it.
 */
export function folderSource(folder: FileSystemDirectoryEntry): LoadSource {
  return {
    name: folder.name,
    async list(signal) {
      const found: { name: string; bytes: Blob }[] = [];
      try {
        const isWhole = await walk(folder, folder.name, found, signal, 0);
        return isWhole && found.length > 0 ? found : null;
      } catch {
        return null;
      }
    },
  };
}

/** Adds the files of a folder to `found`, by name; false when there are too many. */
async function walk(
  folder: FileSystemDirectoryEntry,
  path: string,
  found: { name: string; bytes: Blob }[],
  signal: AbortSignal,
  depth: number,
): Promise<boolean> {
  const entries = await entriesOf(folder, signal);
  for (const entry of entries.sort((a, b) => byName.compare(a.name, b.name))) {
    if (signal.aborted) return true;
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    const name = `${path}/${entry.name}`;
    if (isFolder(entry)) {
      if (depth < DEPTH_MOST && !(await walk(entry, name, found, signal, depth + 1))) return false;
    } else if (isFile(entry)) {
      if (found.length === FILES_MOST) return false;
      found.push({ name, bytes: await fileOf(entry) });
    }
  }
  return true;
}

/** A reader gives a hundred entries or so at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry, signal: AbortSignal): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  while (!signal.aborted) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    entries.push(...some);
  }
  return entries;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** Whether an entry is a folder, in the words of the type system. */
export function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
