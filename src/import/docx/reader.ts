import { Fields } from './fields.ts';
import { StoryBuilder } from './builder.ts';
import type { OpenParagraph } from './paragraph.ts';
import type { NoteForm, Stories } from './story.ts';
import type { Styles } from './styles.ts';
import { shownIn, symbolOf } from './symbols.ts';
import { isOn, numberIn, readWordXml } from '../../office/word-xml.ts';

type Attributes = Readonly<Record<string, string>>;

/** Elements whose content is not shown, or not in this place. */
const SKIPPED: ReadonlySet<string> = new Set(
  (
    'w:pPrChange w:rPrChange w:sectPrChange w:tblPrChange w:tblPrExChange w:trPrChange w:tcPrChange w:tblGridChange ' +
    'w:numberingChange w:sdtPr w:sdtEndPr w:smartTagPr w:customXmlPr w:rt w:rubyPr w:tabs w:tblPr w:tblGrid ' +
    'w:object w:ffData w:fldData m:ctrlPr w:pBdr'
  ).split(' '),
);
const STORIES: ReadonlySet<string> = new Set(['w:body', 'w:footnote', 'w:endnote', 'w:comment']);
/** Wingdings and its like, which stand in the text as codes. */
const FONT_CODES = /[\uf020-\uf0ff]/u;

