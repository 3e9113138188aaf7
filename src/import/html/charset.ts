import { decode } from '../encoding.ts';

/** In bytes: browsers look no further for a page's encoding. */
const HEAD = 4_096;
/** `<meta charset=gb2312>` and `content="text/html; charset=gb2312"`, of a page and of a style sheet in it. */
const DECLARED = /charset\s{0,8}=\s{0,8}["']?\s{0,8}([\w-]{2,20})/iu;
/** GB18030 holds all of GB 2312 and GBK. */
const CHINESE: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'gb_2312-80': 'gb18030',
  cp936: 'gb18030',
};
/** What servers say of pages whose encoding they do not know. */
const MEANINGLESS: ReadonlySet<string> = new Set([
  'iso-8859-1',
  'latin1',
  'us-ascii',
  'ascii',
  'windows-1252',
]);

/**
 * The text of a page: by its byte order mark, as UTF-8 where that is valid, in the encoding that `given` (a mail's header) or
 * the page names, else guessed. Null when no known encoding makes sense of it.
 */
export function decodeHtml(bytes: Uint8Array, given: string | null = null): string | null {
  const guessed = decode(bytes);
  if (guessed !== null && (guessed.encoding === 'utf-8' || isMarked(bytes))) return guessed.text;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const named = (given ?? DECLARED.exec(head)?.[1] ?? '').toLowerCase();
  if (named !== '' && !MEANINGLESS.has(named) && !named.startsWith('utf-16')) {
    try {
      return new TextDecoder(CHINESE[named] ?? named).decode(bytes);
    } catch {
      // No encoding of this name: what was guessed.
    }
  }
  return guessed?.text ?? (MEANINGLESS.has(named) ? new TextDecoder('windows-1252').decode(bytes) : null);
}

function isMarked(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
