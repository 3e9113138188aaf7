import type { Comparison, Difference, Row, SideName } from '../diff/comparison.ts';
import { linesOf } from '../diff/lines.ts';
import { mergedOf, type MergedPiece } from '../diff/merged.ts';
import { piecesOfRow, type Piece } from '../diff/pieces.ts';
import type { Span } from '../text/span.ts';

/** A comparison for the clipboard, in the two forms that a word processor and a plain field take. */
export interface RichText {
  readonly html: string;
  readonly plain: string;
}

/** What is written around the texts; all of it plain text. */
export interface RichTextWords {
  readonly title: string;
  /** Who says it and where. */
  readonly heads: Readonly<Record<SideName, string>>;
  /** The names of the sides. */
  readonly sides: Readonly<Record<SideName, string>>;
  /** What the entries of the apparatus say of each difference: 换, 左有. */
  kindOf(difference: Difference): string;
  /** What stands where a side has nothing. */
  readonly absent: Readonly<Record<SideName, string>>;
}

/** Two columns, one text with both in it, or one side alone. */
export type RichLayout = 'columns' | 'merged' | SideName;

/**
 * Styles stand inline on spans within `del` and `ins`: Word and WPS drop style sheets and classes, and WPS the styles of
 * `del`. Each kind has a line of its own shape, so that marks survive black and white.
 */
const STYLES: Record<Exclude<Piece['mark'], 'none' | 'caret'>, string> = {
  replaced: 'text-decoration:underline;color:#a5281c',
  only: 'text-decoration:underline double;text-underline:double;color:#a5281c',
  moved: 'text-decoration:underline dashed;text-underline:dash;color:#1e4e8f',
  form: 'text-decoration:underline dotted;text-underline:dotted;color:#655f56',
};
const STRONG = ';background:#f2d9d5';
/** In one text what goes is struck. */
const STRUCK: Record<Exclude<Piece['mark'], 'none' | 'caret'>, string> = {
  replaced: 'text-decoration:line-through;color:#a5281c',
  only: 'text-decoration:line-through;color:#a5281c',
  moved: 'text-decoration:line-through;color:#1e4e8f',
  form: 'text-decoration:line-through;color:#655f56',
};
const CELL =
  'border:1px solid #a9a397;padding:4px 8px;vertical-align:top;width:50%;text-align:left;font-weight:normal';

/**
 * The comparison with its marks, and the list of what differs below. `isShown` says of which differences the marks are
 * on. All text is escaped: nothing in a document becomes markup. Linear time.
 */
