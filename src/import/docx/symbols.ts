/**
 * Characters of Microsoft's symbol fonts, which Word keeps as codes of the font in the private area from U+F000: what a
 * reader sees of the ones that lists and forms use.
 */

const SYMBOL: Readonly<Record<number, string>> = {
  0x2a: '∗',
  0x2d: '−',
  0xa7: '♣',
  0xa8: '♦',
  0xa9: '♥',
  0xaa: '♠',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xa3: '≤',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xd6: '√',
};

const WINGDINGS: Readonly<Record<number, string>> = {
  0x28: '☎',
  0x2a: '✉',
  0x46: '☞',
  0x4a: '☺',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x70: '□',
  0x71: '❑',
  0x72: '❒',
  0x73: '⬧',
  0x74: '⧫',
  0x75: '◆',
  0x76: '❖',
  0x77: '⬥',
  0x80: '⓪',
  0x9e: '·',
  0x9f: '•',
  0xa1: '○',
  0xa2: '⭕',
  0xa4: '◉',
  0xa7: '▪',
  0xa8: '◻',
  0xab: '★',
  0xb2: '✧',
  0xd8: '➢',
  0xe0: '→',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

const WINGDINGS_2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x54: '☒',
  0x96: '●',
  0x97: '●',
  0x98: '●',
  0xa3: '□',
};

const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: SYMBOL,
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
};

/** The character that a code of a font shows: the code itself for fonts that are no symbol fonts. */
export function symbolOf(font: string, code: number): string {
  const inFont = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const table = FONTS[font.toLowerCase()];
  if (table !== undefined) {
    if (table === WINGDINGS && inFont >= 0x81 && inFont <= 0x8a)
      return String.fromCodePoint(0x2460 + inFont - 0x81);
    const known = table[inFont];
    if (known !== undefined) return known;
  }
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '';
  return String.fromCodePoint(code);
}

/** A text in which codes of a symbol font may stand, as it is shown. */
export function shownIn(font: string, text: string): string {
  return text.replaceAll(/[\uf020-\uf0ff]/gu, (code) => symbolOf(font, code.charCodeAt(0)));
}
