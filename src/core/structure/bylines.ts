import { readOrdinal } from '../text/ordinals.ts';
import { isBlank, trimEnd, trimStart } from './blanks.ts';
import { isName, mayBeName, surnameLength } from './names.ts';
import { endsAsPosition, endsAsRole } from './positions.ts';
import { simplify } from './simplified.ts';

/** Who speaks, as a line of its own says it. */
export interface Byline {
  /** The name alone, its inner spaces removed; empty where only the body is named. */
  readonly speaker: string;
  readonly role: string;
  /** Whether the words alone prove it: a role before the name, a label. A name alone needs a title above it. */
  readonly certain: boolean;
}

/** Who speaks, as the beginning of a paragraph of minutes says it: `李某（区财政局局长）：`. */
export interface Turn extends Byline {
  /** Where what is said begins, behind the colon. */
  readonly end: number;
}

/** Longest byline and longest beginning of a turn, in characters. */
const BYLINE_MOST = 60;
/** Longest position that follows a name without a space (李四副局长), in characters. */
const TITLE_MOST = 5;
const LABELS = [
  ...[
    '作者系',
    '作者为',
    '作者',
    '发言人',
    '汇报人',
    '报告人',
    '主讲人',
    '演讲人',
    '讲话人',
    '宣讲人',
    '撰稿人',
    '撰稿',
    '供稿',
    '执笔人',
    '执笔',
    '交流人',
  ],
  ...[
    '致辞人',
    '致词人',
    '述职人',
    '发言者',
    '讲述人',
    '主讲',
    '发言',
    '汇报',
    '整理',
    '文/',
    '文｜',
    '文|',
    'By ',
    'by ',
  ],
];
/** A body speaks, and no name is given. */
const BODY_LABELS = ['发言单位', '汇报单位', '交流单位', '报告单位', '作者单位', '供稿单位'];
/** Who speaks in minutes and interviews without a name. */
const NAMELESS = ['主持人', '记者', '书记员'];
const COURTESIES = ['同志', '先生', '女士'];
const OPEN = '（(【[〔';
const CLOSE = '）)】]〕';
/** None of these stands in a role or a name. */
const PROSE_MARKS = '，,。．；;！!？?：:“”"《》…';
const DATE_CHARACTERS =
  '0123456789０１２３４５６７８９〇零一二三四五六七八九十年月日号號至星期上下午-－—/.．时 ';

/** Reads a paragraph that names a speaker and says nothing else; null for any other. Constant time. */
export function readByline(text: string, start: number, end: number): Byline | null {
  if (end - start > BYLINE_MOST) return null;
  const words = withoutNumber(plain(text.slice(start, end)));
  const bracketed = OPEN.includes(words.charAt(0)) && closesAtEnd(words);
  const inner = bracketed ? words.slice(1, -1).trim() : words;
  const labelled = readLabelled(inner) ?? readRoleAndColon(inner);
  if (labelled !== null) return labelled;
  if (!bracketed) return readPerson(inner);
  const parts = inner.split(/[，,]/).filter((part) => !isDate(part));
  const person = parts.length === 1 ? readPerson((parts[0] as string).trim()) : null;
  if (person !== null || parts.length !== 1) return person;
  return endsAsRole(inner) && !holdsProse(inner) ? { speaker: '', role: inner, certain: false } : null;
}

/** Reads who speaks where the paragraph `[start, end)` begins as a turn of minutes does; null where it does not. Constant time. */
export function readTurn(text: string, start: number, end: number): Turn | null {
  const most = Math.min(end, start + BYLINE_MOST);
  let colon = start;
  while (colon < most && text[colon] !== '：' && text[colon] !== ':') colon++;
  if (colon >= most) return null;
  const words = plain(text.slice(start, colon));
  if (words === '') return null;
  let body = colon + 1;
  while (body < end && (isBlank(text.charCodeAt(body)) || text[body] === '*' || text[body] === '_')) body++;
  if (NAMELESS.includes(simplify(words))) return { speaker: words, role: '', certain: true, end: body };
  const person = readPerson(words);
  return person === null ? null : { ...person, end: body };
}

