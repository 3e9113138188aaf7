import type { ReportModel, ReportPlace } from '../../core/report/model.ts';
import type { ReportOrder } from '../../core/report/order.ts';
import { languages, type Messages } from '../../i18n/index.ts';
import { reportFileWords, type ReportFileWords } from '../../i18n/report-file.ts';

/** What the formats say, in one language. */
export interface ReportWords {
  readonly messages: Messages;
  readonly report: ReportFileWords;
}

/** The words of a report's language. */
export function wordsOf({ language }: Pick<ReportOrder, 'language'>): ReportWords {
  return { messages: languages[language], report: reportFileWords[language] };
}

/** Who speaks, or else what the speech is called; as the overview names them. */
export function speakerOf({ speeches }: ReportModel, speech: number, { messages }: ReportWords): string {
  const found = speeches[speech];
  return found?.speaker || found?.title || messages.unknownSpeaker;
}

/** What a document is called: its file's name, or that it is the example. */
export function documentOf({ documents }: ReportModel, document: number, { messages }: ReportWords): string {
  const found = documents[document];
  return found === undefined ? '' : found.isExample ? messages.example : found.name;
}

/** 张健 措施三 */
export function whereOf(model: ReportModel, { speech, place }: ReportPlace, words: ReportWords): string {
  return `${speakerOf(model, speech, words)} ${words.messages.place(place)}`;
}

/** What a reader must know of a report: what it is of, what is masked, which limits were reached. A sentence each. */
export function notesOf(model: ReportModel, order: ReportOrder, { messages, report }: ReportWords): string[] {
  const coarse = model.findings.filter(({ isCoarse }) => isCoarse).length;
  const { isFiltered, isDecidedOnly } = order;
  return [
    report.listed(model.findings.length, model.found, isFiltered, isDecidedOnly),
    report.scopeNote,
    report.countNote,
    ...(order.isMasked ? [report.maskNote] : []),
    ...(order.isPartial ? [report.partialNote] : []),
    ...model.limits.map(({ kind, count }) => messages.limited[kind](count)),
    ...(coarse > 0 ? [report.coarseNote(coarse)] : []),
  ];
}
