import type { Aside, ParagraphKind } from '../../core/text/layout.ts';
import type { XmlHandler } from '../../office/xml.ts';
import { OdtLists } from './lists.ts';
import type { OdtStyles } from './styles.ts';

/** A paragraph of the document. */
export interface OdtParagraph {
  readonly text: string;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly number: string | null;
  readonly asides: readonly Aside[];
}

type Attributes = Readonly<Record<string, string>>;

/** Elements whose words are no text of the document. */
const MUTE: ReadonlySet<string> = new Set([
  ...['svg:title', 'svg:desc', 'office:forms', 'office:scripts', 'office:automatic-styles', 'office:styles'],
  ...['office:master-styles', 'office:meta', 'office:settings', 'office:font-face-decls', 'math:math'],
  ...[
    'text:ruby-text',
    'table:covered-table-cell',
    'draw:object',
    'office:binary-data',
    'text:note-citation',
  ],
  ...['text:table-of-content-source', 'text:alphabetical-index-source', 'text:illustration-index-source'],
  ...[
    'text:table-index-source',
    'text:object-index-source',
    'text:user-index-source',
    'text:bibliography-source',
  ],
]);
/** Spaces that one element stands for, at most. */
const SPACES_MOST = 1_000;

/** Where paragraphs go: the text, a note, a box, a comment, what was taken out. */
interface Place {
  readonly kind: 'body' | 'note' | 'box' | 'comment' | 'deletion';
  readonly paragraphs: OdtParagraph[];
  /** The paragraph that is being read here. */
  open: OpenParagraph | null;
  author: string;
  label: string;
  cells: number;
}

interface OpenParagraph {
  parts: string[];
  length: number;
  /** Whether the last character is white space that swallows what white space follows. */
  isSpaced: boolean;
  readonly asides: Aside[];
  readonly boxes: OdtParagraph[];
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly number: string | null;
}

/** Reads the text of a document (ODF 1.3, 5 to 7). Hears the XML of content.xml, whose styles are known. */
export class OdtBody implements XmlHandler {
  /** The paragraphs of the text in order, boxes behind the paragraph that holds them. */
  readonly paragraphs: OdtParagraph[] = [];
  /** Footnotes and endnotes in order. */
  readonly notes: OdtParagraph[] = [];
  private readonly styles: OdtStyles;
  private lists: OdtLists;
  private readonly outerLists: OdtLists[] = [];
  private readonly places: Place[] = [];
  private readonly deletions = new Map<string, Aside>();
  private readonly spans: boolean[] = [];
  private noteCount = 0;
  private muted = 0;
  private hidden = 0;
  private changeId = '';
  private isCreator = false;
  private isCitation = false;

