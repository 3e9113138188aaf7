import { readOrdinal } from '../../text/ordinals.ts';
import type { UnitTable } from '../contents/unit-table.ts';

/** A speech with so many articles (第三条) is a law. */
const ARTICLES_LEAST = 3;

/** Which units stand in a law. Each speech is looked at once, when it is first asked for. */
export type Laws = (unit: number) => boolean;

/** Says of units whether their speech is a law, by its articles. Linear in the speech. */
export function lawsOf(units: UnitTable): Laws {
  const known = new Map<number, boolean>();
  return (unit) => {
    const speech = units.speechAt(unit);
    let isLaw = known.get(speech);
    if (isLaw === undefined) known.set(speech, (isLaw = hasArticles(unit, units)));
    return isLaw;
  };
}

function hasArticles(unit: number, units: UnitTable): boolean {
  const speech = units.speechAt(unit);
  const { text } = units.documentAt(unit);
  const isHere = (at: number): boolean => at >= 0 && at < units.count && units.speechAt(at) === speech;
  let first = unit;
  while (isHere(first - 1)) first--;
  let articles = 0;
  for (let at = first; articles < ARTICLES_LEAST && isHere(at); at++) {
    if (readOrdinal(text, units.unitAt(at).span.start)?.style === 'article') articles++;
  }
  return articles >= ARTICLES_LEAST;
}