/** Reads a part that holds text: the document's, the notes', the comments'. One pass, in the order of the file. `isTraced` keeps where text comes from. */
export function readStories(bytes: Uint8Array, styles: Styles, isTraced = false): Stories {
  const reader = new StoryReader(styles, isTraced);
  readWordXml(bytes, {
    open: (name, attributes, end) => reader.open(name, attributes, end),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
  return reader.stories();
}

/** How both kinds of notes are numbered. */
type NoteForms = Stories['sections'][number];

class StoryReader {
  private readonly builder: StoryBuilder;
  private readonly sections: NoteForms[] = [];
  private readonly styles: Styles;
  /** The fields around a text box, which has its own. */
  private readonly around: Fields[] = [];
  /** For each `mc:AlternateContent` around: how much had been shown when it began, and whether a choice showed anything. */
  private readonly alternatives: { shown: number; isTaken: boolean }[] = [];
  private readonly authors: string[] = [];
  private fields = new Fields();
  private skipped = 0;
  private isPreserved = false;
  // Where the reader is.
  private inParagraphProperties = false;
  private inRunProperties = false;
  private inRowProperties = false;
  private section: NoteForms | null = null;
  private noteForm: NoteForm | null = null;
  private collected: string | null = null;
  private isTrimmed = false;
  /** The element that is being read, named by where its opening tag ends. */
  private element = 0;
  // The run.
  private runHidden: boolean | null = null;
  private runStyle: string | null = null;
  private runFont = '';

  constructor(styles: Styles, isTraced: boolean) {
    this.builder = new StoryBuilder(isTraced);
    this.styles = styles;
  }

  stories(): Stories {
    const { stories, hasPages } = this.builder;
    return { stories, hasPages, sections: this.sections };
  }

  open(name: string, attributes: Attributes, end: number): void {
    if (this.skipped > 0 || SKIPPED.has(name)) {
      this.skipped++;
      return;
    }
    this.element = end;
    if (this.inParagraphProperties || this.inRunProperties || this.section !== null) {
      this.openProperty(name, attributes);
      return;
    }
    switch (name) {
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        this.collected = '';
        this.isTrimmed = !this.isPreserved && attributes['xml:space'] !== 'preserve';
        return;
      case 'w:r':
      case 'm:r':
        this.runHidden = null;
        this.runStyle = null;
        this.runFont = '';
        return;
      case 'w:rPr':
        this.inRunProperties = true;
        return;
      case 'w:p':
        this.builder.openParagraph(end);
        return;
      case 'w:pPr':
        this.inParagraphProperties = true;
        return;
      case 'w:tab':
      case 'w:ptab':
        this.put('\t');
        return;
      case 'w:br':
        if (attributes['w:type'] !== 'page' && attributes['w:type'] !== 'column') this.put('\n');
        return;
      case 'w:cr':
        this.put('\n');
        return;
      case 'w:noBreakHyphen':
        this.put('\u2011');
        return;
      case 'w:lastRenderedPageBreak':
        this.builder.turnPage();
        return;
      case 'w:ins':
      case 'w:moveTo':
        return;
      case 'w:del':
      case 'w:moveFrom':
        if (this.inRowProperties) this.builder.deleteRow();
        else this.authors.push(attributes['w:author'] ?? '');
        return;
      default:
        this.openOther(name, attributes);
    }
  }

  private openOther(name: string, attributes: Attributes): void {
    switch (name) {
      case 'w:instrText':
      case 'w:delInstrText':
        this.collected = '';
        this.isTrimmed = false;
        return;
      case 'w:fldChar':
        this.turnField(attributes['w:fldCharType']);
        return;
      case 'w:sym':
        this.put(
          symbolOf(attributes['w:font'] ?? '', Number.parseInt(attributes['w:char'] ?? '', 16) || 0x20),
        );
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.refer(name === 'w:footnoteReference' ? 'footnote' : 'endnote', attributes);
        return;
      case 'w:commentReference':
        this.builder.paragraph?.anchor({ kind: 'comment', id: attributes['w:id'] ?? '' });
        return;
      case 'w:tbl':
        this.builder.endJoining();
        return;
      case 'w:tr':
        this.builder.openRow();
        return;
      case 'w:trPr':
        this.inRowProperties = true;
        return;
      case 'w:tc':
        this.builder.openCell();
        return;
      case 'w:vMerge':
      case 'w:hMerge':
        if (attributes['w:val'] !== 'restart') this.builder.dropCell();
        return;
      case 'w:txbxContent':
        this.builder.openBox();
        this.around.push(this.fields);
        this.fields = new Fields();
        return;
      case 'v:textpath':
        this.builder.putBox(attributes['string'] ?? '', this.element);
        return;
      case 'mc:AlternateContent':
        this.alternatives.push({ shown: this.builder.shown, isTaken: false });
        return;
      case 'mc:Choice':
      case 'mc:Fallback':
        if (this.alternatives.at(-1)?.isTaken) this.skipped++;
        return;
      case 'w:altChunk':
        this.takeIn(attributes);
        return;
      case 'w:sectPr':
        this.section = { footnote: emptyForm(), endnote: emptyForm() };
        return;
      case 'w:document':
        this.isPreserved = attributes['xml:space'] === 'preserve';
        return;
      default:
        if (STORIES.has(name)) this.openStory(attributes);
    }
  }

  /** An element inside the properties of a paragraph, its mark, a run or a section. */
  private openProperty(name: string, attributes: Attributes): void {
    if (name === 'w:sectPr') this.section = { footnote: emptyForm(), endnote: emptyForm() };
    else if (this.section !== null) this.openNoteForm(this.section, name, attributes);
    else if (name === 'w:rPr') this.inRunProperties = true;
    else if (this.inParagraphProperties) this.openParagraphProperty(name, attributes);
    else if (name === 'w:vanish') this.runHidden = isOn(attributes);
    else if (name === 'w:rStyle') this.runStyle = attributes['w:val'] ?? null;
    else if (name === 'w:rFonts') this.runFont = attributes['w:ascii'] ?? attributes['w:hAnsi'] ?? '';
  }

  private openParagraphProperty(name: string, attributes: Attributes): void {
    const { paragraph } = this.builder;
    if (paragraph === null) return;
    if (this.inRunProperties) {
      const isGone = name === 'w:del' || name === 'w:moveFrom' || (name === 'w:vanish' && isOn(attributes));
      if (isGone) paragraph.goesOn = true;
      // Word's separator of styles: two paragraphs in one line, but two paragraphs.
      if (name === 'w:specVanish') paragraph.goesOn = false;
    } else if (name === 'w:pStyle') paragraph.style = attributes['w:val'] ?? null;
    else if (name === 'w:numId') paragraph.numId = attributes['w:val'] ?? null;
    else if (name === 'w:ilvl') paragraph.level = numberIn(attributes);
    else if (name === 'w:outlineLvl') paragraph.outline = numberIn(attributes);
    else if (name === 'w:framePr' && attributes['w:dropCap'] !== undefined) {
      // 首字下沉: the first character stands in a frame of its own.
      if (attributes['w:dropCap'] !== 'none') paragraph.goesOn = true;
    }
  }

  private openNoteForm(section: NoteForms, name: string, attributes: Attributes): void {
    if (name === 'w:footnotePr') this.noteForm = section.footnote;
    else if (name === 'w:endnotePr') this.noteForm = section.endnote;
    else if (this.noteForm === null) return;
    else if (name === 'w:numFmt') this.noteForm.format = attributes['w:val'] ?? null;
    else if (name === 'w:numStart') this.noteForm.start = numberIn(attributes);
    else if (name === 'w:numRestart') this.noteForm.restart = attributes['w:val'] ?? null;
  }

  text(text: string): void {
    if (this.collected !== null && this.skipped === 0) this.collected += text;
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    switch (name) {
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        this.endText();
        return;
      case 'w:instrText':
      case 'w:delInstrText':
        this.fields.instruct(this.collected ?? '');
        this.collected = null;
        return;
      case 'w:rPr':
        this.inRunProperties = false;
        return;
      case 'w:pPr':
        this.inParagraphProperties = false;
        return;
      case 'w:p':
        this.builder.closeParagraph();
        this.fields.endParagraph();
        this.runHidden = null;
        return;
      case 'w:del':
      case 'w:moveFrom':
        if (!this.inParagraphProperties && !this.inRunProperties && !this.inRowProperties) this.authors.pop();
        return;
      case 'w:trPr':
        this.inRowProperties = false;
        return;
      case 'w:tc':
        this.builder.closeCell();
        return;
      case 'w:tr':
        this.builder.closeRow();
        return;
      case 'w:txbxContent':
        this.builder.closeBox();
        this.fields = this.around.pop() ?? new Fields();
        return;
      case 'mc:Choice': {
        const alternative = this.alternatives.at(-1);
        if (alternative !== undefined && this.builder.shown > alternative.shown) alternative.isTaken = true;
        return;
      }
      case 'mc:AlternateContent':
        this.alternatives.pop();
        return;
      case 'w:footnotePr':
      case 'w:endnotePr':
        this.noteForm = null;
        return;
      case 'w:sectPr':
        if (this.section !== null) this.sections.push(this.section);
        this.section = null;
        return;
      default:
        if (STORIES.has(name)) this.builder.leave();
    }
  }

  private endText(): void {
    let text = this.collected ?? '';
    this.collected = null;
    let offset: number | null = 0;
    if (this.isTrimmed) {
      const { length } = text;
      text = text.replace(/^[ \t\r\n]+/u, '');
      offset = length - text.length;
      text = text.trimEnd();
    }
    if (FONT_CODES.test(text)) {
      const { length } = text;
      text = shownIn(this.runFont, text);
      if (text.length !== length) offset = null;
    }
    // Line ends in the file are white space; those of the text are elements.
    if (text.includes('\n')) text = text.replaceAll('\n', ' ');
    this.put(text, offset);
  }

  /** Puts text where the reader is: into the paragraph, into what was deleted, or nowhere. */
  private put(text: string, offset: number | null = null): void {
    const { paragraph } = this.builder;
    if (paragraph === null || text === '' || this.fields.isInstruction || this.isHidden(paragraph)) return;
    const author = this.authors.at(-1);
    if (author !== undefined || this.builder.isRowDeleted) this.builder.putDeleted(text, author ?? '');
    else this.builder.put(text, this.element, offset);
  }

  private isHidden({ style }: OpenParagraph): boolean {
    return this.runHidden ?? this.styles.isHidden(this.runStyle) ?? this.styles.isHidden(style) ?? false;
  }

  private turnField(type: string | undefined): void {
    if (type === 'begin') this.fields.begin();
    else if (type === 'separate') this.fields.separate();
    else if (type === 'end') this.put(this.fields.end());
  }

  private refer(kind: 'footnote' | 'endnote', attributes: Attributes): void {
    const { paragraph } = this.builder;
    if (paragraph === null || this.authors.length > 0 || this.builder.isRowDeleted) return;
    if (this.fields.isInstruction || this.isHidden(paragraph)) return;
    const custom = attributes['w:customMarkFollows'];
    paragraph.anchor({
      kind,
      id: attributes['w:id'] ?? '',
      page: this.builder.page,
      section: this.sections.length,
      isWritten: custom !== undefined && custom !== '0' && custom !== 'false',
      element: this.element,
    });
  }

  private openStory(attributes: Attributes): void {
    const { 'w:id': id = '', 'w:author': author = '', 'w:type': type = '' } = attributes;
    this.builder.openStory(id, author, type);
    this.fields = new Fields();
  }

  private takeIn(attributes: Attributes): void {
    const id = Object.keys(attributes).find((name) => name.endsWith(':id'));
    if (id !== undefined) this.builder.putChunk(attributes[id] ?? '');
  }
}

function emptyForm(): NoteForm {
  return { format: null, start: null, restart: null };
}
