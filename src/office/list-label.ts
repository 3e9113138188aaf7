/** Behind these, and behind ① and its like, nothing stands before the text: 一、 （一） 1） */
const CLOSED = '、．）。】〕》';

/** What a program sets between an automatic number and the text. */
export type Follow = 'nothing' | 'space' | 'tab';

/**
 * An automatic number with what separates it from the text. A tab becomes a space, or nothing behind a full-width mark,
 * where the tab only makes the indentation. Empty numbers are null.
 */
export function labelOf(number: string, follow: Follow): string | null {
  const words = number.trim();
  if (words === '') return null;
  const isTight = follow === 'tab' && isClosed(words.charCodeAt(words.length - 1));
  return follow === 'nothing' || isTight ? words : `${words} `;
}

function isClosed(unit: number): boolean {
  const isEnclosed = (unit >= 0x2460 && unit <= 0x24ff) || (unit >= 0x3220 && unit <= 0x32bf);
  return isEnclosed || CLOSED.includes(String.fromCharCode(unit));
}

/** Bullets of the fonts Symbol and Wingdings, whose signs no other font has, as Word and LibreOffice show them. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf075': '◆',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
};

/** The sign of a bullet; an unknown one of a symbol font becomes •. */
export function bulletOf(sign: string): string {
  const unit = sign.charCodeAt(0);
  if (sign === '' || unit < 0x20) return '•';
  return unit >= 0xe000 && unit <= 0xf8ff ? (SYMBOLS[sign] ?? '•') : sign;
}
