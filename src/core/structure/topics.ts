import type { Span } from '../text/span.ts';
import type { ListRun } from './lists.ts';
import { simplify } from './simplified.ts';
import type { ListTopic, Measure, MeasureList } from './speech.ts';

const PROBLEMS = [
  '问题',
  '不足',
  '短板',
  '差距',
  '表现在',
  '表现为',
  '困难',
  '弱项',
  '薄弱',
  '症结',
  '原因',
  '教训',
];
const MEASURES = [
  ...[
    '措施',
    '工作',
    '打算',
    '下一步',
    '整改',
    '做法',
    '建议',
    '任务',
    '重点',
    '抓好',
    '做好',
    '举措',
    '计划',
    '将',
    '着力',
    '安排',
  ],
];
/** How the headings of problems sound; those of measures have none of these. */
const LACKING = [
  '不强',
  '不高',
  '不足',
  '不够',
  '不大',
  '不快',
  '不到位',
  '不解放',
  '不深',
  '不实',
  '不严',
  '不力',
  '缺失',
  '缺乏',
  '滞后',
  '标准低',
  '欠缺',
  '薄弱',
  '不多',
  '不新',
  '不优',
];
/** How the headings of measures sound. */
const DOING = [
  '进一步',
  '加强',
  '强化',
  '坚持',
  '改进',
  '提高',
  '提升',
  '健全',
  '推进',
  '推动',
  '完善',
  '深化',
  '加快',
  '落实',
  '开展',
  '抓',
  '建立',
  '优化',
];
/** Longest lead-in that is kept, in characters. */
const LEAD_IN_MOST = 200;
/** So many items tell what a list is about. */
const ITEMS_READ = 5;

/** What each list of a speech is about, and what announces it. Linear time. */
export function readTopics(
  text: string,
  paragraphs: readonly Span[],
  lists: readonly ListRun[],
  measures: readonly Measure[],
): readonly MeasureList[] {
  return lists.map((list) => {
    const leadIn = findLeadIn(text, paragraphs, measures, list);
    const parent = list.parent === null ? undefined : measures[list.parent];
    const sound = topicOfItems(text, measures, list);
    // Items that name what is lacking are problems, whatever was announced.
    const topic =
      sound === 'problem'
        ? sound
        : ((leadIn && topicOf(text, leadIn)) ??
          (parent === undefined ? null : topicOf(text, parent.heading)) ??
          sound);
    return { topic, leadIn };
  });
}

/** The sentence before a list's first item, unless it belongs to another item. */
function findLeadIn(
  text: string,
  paragraphs: readonly Span[],
  measures: readonly Measure[],
  list: ListRun,
): Span | null {
  const index = list.items[0] as number;
  const first = measures[index] as Measure;
  const own = paragraphs[list.paragraph] as Span;
  const parent = list.parent === null ? null : (measures[list.parent] as Measure);
  const inline = first.span.start > own.start;
  const before = inline ? own : paragraphs[list.paragraph - 1];
  if (before === undefined) return null;
  const start = Math.max(before.start, parent?.marker.end ?? 0);
  const end = inline ? first.span.start : before.end;
  for (let at: number | null = index - 1; at !== null && at >= 0;) {
    const { span, parent: around } = measures[at] as Measure;
    if (span.end > start && span.end <= first.span.start) return null;
    at = around;
  }
  return lastSentence(text, start, end);
}

/** The last sentence of `[start, end)`; null when there is none. */
function lastSentence(text: string, start: number, end: number): Span | null {
  let at = end - 1;
  while (at > start && end - at < LEAD_IN_MOST && !'。！？'.includes(text.charAt(at - 1))) at--;
  return at >= start && end > start ? { start: Math.max(at, start), end } : null;
}

/** Whichever is spoken of last: 针对这些问题，采取以下措施 announces measures. */
function topicOf(text: string, { start, end }: Span): ListTopic | null {
  const words = simplify(text.slice(Math.max(start, end - LEAD_IN_MOST), end));
  const problem = Math.max(...PROBLEMS.map((word) => words.lastIndexOf(word)));
  const measure = Math.max(...MEASURES.map((word) => words.lastIndexOf(word)));
  if (problem === measure) return null;
  return problem > measure ? 'problem' : 'measure';
}

function topicOfItems(text: string, measures: readonly Measure[], list: ListRun): ListTopic | null {
  const read = list.items.slice(0, ITEMS_READ);
  const headings = read.map((index) => {
    const { start, end } = (measures[index] as Measure).heading;
    return simplify(text.slice(start, Math.min(end, start + LEAD_IN_MOST)));
  });
  const most = (words: readonly string[]) =>
    headings.filter((heading) => words.some((word) => heading.includes(word))).length * 2 > read.length;
  if (most(LACKING)) return 'problem';
  return most(DOING) ? 'measure' : null;
}