/** Whether `words` is a date and nothing else, in brackets or not: （2019年5月6日）, 二〇一九年五月. */
export function isDate(words: string): boolean {
  let bare = words.trim();
  if (OPEN.includes(bare.charAt(0)) && closesAtEnd(bare)) bare = bare.slice(1, -1);
  if (bare === '' || bare.length > 32) return false;
  let digits = 0;
  for (const character of bare) {
    if (!DATE_CHARACTERS.includes(character) && !isBlank(character.charCodeAt(0))) return false;
    if ('0123456789〇一二三四五六七八九０'.includes(character)) digits++;
  }
  return digits >= 3 && (bare.includes('年') || bare.includes('月') || digits >= 6);
}

function readLabelled(words: string): Byline | null {
  const simple = simplify(words);
  for (const label of [...BODY_LABELS, ...LABELS]) {
    if (!simple.startsWith(label)) continue;
    let at = label.length;
    const gap = at;
    while (at < words.length && (words[at] === ' ' || words[at] === '：' || words[at] === ':')) at++;
    const divided = at > gap || !/[人者位稿讲言报理笔]$/.test(label);
    if (!divided || at >= words.length) continue;
    const rest = words.slice(at).trim();
    if (BODY_LABELS.includes(label)) {
      return holdsProse(rest) ? null : { speaker: '', role: rest, certain: true };
    }
    const person = readPerson(rest) ?? readForeigner(rest);
    if (person !== null) return { ...person, certain: true };
  }
  return null;
}

/** `区应急局局长：安卫国` */
function readRoleAndColon(words: string): Byline | null {
  const colon = words.search(/[：:]/u);
  if (colon < 0) return null;
  const role = words.slice(0, colon).trim();
  const speaker = close(words.slice(colon + 1));
  const named = isName(speaker) && endsAsPosition(role) && !holdsProse(role) && !NAMELESS.includes(role);
  return named ? { speaker, role, certain: true } : null;
}

/** Reads a name with or without the role, in any of the usual orders; null when `words` is something else. */
function readPerson(words: string): Byline | null {
  const bracket = readTrailingBracket(words);
  if (bracket === null) return readBare(words);
  const { outer, inner } = bracket;
  if (isName(close(inner)) && endsAsRole(outer) && !holdsProse(outer)) {
    return { speaker: close(inner), role: outer, certain: true };
  }
  const person = readBare(outer);
  if (person === null) return null;
  const role = endsAsRole(inner) && !holdsProse(inner) ? inner : '';
  if (role === '') return person;
  return { speaker: person.speaker, role: person.role === '' ? role : person.role, certain: true };
}

function readBare(words: string): Byline | null {
  if (words === '' || holdsProse(words)) return null;
  const person = withoutCourtesy(words);
  return readSpaced(person) ?? readUnspaced(person) ?? readRoleAndForeigner(person);
}

/** `区财政局局长 李四`, `李四 区财政局局长`, `徐　伟`, `张三 李四`. */
function readSpaced(words: string): Byline | null {
  const parts = words.split(/[ 、]/).filter((part) => part !== '');
  const spelled = spelledNameLength(parts);
  if (spelled > 0) {
    const role = roleBefore(words, parts.slice(parts.length - spelled));
    return withRole(close(parts.slice(parts.length - spelled).join('')), role);
  }
  const names: string[] = [];
  while (names.length < parts.length && isName(parts[parts.length - 1 - names.length] as string)) {
    names.unshift(parts[parts.length - 1 - names.length] as string);
  }
  if (names.length > 0) {
    const byline = withRole(names.join('、'), roleBefore(words, names));
    if (byline !== null) return byline;
  }
  const last = parts.at(-1) as string | undefined;
  const gap = words.lastIndexOf(' ');
  if (last !== undefined && gap > 0 && mayBeName(last) && endsAsPosition(words.slice(0, gap))) {
    return { speaker: last, role: words.slice(0, gap).trim(), certain: true };
  }
  const first = parts[0];
  const rest = words.slice(words.indexOf(' ') + 1).trim();
  return first !== undefined &&
    parts.length > 1 &&
    words.startsWith(`${first} `) &&
    isName(first) &&
    endsAsRole(rest)
    ? { speaker: first, role: rest, certain: true }
    : null;
}

/** `区财政局局长李四`, `李四局长`. */
function readUnspaced(words: string): Byline | null {
  for (let length = 4; length >= 2; length--) {
    const role = words.slice(length);
    if (role.length <= TITLE_MOST && isName(words.slice(0, length)) && endsAsPosition(role)) {
      return { speaker: words.slice(0, length), role, certain: true };
    }
  }
  for (let length = Math.min(words.length - 2, 4); length >= 2; length--) {
    const role = words.slice(0, -length);
    const name = words.slice(-length);
    if (isName(name) && endsAsPosition(role)) return { speaker: name, role, certain: true };
  }
  return null;
}

