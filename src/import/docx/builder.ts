import { OpenParagraph } from './paragraph.ts';
import { joined, type Block, type Story, type StoryParagraph } from './story.ts';

/** What holds paragraphs: a story, a cell or a text box. */
interface Container {
  readonly kind: StoryParagraph['kind'];
  readonly blocks: Block[];
  /** A paragraph whose mark was deleted. */
  open: StoryParagraph | null;
  /** Whether it is the rest of a merged cell, of which only the first is shown. */
  isDropped: boolean;
}

/** A row of a table; its cells begin on the same page. */
interface Row {
  isDeleted: boolean;
  readonly startPage: number;
  endPage: number;
}

/** Puts stories together from paragraphs, in containers inside one another, and counts pages. */
export class StoryBuilder {
  readonly stories = new Map<string, Story>();
  /** The paragraph that is open; null between paragraphs. */
  paragraph: OpenParagraph | null = null;
  hasPages = false;
  page = 1;
  /** Characters so far, those of text boxes and deleted ones included. */
  shown = 0;
  private readonly containers: Container[] = [];
  private readonly rows: Row[] = [];
  private readonly around: (OpenParagraph | null)[] = [];
  private readonly blanks = new Map<string, StoryParagraph>();
  private readonly isTraced: boolean;
  private deletedRows = 0;

  /** `isTraced` keeps where each piece of text comes from. */
  constructor(isTraced: boolean) {
    this.isTraced = isTraced;
  }

  /** Whether what is read is inside a table row that was deleted. */
  get isRowDeleted(): boolean {
    return this.deletedRows > 0;
  }

  openStory(id: string, author: string, type: string): void {
    const story: Story = { blocks: [], author, type };
    this.stories.set(id, story);
    this.contain('text', story.blocks);
  }

  /** Ends a story, a cell or a box. */
  leave(): void {
    this.endJoining();
    this.containers.pop();
  }

  openParagraph(element: number): void {
    this.paragraph = new OpenParagraph(this.containers.at(-1)?.kind ?? 'text', element, this.isTraced);
  }

  closeParagraph(): void {
    const { paragraph } = this;
    const container = this.containers.at(-1);
    this.paragraph = null;
    if (paragraph === null || container === undefined || container.isDropped) return;
    let closed = paragraph.close(this.page);
    if (container.open !== null) closed = joined(container.open, closed);
    container.open = paragraph.goesOn ? closed : null;
    if (!paragraph.goesOn) container.blocks.push(this.kept(closed));
    for (const box of paragraph.boxes) container.blocks.push(box);
  }

  put(text: string, element: number, offset: number | null): void {
    this.shown += text.length;
    this.paragraph?.put(text, this.page, element, offset);
  }

  putDeleted(text: string, author: string): void {
    this.shown += text.length;
    this.paragraph?.putDeleted(text, author);
  }

  /** A deleted mark at the end of a cell, or before a table, joins nothing. */
  endJoining(): void {
    const container = this.containers.at(-1);
    if (container === undefined || container.open === null) return;
    container.blocks.push(container.open);
    container.open = null;
  }

  openRow(): void {
    this.rows.push({ isDeleted: false, startPage: this.page, endPage: this.page });
  }

  deleteRow(): void {
    const row = this.rows.at(-1);
    if (row === undefined || row.isDeleted) return;
    row.isDeleted = true;
    this.deletedRows++;
  }

  closeRow(): void {
    const row = this.rows.pop();
    if (row === undefined) return;
    this.page = row.endPage;
    if (row.isDeleted) this.deletedRows--;
  }

  openCell(): void {
    this.contain('cell', this.blocks());
  }

  /** The cell is the rest of a merged one. */
  dropCell(): void {
    const cell = this.containers.at(-1);
    if (cell !== undefined) cell.isDropped = true;
  }

  /** The next cell begins where the row began, and the row ends with its longest cell. */
  closeCell(): void {
    this.leave();
    const row = this.rows.at(-1);
    if (row === undefined) return;
    row.endPage = Math.max(row.endPage, this.page);
    this.page = row.startPage;
  }

  /** Text boxes hang on a paragraph, which goes on behind them; they follow it. */
  openBox(): void {
    this.around.push(this.paragraph);
    this.contain('box', this.paragraph?.boxes ?? this.blocks());
    this.paragraph = null;
  }

  closeBox(): void {
    this.leave();
    this.paragraph = this.around.pop() ?? null;
  }

  /** A text that is drawn beside the paragraph. */
  putBox(text: string, element: number): void {
    if (this.paragraph === null || text.trim() === '') return;
    const box = new OpenParagraph('box', element, this.isTraced);
    box.put(text, this.page, element, null);
    this.shown += text.length;
    this.paragraph.boxes.push(box.close(this.page));
  }

  /** Another file stands here. */
  putChunk(chunk: string): void {
    this.endJoining();
    const container = this.containers.at(-1);
    if (container?.isDropped === false) container.blocks.push({ chunk });
  }

  /** A page ends here, as Word last showed it; boxes hang on the page of their paragraph. */
  turnPage(): void {
    if (this.around.length > 0) return;
    this.page++;
    this.hasPages = true;
  }

  private contain(kind: Container['kind'], blocks: Block[]): void {
    const isDropped = this.containers.at(-1)?.isDropped ?? false;
    this.containers.push({ kind, blocks, open: null, isDropped });
  }

  private blocks(): Block[] {
    return this.containers.at(-1)?.blocks ?? [];
  }

  /** Empty paragraphs are one object for each form: a document can have a million of them. */
  private kept(paragraph: StoryParagraph): StoryParagraph {
    if (paragraph.text !== '' || paragraph.anchors.length > 0) return paragraph;
    const key = `${paragraph.style}\n${paragraph.numId}\n${paragraph.level}`;
    const known = this.blanks.get(key);
    if (known === undefined) this.blanks.set(key, paragraph);
    return known ?? paragraph;
  }
}
