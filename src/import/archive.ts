import { failed, type ImportedArchive } from '../core/text/imported.ts';
import { isZip, openZip } from '../office/zip.ts';
import type { Importer } from './importer.ts';

/** Files that make a zip archive an office document: if none of the readers before took it, it is one that is not read. */
const OFFICE_PARTS: ReadonlySet<string> = new Set(['[Content_Types].xml', 'mimetype', 'OFD.xml']);

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** A zip archive that is no office document: every file inside, each to be read by itself. */
export const archive: Importer = {
  accepts: ({ bytes }) => isZip(bytes),
  read({ bytes }) {
    const zip = openZip(bytes);
    if (zip.entries.some(({ name }) => OFFICE_PARTS.has(name))) return failed('unsupported');
    const files = new Map<string, ImportedArchive['files'][number]>();
    for (const [stored, content] of zip.readAll((name) => !isHidden(name))) {
      const name = safePath(stored);
      if (name !== '' && !files.has(name)) files.set(name, { name, bytes: content });
    }
    if (files.size === 0) return failed('empty');
    return { kind: 'archive', files: [...files.values()].sort((a, b) => comparePaths(a.name, b.name)) };
  },
};

/** What of a path lies inside of a folder: nothing climbs out, no drive, no root. Empty when nothing is left. */
export function safePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    const isDrive = parts.length === 0 && /^[A-Za-z]:$/u.test(part);
    if (part !== '' && part !== '.' && part !== '..' && !isDrive) parts.push(part);
  }
  return parts.join('/');
}

/** The order in which a reader lists paths: folder by folder, 第2 before 第10. */
export function comparePaths(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = byName.compare(left[i] as string, right[i] as string);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** What systems add beside a user's files: .DS_Store, __MACOSX/, Thumbs.db, and locks of open Word files. */
function isHidden(path: string): boolean {
  const parts = path.split('/').filter((part) => part !== '.' && part !== '..');
  const last = parts.at(-1) ?? '';
  if (last.startsWith('~$') || last.toLowerCase() === 'thumbs.db' || last === 'desktop.ini') return true;
  return parts.some((part) => part.startsWith('.') || part === '__MACOSX');
}
