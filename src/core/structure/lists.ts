import { CharacterSet } from '../text/character-set.ts';
import { NextOf } from '../text/next-of.ts';
import type { Span } from '../text/span.ts';
import { trimEnd, trimStart } from './blanks.ts';
import { Bodies } from './bodies.ts';
import {
  findEnumerators,
  type BodyParagraph,
  type Enumerator,
  type ItemMarks,
  type ItemStyle,
} from './enumerators.ts';
import type { Measure } from './speech.ts';
import { Upcoming } from './upcoming.ts';

/** A measure as far as its list tells it. */
export type ListedMeasure = Omit<Measure, 'own'>;

/** The lists of one speech. */
export interface Lists {
  readonly measures: readonly ListedMeasure[];
  readonly lists: readonly ListRun[];
}

/** One list while it is read, and after. */
export interface ListRun {
  readonly family: ItemStyle;
  readonly style: ItemStyle;
  readonly level: number;
  /** Index of the enclosing measure; null on level 1. */
  readonly parent: number | null;
  /** Indices of its measures. */
  readonly items: readonly number[];
  /** Index of the paragraph in which it begins. */
  readonly paragraph: number;
}

interface OpenList extends ListRun {
  readonly index: number;
  readonly items: number[];
  /** Number of the last item. */
  last: number;
  /** Paragraph of the last item, and whether that item leads it. */
  lastParagraph: number;
  leads: boolean;
}

interface OpenMeasure extends ListedMeasure {
  end: number;
}

/** A typist skips this many numbers at most. */
const SKIPPED_MOST = 3;
/** Styles that divide a text from outside in; the others nest as they come. */
const RANKS: Partial<Readonly<Record<ItemStyle, number>>> = { chapter: 0, section: 1, article: 2, han: 3 };
const RANK_LOWEST = 9;
/** One item of these styles is a list even alone. */
const ALONE: ReadonlySet<ItemStyle> = new Set(['shi', 'qi', 'chapter', 'section', 'article']);
/** So is one of these when it is a heading: a single （一） in front of a sentence is a remnant. */
const ALONE_AS_HEADING: ReadonlySet<ItemStyle> = new Set(['han', 'han-bracket']);
/** Lists of these styles run through several paragraphs of prose, begun in the middle of one. */
const IN_PROSE: ReadonlySet<ItemStyle> = new Set(['shi', 'qi', 'di', 'sequence']);
/** Regulations count these on through their chapters, and a new one needs no predecessor. */
const COUNTED_THROUGH: ReadonlySet<ItemStyle> = new Set(['chapter', 'section', 'article']);

/**
 * Reads the lists of one speech from its body: which ordinals begin items, how lists nest (by the order in which styles
 * appear, not by a fixed table), where one ends and the next starts anew. Linear time.
 */
export function readLists(text: string, paragraphs: readonly BodyParagraph[], marks: ItemMarks): Lists {
  const enumerators = findEnumerators(text, paragraphs, marks);
  return new ListReader(
    text,
    paragraphs,
    enumerators,
    marks,
    Upcoming.of(enumerators),
    new Bodies(text),
  ).read();
}

class ListReader {
  private readonly lists: OpenList[] = [];
  private readonly measures: OpenMeasure[] = [];
  private readonly stack: OpenList[] = [];
  private readonly sentenceEnds: NextOf;

  constructor(
    private readonly text: string,
    private readonly paragraphs: readonly BodyParagraph[],
    private readonly enumerators: readonly Enumerator[],
    private readonly marks: ItemMarks,
    private readonly upcoming: Upcoming,
    private readonly bodies: Bodies,
  ) {
    this.sentenceEnds = new NextOf(text, SENTENCE_ENDS);
  }