export function richTextOf(
  comparison: Comparison,
  layout: RichLayout,
  isShown: (difference: Difference) => boolean,
  words: RichTextWords,
): RichText {
  const by = layout === 'columns' ? 'clause' : 'paragraph';
  const rows = linesOf(comparison, { by, isShown, isOpen: () => true }).flatMap((line) =>
    line.kind === 'row' ? [withoutLastSpace(comparison, line.row)] : [],
  );
  const shown = comparison.differences.filter(isShown);
  const entries = shown.map((difference) => entryOf(comparison, difference, words));
  const list = entries.map((entry) => `<p>${escaped(entry)}</p>`).join('');
  const html =
    `<meta charset="utf-8"><div style="font-family:'Songti SC',SimSun,serif">` +
    `<p><b>${escaped(words.title)}</b></p>${bodyOf()}${list}</div>`;
  return { html, plain: [words.title, ...plainOf(), ...entries].join('\n') + '\n' };

  function bodyOf(): string {
    const head = (side: SideName) => escaped(`${words.sides[side]}　${words.heads[side]}`);
    switch (layout) {
      case 'columns': {
        const heads = `<tr><th style="${CELL}">${head('a')}</th><th style="${CELL}">${head('b')}</th></tr>`;
        const cells = rows.map((row) => `<tr>${cell(row, 'a')}${cell(row, 'b')}</tr>`).join('');
        return `<table style="border-collapse:collapse;width:100%">${heads}${cells}</table>`;
      }
      case 'merged':
        return (
          `<p>${head('a')}<br>${head('b')}</p>` +
          rows.map(({ a, b }) => `<p>${mergedOf(comparison, a, b).map(mergedHtml).join('')}</p>`).join('')
        );
      default:
        return `<p>${head(layout)}</p>${rows.map((row) => `<p>${sideHtml(row, layout)}</p>`).join('')}`;
    }
  }

  function cell(row: Row, side: SideName): string {
    const content = row[side] === null ? escaped(`（${words.absent[side]}）`) : sideHtml(row, side);
    return `<td style="${CELL}">${content}</td>`;
  }

  function sideHtml(row: Row, side: SideName): string {
    return piecesOfRow(comparison, row, side)
      .map(({ span, mark, difference, strong }) => {
        const text = escaped(textAt(side, span));
        if (!isMarked(difference) || mark === 'none' || mark === 'caret') return text;
        return tagged(text, tagOf(mark, side), STYLES[mark] + (strong && mark !== 'form' ? STRONG : ''));
      })
      .join('');
  }

  function mergedHtml({ a, b, mark, difference }: MergedPiece): string {
    const side = b === null ? 'a' : 'b';
    const text = escaped(textAt(side, (b ?? a) as Span));
    if (mark === 'none' || mark === 'caret' || (a !== null && b !== null)) return text;
    // A class that is off shows how b has it.
    if (!isMarked(difference)) return b === null ? '' : text;
    return b === null
      ? tagged(text, 'del', STRUCK[mark])
      : tagged(text, mark === 'moved' || mark === 'form' ? 'span' : 'ins', STYLES[mark]);
  }

  function isMarked(number: number | null): boolean {
    const difference = number === null ? undefined : comparison.differences[number - 1];
    return difference !== undefined && isShown(difference);
  }

  function plainOf(): readonly string[] {
    const sides: readonly SideName[] = layout === 'a' || layout === 'b' ? [layout] : ['a', 'b'];
    return sides.flatMap((side) => [
      `${words.sides[side]}　${words.heads[side]}`,
      comparison.texts[side].trim(),
    ]);
  }

  function textAt(side: SideName, { start, end }: Span): string {
    return comparison.texts[side].slice(start, end);
  }
}

/** The row without the line ends behind its text: rows and paragraphs end by themselves. */
function withoutLastSpace({ texts }: Comparison, row: Row): Row {
  const trimmed = (side: SideName) => {
    const span = row[side];
    const text = span === null ? '' : texts[side].slice(span.start, span.end).trimEnd();
    return span && { start: span.start, end: span.start + text.length };
  };
  return { ...row, a: trimmed('a'), b: trimmed('b') };
}

function tagOf(mark: Piece['mark'], side: SideName): 'del' | 'ins' | 'span' {
  if (mark === 'moved' || mark === 'form') return 'span';
  return side === 'a' ? 'del' : 'ins';
}

/** `del` alone would strike out in the columns what is only marked there. */
function tagged(html: string, tag: 'del' | 'ins' | 'span', style: string): string {
  if (html === '') return '';
  const inner = `<span style="${style}">${html}</span>`;
  return tag === 'span' ? inner : `<${tag} style="text-decoration:none">${inner}</${tag}>`;
}

/** `3. 干部］工作人员　换` */
function entryOf({ texts }: Comparison, difference: Difference, words: RichTextWords): string {
  const reading = (side: SideName) => {
    const text = texts[side].slice(difference[side].start, difference[side].end).trim();
    return text === '' ? words.absent[side] : text.replaceAll(/\s+/g, ' ');
  };
  return `${difference.number}. ${reading('a')}］${reading('b')}　${words.kindOf(difference)}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * The text as HTML that shows it and nothing else. Line ends become `<br>`; what HTML cannot hold (null characters, halves
 * of surrogate pairs) becomes U+FFFD.
 */
export function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark] as string)
    .replaceAll('\0', '\ufffd')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/\r\n|\r|\n/g, '<br>');
}
