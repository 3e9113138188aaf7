import { readOrdinal } from '../../core/text/ordinals.ts';

const BULLETS = '•·●○■□◆◇▪▫–—*➢✓√';
/** In characters: the mark of a note or an item is short. */
const BRACKETED_MOST = 4;

/** Whether a text is a number or a bullet and nothing else. */
export function isEnumerator(text: string): boolean {
  const trimmed = text.trim();
  return numberEnd(trimmed) === trimmed.length || (trimmed.length === 1 && BULLETS.includes(trimmed));
}

/** Whether a text begins with a number as items of lists have it, or a bullet. */
export function beginsWithEnumerator(text: string): boolean {
  return numberEnd(text) > 0 || BULLETS.includes(text.charAt(0) || ' ');
}

/** A text without the room between its number and what follows: 1．　改善 is 1．改善, where the number has its own end. */
export function withTightNumber(text: string): string {
  const end = numberEnd(text);
  const isClosed = end > 0 && '、．）〕】'.includes(text.charAt(end - 1));
  return isClosed && text.charAt(end) === ' ' ? text.slice(0, end) + text.slice(end + 1) : text;
}

function numberEnd(text: string): number {
  const ordinal = readOrdinal(text, 0);
  if (ordinal !== null) return ordinal.end;
  // 1.2 and 1) and [3], which are no ordinals of Chinese prose.
  const latin = /^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|[0-9a-z]{1,2}[.)]|\[\d{1,3}\])/iu.exec(text);
  return latin !== null && latin[0].length <= 2 * BRACKETED_MOST ? latin[0].length : 0;
}
