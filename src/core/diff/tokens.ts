import { DIGIT, LATIN, LETTER, PUNCTUATION, SPACE, classOf, keyOf } from '../text/characters.ts';
import { endStrength } from '../text/clauses.ts';
import { graphemeStarts } from '../text/graphemes.ts';
import { endsEnglishSentence } from '../text/english-ordinals.ts';
import { type OrdinalStyle, readOrdinal } from '../text/ordinals.ts';
import type { Lexicon } from './lexicon.ts';
import { inOneScript, senseOf } from './scripts.ts';
import type { Span } from '../text/span.ts';
import { wordStarts } from './words.ts';

/** How good an edge is as the place where a difference begins or ends. */
export const EDGE = {
  insideWord: 0,
  word: 1,
  bracket: 2,
  listed: 3,
  clause: 4,
  sentence: 5,
  line: 6,
} as const;
export type Edge = (typeof EDGE)[keyof typeof EDGE];

export type TokenKind = 'ordinal' | 'punctuation' | 'space' | 'word' | 'character';

/** The smallest thing that is compared. The tokens of a text cover it, and no token cuts a grapheme. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** What it is compared as, a number of the lexicon. Tokens of one key are equal, at most different in form. */
  readonly key: number;
  /** Tokens of one key whose senses are given and differ are not equal: 發 and 髮, which are both 发. 0 for none. */
  readonly sense: number;
  /** The edge before the token. */
  readonly edge: Edge;
}

/** Whether two tokens of one key say something else all the same. */
export function sayOther(one: Token, other: Token): boolean {
  return one.sense !== other.sense && one.sense !== 0 && other.sense !== 0;
}

/** Whether the token says something; the others are form. */
export function isContent(token: Token): boolean {
  return token.kind === 'character' || token.kind === 'word';
}

/** The keys of what is form. The lexicon gives none of these numbers. */
export const KEY_OF_ORDINAL = 1;
const KEY_OF_PUNCTUATION = 2;
const KEY_OF_SPACE = 3;

/** Behind these an enumerator may begin an item that stands inline; the same as where text is folded. */
const BEFORE_ITEM = '。；：！？;:!?\n\r';
/** Behind these only an enumerator in words does (一是…，二是…); digits there are quantities. */
const BEFORE_WORDED_ITEM = '，,';
const WORDED: readonly OrdinalStyle[] = ['shi', 'qi', 'di', 'sequence', 'letter'];
/** Belong to a number, and change what it says: 1.5, 1,000, 8:30, 3/4. */
const WITHIN_NUMBER = '.,:/．：／';
/** Signs that say something and are no form: 5% is not 5, ≥ is not ≤. */
const MEANINGFUL = /[%‰‱％&＆@＠\p{Sc}\p{Sm}\p{So}]/u;
/** What kind of enumerator may begin at a place. */
type ItemExpected = 'none' | 'worded' | 'any';
/** Dashes by their looks, whatever Unicode says of them. */
const DASHES = '~～|｜';
const OPENERS = '“‘「『（(【[〔《〈';
const CLOSERS = '”’」』）)】]〕》〉"\'';

/** The tokens of `text`. Those of texts that are compared share one lexicon. Linear time. */
export function tokensOf(text: string, lexicon: Lexicon): readonly Token[] {
  const starts = graphemeStarts(text);
  const wordBegins = wordStarts(text, starts, lexicon);
  const tokens: Token[] = [];
  let expected: ItemExpected = 'any';
  /** The edge that the marks before have made. */
  let made: Edge = EDGE.line;
  for (let i = 0, next = 0; i + 1 < starts.length; i = next) {
    const read = readToken(text, starts, i, expected);
    next = read.next;
    const { kind } = read;
    const start = starts[i] as number;
    const end = starts[next] as number;
    const mark = text.charAt(start);
    // White space and what closes belong to the mark before them and hand its edge on.
    const attached = kind === 'space' || (kind === 'punctuation' && !OPENERS.includes(mark));
    const own = kind === 'character' && wordBegins[i] === 0 ? EDGE.insideWord : EDGE.word;
    const edge = attached ? EDGE.word : stronger(made, OPENERS.includes(mark) ? EDGE.bracket : own);
    const sense = kind === 'character' ? senseOf(text.charCodeAt(start)) : 0;
    tokens.push({ start, end, kind, key: keyOfToken(text, start, end, kind, lexicon), sense, edge });
    if (attached) {
      const behind = edgeBehind(text, start, end, kind);
      made = kind === 'space' || CLOSERS.includes(mark) ? stronger(made, behind) : behind;
      if (BEFORE_ITEM.includes(mark) || behind === EDGE.line) expected = 'any';
      else if (
        expected === 'none' &&
        (BEFORE_WORDED_ITEM.includes(mark) || endsEnglishSentence(text, starts[i] as number))
      )
        expected = 'worded';
    } else {
      made = EDGE.insideWord;
      if (kind !== 'punctuation') expected = 'none';
    }
  }
  return tokens;
}

