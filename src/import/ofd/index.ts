import { ImportError } from '../../core/text/imported.ts';
import { openZip, zipHolds } from '../../office/zip.ts';
import { Composer } from '../composer.ts';
import type { Importer } from '../importer.ts';
import { readPages } from './document.ts';
import { linesOf } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';

/** OFD, the Chinese format of fixed pages (GB/T 33190): words with their places, of which paragraphs are made again. */
export const ofd: Importer = {
  accepts: ({ bytes }) => zipHolds(bytes, 'OFD.xml'),
  read({ bytes }, onProgress) {
    const zip = openZip(bytes);
    if (zip.entries.some(({ name }) => name === 'Encryptions.xml')) throw new ImportError('encrypted');
    const pages = readPages(zip, onProgress);
    const runs = pages.flatMap((page) => page.runs);
    if (runs.length === 0) throw new ImportError(pages.length > 0 ? 'scan' : 'blank');
    if (runs.filter(({ isVertical }) => isVertical).length * 2 > runs.length)
      throw new ImportError('vertical');
    const composer = new Composer();
    for (const { text, page, level } of paragraphsOf(linesOf(pages))) {
      composer.add(text, { kind: level > 0 ? 'heading' : 'text', level, page });
    }
    return composer.finish();
  },
};
