import type { Aside, ParagraphKind } from '../../core/text/layout.ts';
import type { Composer } from '../composer.ts';

/** Characters between which a line end in the file is no space: Chinese is written without. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/u;
const SPACES = /[ \t\n\r\f]+/gu;
/** How pages that know `<br>` alone begin a paragraph. */
const INDENT = /^(?:\u3000\u3000|\u3000 |[ \u00a0]{4})/u;

/** Something beside the text, in a line of the paragraph. */
interface Remark extends Aside {
  readonly line: number;
}

/** Collects the text of a paragraph as a browser sets it, and hands it over when a block begins or ends. */
export class Flow {
  private readonly composer: Composer;
  /** Lines that a soft break has ended. */
  private lines: string[] = [];
  private line = '';
  private remarks: Remark[] = [];
  private number: string | null = null;
  /** Whether a line of the file ended behind a wide character: what comes next decides whether that is a space. */
  private isLineEnded = false;
  /** What the paragraph is. */
  kind: ParagraphKind = 'text';
  level = 0;

  constructor(composer: Composer) {
    this.composer = composer;
  }

  /** The number of the next paragraph that has text. */
  setNumber(number: string): void {
    this.number = number === '' ? null : number;
  }

  /** Adds text; white space counts as it stands, or as one space. */
  put(text: string, isKept: boolean): void {
    if (this.isLineEnded && text.trim() !== '') {
      if (!WIDE.test(text.charAt(0)) && text.charAt(0).trim() !== '') this.line += ' ';
      this.isLineEnded = false;
    }
    if (!isKept) this.line += this.collapsed(text);
    else {
      const [first = '', ...rest] = text.split('\n');
      this.line += first;
      for (const line of rest) {
        this.breakLine();
        this.line = line;
      }
    }
  }

  breakLine(): void {
    this.lines.push(this.line.trimEnd());
    this.line = '';
  }

  aside(kind: Aside['kind'], text: string, author: string): void {
    if (text.trim() === '') return;
    this.remarks.push({ kind, at: this.line.length, text, author, line: this.lines.length });
  }

  /** Ends the paragraph; an empty line or an indented one inside of it begins another. */
  flush(): void {
    const lines = [...this.lines, this.line];
    const { remarks } = this;
    this.lines = [];
    this.line = '';
    this.remarks = [];
    this.isLineEnded = false;
    let next = 0;
    let start = 0;
    for (let end = 1; end <= lines.length; end++) {
      const line = lines[end];
      if (line !== undefined && line.trim() !== '' && lines[end - 1]?.trim() !== '' && !INDENT.test(line))
        continue;
      const asides: Aside[] = [];
      // Where the lines of the paragraph begin in its text.
      let before = 0;
      for (let at = start; at < end; at++) {
        for (; remarks[next]?.line === at; next++) {
          const { kind, at: place, text, author } = remarks[next] as Remark;
          asides.push({ kind, at: before + place, text, author });
        }
        before += (lines[at]?.length ?? 0) + 1;
      }
      this.add(lines.slice(start, end).join('\n'), asides);
      start = end;
    }
  }

  private add(text: string, asides: readonly Aside[]): void {
    const isBlank = text.trim() === '';
    if (isBlank && asides.length === 0) return;
    const { kind, level } = this;
    const isHeading = kind === 'text' && level > 0;
    const form = { kind: isHeading ? ('heading' as const) : kind, level: isHeading ? level : 0 };
    this.composer.add(
      text.replaceAll('\u00a0', ' '),
      { ...form, number: isBlank ? null : this.number },
      asides,
    );
    if (!isBlank) this.number = null;
  }

  private collapsed(text: string): string {
    return text.replaceAll(SPACES, (space, at: number) => {
      const before = at > 0 ? text.charAt(at - 1) : this.line.at(-1);
      if (before === undefined || before === ' ') return '';
      if (!space.includes('\n') || !WIDE.test(before)) return ' ';
      const after = text.charAt(at + space.length);
      if (after === '') this.isLineEnded = true;
      return after === '' || WIDE.test(after) ? '' : ' ';
    });
  }
}