function stronger(one: Edge, other: Edge): Edge {
  return one > other ? one : other;
}

/** Reads the token at grapheme `i`; `next` is the grapheme behind it. */
function readToken(
  text: string,
  starts: Uint32Array,
  i: number,
  expected: ItemExpected,
): { kind: TokenKind; next: number } {
  const at = starts[i] as number;
  if (expected !== 'none') {
    const next = endOfOrdinal(text, starts, i, expected);
    if (next !== null) return { kind: 'ordinal', next };
  }
  const kind = kindOf(text, at);
  let next = i + 1;
  if (kind === 'space') {
    while (next + 1 < starts.length && kindOf(text, starts[next] as number) === kind) next++;
  } else if (kind === 'word') {
    while (next + 1 < starts.length && goesOn(text, starts, next)) next++;
  }
  return { kind, next };
}

/** The grapheme behind the ordinal at grapheme `i`; null when there is none, or it would cut a grapheme. */
function endOfOrdinal(text: string, starts: Uint32Array, i: number, expected: ItemExpected): number | null {
  const ordinal = readOrdinal(text, starts[i] as number);
  if (ordinal === null || (expected === 'worded' && !WORDED.includes(ordinal.style))) return null;
  let next = i + 1;
  while ((starts[next] as number) < ordinal.end) next++;
  return starts[next] === ordinal.end ? next : null;
}

/** Whether the grapheme `i` carries on the number or Latin word before it. */
function goesOn(text: string, starts: Uint32Array, i: number): boolean {
  const at = starts[i] as number;
  const end = starts[i + 1] as number;
  if (kindOf(text, at) === 'word') return true;
  return (
    WITHIN_NUMBER.includes(text.charAt(at)) &&
    classOf(text.charCodeAt(at - 1)) === DIGIT &&
    end < text.length &&
    classOf(text.charCodeAt(end)) === DIGIT
  );
}

function kindOf(text: string, at: number): TokenKind {
  switch (classOf(text.charCodeAt(at))) {
    case SPACE:
      return 'space';
    case PUNCTUATION: {
      const mark = text.charAt(at);
      return MEANINGFUL.test(mark) && !DASHES.includes(mark) ? 'character' : 'punctuation';
    }
    case DIGIT:
    case LATIN:
      return 'word';
    case LETTER:
      return 'character';
  }
}

function keyOfToken(text: string, start: number, end: number, kind: TokenKind, lexicon: Lexicon): number {
  if (kind === 'ordinal') return KEY_OF_ORDINAL;
  if (kind === 'punctuation') return KEY_OF_PUNCTUATION;
  if (kind === 'space') return KEY_OF_SPACE;
  if (end === start + 1 && isInPlainPlane(text.charCodeAt(start)))
    return lexicon.ofUnit(text.charCodeAt(start));
  let key = '';
  // é may be one character or two: both are one in the composed form.
  for (const character of text.slice(start, end).normalize('NFC')) {
    const unit = character.charCodeAt(0);
    // Signs that are kept have no key of their own: they are compared by their half-width form.
    key += character.length > 1 ? character : String.fromCharCode(keyOf(unit) || halfWidth(unit));
  }
  return lexicon.ofKey(inOneScript(key));
}

/** Whether the unit is an ideograph or kana: nothing that is composed, and no sign. */
function isInPlainPlane(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x9fff;
}

function halfWidth(unit: number): number {
  return unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
}

/** The edge that a mark or white space makes for what comes behind it. */
function edgeBehind(text: string, start: number, end: number, kind: TokenKind): Edge {
  if (kind === 'space') return hasLineEnd(text, start, end) ? EDGE.line : EDGE.word;
  const strength = endStrength(text, start);
  if (strength > 0) return strength === 1 ? EDGE.clause : EDGE.sentence;
  const mark = text.charAt(start);
  if (mark === '、') return EDGE.listed;
  return CLOSERS.includes(mark) ? EDGE.bracket : EDGE.word;
}

function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (endStrength(text, at) === 3) return true;
  return false;
}
