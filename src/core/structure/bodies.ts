import { CharacterSet } from '../text/character-set.ts';
import { NextOf } from '../text/next-of.ts';
import type { Span } from '../text/span.ts';
import { trimStart } from './blanks.ts';
import type { ItemStyle } from './enumerators.ts';
import { isSalutation } from './salutations.ts';
import { simplify } from './simplified.ts';

/** What an item's own paragraph holds: a heading without a full stop, one sentence, or more. */
type Form = 'heading' | 'sentence' | 'text';

interface Body {
  readonly form: Form;
  /** Paragraphs that followed its own. */
  paragraphs: number;
  nested: boolean;
}

/** Text that begins so closes the speech or leads on; no last item's body does. */
const CLOSINGS = [
  ...[
    '下一步',
    '今后',
    '同志们',
    '各位',
    '总之',
    '以上',
    '谢谢',
    '特此',
    '最后',
    '我的发言',
    '我的汇报',
    '上述',
    '综上',
    '汇报完毕',
    '发言完毕',
  ],
  ...['面对', '接下来', '针对', '新的一年'],
];
const FAREWELL_MOST = 20;

/**
 * Knows which following paragraphs belong to a list's last item. The items before it show the pattern: where their own
 * paragraph is but a heading and a body follows, so it is with the last one.
 */
export class Bodies {
  private readonly bodies = new Map<number, Body>();

  private readonly fullStops: NextOf;

  constructor(private readonly text: string) {
    this.fullStops = new NextOf(text, FULL_STOPS);
  }

  /** Item `item` has begun; its own text is `[start, end)`. */
  open(item: number, start: number, end: number): void {
    this.bodies.set(item, { form: this.formOf(start, end), paragraphs: 0, nested: false });
  }

  /** A paragraph more was added to `item`. */
  add(item: number): void {
    const body = this.bodies.get(item);
    if (body !== undefined) body.paragraphs++;
  }

  /** A list began inside `item`. */
  nest(item: number): void {
    const body = this.bodies.get(item);
    if (body !== undefined) body.nested = true;
  }

  /** Whether `paragraph` belongs to the last of `items`. */
  claims(items: readonly number[], style: ItemStyle, paragraph: Span): boolean {
    const last = this.bodies.get(items.at(-1) as number);
    if (last === undefined) return false;
    if (style === 'article' || style === 'chapter' || style === 'section') return true;
    if (last.form === 'text' || last.nested || this.isFarewell(paragraph)) return false;
    const pattern = this.patternBefore(items);
    if (pattern === null) return last.form === 'heading' && last.paragraphs === 0;
    // A sentence that nothing ends, among items that end theirs, was cut.
    if (last.form === 'heading' && last.paragraphs === 0 && this.endTheirs(items)) return true;
    if (last.paragraphs >= pattern) return false;
    return last.form === 'heading' && last.paragraphs === 0 ? true : !this.isClosing(paragraph);
  }

  /**
   * How many paragraphs follow the items before the last at most; 0 when most have none, null when there are no such
   * items. Items whose own paragraph has the last one's form tell more than others.
   */
  private patternBefore(items: readonly number[]): number | null {
    // The nearest items show the pattern well enough, and looking at them alone keeps long lists linear.
    const near = items
      .slice(Math.max(0, items.length - 1 - PATTERN_ITEMS), -1)
      .map((item) => this.bodies.get(item) as Body);
    if (near.length === 0) return null;
    const form = this.bodies.get(items.at(-1) as number)?.form;
    const alike = near.filter((body) => body.form === form);
    // A list inside is a body, too.
    const followers = (alike.length > 0 ? alike : near).map((body) =>
      Math.max(body.paragraphs, body.nested ? 1 : 0),
    );
    const followed = followers.filter((paragraphs) => paragraphs > 0).length;
    return followed * 2 >= followers.length ? Math.max(...followers) : 0;
  }

  /** Whether the items before the last all end as sentences in their own paragraphs. */
  private endTheirs(items: readonly number[]): boolean {
    const from = Math.max(0, items.length - 1 - PATTERN_ITEMS);
    return items.slice(from, -1).every((item) => this.bodies.get(item)?.form !== 'heading');
  }

  private formOf(start: number, end: number): Form {
    const last = this.text.charAt(end - 1);
    if (!'。！？；!?;”』）)'.includes(last)) return 'heading';
    const first = trimStart(this.text, start, end);
    return this.fullStops.in(first, end - 1) < end - 1 ? 'text' : 'sentence';
  }

  private isClosing({ start }: Span): boolean {
    const words = simplify(this.text.slice(start, start + FAREWELL_MOST));
    return CLOSINGS.some((closing) => words.startsWith(closing));
  }

  /** 各位代表！ and 谢谢大家！ are nobody's body. */
  private isFarewell({ start, end }: Span): boolean {
    if (end - start > FAREWELL_MOST) return false;
    const words = simplify(this.text.slice(start, end));
    return isSalutation(this.text, start, end) || words.includes('谢谢') || words.includes('完毕');
  }
}

const FULL_STOPS = new CharacterSet('。！？');

/** Items that are looked at for the pattern of a list. */
const PATTERN_ITEMS = 20;
