import { readOrdinal } from '../text/ordinals.ts';
import { EDGE, KEY_OF_ORDINAL, type Token, isContent } from './tokens.ts';

/** So many characters behind an ordinal say which item it counts. */
const ITEM_LENGTH = 3;
/** 一要 and 二是 may lose their number and keep the rest. */
const KEPT = '要是';

/** A text and its tokens. */
export interface Tokenized {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/**
 * The tokens of `one`, with ordinals where only the other text shows that they are some: 领导三、狠抓落实 where the other has 。三、狠抓落实,
 * and 要学政策 where the other has 一要学政策. The same tokens when there is none. Linear time.
 */
function withOrdinalsOf(one: Tokenized, other: Tokenized): readonly Token[] {
  const ordinals = ordinalsByItem(other);
  if (ordinals.size === 0) return one.tokens;
  for (const item of ordinalsByItem(one).keys()) ordinals.delete(item);
  if (ordinals.size === 0) return one.tokens;
  const { text, tokens } = one;
  const result: Token[] = [];
  for (let i = 0, next = 0; i < tokens.length; i = next) {
    const token = tokens[i] as Token;
    next = endOfOrdinal(text, tokens, i, ordinals) ?? i;
    if (next === i) result.push(tokens[next++] as Token);
    else {
      const { end } = tokens[next - 1] as Token;
      result.push({ ...token, end, kind: 'ordinal', key: KEY_OF_ORDINAL, sense: 0 });
    }
  }
  return result;
}

/** The text of each ordinal, by what the item that it counts begins with. */
function ordinalsByItem({ text, tokens }: Tokenized): Map<string, string> {
  const ordinals = new Map<string, string>();
  for (const [i, { kind, start, end }] of tokens.entries()) {
    if (kind !== 'ordinal') continue;
    const item = itemAt(tokens, i + 1);
    if (item !== null) ordinals.set(item, text.slice(start, end));
  }
  return ordinals;
}

/** What stands from there on, as far as it says which item it is; null when that is too little. */
function itemAt(tokens: readonly Token[], at: number): string | null {
  const keys: number[] = [];
  for (let i = at; keys.length < ITEM_LENGTH; i++) {
    const token = tokens[i];
    if (token === undefined || !isContent(token)) return null;
    keys.push(token.key);
  }
  return keys.join(' ');
}

/** The token behind the ordinal that begins at `i` and is one by the other text; null when there is none. */
function endOfOrdinal(
  text: string,
  tokens: readonly Token[],
  i: number,
  ordinals: ReadonlyMap<string, string>,
): number | null {
  const { start, end, edge, kind } = tokens[i] as Token;
  if (kind !== 'character' && kind !== 'word') return null;
  if (edge >= EDGE.listed && end === start + 1 && KEPT.includes(text.charAt(start))) {
    const item = itemAt(tokens, i + 1);
    const there = item === null ? undefined : ordinals.get(item);
    return there?.endsWith(text.charAt(start)) === true ? i + 1 : null;
  }
  const ordinal = readOrdinal(text, start);
  if (ordinal === null) return null;
  let next = i + 1;
  while (next < tokens.length && (tokens[next] as Token).start < ordinal.end) next++;
  if ((tokens[next]?.start ?? text.length) !== ordinal.end) return null;
  const item = itemAt(tokens, next);
  return item !== null && ordinals.has(item) ? next : null;
}

/** Both texts with the ordinals that only the other one shows. */
export function withSharedOrdinals(
  one: Tokenized,
  other: Tokenized,
): readonly [one: readonly Token[], other: readonly Token[]] {
  return [withOrdinalsOf(one, other), withOrdinalsOf(other, one)];
}
