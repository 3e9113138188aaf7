import type { Imported, ImportFailure } from '../../core/text/imported.ts';
import type { Aside, ParagraphKind } from '../../core/text/layout.ts';
import { slice } from '../../core/text/span.ts';
import { Composer } from '../composer.ts';
import type { WordPlaces } from '../../office/word-places.ts';
import type { SourceBytes } from '../importer.ts';
import { Counters } from './counters.ts';
import { Notes, readNoteSettings } from './notes.ts';
import { readNumbering } from './numbering.ts';
import type { Parts } from '../../office/word-parts.ts';
import { PlaceCollector } from './places.ts';
import { readStories } from './reader.ts';
import type { Block, Stories, Story, StoryParagraph, Trace } from './story.ts';
import { readStyles, type Styles } from './styles.ts';

/** Reads a file that stands inside another one. */
export type ReadInside = (source: SourceBytes) => Imported | Promise<Imported>;

/** The files that stand inside a document, as they were read, by the ids of their relations. */
export type Insides = ReadonlyMap<string, Imported>;

/** Puts a Word document's text together: its stories, the numbers of paragraphs and notes, the files that it takes in. */
export async function composeDocument(parts: Parts, readInside: ReadInside): Promise<Imported> {
  const document = new DocumentComposer(parts);
  return document.compose(await document.readInsides(readInside));
}

/** The same text with where each of its characters stands in the file. */
export async function composeWithPlaces(
  parts: Parts,
  readInside: ReadInside,
): Promise<{ readonly imported: Imported; readonly places: WordPlaces | null; readonly insides: Insides }> {
  const collector = new PlaceCollector();
  const document = new DocumentComposer(parts, collector);
  const insides = await document.readInsides(readInside);
  const imported = document.compose(insides);
  const places = imported.kind === 'imported' ? collector.finish(imported, document.paths) : null;
  return { imported, places, insides };
}

