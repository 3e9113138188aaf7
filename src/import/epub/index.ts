import { ImportError } from '../../core/text/imported.ts';
import { resolvePath } from '../../office/relations.ts';
import { readXml } from '../../office/xml.ts';
import { openZip, zipHolds, type Zip } from '../../office/zip.ts';
import { Composer } from '../composer.ts';
import type { Importer } from '../importer.ts';
import { addChapter } from './chapter.ts';

const CONTAINER = 'META-INF/container.xml';
/** How the addresses of what hides fonts from other programs end (IDPF's and Adobe's); all else is a lock on the text. */
const FONT_LOCKS = ['idpf.org/2008/embedding', 'ns.adobe.com/pdf/enc#RC'];

/** EPUB books: the chapters in the order of the spine, the table of contents left out. */
export const epub: Importer = {
  accepts: ({ bytes }) => zipHolds(bytes, CONTAINER),
  read({ bytes }, onProgress) {
    const zip = openZip(bytes);
    if (isLocked(zip)) throw new ImportError('encrypted');
    const chapters = readSpine(zip, readRoot(zip));
    const composer = new Composer();
    chapters.forEach((path, index) => {
      const chapter = zip.read(path);
      if (chapter === null) throw new ImportError('damaged');
      composer.add('');
      addChapter(composer, chapter);
      onProgress((index + 1) / chapters.length);
    });
    return composer.finish();
  },
};

/** Where the package document lies (EPUB 3.3, 4.2.6.3.1). */
function readRoot(zip: Zip): string {
  let root: string | null = null;
  readXml(partOf(zip, CONTAINER), {
    open(name, attributes) {
      if (localName(name) === 'rootfile') root ??= attributes['full-path'] ?? null;
    },
  });
  if (root === null) throw new ImportError('damaged');
  return root;
}

/** The paths of the chapters in order (EPUB 3.3, 5.6 and 5.7), each once. */
function readSpine(zip: Zip, root: string): readonly string[] {
  const items = new Map<string, string>();
  const spine: string[] = [];
  readXml(partOf(zip, root), {
    open(name, attributes) {
      const local = localName(name);
      if (local === 'itemref') spine.push(attributes['idref'] ?? '');
      if (local !== 'item') return;
      const isText = /xhtml|html|x-dtbook/u.test(attributes['media-type'] ?? '');
      const isNavigation = (attributes['properties'] ?? '').split(' ').includes('nav');
      const path = resolvePath(root, decodedPath(attributes['href'] ?? ''));
      if (isText && !isNavigation) items.set(attributes['id'] ?? '', path);
    },
  });
  return [...new Set(spine.flatMap((id) => items.get(id) ?? []))];
}

function isLocked(zip: Zip): boolean {
  const bytes = zip.read('META-INF/encryption.xml');
  if (bytes === null) return false;
  let isTextLocked = false;
  readXml(bytes, {
    open(name, attributes) {
      if (localName(name) !== 'EncryptionMethod') return;
      const algorithm = attributes['Algorithm'] ?? '';
      isTextLocked ||= !FONT_LOCKS.some((lock) => algorithm.endsWith(lock));
    },
  });
  return isTextLocked;
}

function partOf(zip: Zip, path: string): Uint8Array {
  const bytes = zip.read(path);
  if (bytes === null) throw new ImportError('damaged');
  return bytes;
}

/** A path as it stands in the archive, of one that is written as an address. */
function decodedPath(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