  constructor(styles: OdtStyles) {
    this.styles = styles;
    this.lists = new OdtLists(styles);
    this.places.push(placeOf('body', this.paragraphs));
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'text:note-citation') this.isCitation = true;
    if (MUTE.has(name)) this.muted++;
    if (this.muted > 0) return;
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.openParagraph(name, attributes);
        break;
      case 'text:span': {
        const isHidden = this.styles.hides(attributes['text:style-name'] ?? '');
        this.spans.push(isHidden);
        if (isHidden) this.hidden++;
        break;
      }
      case 'text:s':
        this.put(
          ' '.repeat(Math.min(SPACES_MOST, Math.max(1, Number(attributes['text:c'] ?? 1) || 1))),
          false,
        );
        break;
      case 'text:tab':
        this.put('\t', false);
        break;
      case 'text:line-break':
        this.put('\n', false);
        break;
      case 'text:list':
        this.lists.openList(attributes);
        break;
      case 'text:list-item':
      case 'text:list-header':
        this.lists.openItem(attributes, name === 'text:list-item');
        break;
      case 'table:table-cell':
        this.here.cells++;
        break;
      case 'text:note':
        this.enter('note');
        break;
      case 'office:annotation':
        this.enter('comment');
        break;
      case 'draw:text-box':
      case 'draw:custom-shape':
        this.enter('box');
        break;
      case 'text:changed-region':
        this.changeId = attributes['text:id'] ?? attributes['xml:id'] ?? '';
        break;
      case 'text:deletion':
        this.enter('deletion');
        break;
      case 'text:change': {
        const deletion = this.deletions.get(attributes['text:change-id'] ?? '');
        const { open } = this.here;
        if (deletion !== undefined && open !== null) open.asides.push({ ...deletion, at: open.length });
        break;
      }
      case 'dc:creator':
        this.isCreator = true;
        break;
      default:
    }
  }

  text(text: string): void {
    if (this.isCitation) this.here.label += text;
    else if (this.muted > 0) return;
    else if (this.isCreator) this.here.author += text;
    else if (this.hidden === 0) this.put(text.replaceAll(/[ \t\r\n]+/gu, ' '), true);
  }

  close(name: string): void {
    if (MUTE.has(name)) {
      this.muted--;
      this.isCitation = false;
      return;
    }
    if (this.muted > 0) return;
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.closeParagraph();
        break;
      case 'text:span':
        if (this.spans.pop() === true) this.hidden--;
        break;
      case 'text:list':
        this.lists.closeList();
        break;
      case 'text:list-item':
      case 'text:list-header':
        this.lists.closeItem();
        break;
      case 'table:table-cell':
        this.here.cells--;
        break;
      case 'text:note':
      case 'office:annotation':
      case 'draw:text-box':
      case 'draw:custom-shape':
      case 'text:deletion':
        this.leave();
        break;
      case 'dc:creator':
        this.isCreator = false;
        break;
      default:
    }
  }

  private get here(): Place {
    return this.places.at(-1) as Place;
  }

  /** Lists inside a note or a box are no part of those around. */
  private enter(kind: Place['kind']): void {
    this.places.push(placeOf(kind, []));
    this.outerLists.push(this.lists);
    this.lists = new OdtLists(this.styles);
  }

  private leave(): void {
    if (this.places.length < 2) return;
    const { kind, paragraphs, author, label } = this.places.pop() as Place;
    this.lists = this.outerLists.pop() as OdtLists;
    const { open } = this.here;
    const words = () =>
      paragraphs
        .map(({ text, number }) => ((number ?? '') + text).trim())
        .filter((text) => text !== '')
        .join('\n');
    if (kind === 'deletion') {
      this.deletions.set(this.changeId, { kind: 'deletion', at: 0, text: words(), author: author.trim() });
    } else if (kind === 'comment') {
      open?.asides.push({ kind: 'comment', at: open.length, text: words(), author: author.trim() });
    } else if (kind === 'box') {
      for (const paragraph of paragraphs) (open === null ? this.here.paragraphs : open.boxes).push(paragraph);
    } else {
      this.noteCount++;
      // A program that has not laid the text out writes 0 for every note that it would number itself.
      const mark = `[${label.trim() === '0' ? this.noteCount : label.trim()}]`;
      this.put(mark, false);
      paragraphs.forEach((paragraph, i) => {
        const number = i === 0 ? `${mark} ${paragraph.number ?? ''}` : paragraph.number;
        this.notes.push({ ...paragraph, kind: 'note', level: 0, number });
      });
    }
  }

  private openParagraph(name: string, attributes: Attributes): void {
    const { here } = this;
    if (here.open !== null) this.closeParagraph();
    const style = attributes['text:style-name'] ?? '';
    const isHeading = name === 'text:h';
    const outline = isHeading
      ? Number(attributes['text:outline-level'] ?? 1) || 1
      : this.styles.outlineOf(style);
    const isOutlined = isHeading && !this.lists.isInItem && !this.styles.isUnnumbered(style);
    const number = isOutlined ? this.lists.numberOfHeading(outline, attributes) : this.lists.numberOfItem();
    const level = Math.min(9, Math.max(0, outline));
    const plain = here.kind === 'box' ? 'box' : level > 0 ? 'heading' : 'text';
    const kind = here.cells > 0 ? 'cell' : plain;
    here.open = {
      parts: [],
      length: 0,
      isSpaced: true,
      asides: [],
      boxes: [],
      kind,
      level: kind === 'heading' ? level : 0,
      number,
    };
  }

  private closeParagraph(): void {
    const { here } = this;
    const { open } = here;
    if (open === null) return;
    const { parts, kind, level, number, asides, boxes } = open;
    here.paragraphs.push({ text: parts.join(''), kind, level, number, asides }, ...boxes);
    here.open = null;
  }

  /** Adds words to the paragraph; white space of the XML stands for one space, and for none behind another. */
  private put(words: string, collapses: boolean): void {
    const { open } = this.here;
    if (open === null || this.hidden > 0) return;
    const added = collapses && open.isSpaced && words.startsWith(' ') ? words.slice(1) : words;
    if (added === '') return;
    open.parts.push(added);
    open.length += added.length;
    open.isSpaced = collapses && added.endsWith(' ');
  }
}

function placeOf(kind: Place['kind'], paragraphs: OdtParagraph[]): Place {
  return { kind, paragraphs, open: null, author: '', label: '', cells: 0 };
}
