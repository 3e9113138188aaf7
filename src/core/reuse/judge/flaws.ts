/**
 * What makes a passage of no interest though its words are rare: it is a fragment that names something, or it stands where
 * one text says the same of several things.
 */
export type Flaw = 'term' | 'parallel';

/** What is known of what two passages, or two units, share. */
export interface Looked {
  /** Shared characters in ideographs; and what of them weighs, without what its speeches say again and again. */
  readonly substance: number;
  readonly besideTerms: number;
  readonly similarity: number;
}

/**
 * What a passage must share, in rare ideographs, by how many of its ends are torn: what is torn out of clauses is most often
 * a name, a term or a part of a list, which nobody can say otherwise.
 */
const TORN_WEIGHT_LEAST = [0, 13, 16] as const;
/** Unless its characters weigh so much on average, and two speeches have it: then it is a clause put into another one. */
const TORN_MEAN_LEAST = 0.6;
/**
 * A law goes through cases in parallel sentences, and a sanction says again what a duty said. What it says twice is one
 * passage only where it is a sentence and as long as one, in ideographs, alike by so much, and of words that do not recur all
 * over the law, by weight for each ideograph.
 */
const LAW_SUBSTANCE_LEAST = 36;
const LAW_SIMILARITY_LEAST = 0.82;
const LAW_MEAN_LEAST = 0.3;
/** Two whole articles, or items, of one law are two cases unless they are alike by so much. */
export const LAW_UNIT_SIMILARITY_LEAST = 0.95;

/** Whether a passage with so many torn ends, 0 to 2, is no more than a term. */
export function isTerm({ substance, besideTerms }: Looked, tornEnds: number, isOneSpeech: boolean): boolean {
  if (besideTerms >= (TORN_WEIGHT_LEAST[tornEnds] ?? 0)) return false;
  return isOneSpeech || besideTerms < TORN_MEAN_LEAST * substance;
}

/** Whether two passages of one law are two cases in parallel sentences, and not one said twice. */
export function isParallel(looked: Looked, isSentence: boolean): boolean {
  return !isSentence || isOfOneFrame(looked, LAW_SIMILARITY_LEAST);
}

/** Whether two whole articles or items of one law are. */
export function areParallel(looked: Looked): boolean {
  return isOfOneFrame(looked, LAW_UNIT_SIMILARITY_LEAST);
}

function isOfOneFrame({ substance, besideTerms, similarity }: Looked, similarityLeast: number): boolean {
  return (
    substance < LAW_SUBSTANCE_LEAST ||
    similarity < similarityLeast ||
    besideTerms < LAW_MEAN_LEAST * substance
  );
}
