import type { Anchor, Block, StoryParagraph, Trace } from './story.ts';

/** A paragraph that is being read. */
export class OpenParagraph {
  readonly kind: StoryParagraph['kind'];
  style: string | null = null;
  numId: string | null = null;
  level: number | null = null;
  outline: number | null = null;
  /** Whether its mark was deleted (or hidden), so that it goes on in the next paragraph. */
  goesOn = false;
  /** What stands in text boxes that hang on it. */
  readonly boxes: Block[] = [];
  private text = '';
  private readonly anchors: Anchor[] = [];
  private readonly traces: Trace[] = [];
  private readonly element: number;
  private readonly isTraced: boolean;
  private page = 0;

  constructor(kind: StoryParagraph['kind'], element: number, isTraced: boolean) {
    this.kind = kind;
    this.element = element;
    this.isTraced = isTraced;
  }

  /** `offset` is where the text begins in the characters of its element; null where they are others. */
  put(text: string, page: number, element: number, offset: number | null): void {
    if (this.page === 0) this.page = page;
    if (this.isTraced) this.traces.push({ at: this.text.length, element, offset });
    this.text += text;
  }

  /** Deletions that follow one another are one: programs cut them at every change of a font. */
  putDeleted(text: string, author: string): void {
    const last = this.anchors.at(-1);
    const at = this.text.length;
    if (last?.kind === 'deletion' && last.at === at && last.author === author) {
      this.anchors[this.anchors.length - 1] = { ...last, text: last.text + text };
    } else this.anchors.push({ kind: 'deletion', at, text, author });
  }

  anchor(anchor: AnchorHere): void {
    this.anchors.push({ ...anchor, at: this.text.length } as Anchor);
  }

  /** `page` is where it ends, which counts if it has no text. */
  close(page: number): StoryParagraph {
    const { text, anchors, kind, style, numId, level, outline, traces } = this;
    const elements = [this.element];
    return { text, anchors, kind, style, numId, level, outline, page: this.page || page, traces, elements };
  }
}

/** An anchor whose place is the end of what was read. */
type AnchorHere = Anchor extends infer Each ? (Each extends Anchor ? Omit<Each, 'at'> : never) : never;