  read(): Lists {
    let next = 0;
    this.paragraphs.forEach((paragraph, index) => {
      const goesOn = this.marks.begins.get(paragraph.lineStart) === false;
      if (!goesOn) this.endInlineLists(index);
      const leading = this.enumerators[next];
      const placed = leading?.paragraph === index && leading.leads && this.place(leading, next);
      if (leading?.paragraph === index && leading.leads) {
        this.upcoming.pass(next);
        next++;
      }
      if (!placed && goesOn) this.placeContinued(paragraph);
      else if (!placed) this.placeProse(paragraph);
      for (; this.enumerators[next]?.paragraph === index; next++) {
        this.placeInline(this.enumerators[next] as Enumerator, next);
        this.upcoming.pass(next);
      }
    });
    return {
      lists: this.lists,
      // Each member by name: taking the rest of an object costs ten times as much.
      measures: this.measures.map(({ marker, ordinal, level, list, parent, heading, span, end }) => ({
        marker,
        ordinal,
        level,
        list,
        parent,
        heading,
        span: end === span.end ? span : { start: span.start, end },
      })),
    };
  }

  /** A list that stands inside one paragraph ends with it, unless its next item is still to come. */
  private endInlineLists(paragraph: number): void {
    for (let top = this.stack.at(-1); top !== undefined; top = this.stack.at(-1)) {
      if (top.leads || top.lastParagraph >= paragraph || this.goesOn(top)) return;
      this.stack.pop();
    }
  }

  /** Whether an item that continues the list is still to come. */
  private goesOn(list: OpenList): boolean {
    const leading = this.upcoming.leading(list.family);
    if (leading !== null && isNext(list, leading, SKIPPED_MOST)) return true;
    const any = this.upcoming.any(list.family);
    return any !== null && !any.weak && isNext(list, any, 1);
  }

  /** Text without an ordinal: it goes on with the innermost item that is not over, or ends the lists. */
  private placeProse(paragraph: BodyParagraph): void {
    for (let top = this.stack.at(-1); top !== undefined; top = this.stack.at(-1)) {
      const item = top.items.at(-1) as number;
      const claimed = paragraph.heading === 0 && this.bodies.claims(top.items, top.style, paragraph);
      if (this.goesOn(top) || claimed) {
        this.bodies.add(item);
        this.extend(paragraph.end);
        return;
      }
      this.stack.pop();
    }
  }

  /** Text that the user says goes on with what is before. */
  private placeContinued(paragraph: BodyParagraph): void {
    const item = this.stack.at(-1)?.items.at(-1);
    if (item === undefined) return;
    this.bodies.add(item);
    this.extend(paragraph.end);
  }

  private place(enumerator: Enumerator, index: number): boolean {
    if (!enumerator.said) return this.placeLeading(enumerator, index);
    if (enumerator.family !== 'position' && this.placeLeading(enumerator, index)) return true;
    return this.placeSaid(enumerator);
  }

  /** An item where the user says that one begins: of the list of its style, or without one of the innermost. */
  private placeSaid(enumerator: Enumerator): boolean {
    const list =
      enumerator.family === 'position'
        ? (this.findOpen((open) => open.leads) ?? this.stack.at(-1) ?? null)
        : this.findOpen((open) => open.family === enumerator.family);
    return list === null ? this.openList(enumerator, null) : this.addItem(list, enumerator);
  }

  private placeLeading(enumerator: Enumerator, index: number): boolean {
    const list =
      this.findOpen((open) => open.leads && isNext(open, enumerator, 1)) ??
      this.findOpen((open) => !open.leads && isNext(open, enumerator, 1));
    if (list !== null) return this.addItem(list, enumerator);
    if (enumerator.value === 1) return this.beginList(enumerator, index);
    const second = this.upcoming.after(index);
    const near = this.findOpen((open) => isNear(open, enumerator));
    if (near !== null) {
      // An article out of order, behind which the count goes on as before, is quoted and not enacted.
      const stray = COUNTED_THROUGH.has(near.style) && second !== null && isNext(near, second, 1);
      return !stray && this.addItem(near, enumerator);
    }
    const chained = second !== null && second.leads && second.value === (enumerator.value ?? 0) + 1;
    const amongArticles =
      COUNTED_THROUGH.has(enumerator.style) &&
      (second !== null || this.findOpen((open) => COUNTED_THROUGH.has(open.style)) !== null);
    if (enumerator.value === null || !(chained || amongArticles)) return false;
    return this.openList(
      enumerator,
      this.findOpen((open) => open.family === enumerator.family),
    );
  }

