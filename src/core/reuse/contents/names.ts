import { CharacterSet } from '../../text/character-set.ts';
import type { Span } from '../../text/span.ts';

/**
 * Names in a text: titles of laws, dates, sessions, organs, offices, measures of punishment. Whoever speaks of one must
 * call it so, and to share one, or a list of them, says little of copying.
 */

/** Longest title, organ and office, in UTF-16 units: longer ones are text. */
const NAME_MOST = 24;
/** How names are written, each with words that it cannot do without: where one of these is missing, the pattern is not asked. */
const PATTERNS: readonly (readonly [needs: readonly string[], pattern: RegExp])[] = [
  [['《'], /《[^《》\n]{2,60}》/gu],
  [
    ['年'],
    /[\d〇○一二三四五六七八九十]{2,4}年(?:[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?)?/gu,
  ],
  [
    ['届', '会议'],
    /[^，。；：、\s《》]{0,8}第[\d一二三四五六七八九十百零〇]{1,4}届[^，。；：、\n]{2,24}第[\d一二三四五六七八九十百零〇]{1,4}次(?:全体)?会议(?:审议)?(?:通过|批准|修订|修正)?/gu,
  ],
  // Which departments have a duty, each in its own field.
  [
    ['各自'],
    /(?:[^，。；：、]{2,12}、){2,30}[^，。；：、]{2,14}(?:部门|单位|机构)[^，。；：、]{0,8}(?:按照|依照|根据|在)?各自的?(?:职责|职能)(?:范围内|分工)?/gu,
  ],
  // Who punishes, and how: the words are the law's, whatever is punished.
  [
    ['由'],
    /由[^，。；：]{2,40}?(?:责\s?令[^，。；：]{2,12}|给予警告|处[^，。；：]{2,30}罚款)(?:[，；](?:并?可以)?[并单]?处以?[^，。；：]{2,30}罚款|，没收[^，。；：]{2,20}|[，；](?:拒不|逾期不)[^，。；：]{1,4}的，责\s?令[^，。；：]{2,12})*/gu,
  ],
  // Whom one thanks and honours: nobody may be left out.
  [['向', '感谢'], /(?:我谨?代表[^，。]{2,20}，)?向[^。！？]{2,300}?感谢/gu],
  [['向', '敬意'], /(?:我谨?代表[^，。]{2,20}，)?向[^。！？]{2,300}?敬意/gu],
  // What goes by a name of its own: the “菜篮子”.
  [['“'], /“[^“”，。；\n]{2,10}”/gu],
];

/** The end of the name of an organ or office. */
interface Ending {
  readonly word: string;
  /** What must not stand before it, and behind it: then it is part of a word (布局, 局面). */
  readonly notAfter?: string;
  readonly notBefore?: string;
}

const ENDINGS: readonly Ending[] = [
  { word: '局', notAfter: '布格大全结开', notBefore: '面势部限级' },
  { word: '厅', notBefore: '级' },
  { word: '代表', notBefore: '性' },
  ...(
    '委员会 办公室 人民政府 人民法院 人民检察院 办事处 联合会 主管部门 行政部门 管理部门 有关部门 ' +
    '书记 主任 局长 市长 区长 县长 镇长 部长 厅长 院长 主席 检察长 秘书长'
  )
    .split(' ')
    .map((word) => ({ word })),
];
const DELIMITERS = '，。；：、！？,;:!?（）()《》〈〉“”"\n\r\t 　';
/** No name has these in it: one that follows them begins there. */
const OUTSIDE_NAMES = '的了是由向应将把被按其并不';
const BEFORE_NAMES = new CharacterSet(DELIMITERS + OUTSIDE_NAMES);

/** By the last UTF-16 unit of their words: the endings. */
const ENDINGS_BY_LAST = new Map<number, Ending[]>();
/** By UTF-16 unit: a bit for each pattern that needs a word which begins so, and one where an ending may end so. */
const SIGNS = new Uint16Array(0x10000);
const SIGN_OF_ENDING = 1 << PATTERNS.length;
for (const ending of ENDINGS) {
  const last = ending.word.charCodeAt(ending.word.length - 1);
  ENDINGS_BY_LAST.set(last, [...(ENDINGS_BY_LAST.get(last) ?? []), ending]);
  SIGNS[last] = SIGN_OF_ENDING;
}
for (const [index, [[need = '']]] of PATTERNS.entries()) SIGNS[need.charCodeAt(0)]! |= 1 << index;

/** The names in a unit of `text`, in any order; some may overlap. Linear time: each pattern is bounded. */
export function namesIn(text: string, unit: Span): readonly Span[] {
  const names: Span[] = [];
  const signs = addNamesOfOrgans(text, unit, names);
  if ((signs & (SIGN_OF_ENDING - 1)) === 0) return names;
  const own = text.slice(unit.start, unit.end);
  for (const [index, [needs, pattern]] of PATTERNS.entries()) {
    if ((signs & (1 << index)) === 0 || !needs.every((word) => own.includes(word))) continue;
    for (const { index: at, 0: name } of own.matchAll(pattern))
      names.push({ start: unit.start + at, end: unit.start + at + name.length });
  }
  return names;
}

/** Gives also the signs of all characters. */
function addNamesOfOrgans(text: string, unit: Span, names: Span[]): number {
  let signs = 0;
  let end = unit.start;
  for (let at = unit.start; at < unit.end; at++) {
    const code = text.charCodeAt(at);
    const sign = SIGNS[code] as number;
    if (sign === 0) continue;
    signs |= sign;
    if ((sign & SIGN_OF_ENDING) === 0) continue;
    for (const ending of ENDINGS_BY_LAST.get(code) ?? []) {
      if (at + 1 - ending.word.length < end || !endsWith(text, unit, at + 1, ending)) continue;
      end = at + 1;
      const start = beginOf(text, unit.start, end - ending.word.length);
      if (start !== null) names.push({ start, end });
      break;
    }
  }
  return signs;
}

/** Whether an ending stands in a unit of `text` right before `end`. */
function endsWith(text: string, unit: Span, end: number, { word, notAfter, notBefore }: Ending): boolean {
  const start = end - word.length;
  if (!text.startsWith(word, start)) return false;
  const isIn = (characters: string | undefined, at: number): boolean =>
    at >= unit.start && at < unit.end && characters?.includes(text.charAt(at)) === true;
  return !isIn(notAfter, start - 1) && !isIn(notBefore, end);
}

/** Where a name begins that stands at the beginning of its clause or of an entry of a list; null where it does not. */
function beginOf(text: string, from: number, ending: number): number | null {
  for (let at = ending; ending - at <= NAME_MOST; at--) {
    if (at === from || BEFORE_NAMES.has(text.charCodeAt(at - 1))) return at;
  }
  return null;
}
