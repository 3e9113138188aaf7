import { failed, type Imported } from '../core/text/imported.ts';
import type { Aside, LaidParagraph, LaidSpeech, ParagraphKind } from '../core/text/layout.ts';

/** What is known of a paragraph beside its text; what is left out is running text. */
export interface ParagraphForm {
  readonly kind?: ParagraphKind;
  readonly level?: number;
  readonly number?: string | null;
  readonly page?: number | null;
}

/** The head of a speech; what is unknown is empty. */
export interface SpeechHead {
  readonly title: string;
  readonly speaker: string;
  readonly role: string;
  /** The title's level as a heading, from 1. */
  readonly level: number;
}

/** Controls, other line ends and stray byte order marks: no text has them, and they would break the lines of the layout. */
const CONTROLS = /[^\P{Cc}\t\n]|[\u2028\u2029\ufeff]/gu;
const LINE_ENDS = /\r\n?/gu;
/** What stands inside a name that is set in two characters: 徐　伟. */
const HAN_BLANKS = /(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu;

/** The units of a paragraph's text that `Composer.add` keeps, by their indices, in order; a line end is its last unit. */
export function keptUnits(text: string): readonly number[] {
  const isOdd = text.search(CONTROLS) >= 0;
  const kept: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    const isDropped = unit === '\r' ? text.charAt(at + 1) === '\n' : isOdd && unit.search(CONTROLS) === 0;
    if (!isDropped) kept.push(at);
  }
  const isWhite = (at: number | undefined) => at !== undefined && text.charAt(at).trim() === '';
  while (isWhite(kept.at(-1))) kept.pop();
  let first = 0;
  while (isWhite(kept[first])) first++;
  return kept.slice(first);
}

/** Puts a file's text together from its paragraphs, with what is known of each. Every importer but plain text uses it. */
export class Composer {
  private readonly parts: string[] = [];
  private readonly paragraphs: LaidParagraph[] = [];
  private readonly asides: Aside[] = [];
  private readonly speeches: LaidSpeech[] = [];
  private length = 0;
  private isApart = false;

  /**
   * Adds a paragraph and tells whether it has text; a blank one only sets the next apart by an empty line. A number goes in front of the text;
   * where asides belong is counted in the paragraph's text alone.
   */
  add(text: string, form: ParagraphForm = {}, asides: readonly Aside[] = []): boolean {
    const { kind = 'text', level = 0, number = null, page = null } = form;
    const raw = text.replaceAll(LINE_ENDS, '\n').replaceAll(CONTROLS, '');
    const clean = raw.trim();
    if (clean === '' && asides.length === 0) {
      this.isApart = true;
      return false;
    }
    if (clean !== '') {
      if (this.length > 0) this.put(this.isApart ? '\n\n' : '\n');
      this.isApart = false;
    }
    const start = this.length;
    const front = clean === '' ? '' : (number ?? '');
    const shift = start + front.length - (raw.length - raw.trimStart().length);
    if (clean !== '') this.put(front + clean);
    for (const aside of asides) {
      const at = Math.min(this.length, Math.max(start, shift + aside.at));
      this.asides.push({ ...aside, at });
    }
    if (clean === '') return false;
    const span = { start, end: this.length };
    this.paragraphs.push({ span, kind, level, number, page });
    return true;
  }

  /** Begins a speech with its title and a line that says who speaks, as far as they are known; one at least must be. */
  beginSpeech({ title, speaker, role, level }: SpeechHead): void {
    this.add('');
    const before = this.paragraphs.length;
    this.add(title, { kind: 'heading', level });
    const titled = this.paragraphs[before]?.span ?? null;
    const between = this.paragraphs.length;
    this.add([role, speaker].filter((words) => words !== '').join(' '));
    const byline = this.paragraphs[between]?.span ?? null;
    const at = titled?.start ?? byline?.start;
    if (at !== undefined) {
      const name = speaker.replaceAll(HAN_BLANKS, '');
      this.speeches.push({ at, title: titled, byline, speaker: name, role });
    }
    this.add('');
  }

  /** The whole text; `blank` where no paragraph holds any. */
  finish(): Imported {
    if (this.paragraphs.length === 0) return failed('blank');
    return {
      kind: 'imported',
      text: this.parts.join(''),
      encoding: 'utf-8',
      layout: {
        paragraphs: this.paragraphs,
        asides: this.asides,
        ...(this.speeches.length > 0 && { speeches: this.speeches }),
      },
    };
  }

  private put(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }
}
