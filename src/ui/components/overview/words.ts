import { placeOf } from '../../../core/structure/place.ts';
import type { Mark, Survey, SurveyedSpeech } from '../../../core/overview/survey.ts';
import type { Messages } from '../../../i18n/index.ts';

/** Places of a group that are named in a line; the rest is counted. */
const PLACES_MOST = 4;
/** How much of a passage a line shows, in UTF-16 units. */
const EXCERPT_MOST = 60;

/** Who speaks, or else what the speech is called. */
export function speakerName(speeches: readonly SurveyedSpeech[], speech: number, messages: Messages): string {
  const found = speeches[speech]?.speech;
  return found?.speaker || found?.title || messages.unknownSpeaker;
}

/** 措施三: where a mark stands in its speech. */
export function placeName({ speeches }: Survey, { speech, passage }: Mark, messages: Messages): string {
  const found = (speeches[speech] as SurveyedSpeech).speech;
  return messages.place(placeOf(found, passage.measure, passage.paragraph));
}

/** 张健 措施三 */
export function markName(survey: Survey, mark: number, messages: Messages): string {
  const found = survey.marks[mark] as Mark;
  return `${speakerName(survey.speeches, found.speech, messages)} ${placeName(survey, found, messages)}`;
}

/** 张健 措施六、措施十，张琰 措施三: the places of a group in a line. */
export function placesWords(survey: Survey, group: number, messages: Messages): string {
  const marks = survey.groups[group]?.marks ?? [];
  const [comma, between] = messages.inOverview.between;
  let words = '';
  let before = -1;
  for (const index of marks.slice(0, PLACES_MOST)) {
    const mark = survey.marks[index] as Mark;
    const isSame = mark.speech === before;
    words += words === '' ? '' : isSame ? comma : between;
    words += isSame ? placeName(survey, mark, messages) : markName(survey, index, messages);
    before = mark.speech;
  }
  return marks.length > PLACES_MOST ? `${words}${messages.inOverview.morePlaces(marks.length)}` : words;
}

/** How the text of a group begins. */
export function excerptOf(survey: Survey, group: number): string {
  const [first] = survey.groups[group]?.marks ?? [];
  if (first === undefined) return '';
  const { speech, start, end } = survey.marks[first] as Mark;
  const { structured, speech: said } = survey.speeches[speech] as SurveyedSpeech;
  const from = said.span.start + start;
  return structured.document.text
    .slice(from, Math.min(said.span.start + end, from + EXCERPT_MOST))
    .replace(/\s+/g, ' ')
    .trim();
}
