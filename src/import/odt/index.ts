import { ImportError } from '../../core/text/imported.ts';
import { readXml } from '../../office/xml.ts';
import { openZip, zipText } from '../../office/zip.ts';
import { Composer } from '../composer.ts';
import type { Importer } from '../importer.ts';
import { OdtBody } from './body.ts';
import { OdtStyles } from './styles.ts';

/** What the archive says that it is: a text, a template of one, a master document. */
const TYPE = 'application/vnd.oasis.opendocument.text';
/** Bytes at the beginning of a flat document that name its type. */
const HEAD = 2_000;

/** OpenDocument texts, in their archive or flat (.fodt). */
export const odt: Importer = {
  accepts: ({ bytes }) => zipText(bytes, 'mimetype')?.startsWith(TYPE) === true || isFlat(bytes),
  read({ bytes }, onProgress) {
    const parts = isFlat(bytes) ? [bytes] : unpacked(bytes);
    const styles = new OdtStyles();
    for (const part of parts) readXml(part, styles);
    onProgress(0.4);
    const body = new OdtBody(styles);
    readXml(parts.at(-1) as Uint8Array, body);
    onProgress(0.9);
    const composer = new Composer();
    for (const { text, asides, ...form } of [...body.paragraphs, ...body.notes])
      composer.add(text, form, asides);
    return composer.finish();
  },
};

/** The files of an archive that matter, the text last. */
function unpacked(bytes: Uint8Array): readonly Uint8Array[] {
  const zip = openZip(bytes);
  const manifest = zip.read('META-INF/manifest.xml');
  if (manifest !== null) {
    readXml(manifest, {
      open(name) {
        if (name === 'manifest:encryption-data') throw new ImportError('encrypted');
      },
    });
  }
  const content = zip.read('content.xml');
  if (content === null) throw new ImportError('damaged');
  const styles = zip.read('styles.xml');
  return styles === null ? [content] : [styles, content];
}

function isFlat(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x3c && bytes[0] !== 0xef) return false;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  return head.includes('<office:document') && head.includes(TYPE);
}
