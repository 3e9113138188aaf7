import type { ParagraphKind } from '../../core/text/layout.ts';
import { formatNumber, type NumberFormat } from '../../office/number-format.ts';
import { readXml } from '../../office/xml.ts';
import type { Composer } from '../composer.ts';

/** Elements that hold no text of the book. */
const MUTE: ReadonlySet<string> = new Set('head script style nav rt rp svg math template'.split(' '));
/** Elements that are no part of a paragraph around them. */
const BLOCKS: ReadonlySet<string> = new Set(
  'p div li ul ol dl dt dd blockquote pre table tr td th caption section article aside header footer main figure figcaption h1 h2 h3 h4 h5 h6 body hr address center'.split(
    ' ',
  ),
);
const FORMATS: Readonly<Record<string, NumberFormat>> = {
  '1': 'decimal',
  a: 'lowerLetterCounted',
  A: 'upperLetterCounted',
  i: 'lowerRoman',
  I: 'upperRoman',
};
/** The named characters of HTML that books use; XML knows five of its own. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  deg: '°',
  plusmn: '±',
  permil: '‰',
  yen: '¥',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  larr: '←',
  uarr: '↑',
  rarr: '→',
  darr: '↓',
};

interface List {
  readonly format: NumberFormat | null;
  next: number;
}

/** Adds a chapter's paragraphs: an XHTML file with headings, lists and tables, its menus and scripts left out. */
export function addChapter(composer: Composer, bytes: Uint8Array): void {
  const lists: List[] = [];
  const kinds: ParagraphKind[] = [];
  let muted = 0;
  let preformatted = 0;
  let level = 0;
  let number: string | null = null;
  let words = '';

  const finish = () => {
    if (words.trim() !== '') {
      const kind = kinds.at(-1) ?? (level > 0 ? 'heading' : 'text');
      composer.add(words, { kind, level: kind === 'heading' ? level : 0, number });
      number = null;
    }
    words = '';
  };

  readXml(
    bytes,
    {
      open(name, attributes) {
        const local = localName(name);
        if (MUTE.has(local)) muted++;
        if (muted > 0) return;
        if (BLOCKS.has(local)) finish();
        switch (local) {
          case 'br':
            words += '\n';
            break;
          case 'ol':
            lists.push({
              format: FORMATS[attributes['type'] ?? '1'] ?? 'decimal',
              next: wholeOf(attributes['start']) ?? 1,
            });
            break;
          case 'ul':
            lists.push({ format: null, next: 1 });
            break;
          case 'li':
            number = labelOf(lists.at(-1), wholeOf(attributes['value']));
            break;
          case 'pre':
            preformatted++;
            break;
          case 'td':
          case 'th':
            kinds.push('cell');
            break;
          case 'aside':
            kinds.push(/note/u.test(attributes['epub:type'] ?? '') ? 'note' : 'box');
            break;
          default:
            if (/^h[1-6]$/u.test(local)) level = Number(local.charAt(1));
        }
      },
      text(text) {
        if (muted > 0) return;
        const plain = preformatted > 0 ? text : text.replaceAll(/[ \t\r\n]+/gu, ' ');
        const isDouble = preformatted === 0 && plain.startsWith(' ') && /[ \n]$/u.test(words);
        words += isDouble || (words === '' && plain === ' ') ? plain.slice(1) : plain;
      },
      close(name) {
        const local = localName(name);
        if (MUTE.has(local)) {
          muted--;
          return;
        }
        if (muted > 0) return;
        if (BLOCKS.has(local)) finish();
        switch (local) {
          case 'ol':
          case 'ul':
            lists.pop();
            break;
          case 'li':
            number = null;
            break;
          case 'pre':
            preformatted--;
            break;
          case 'td':
          case 'th':
          case 'aside':
            kinds.pop();
            break;
          default:
            if (/^h[1-6]$/u.test(local)) level = 0;
        }
      },
    },
    ENTITIES,
  );
  finish();
}

function labelOf(list: List | undefined, value: number | null): string | null {
  if (list === undefined) return null;
  if (list.format === null) return '• ';
  if (value !== null) list.next = value;
  return `${formatNumber(list.next++, list.format)}. `;
}

function wholeOf(written: string | undefined): number | null {
  const value = Number(written);
  return written === undefined || !Number.isSafeInteger(value) ? null : value;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
