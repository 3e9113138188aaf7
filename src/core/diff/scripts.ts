import { simplifiedOf } from '../text/script.ts';

/**
 * Traditional characters that mean different things and have one simplified form: 發 and 髮 are both 发. Either is the same
 * as 发 in the other script, but not the same as the other. Mere variants (裡 and 裏, 台 and 臺) are not among them.
 */
const TOLD_APART =
  '發髮 乾幹 曆歷 獲穫 盡儘 當噹 匯彙 復複 鐘鍾 臟髒 係繫 臺颱檯 纖縴 蘇囌 壇罈 團糰 須鬚 飢饑 簽籤 衝沖 擺襬 惡噁';

const senses = new Map<number, number>();
for (const group of TOLD_APART.split(' ')) {
  for (let i = 0; i < group.length; i++) senses.set(group.charCodeAt(i), i + 1);
}

/** What a UTF-16 unit means where its simplified form means several things; 0 for all others, which stand for each of them. */
export function senseOf(unit: number): number {
  return senses.get(unit) ?? 0;
}

/** The text in simplified characters, one for one, without what only chooses a glyph. As long as the text, or shorter. */
export function inOneScript(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    result += String.fromCharCode(simplifiedOf(text.charCodeAt(at)));
  }
  return result.replace(VARIATION_SELECTORS, '');
}

/** What chooses a glyph and not a character: U+FE00–U+FE0F, U+E0100–U+E01EF. */
const VARIATION_SELECTORS = /[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu;
