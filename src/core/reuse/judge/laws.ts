import type { UnitTable } from '../contents/unit-table.ts';

/** A speech with so many articles (第三条) is a law. */
const ARTICLES_LEAST = 3;

/** Which speeches are laws. Each is looked at once, when it is first asked for. */
export type Laws = (unit: number) => boolean;

/** Says whether the speech that holds a unit is a law, by its articles. */
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
  const { document, speeches } = units.documentAt(unit);
  let articles = 0;
  for (const { marker } of speeches[units.unitAt(unit).speech]?.measures ?? []) {
    const isArticle = '条條'.includes(document.text.charAt(marker.end - 1));
    if (isArticle && document.text.startsWith('第', marker.start)) articles++;
    if (articles >= ARTICLES_LEAST) return true;
  }
  return false;
}
