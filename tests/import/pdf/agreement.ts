/** How well a text agrees with what its document says. White space counts for nothing. */

/** The share of the document's characters that the text has, 0 to 1, in whatever order. */
export function recovered(document: readonly string[], text: string): number {
  const there = new Map<string, number>();
  for (const character of bare(text)) there.set(character, (there.get(character) ?? 0) + 1);
  let found = 0;
  const wanted = [...bare(document.join(''))];
  for (const character of wanted) {
    const left = there.get(character) ?? 0;
    if (left > 0) found++;
    there.set(character, left - 1);
  }
  return found / wanted.length;
}

/** The harmonic mean of precision and recall of whole paragraphs, 0 to 1. */
export function paragraphAgreement(document: readonly string[], paragraphs: readonly string[]): number {
  const left = new Map<string, number>();
  for (const paragraph of document) left.set(bare(paragraph), (left.get(bare(paragraph)) ?? 0) + 1);
  let equal = 0;
  for (const paragraph of paragraphs.map(bare)) {
    const times = left.get(paragraph) ?? 0;
    if (times > 0) equal++;
    left.set(paragraph, times - 1);
  }
  return (2 * equal) / (document.length + paragraphs.length);
}

/** Without white space, and each character in its usual form: 一 may be there as a radical. */
function bare(text: string): string {
  return text
    .replaceAll(/\s/gu, '')
    .replaceAll(/[\u2e80-\u2fdf\ufb00-\ufb06]/gu, (form) => form.normalize('NFKC'));
}
