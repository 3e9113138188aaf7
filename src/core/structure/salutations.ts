import { simplify } from './simplified.ts';

/** Longest salutation, in characters. */
const SALUTATION_MOST = 40;
/** How salutations begin. */
const SALUTED = [
  '尊敬的',
  '各位',
  '同志们',
  '女士们',
  '先生们',
  '朋友们',
  '老师们',
  '同学们',
  '亲爱的',
  '大家好',
  '领导们',
  '委员们',
  '代表们',
];

/** Whether the paragraph `[start, end)` opens a speech by addressing who is there. Constant time. */
export function isSalutation(text: string, start: number, end: number): boolean {
  const most = Math.min(end, start + SALUTATION_MOST);
  const words = simplify(text.slice(start, most));
  if (!SALUTED.some((word) => words.startsWith(word))) return false;
  for (const mark of words) {
    if (mark === '：' || mark === ':') return true;
    if (mark === '。' || mark === '；') return false;
  }
  return end - start <= SALUTATION_MOST && '！!，,'.includes(words.charAt(words.length - 1));
}
