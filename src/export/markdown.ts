import type { DraftDocument, DraftLine } from './draft-document.ts';

/** Characters that mean something to Markdown wherever they stand. */
const SPECIAL = /[\\`*_<[\]~]/gu;
/** What means something at the head of a line: a heading, quotation, list, rule. */
const LEADING = /^(?:[#>+=-]|\d{1,9}[.)](?= ))/u;

/**
 * The draft as Markdown in UTF-8, without a byte order mark, which Markdown's programs show as a character. A text that has
 * its headings in Markdown already stays as it is; of others the lines become paragraphs and headings, and what would mean
 * something to Markdown is escaped.
 */
export function toMarkdown(draft: DraftDocument): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(isMarkdown(draft) ? draft.text : composed(draft.lines()));
}

function isMarkdown({ structured: { document }, text }: DraftDocument): boolean {
  return /\.(?:md|markdown)$/iu.test(document.name) || /^#{1,6} /mu.test(text);
}

function composed(lines: readonly DraftLine[]): string {
  return lines.map((line) => prefixOf(line) + escaped(line.text) + '\n').join('\n');
}

function prefixOf({ level }: DraftLine): string {
  return level === 0 ? '' : `${'#'.repeat(Math.min(6, level))} `;
}

function escaped(text: string): string {
  return text
    .replace(SPECIAL, (character) => `\\${character}`)
    .replace(LEADING, (head) => `${head.slice(0, -1)}\\${head.slice(-1)}`);
}
