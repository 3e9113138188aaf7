import { decodeWindows1252 } from '../../office/windows-1252.ts';

/** Encodings of a font's character set, of those whose characters have two bytes; all others are one-byte. */
const CHARSETS: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};
const CODE_PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  54936: 'gb18030',
  65001: 'utf-8',
};
const WIDE: ReadonlySet<string> = new Set(['shift_jis', 'euc-kr', 'gb18030', 'big5', 'utf-8']);

/** The encoding of a code page; null for a Western one. */
export function encodingOfPage(page: number): string | null {
  if (Object.hasOwn(CODE_PAGES, page)) return CODE_PAGES[page] ?? null;
  return page >= 1250 && page <= 1258 && page !== 1252 ? `windows-${page}` : null;
}

/** The encoding of a font's character set; null for one that says nothing. */
export function encodingOfCharset(charset: number): string | null {
  return Object.hasOwn(CHARSETS, charset) ? (CHARSETS[charset] ?? null) : null;
}

/**
 * Decodes bytes by the font's encoding, or else by the document's. Chinese programs write Chinese in Western fonts, so that
 * where a document is Chinese bytes are so, unless they make no whole characters.
 */
export function decodeBytes(bytes: readonly number[], font: string | null, page: string | null): string {
  const encoding = font ?? page;
  const all = Uint8Array.from(bytes);
  if (encoding === null) return decodeWindows1252(all);
  if (font === null && WIDE.has(encoding)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(all);
    } catch {
      return decodeWindows1252(all);
    }
  }
  return new TextDecoder(encoding).decode(all);
}
