import { lettersOf } from '../../../core/overview/letters.ts';
import { groupOfPointed, type Pointed } from '../../../core/overview/pointing.ts';
import type { RibbonRow } from '../../../core/overview/ribbons.ts';
import type { Mark, SurveyedSpeech } from '../../../core/overview/survey.ts';
import type { Pair } from '../../../core/reuse/pair.ts';
import { rateText, similarityText } from '../../../i18n/similarity.ts';
import { rateOf, type RibbonSource } from './ribbon-shapes.ts';
import { markName, speakerName } from './words.ts';

/** What is pointed at, in a line. */
export function pointedWords(source: RibbonSource, at: Pointed): string {
  const { survey, selection, plan, messages } = source;
  const { inOverview: words } = messages;
  if ('row' in at) return rowWords(source, plan.rows[at.row] as RibbonRow);
  const letters = lettersOf(groupOfPointed(survey, at) ?? 0);
  if ('pair' in at) {
    const pair = survey.findings[at.pair] as Pair;
    const [a, b] = [survey.markA, survey.markB].map((marks) =>
      markName(survey, marks[at.pair] as number, messages),
    ) as [string, string];
    return words.linkIs(letters, a, b, similarityText(pair.similarity), survey.shared[at.pair] as number);
  }
  const mark = survey.marks[at.mark] as Mark;
  const places = survey.groups[mark.group]?.marks.length ?? 0;
  const known = words.markIs(letters, markName(survey, at.mark, messages), mark.end - mark.start, places);
  return selection.removed[at.mark] === 1 ? words.andRemoved(known) : known;
}

/** All that the margin may have no room for. */
function rowWords({ survey, rates, messages }: RibbonSource, row: RibbonRow): string {
  const { inOverview: words } = messages;
  const { from, to } = row;
  const share = rates === null ? '' : words.rowShare(rateText(rateOf(rates, row)));
  const { structured, speech } = survey.speeches[from] as SurveyedSpeech;
  if (to - from > 1) return `${structured.document.name}　${words.foldedSpeeches(to - from)}　${share}`;
  const length = words.speechLength(speech.span.end - speech.span.start);
  const known = [speakerName(survey.speeches, from, messages), speech.role, speech.title, length, share];
  return [...new Set(known)].filter((each) => each !== '').join('　');
}