  private placeInline(enumerator: Enumerator, index: number): boolean {
    const here = this.findOpen(
      (open) => isNext(open, enumerator, 1) && open.lastParagraph === enumerator.paragraph,
    );
    const list = here ?? (enumerator.weak ? null : this.findOpen((open) => isNext(open, enumerator, 1)));
    if (list !== null) return this.addItem(list, enumerator);
    if (enumerator.value === 1) return this.beginInlineList(enumerator, index);
    const near = enumerator.weak
      ? null
      : this.findOpen(
          (open) => isNear(open, enumerator) && open.lastParagraph === enumerator.paragraph && !open.leads,
        );
    return near !== null && this.addItem(near, enumerator);
  }

  /** First items at the head of a paragraph. Where the style is open already, its list starts anew. */
  private beginList(enumerator: Enumerator, index: number): boolean {
    const second = this.upcoming.after(index);
    const alone =
      ALONE.has(enumerator.style) ||
      (ALONE_AS_HEADING.has(enumerator.style) && this.isHeading(enumerator.paragraph));
    if (!alone && !(second !== null && isSecond(enumerator, second))) return false;
    const previous = this.findOpen((open) => open.family === enumerator.family);
    return this.openList(enumerator, previous);
  }

  /** First items inside a paragraph need a second one: there, or (behind a full stop) further on. */
  private beginInlineList(enumerator: Enumerator, index: number): boolean {
    const second = this.upcoming.after(index);
    if (second === null || !isSecond(enumerator, second)) return false;
    const here = second.paragraph === enumerator.paragraph && !second.leads;
    if (!here) {
      const awaited = this.findOpen((open) => isNext(open, second, 1)) !== null;
      if (enumerator.weak || awaited || second.value !== 2 || !IN_PROSE.has(enumerator.style)) return false;
    }
    const previous = this.findOpen((open) => open.family === enumerator.family && !open.leads);
    return this.openList(enumerator, previous);
  }

  /** Opens a list in place of `previous` (at its level), or inside the innermost item that is not over. */
  private openList(enumerator: Enumerator, previous: OpenList | null): boolean {
    if (previous !== null) {
      this.closeDownTo(previous, enumerator);
      this.stack.pop();
    } else if (enumerator.leads) this.closeLower(enumerator);
    const parent = this.stack.at(-1)?.items.at(-1) ?? null;
    if (parent !== null) this.bodies.nest(parent);
    const list: OpenList = {
      index: this.lists.length,
      family: enumerator.family,
      style: enumerator.style,
      level: this.stack.length + 1,
      parent,
      items: [],
      paragraph: enumerator.paragraph,
      last: 0,
      lastParagraph: enumerator.paragraph,
      leads: enumerator.leads,
    };
    this.lists.push(list);
    this.stack.push(list);
    return this.addItem(list, enumerator);
  }

  /** A first 一、 does not nest in the 三是 above it, which is over. */
  private closeLower(enumerator: Enumerator): void {
    const rank = rankOf(enumerator.style);
    for (let top = this.stack.at(-1); top !== undefined; top = this.stack.at(-1)) {
      const inner = rank < rankOf(top.style);
      if (!inner || (this.goesOn(top) && !COUNTED_THROUGH.has(enumerator.style))) return;
      this.stack.pop();
    }
  }

