import type { Aside } from '../../core/text/layout.ts';

/** A paragraph as the file has it. */
export interface RtfParagraph {
  readonly text: string;
  readonly level: number;
  readonly isCell: boolean;
  /** The number as the program wrote it, with what follows it. */
  readonly number: string | null;
  readonly asides: readonly Aside[];
}

/** Gathers the paragraphs of one part of the document: its text, a note, a box, a comment. */
export class Sink {
  readonly paragraphs: RtfParagraph[] = [];
  /** The number that the next paragraph begins with. */
  number: string | null = null;
  private parts: string[] = [];
  private length = 0;
  private asides: Aside[] = [];
  private deletion = '';
  private author = '';

  get isEmpty(): boolean {
    return this.length === 0 && this.deletion === '' && this.asides.length === 0;
  }

  /** Adds words; `author` is who took them out, or null. */
  add(words: string, author: string | null): void {
    if (author !== null) {
      if (author !== this.author) this.closeDeletion();
      this.author = author;
      this.deletion += words;
      return;
    }
    if (words === '') return;
    this.closeDeletion();
    this.parts.push(words);
    this.length += words.length;
  }

  comment(text: string, author: string): void {
    this.closeDeletion();
    this.asides.push({ kind: 'comment', at: this.length, text, author });
  }

  end(level: number, isCell: boolean): void {
    this.closeDeletion();
    const { number, asides } = this;
    this.paragraphs.push({ text: this.parts.join(''), level, isCell, number, asides });
    this.parts = [];
    this.length = 0;
    this.asides = [];
    this.number = null;
  }

  private closeDeletion(): void {
    if (this.deletion.trim() !== '') {
      this.asides.push({ kind: 'deletion', at: this.length, text: this.deletion, author: this.author });
    }
    this.deletion = '';
  }
}
