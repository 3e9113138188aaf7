import type { Span } from '../../text/span.ts';

/**
 * Names in a text: titles of laws, dates, sessions, organs, offices, measures of punishment. Whoever speaks of one must
 * call it so, and to share one, or a list of them, says little of copying.
 */

/** Longest title, organ and office, in UTF-16 units: longer ones are text. */
const NAME_MOST = 24;
const PATTERNS: readonly RegExp[] = [
  /《[^《》\n]{2,60}》/gu,
  /[\d〇○一二三四五六七八九十]{2,4}年(?:[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?)?/gu,
  /[^，。；：、\s《》]{0,8}第[\d一二三四五六七八九十百零〇]{1,4}届[^，。；：、\n]{2,24}第[\d一二三四五六七八九十百零〇]{1,4}次(?:全体)?会议(?:审议)?(?:通过|批准|修订|修正)?/gu,
  // Which departments have a duty, each in its own field.
  /(?:[^，。；：、]{2,12}、){2,30}[^，。；：、]{2,14}(?:部门|单位|机构)[^，。；：、]{0,8}(?:按照|依照|根据|在)?各自的?(?:职责|职能)(?:范围内|分工)?/gu,
  // Who punishes, and how: the words are the law's, whatever is punished.
  /由[^，。；：]{2,40}?(?:责\s?令[^，。；：]{2,12}|给予警告|处[^，。；：]{2,30}罚款)(?:[，；](?:并?可以)?[并单]?处以?[^，。；：]{2,30}罚款|，没收[^，。；：]{2,20}|[，；](?:拒不|逾期不)[^，。；：]{1,4}的，责\s?令[^，。；：]{2,12})*/gu,
];
/** Ends of the names of organs and offices. */
const ENDINGS =
  /(?:(?<![布格大全结开])局(?![面势部限级])|厅(?!级)|委员会|办公室|人民政府|人民法院|人民检察院|办事处|联合会|(?:主管|行政|管理|有关)部门|书记|主任|[局市区县镇部厅院]长|主席|代表(?!性)|检察长|秘书长)/gu;
const DELIMITERS = '，。；：、！？,;:!?（）()《》〈〉“”"\n\r\t 　';
/** No name has these in it: one that follows them begins there. */
const OUTSIDE_NAMES = '的了是由向应将把被按其并不';

/** The names in `text`, in any order; some may overlap. Linear time: each pattern is bounded. */
export function namesIn(text: string): readonly Span[] {
  const names: Span[] = [];
  for (const pattern of PATTERNS) {
    for (const { index, 0: name } of text.matchAll(pattern))
      names.push({ start: index, end: index + name.length });
  }
  for (const { index, 0: ending } of text.matchAll(ENDINGS)) {
    const end = index + ending.length;
    const start = beginOf(text, index);
    if (start !== null) names.push({ start, end });
  }
  return names;
}

/** Where a name begins that stands at the beginning of its clause or of an entry of a list; null where it does not. */
function beginOf(text: string, ending: number): number | null {
  for (let at = ending; ending - at <= NAME_MOST; at--) {
    const before = text.charAt(at - 1);
    if (at === 0 || DELIMITERS.includes(before) || OUTSIDE_NAMES.includes(before)) return at;
  }
  return null;
}
