import { LIST_LEVELS, ListCounter } from '../../office/list-counter.ts';
import { OUTLINE_STYLE, type OdtStyles } from './styles.ts';

interface OpenList {
  readonly style: string;
  readonly counter: ListCounter;
}

interface OpenItem {
  /** Whether its number still waits for the item's first paragraph. */
  waits: boolean;
  readonly start: number | null;
}

/** Counts the numbers of lists and headings while a document is read from front to back. */
export class OdtLists {
  private readonly styles: OdtStyles;
  private readonly open: OpenList[] = [];
  private readonly items: OpenItem[] = [];
  private readonly byId = new Map<string, OpenList>();
  private readonly lastOfStyle = new Map<string, OpenList>();
  private readonly outline = new ListCounter();

  constructor(styles: OdtStyles) {
    this.styles = styles;
  }

  openList(attributes: Readonly<Record<string, string>>): void {
    const around = this.open.at(-1);
    const outer = this.items.at(-1);
    if (outer !== undefined) outer.waits = false;
    const style = attributes['text:style-name'] ?? around?.style ?? '';
    if (around !== undefined) {
      this.open.push({ style, counter: around.counter });
      return;
    }
    const named = this.byId.get(attributes['text:continue-list'] ?? '');
    const before = attributes['text:continue-numbering'] === 'true' ? this.lastOfStyle.get(style) : undefined;
    const list = { style, counter: (named ?? before)?.counter ?? new ListCounter() };
    this.open.push(list);
    const id = attributes['xml:id'];
    if (id !== undefined) this.byId.set(id, list);
    this.lastOfStyle.set(style, list);
  }

  closeList(): void {
    this.open.pop();
  }

  openItem(attributes: Readonly<Record<string, string>>, isNumbered: boolean): void {
    const start = attributes['text:start-value'];
    this.items.push({ waits: isNumbered, start: start === undefined ? null : Number(start) || 0 });
  }

  closeItem(): void {
    this.items.pop();
  }

  /** The number of the paragraph that begins here, as the first one of an item; null for none. */
  numberOfItem(): string | null {
    const list = this.open.at(-1);
    const item = this.items.at(-1);
    const level = this.open.length - 1;
    if (list === undefined || item === undefined || !item.waits || level >= LIST_LEVELS) return null;
    item.waits = false;
    if (item.start !== null) list.counter.restart(level, item.start);
    list.counter.next(level, this.styles.startOf(list.style, level));
    return this.styles.labelOf(list.style, level, list.counter);
  }

  /** Whether paragraphs here stand in an item. */
  get isInItem(): boolean {
    return this.items.length > 0;
  }

  /** The number of a heading of `level`, from 1. */
  numberOfHeading(level: number, attributes: Readonly<Record<string, string>>): string | null {
    const index = level - 1;
    if (index < 0 || index >= LIST_LEVELS || attributes['text:is-list-header'] === 'true') return null;
    const start = this.styles.startOf(OUTLINE_STYLE, index);
    if (attributes['text:restart-numbering'] === 'true') {
      this.outline.restart(index, Number(attributes['text:start-value'] ?? start) || 0);
    }
    this.outline.next(index, start);
    return this.styles.labelOf(OUTLINE_STYLE, index, this.outline);
  }
}
