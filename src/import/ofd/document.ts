import { ImportError } from '../../core/text/imported.ts';
import { resolvePath } from '../../office/relations.ts';
import { readXml } from '../../office/xml.ts';
import type { Zip } from '../../office/zip.ts';
import { localName, numbersIn, readPage, type Run } from './page.ts';

/** A page: what stands on it, that of its templates included. */
export interface Page {
  readonly runs: readonly Run[];
  /** In millimetres. */
  readonly height: number;
}

/** The height of a sheet of A4, in millimetres. */
const A4 = 297;

/** Reads the pages of all documents in the archive (GB/T 33190, 7): most hold one. Throws `ImportError('damaged')`. */
export function readPages(zip: Zip, onProgress: (done: number) => void): readonly Page[] {
  const roots: string[] = [];
  collect(zip, 'OFD.xml', { DocRoot: (path) => roots.push(resolvePath('OFD.xml', path)) });
  const pages: Page[] = [];
  for (const root of roots) pages.push(...readDocument(zip, root, onProgress));
  return pages;
}

function readDocument(zip: Zip, root: string, onProgress: (done: number) => void): readonly Page[] {
  const bytes = zip.read(root);
  if (bytes === null) throw new ImportError('damaged');
  const paths = new Set<string>();
  const templates = new Map<string, string>();
  let height = A4;
  let box: string | null = null;
  readXml(bytes, {
    open(name, attributes) {
      const local = localName(name);
      const path = resolvePath(root, attributes['BaseLoc'] ?? '');
      if (local === 'Page') paths.add(path);
      else if (local === 'TemplatePage') templates.set(attributes['ID'] ?? '', path);
      else if (local === 'PhysicalBox') box = '';
    },
    text(text) {
      if (box !== null) box += text;
    },
    close(name) {
      if (localName(name) !== 'PhysicalBox' || box === null) return;
      height = numbersIn(box)[3] ?? height;
      box = null;
    },
  });
  const known = new Map<string, readonly Run[]>();
  return [...paths].map((path, index) => {
    const content = zip.read(path);
    if (content === null) throw new ImportError('damaged');
    const page = readPage(content);
    const under = page.templates.flatMap((id) => {
      const template = templates.get(id);
      const part = template === undefined || known.has(id) ? null : zip.read(template);
      if (part !== null) known.set(id, readPage(part).runs);
      return known.get(id) ?? [];
    });
    onProgress((index + 1) / paths.size);
    return { runs: [...under, ...page.runs], height: page.height ?? height };
  });
}

/** Hears the words of elements by their local names. */
function collect(zip: Zip, path: string, hear: Readonly<Record<string, (words: string) => void>>): void {
  const bytes = zip.read(path);
  if (bytes === null) throw new ImportError('damaged');
  let words = '';
  readXml(bytes, {
    open() {
      words = '';
    },
    text(text) {
      words += text;
    },
    close(name) {
      const local = localName(name);
      if (Object.hasOwn(hear, local)) hear[local]?.(words.trim());
      words = '';
    },
  });
}