function withRole(speaker: string, role: string): Byline | null {
  if (role === '') return { speaker, role, certain: false };
  return endsAsRole(role) ? { speaker, role, certain: true } : null;
}

/** How many of the last parts spell one name: 温 家 宝 is three; 0 when they do not. */
function spelledNameLength(parts: readonly string[]): number {
  let length = 0;
  while (length < parts.length && length < 3 && (parts[parts.length - 1 - length] as string).length === 1)
    length++;
  const compound = parts[parts.length - 1 - length];
  if (length >= 1 && compound !== undefined && compound.length === 2) {
    const words = compound + parts.slice(parts.length - length).join('');
    if (isName(words) && !isName(compound)) return length + 1;
  }
  const pair = parts.slice(-2);
  if (length === 0 && pair.length === 2 && pair[0]?.length === 2 && surnameLength(pair[0]) === 2) {
    return isName(pair.join('')) ? 2 : 0;
  }
  while (length >= 2 && !isName(parts.slice(parts.length - length).join(''))) length--;
  return length >= 2 ? length : 0;
}

/** What stands in `words` before its last parts `tail`. */
function roleBefore(words: string, tail: readonly string[]): string {
  let end = words.length;
  for (const part of [...tail].reverse()) end = words.lastIndexOf(part, end - 1);
  while (end > 0 && ' 、'.includes(words.charAt(end - 1))) end--;
  return words.slice(0, end);
}

/** `市商务局局长 Li Ming` */
function readRoleAndForeigner(words: string): Byline | null {
  const latin = words.search(/[A-Z]/u);
  const role = words.slice(0, Math.max(latin, 0)).trim();
  const person = role !== '' && endsAsPosition(role) ? readForeigner(words.slice(latin)) : null;
  return person === null ? null : { ...person, role, certain: true };
}

function readForeigner(words: string): Byline | null {
  const parts = words.split(' ');
  const proper =
    parts.length >= 2 && parts.length <= 4 && parts.every((part) => /^[A-Z][A-Za-z.'-]*$/.test(part));
  return proper ? { speaker: words, role: '', certain: false } : null;
}

function readTrailingBracket(words: string): { outer: string; inner: string } | null {
  if (!CLOSE.includes(words.charAt(words.length - 1))) return null;
  for (let at = words.length - 2; at > 0; at--) {
    if (OPEN.includes(words.charAt(at))) {
      return { outer: words.slice(0, at).trim(), inner: words.slice(at + 1, -1).trim() };
    }
  }
  return null;
}

/** `一、市商务局局长 李四` numbers a contribution. */
function withoutNumber(words: string): string {
  const ordinal = readOrdinal(words, 0);
  const numbered = ordinal?.style === 'han' || ordinal?.style === 'han-bracket';
  return ordinal !== null && numbered ? words.slice(ordinal.end).trim() : words;
}

function withoutCourtesy(words: string): string {
  const courtesy = COURTESIES.find((each) => words.endsWith(each) && words.length >= each.length + 2);
  return courtesy === undefined ? words : words.slice(0, -courtesy.length).trim();
}

function closesAtEnd(words: string): boolean {
  for (let at = 1; at < words.length; at++) {
    if (CLOSE.includes(words.charAt(at))) return at === words.length - 1;
  }
  return false;
}

function holdsProse(words: string): boolean {
  for (const mark of PROSE_MARKS) if (words.includes(mark)) return true;
  return false;
}

/** Without white space inside. */
function close(words: string): string {
  let closed = '';
  for (const character of words) if (!isBlank(character.charCodeAt(0))) closed += character;
  return closed;
}

/** Each run of white space as one space, marks of emphasis removed. Only short strings come here. */
function plain(words: string): string {
  let simple = '';
  for (const character of words) {
    if (character === '*' || character === '_') continue;
    const blank = isBlank(character.charCodeAt(0));
    if (!blank) simple += character;
    else if (!simple.endsWith(' ')) simple += ' ';
  }
  return simple.slice(trimStart(simple, 0, simple.length), trimEnd(simple, 0, simple.length));
}
