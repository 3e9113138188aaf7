/** Whether bytes or a text are HTML: told by how they begin, since text and Markdown may hold tags, too. */

/** In bytes: as much as is looked at. */
const HEAD = 4_096;
/** Elements that begin a page and nothing else. */
const PAGE = /^<(?:html|head|body|meta|title|link|base|frameset)[\s/>]/iu;
/** Elements that also stand in Markdown. */
const PIECE =
  /^<(?:div|p|table|section|article|main|span|h[1-6]|ol|ul|center|font|style|script|br|a|b|strong)[\s/>]/iu;
const TAGS = /<\/(?:p|div|span|h[1-6]|li|td|section|table|a|font|b|strong)>|<br ?\/?>/giu;
/** A piece of a page without its beginning has at least so many ends of tags in its first bytes. */
const TAGS_LEAST = 5;
const TEXT_EXTENSIONS: ReadonlySet<string> = new Set([
  'md',
  'markdown',
  'txt',
  'text',
  'json',
  'jsonl',
  'csv',
  'tex',
  'xml',
]);
const HTML_EXTENSIONS: ReadonlySet<string> = new Set(['html', 'htm', 'xhtml', 'shtml', 'hta']);

/** Whether a file is HTML; `extension` is its name's, which decides where the content is pieces of a page. */
export function isHtml(bytes: Uint8Array, extension: string): boolean {
  const head = headOf(bytes);
  if (head.includes('\0')) return false;
  const { start, isDeclared } = opening(head);
  const rest = head.slice(start);
  if (isDeclared || PAGE.test(rest)) return true;
  if (HTML_EXTENSIONS.has(extension)) return rest.includes('<');
  if (TEXT_EXTENSIONS.has(extension) || !PIECE.test(rest)) return false;
  return (rest.match(TAGS)?.length ?? 0) >= TAGS_LEAST;
}

/** The beginning, byte by byte: what tells HTML is ASCII. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD);
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  return new TextDecoder('latin1').decode(head);
}

/** Where the first element begins, behind white space, comments and declarations; whether one of them says HTML. */
function opening(head: string): { start: number; isDeclared: boolean } {
  let start = head.startsWith('ï»¿') ? 3 : 0;
  for (;;) {
    while (start < head.length && head.charAt(start).trim() === '') start++;
    if (/^<!doctype\s+html/iu.test(head.slice(start, start + 20))) return { start, isDeclared: true };
    const end = head.startsWith('<!--', start)
      ? head.indexOf('-->', start + 4) + 3
      : head.startsWith('<?', start) || /^<!\[?[a-z]/iu.test(head.slice(start, start + 4))
        ? head.indexOf('>', start) + 1
        : 0;
    if (end <= start) return { start, isDeclared: false };
    start = end;
  }
}
