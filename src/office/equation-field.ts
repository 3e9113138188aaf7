import { formatNumber } from './number-format.ts';

/**
 * What an EQ field shows: the base of a ruby (拼音指南: `EQ \o\ad(\s\up 9(yún),云)`), and circled characters
 * (`eq \o\ac(○,1)`). Word writes these as overstrikes, whose last part is what is read.
 */
export function equationWords(instruction: string): string {
  const words = instruction.trim();
  if (!/^eq\b/iu.test(words)) return '';
  const comma = Math.max(words.lastIndexOf(','), words.lastIndexOf(';'), words.lastIndexOf('，'));
  const close = words.lastIndexOf(')');
  if (comma < 0 || close < comma || !words.includes('\\o')) return '';
  const base = words
    .slice(comma + 1, close)
    .replaceAll(/\\[a-z]+ ?\d*\(?|[()]/giu, '')
    .trim();
  const isCircled =
    words.includes('\\ac') && '○〇◯'.includes(words.charAt(words.lastIndexOf('(', comma) + 1));
  const value = Number(base);
  return isCircled && Number.isInteger(value) && base !== ''
    ? formatNumber(value, 'decimalEnclosedCircle')
    : base;
}
