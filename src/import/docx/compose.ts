import type { Imported, ImportFailure } from '../../core/text/imported.ts';
import type { Aside, ParagraphKind } from '../../core/text/layout.ts';
import { slice } from '../../core/text/span.ts';
import { Composer } from '../composer.ts';
import type { SourceBytes } from '../importer.ts';
import { Counters } from './counters.ts';
import { Notes, readNoteSettings } from './notes.ts';
import { readNumbering } from './numbering.ts';
import type { Parts } from './parts.ts';
import { readStories } from './reader.ts';
import type { Block, Stories, Story, StoryParagraph } from './story.ts';
import { readStyles, type Styles } from './styles.ts';

/** Reads a file that stands inside another one. */
export type ReadInside = (source: SourceBytes) => Imported | Promise<Imported>;

/** Puts a Word document's text together: its stories, the numbers of paragraphs and notes, the files that it takes in. */
export async function composeDocument(parts: Parts, readInside: ReadInside): Promise<Imported> {
  const document = new DocumentComposer(parts);
  for (const block of document.blocks) {
    if (!('chunk' in block)) document.put(block);
    else {
      const inside = parts.ofId(block.chunk);
      if (inside !== null) document.take(await readInside(inside));
    }
  }
  return document.finish();
}

class DocumentComposer {
  private readonly composer = new Composer();
  private readonly parts: Parts;
  private readonly styles: Styles;
  private readonly listOf: ReturnType<typeof readNumbering>;
  private readonly counters: Counters;
  private readonly comments: ReadonlyMap<string, Story>;
  private readonly body: Stories;
  private readonly notes: Readonly<Record<'footnote' | 'endnote', Notes>>;
  private failure: ImportFailure | null = null;

  constructor(parts: Parts) {
    this.parts = parts;
    this.styles = readStyles(parts.ofType('styles'));
    this.listOf = readNumbering(parts.ofType('numbering'), this.styles);
    this.counters = new Counters(this.listOf);
    this.comments = this.storiesOf('comments');
    this.body = readStories(parts.main, this.styles);
    const settings = readNoteSettings(parts.ofType('settings'));
    const { sections } = this.body;
    this.notes = {
      footnote: new Notes('footnote', this.storiesOf('footnotes'), sections, settings.footnote),
      endnote: new Notes('endnote', this.storiesOf('endnotes'), sections, settings.endnote),
    };
  }

  get blocks(): readonly Block[] {
    return this.body.stories.get('')?.blocks ?? [];
  }

  /** Adds a paragraph; `mark` makes it the beginning of a note. */
  put(paragraph: StoryParagraph, mark: string | null = null): void {
    const number = this.numberOf(paragraph);
    const { text, asides } = this.withAnchors(paragraph);
    const isNote = mark !== null;
    const level = isNote || paragraph.kind !== 'text' ? 0 : this.levelOf(paragraph);
    const kind: ParagraphKind = isNote ? 'note' : level > 0 ? 'heading' : paragraph.kind;
    const page = this.body.hasPages && !isNote ? paragraph.page : null;
    this.composer.add(
      text,
      { kind, level, number: isNote && mark !== '' ? `${mark} ${number ?? ''}` : number, page },
      asides,
    );
  }

  /** Adds what was read of a file that stands inside the document. */
  take(inside: Imported): void {
    if (inside.kind === 'failed') this.failure ??= inside;
    if (inside.kind !== 'imported') return;
    const { text, layout } = inside;
    if (layout === null) {
      for (const line of text.split('\n')) this.composer.add(line);
      return;
    }
    let next = 0;
    for (const { span, kind, level, number } of layout.paragraphs) {
      const start = span.start + (number?.length ?? 0);
      const asides: Aside[] = [];
      for (let aside = layout.asides[next]; aside !== undefined && aside.at <= span.end;) {
        asides.push({ ...aside, at: Math.max(0, aside.at - start) });
        aside = layout.asides[++next];
      }
      this.composer.add(slice(text, { start, end: span.end }), { kind, level, number }, asides);
    }
  }

  finish(): Imported {
    for (const { marked } of [this.notes.footnote, this.notes.endnote]) {
      for (const { mark, story } of marked) {
        let front = mark;
        for (const block of story.blocks) {
          if ('chunk' in block) continue;
          this.put(block, front);
          front = '';
        }
      }
    }
    const imported = this.composer.finish();
    return imported.kind === 'failed' && this.failure !== null ? this.failure : imported;
  }

  private storiesOf(type: string): ReadonlyMap<string, Story> {
    const bytes = this.parts.ofType(type);
    return bytes === null ? new Map() : readStories(bytes, this.styles).stories;
  }

  private levelOf({ outline, style }: StoryParagraph): number {
    if (outline !== null) return outline >= 0 && outline < 9 ? outline + 1 : 0;
    return this.styles.headingLevelOf(style);
  }

  /** The paragraph's own numbering, else that of its style; `numId` 0 switches numbering off. */
  private numberOf(paragraph: StoryParagraph): string | null {
    const styled = this.styles.numberingOf(paragraph.style);
    const numId = paragraph.numId ?? styled.numId;
    if (numId === null || numId === '0') return null;
    const level = paragraph.level ?? this.levelOfStyle(numId, paragraph.style) ?? styled.level ?? 0;
    return this.counters.next(numId, level);
  }

  /** A level names the style that has it; styles based on that one have it, too. */
  private levelOfStyle(numId: string, style: string | null): number | null {
    const list = this.listOf(numId);
    if (list === null) return null;
    for (const id of this.styles.chainOf(style)) {
      const level = list.levelOfStyle(id);
      if (level !== null) return level;
    }
    return null;
  }

  /** The text with the marks of its notes, and what is said beside it. */
  private withAnchors({ text, anchors }: StoryParagraph): { text: string; asides: readonly Aside[] } {
    if (anchors.length === 0) return { text, asides: [] };
    const asides: Aside[] = [];
    let shown = '';
    let done = 0;
    for (const anchor of anchors) {
      shown += text.slice(done, anchor.at);
      done = anchor.at;
      const at = shown.length;
      if (anchor.kind === 'deletion') {
        asides.push({ kind: 'deletion', at, text: anchor.text, author: anchor.author });
      } else if (anchor.kind === 'comment') {
        const comment = this.comments.get(anchor.id);
        if (comment === undefined) continue;
        asides.push({ kind: 'comment', at, text: textOf(comment), author: comment.author });
      } else shown += this.notes[anchor.kind].mark(anchor);
    }
    return { text: shown + text.slice(done), asides };
  }
}

/** A comment's paragraphs, a line each. */
function textOf({ blocks }: Story): string {
  return blocks.flatMap((block) => ('chunk' in block ? [] : [block.text])).join('\n');
}
