import type { Aside, ParagraphKind } from '../../core/text/layout.ts';
import type { Composer } from '../composer.ts';

/** Characters between which a line end in the file is no space: Chinese is written without. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/u;
const SPACES = /[ \t\n\r\f]+/gu;
/** Two empty lines in a row, or a line that is indented, begin a paragraph in pages that know `<br>` alone. */
const PARAGRAPH_BREAK = /\n[ \t\u00a0]*\n|\n(?=\u3000\u3000|\u3000 |[ \u00a0]{4})/u;

/** Collects the text of a paragraph as a browser sets it, and hands it over when a block begins or ends. */
export class Flow {
  private readonly composer: Composer;
  private text = '';
  private asides: Aside[] = [];
  private number: string | null = null;
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

  put(text: string, isKept: boolean): void {
    if (isKept) {
      this.text += text;
      return;
    }
    this.text += text.replaceAll(SPACES, (space, at: number) => {
      const before = at > 0 ? text.charAt(at - 1) : this.text.at(-1);
      const isLineEnd = space.includes('\n');
      if (before === undefined || before === '\n' || before === ' ') return '';
      const after = text.charAt(at + space.length);
      return isLineEnd && WIDE.test(before) && (after === '' || WIDE.test(after)) ? '' : ' ';
    });
  }

  breakLine(): void {
    this.text = `${this.text.trimEnd()}\n`;
  }

  aside(kind: Aside['kind'], text: string, author: string): void {
    if (text.trim() !== '') this.asides.push({ kind, at: this.text.length, text, author });
  }

  /** Ends the paragraph. */
  flush(): void {
    const { text, asides, kind, level } = this;
    this.text = '';
    this.asides = [];
    if (text.trim() === '' && asides.length === 0) return;
    let start = 0;
    for (const piece of split(text)) {
      const end = start + piece.length;
      const inside = asides.filter(({ at }) => at >= start && (at < end || end === text.length));
      const number = piece.trim() === '' ? null : this.number;
      this.composer.add(
        piece.replaceAll('\u00a0', ' '),
        { kind: kind === 'text' && level > 0 ? 'heading' : kind, level: kind === 'text' ? level : 0, number },
        inside.map((aside) => ({ ...aside, at: aside.at - start })),
      );
      if (piece.trim() !== '') this.number = null;
      start = end;
    }
  }
}

/** Cuts at paragraph breaks; the pieces put together are the text. */
function split(text: string): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  for (;;) {
    const found = PARAGRAPH_BREAK.exec(rest);
    if (found === null) return [...pieces, rest];
    const end = found.index + found[0].length;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
}
