import { isCompoundFile } from '../office/compound-file.ts';
import { isZip } from '../office/zip.ts';
import { extensionOf } from './importer.ts';
import { isPdf } from './pdf/signature.ts';

/** Who reads a file: what is text as it is, what an office program made and tables, or PDF. */
export type Reader = 'plain' | 'office' | 'pdf';

/** In bytes: as much of a file's beginning is enough. */
export const SIGNATURE_WITHIN = 4_096;

/** Formats that may begin as any text does. */
const OFFICE_EXTENSIONS: ReadonlySet<string> = new Set(
  'html htm xhtml shtml hta mht mhtml eml rtf fodt csv tsv tab xls et json jsonl ndjson'.split(' '),
);
/** The fields with which a mail or a page in one file begins. */
const FIELD = /^\s{0,20}[a-z-]{2,40}:/iu;
const MIME = /^mime-version:|^content-type:\s{0,20}multipart\//imu;

/**
 * Who reads a file, by its beginning and, where that may be any text's, by its name. The readers of office files read plain text,
 * too: a text that only looks like theirs is not lost.
 */
export function readerOf(name: string, beginning: Uint8Array): Reader {
  if (isPdf(beginning)) return 'pdf';
  if (isZip(beginning) || isCompoundFile(beginning) || OFFICE_EXTENSIONS.has(extensionOf(name)))
    return 'office';
  const head = headOf(beginning).replace(/^(?:\ufeff|ï»¿)/u, '');
  if (head.startsWith('{\\rtf') || head.trimStart().startsWith('<')) return 'office';
  return FIELD.test(head) && MIME.test(head) ? 'office' : 'plain';
}

/** The beginning, byte by byte: what tells is ASCII. */
function headOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('latin1').decode(bytes);
}
