import type { Aside } from '../../core/text/layout.ts';
import { partitionPoint } from '../../core/text/partition-point.ts';
import { Fields } from './fields.ts';
import type { WordFile } from './header.ts';
import { readStretches, type Stretch } from './pieces.ts';
import { PropertyRuns } from './properties.ts';
import { Styles, type ParagraphProperties } from './styles.ts';

/** A paragraph of the document. */
export interface DocParagraph {
  readonly text: string;
  readonly properties: ParagraphProperties;
  readonly isCell: boolean;
  readonly asides: readonly Aside[];
}

/** What marks stand for, by the index of their character in the whole text. */
export interface Marks {
  /** Words that are shown there: the number of a note. */
  readonly words: ReadonlyMap<number, string>;
  readonly comments: ReadonlyMap<number, Aside>;
  /** Who made changes. */
  readonly authors: readonly string[];
}

const CELL_END = '\u0007';
const PARAGRAPH_END = '\r';
const PAGE_END = '\f';
const FIELD_BEGIN = '\u0013';
const FIELD_SEPARATOR = '\u0014';
const FIELD_END = '\u0015';
/** What single characters of Word's text are shown as; pictures and other marks as nothing. */
const SHOWN: Readonly<Record<string, string>> = {
  '\u000b': '\n',
  '\u000e': '\n',
  '\u001e': '-',
  '\u001f': '',
  '\u0001': '',
  '\u0002': '',
  '\u0003': '',
  '\u0004': '',
  '\u0005': '',
  '\u0008': '',
};
/** From here on symbol fonts have their signs, which no other font has. */
const PRIVATE = 0xe000;

/** Reads parts of a document's text as paragraphs. */
export class StoryReader {
  private readonly stretches: readonly Stretch[];
  private readonly paragraphs: PropertyRuns;
  private readonly styles: Styles;
  private readonly file: WordFile;

  constructor(file: WordFile) {
    this.file = file;
    this.stretches = readStretches(file);
    this.paragraphs = new PropertyRuns(file, 'paragraphs');
    this.styles = new Styles(file.table('styles'));
  }

  /** The paragraphs of the characters `[start, end)`; what no paragraph's end closes is the last one. */
  read(start: number, end: number, marks: Marks): readonly DocParagraph[] {
    const found: DocParagraph[] = [];
    const fields = new Fields();
    let text = '';
    let asides: Aside[] = [];
    let deletion = '';
    let deletedBy = 0;
    const closeDeletion = () => {
      if (deletion.trim() !== '') {
        const author = marks.authors[deletedBy] ?? '';
        asides.push({ kind: 'deletion', at: text.length, text: deletion, author });
      }
      deletion = '';
    };
    const close = (properties: ParagraphProperties, isCell: boolean) => {
      closeDeletion();
      if (!properties.rowEnd) found.push({ text, properties, isCell, asides });
      text = '';
      asides = [];
    };
    const first = partitionPoint(this.stretches, (each) => each.start + each.text.length <= start);
    for (let index = first; index < this.stretches.length; index++) {
      const stretch = this.stretches[index] as Stretch;
      if (stretch.start >= end) break;
      const { deleted, hidden, symbol } = stretch.properties;
      const from = Math.max(0, start - stretch.start);
      const to = Math.min(stretch.text.length, end - stretch.start);
      if (!deleted || stretch.properties.deletedBy !== deletedBy) closeDeletion();
      deletedBy = stretch.properties.deletedBy;
      for (let i = from; i < to; i++) {
        const sign = stretch.text.charAt(i);
        const offset = stretch.offset + i * stretch.width;
        if (sign === PAGE_END && this.paragraphs.at(offset).end > offset + stretch.width) {
          // A page's end inside a paragraph; at the end of one it is a section's.
          if (text !== '') text += '\n';
        } else if (sign === PARAGRAPH_END || sign === CELL_END || sign === PAGE_END) {
          if (deleted && sign === PARAGRAPH_END) continue;
          // A section's end by itself is no paragraph and takes no number, in LibreOffice as well.
          if (sign === PAGE_END && text === '' && asides.length === 0) continue;
          const properties = this.propertiesAt(offset);
          close(properties, sign === CELL_END || properties.inTable);
        } else if (sign === FIELD_BEGIN) fields.begin();
        else if (sign === FIELD_SEPARATOR) fields.separate();
        else if (sign === FIELD_END) text += fields.end();
        else {
          const at = stretch.start + i;
          const comment = marks.comments.get(at);
          if (comment !== undefined) asides.push({ ...comment, at: text.length });
          const shown = marks.words.get(at) ?? (symbol !== null ? symbolOf(symbol) : (SHOWN[sign] ?? sign));
          if (fields.isHidden) fields.note(shown);
          else if (deleted) deletion += shown;
          else if (!hidden) text += shown;
        }
      }
    }
    closeDeletion();
    if (text !== '' || asides.length > 0) close(this.styles.of(0), false);
    return found;
  }

  private propertiesAt(offset: number): ParagraphProperties {
    return this.styles.ofParagraph(this.paragraphs.at(offset).list, this.file.data);
  }
}

function symbolOf(unit: number): string {
  return unit >= PRIVATE || unit < 0x20 ? '' : String.fromCharCode(unit);
}
