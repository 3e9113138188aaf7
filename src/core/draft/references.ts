import { readHanNumeral } from '../text/ordinals.ts';
import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';
import type { ListChange } from './numbering.ts';
import type { Check } from './plan.ts';

/** 五项, 四个方面, 五个一, 三点; what precedes tells whether it points at a list. 三个代表 and its like are names. */
const COUNT =
  /(以上|上述|以下|下列|前述|如下)?(?<![第〇一二三四五六七八九十百两0-9０-９])([一二三四五六七八九十百两]{1,5}|[0-9０-９]{1,3}) ?(?:个一|(?:大|个)?(?:方面|问题|措施|举措|任务|要求|原则|环节|步骤)|项|点|条|步|类|种|个(?!代表|意识|自信|维护|全面|确立|务必|有利于))/gu;
/** 第三条, 第（二）项. 第二款 counts the paragraphs of an article, which have no ordinals. */
const REFERENCE =
  /第[（(]?([一二三四五六七八九十百]{1,5}|[0-9０-９]{1,3})[）)]?个?(条|章|节|项|点|方面|部分|类)/gu;
const PREVIOUS = /前款|前条|前项|上款|上条|上一条|上一项|上一款|前一条|前一项|前述/gu;
/** What counts parts of a regulation. */
const PARTS: Readonly<Record<string, string>> = { 条: 'article', 章: 'chapter', 节: 'section' };
const COUNTED_LEAST = 2;
/** The name of another law, right before what names a part of it: 《…》第三条, 所得税法第三条; but not 本法第三条. */
const ANOTHER = /(?:》|(?<!本)(?:法|条例|办法|规定|细则|章程))$/u;
/** UTF-16 units before a reference that are looked at for it. */
const NAME_REACH = 3;

/** What the words of a speech are looked at for. */
export interface ReferenceQuestion {
  readonly text: string;
  readonly speech: number;
  /** The speech. */
  readonly span: Span;
  /** The lists of which items go; one at least. */
  readonly changes: readonly ListChange[];
  /** What goes, and the ordinals at the heads of items; each in order and disjoint. */
  readonly removed: readonly Span[];
  readonly markers: readonly Span[];
  /** Whether what stands right before the paragraph or item that holds a place goes. */
  followsRemoval(at: number): boolean;
}

/**
 * The words of a speech that count the items of a changed list or name them by their ordinals, in order. What names another
 * document (《…》第三条, 所得税法第三条) is left out. Linear time.
 */
export function referencesIn(question: ReferenceQuestion): readonly Check[] {
  const { text, speech, span, changes, removed, markers } = question;
  const words = text.slice(span.start, span.end);
  const checks: Check[] = [];
  for (const found of words.matchAll(COUNT)) {
    const place = spanOf(found);
    const from = numberOf(found[2] ?? '');
    const change = changes.find(({ before }) => before === from);
    if (from < COUNTED_LEAST || (change === undefined && found[1] === undefined) || !isOpen(place)) continue;
    checks.push({ kind: 'count', span: place, speech, from, to: change?.after ?? null });
  }
  /** Where the last reference to another document ends: what follows at once (第六条第三项) is of that one, too. */
  let away = -1;
  for (const found of words.matchAll(REFERENCE)) {
    const place = spanOf(found);
    if (
      place.start === away ||
      ANOTHER.test(text.slice(Math.max(0, place.start - NAME_REACH), place.start))
    ) {
      away = place.end;
      continue;
    }
    const from = numberOf(found[1] ?? '');
    const to = targetOf(from, found[2] ?? '', changes);
    if (to === undefined || !isOpen(place) || beginsLine(text, place.start)) continue;
    checks.push({ kind: 'reference', span: place, speech, from, to });
  }
  for (const found of words.matchAll(PREVIOUS)) {
    const place = spanOf(found);
    if (isOpen(place) && question.followsRemoval(place.start))
      checks.push({ kind: 'previous', span: place, speech });
  }
  return checks;

  function spanOf(found: RegExpExecArray): Span {
    const start = span.start + found.index;
    return { start, end: start + found[0].length };
  }

  /** Whether a place stays, and is no item's own ordinal. */
  function isOpen(place: Span): boolean {
    return !touches(removed, place) && !touches(markers, place);
  }
}

/** Whether a place is the head of its line: an ordinal that begins no item, quoted perhaps, but no reference. */
function beginsLine(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && ' \t\u3000'.includes(text.charAt(start - 1))) start--;
  return start === 0 || text.charAt(start - 1) === '\n';
}

/** What becomes of the item that `from` names; undefined when it stays as it is, or no list has it. */
function targetOf(from: number, part: string, changes: readonly ListChange[]): number | null | undefined {
  const own = changes.filter(({ style }) => style === PARTS[part]);
  const change = (own.length > 0 ? own : changes).find(({ ordinals }) => ordinals.has(from));
  return change?.ordinals.get(from);
}

function touches(spans: readonly Span[], place: Span): boolean {
  const next = spans[partitionPoint(spans, ({ end }) => end <= place.start)];
  return next !== undefined && next.start < place.end;
}

function numberOf(words: string): number {
  if (words === '两') return 2;
  const han = readHanNumeral(words, 0);
  if (han !== null) return han.end === words.length ? han.value : 0;
  return Number(words.normalize('NFKC')) || 0;
}