  private addItem(list: OpenList, enumerator: Enumerator): boolean {
    this.closeDownTo(list, enumerator);
    const previous = list.items.at(-1);
    if (previous !== undefined) this.endBefore(previous, enumerator);
    const paragraph = this.paragraphs[enumerator.paragraph] as BodyParagraph;
    const ordinal = enumerator.value ?? list.last + 1;
    const index = this.measures.length;
    this.measures.push({
      span: { start: enumerator.start, end: paragraph.end },
      marker: { start: enumerator.start, end: enumerator.end },
      ordinal,
      level: list.level,
      list: list.index,
      parent: list.parent,
      heading: this.headingOf(enumerator, paragraph.end),
      end: paragraph.end,
    });
    list.items.push(index);
    list.last = ordinal;
    list.lastParagraph = enumerator.paragraph;
    list.leads = enumerator.leads;
    this.bodies.open(index, enumerator.end, paragraph.end);
    this.extend(paragraph.end);
    return true;
  }

  /** Ends all lists inside `list`'s last item. */
  private closeDownTo(list: OpenList, enumerator: Enumerator): void {
    for (let top = this.stack.at(-1); top !== undefined && top !== list; top = this.stack.at(-1)) {
      this.endBefore(top.items.at(-1) as number, enumerator, true);
      this.stack.pop();
    }
    if (list.items.length > 0) this.endBefore(list.items.at(-1) as number, enumerator, true);
  }

  /** An item ends before the next of its list; `atMost` leaves an item that ended earlier as it is. */
  private endBefore(item: number, enumerator: Enumerator, atMost = false): void {
    const measure = this.measures[item] as OpenMeasure;
    const before = enumerator.leads
      ? (this.paragraphs[enumerator.paragraph - 1] as BodyParagraph).end
      : trimEnd(this.text, measure.marker.end, enumerator.start);
    measure.end = atMost ? Math.min(measure.end, before) : before;
  }

  /** What is added to an item is added to those around it. */
  private extend(end: number): void {
    for (const list of this.stack) {
      const measure = this.measures[list.items.at(-1) as number] as OpenMeasure;
      measure.end = Math.max(measure.end, end);
    }
  }

  /** The sentence that an item begins with, its full stop included. */
  private headingOf(enumerator: Enumerator, end: number): Span {
    const start = trimStart(this.text, enumerator.end, end);
    return { start, end: Math.min(end, this.sentenceEnds.in(start, end) + 1) };
  }

  private isHeading(paragraph: number): boolean {
    const { end } = this.paragraphs[paragraph] as BodyParagraph;
    return !'。！？；!?;.'.includes(this.text.charAt(end - 1));
  }

  private findOpen(fits: (list: OpenList) => boolean): OpenList | null {
    return this.stack.findLast(fits) ?? null;
  }
}

const SENTENCE_ENDS = new CharacterSet('。！？；');

/** Whether `enumerator` is the list's next item, or one of the next `reach` (or the last one's number once more). */
function isNext(list: OpenList, enumerator: Enumerator, reach: number): boolean {
  if (list.family !== enumerator.family) return false;
  if (enumerator.value === null) return list.style === 'sequence' || list.style === 'position';
  const step = enumerator.value - list.last;
  if (reach > 1 && COUNTED_THROUGH.has(enumerator.style)) return step >= 0;
  return (step >= 1 && step <= reach) || (reach > 1 && step === 0 && enumerator.value > 1);
}

/** Whether `enumerator` belongs to the list in spite of a skipped, repeated or transposed number. */
function isNear(list: OpenList, enumerator: Enumerator): boolean {
  if (list.family !== enumerator.family || enumerator.value === null) return false;
  return COUNTED_THROUGH.has(enumerator.style) || Math.abs(enumerator.value - list.last) <= SKIPPED_MOST;
}

function isSecond(first: Enumerator, second: Enumerator): boolean {
  if (first.style === 'sequence')
    return second.value === 2 || (second.value === 3 && second.style === 'sequence');
  return second.value === 2 || second.value === 3;
}

function rankOf(style: ItemStyle): number {
  return RANKS[style] ?? RANK_LOWEST;
}
