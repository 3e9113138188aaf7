import DiffMatchPatch from 'diff-match-patch';

/** How far a text agrees with what another program read of the same file; shares from 0 to 1. */
export interface Agreement {
  /** Of the reference's characters, white space left out: those that stand in our text in the same order. */
  readonly characters: number;
  /** F1 of paragraphs that are the same, white space left out. */
  readonly paragraphs: number;
  /** Of the reference's paragraphs that begin with a number: those that we have with the same number. */
  readonly numbers: number;
  /** Paragraphs of either side that the other lacks, for a message. */
  readonly different: readonly string[];
}

/** 一、 （一） 第一条 1. 1.1 ① a) and what else stands in front of a numbered paragraph. */
const NUMBER =
  /^(?:第[〇零一二三四五六七八九十百千\d]{1,9}[条章节款项]|[（(]?[〇零一二三四五六七八九十百千甲乙丙丁戊己庚辛壬癸]{1,7}[）)、.．]|[（(]?(?:\d{1,3}\.){0,4}\d{1,3}[）)、.．]?|[（(]?[a-z]{1,5}[）).]|[①-⑳⑴-⒇⒈-⒛])/iu;
/** Programs choose signs of their own for lists without numbers. */
const BULLET = /^[•◦▪●○■□◆➢✓·-]\s/u;

/** Compares paragraphs with those of a reference. */
export function agreementOf(ours: readonly string[], reference: readonly string[]): Agreement {
  const left = ours.map(bare).filter((text) => text !== '');
  const right = reference.map(bare).filter((text) => text !== '');
  const missing = missingIn(left, right);
  const surplus = missingIn(right, left);
  const numbered = right.filter((text) => NUMBER.test(text));
  const lost = missing.filter((text) => NUMBER.test(text));
  return {
    characters: charactersOf(left.join(''), right.join('')),
    paragraphs:
      left.length + right.length === 0
        ? 1
        : (2 * (right.length - missing.length)) / (left.length + right.length),
    numbers: numbered.length === 0 ? 1 : 1 - lost.length / numbered.length,
    different: [...missing.map((text) => `- ${text}`), ...surplus.map((text) => `+ ${text}`)],
  };
}

function bare(text: string): string {
  return text
    .trim()
    .replace(BULLET, '')
    .replaceAll(/[\s\ufeff]/gu, '');
}

/** Those of `wanted` that `there` lacks, counted. */
function missingIn(there: readonly string[], wanted: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of there) counts.set(text, (counts.get(text) ?? 0) + 1);
  return wanted.filter((text) => {
    const left = counts.get(text) ?? 0;
    counts.set(text, left - 1);
    return left <= 0;
  });
}

function charactersOf(ours: string, reference: string): number {
  if (reference === '') return 1;
  const diff = new DiffMatchPatch().diff_main(ours, reference);
  return diff.reduce((sum, [kind, text]) => (kind === 0 ? sum + text.length : sum), 0) / reference.length;
}