/** The text of a document whose insides were read before. */
export function composeAgain(parts: Parts, insides: Insides): Imported {
  return new DocumentComposer(parts).compose(insides);
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
  private readonly collector: PlaceCollector | null;
  private failure: ImportFailure | null = null;

  constructor(parts: Parts, collector: PlaceCollector | null = null) {
    this.parts = parts;
    this.collector = collector;
    this.styles = readStyles(parts.ofType('styles'));
    this.listOf = readNumbering(parts.ofType('numbering'), this.styles);
    this.counters = new Counters(this.listOf);
    this.comments = this.storiesOf('comments');
    this.body = readStories(parts.main, this.styles, collector !== null);
    const settings = readNoteSettings(parts.ofType('settings'));
    const { sections } = this.body;
    this.notes = {
      footnote: new Notes('footnote', this.storiesOf('footnotes'), sections, settings.footnote),
      endnote: new Notes('endnote', this.storiesOf('endnotes'), sections, settings.endnote),
    };
  }

  /** The parts that text is read of: the document's, that of the footnotes, that of the endnotes. */
  get paths(): readonly string[] {
    return [this.parts.mainPath, this.parts.pathOf('footnotes') ?? '', this.parts.pathOf('endnotes') ?? ''];
  }

  async readInsides(readInside: ReadInside): Promise<Insides> {
    const insides = new Map<string, Imported>();
    for (const block of this.blocks) {
      if (!('chunk' in block) || insides.has(block.chunk)) continue;
      const inside = this.parts.ofId(block.chunk);
      if (inside !== null) insides.set(block.chunk, await readInside(inside));
    }
    return insides;
  }

  compose(insides: Insides): Imported {
    for (const block of this.blocks) {
      if (!('chunk' in block)) this.put(block, 0);
      else {
        const inside = insides.get(block.chunk);
        if (inside !== undefined) this.take(inside);
      }
    }
    return this.finish();
  }

  private get blocks(): readonly Block[] {
    return this.body.stories.get('')?.blocks ?? [];
  }

  /** Adds a paragraph of the part that `paths` has at `part`; `mark` makes it the beginning of a note. */
  private put(paragraph: StoryParagraph, part: number, mark: string | null = null): void {
    const number = this.numberOf(paragraph);
    const { text, asides, traces } = this.withAnchors(paragraph);
    const isNote = mark !== null;
    const level = isNote || paragraph.kind !== 'text' ? 0 : this.levelOf(paragraph);
    const kind: ParagraphKind = isNote ? 'note' : level > 0 ? 'heading' : paragraph.kind;
    const page = this.body.hasPages && !isNote ? paragraph.page : null;
    const isAdded = this.composer.add(
      text,
      { kind, level, number: isNote && mark !== '' ? `${mark} ${number ?? ''}` : number, page },
      asides,
    );
    if (isAdded) this.collector?.add({ part, elements: paragraph.elements, text, traces });
  }

  /** Adds what was read of a file that stands inside the document. */
  private take(inside: Imported): void {
    if (inside.kind === 'failed') this.failure ??= inside;
    if (inside.kind !== 'imported') return;
    const { text, layout } = inside;
    if (layout === null) {
      for (const line of text.split('\n')) if (this.composer.add(line)) this.collector?.add(null);
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
      const isAdded = this.composer.add(
        slice(text, { start, end: span.end }),
        { kind, level, number },
        asides,
      );
      if (isAdded) this.collector?.add(null);
    }
  }

  private finish(): Imported {
    for (const [index, { marked }] of [this.notes.footnote, this.notes.endnote].entries()) {
      for (const { mark, story } of marked) {
        let front = mark;
        for (const block of story.blocks) {
          if ('chunk' in block) continue;
          this.put(block, index + 1, front);
          front = '';
        }
      }
    }
    const imported = this.composer.finish();
    return imported.kind === 'failed' && this.failure !== null ? this.failure : imported;
  }

  private storiesOf(type: string): ReadonlyMap<string, Story> {
    const bytes = this.parts.ofType(type);
    return bytes === null ? new Map() : readStories(bytes, this.styles, this.collector !== null).stories;
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
  private withAnchors(paragraph: StoryParagraph): {
    text: string;
    asides: readonly Aside[];
    traces: readonly Trace[];
  } {
    const { text, anchors } = paragraph;
    if (anchors.length === 0) return { text, asides: [], traces: paragraph.traces };
    const asides: Aside[] = [];
    const traces: Trace[] = [];
    let next = 0;
    let shown = '';
    let done = 0;
    /** Takes over what the traces say of the text up to `end`, which is put behind what is shown. */
    const showUpTo = (end: number) => {
      const shift = shown.length - done;
      while (next < paragraph.traces.length && (paragraph.traces[next] as Trace).at < end) {
        const trace = paragraph.traces[next] as Trace;
        if (trace.at < done) traces.push(movedTo(trace, done, shown.length));
        else traces.push({ ...trace, at: trace.at + shift });
        next++;
      }
      shown += text.slice(done, end);
      done = end;
      // The piece in which the anchor stands goes on behind it.
      const last = paragraph.traces[next - 1];
      if (last !== undefined && (paragraph.traces[next]?.at ?? text.length) > end) next--;
    };
    for (const anchor of anchors) {
      showUpTo(anchor.at);
      const at = shown.length;
      if (anchor.kind === 'deletion') {
        asides.push({ kind: 'deletion', at, text: anchor.text, author: anchor.author });
      } else if (anchor.kind === 'comment') {
        const comment = this.comments.get(anchor.id);
        if (comment === undefined) continue;
        asides.push({ kind: 'comment', at, text: textOf(comment), author: comment.author });
      } else {
        const mark = this.notes[anchor.kind].mark(anchor);
        if (mark !== '') traces.push({ at, element: anchor.element, offset: null });
        shown += mark;
      }
    }
    showUpTo(text.length);
    return { text: shown, asides, traces };
  }
}

/** The rest of a piece from `from` on in the paragraph's text, which stands at `at` in what is shown. */
function movedTo({ element, offset, at: start }: Trace, from: number, at: number): Trace {
  return { at, element, offset: offset === null ? null : offset + from - start };
}

/** A comment's paragraphs, a line each. */
function textOf({ blocks }: Story): string {
  return blocks.flatMap((block) => ('chunk' in block ? [] : [block.text])).join('\n');
}
