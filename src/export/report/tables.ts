import type { ReportModel, ReportSide } from '../../core/report/model.ts';
import { JUDGEMENTS } from '../../core/review/decision.ts';
import { shareOf, type Counts } from '../../core/review/rates.ts';
import { documentOf, speakerOf, whereOf, type ReportWords } from './words.ts';

/** What a column holds: words, a long text, a whole number, a share or a similarity of 0 to 1. */
export type ColumnKind = 'words' | 'text' | 'whole' | 'share' | 'similarity';

/** A column of a table. */
export interface ReportColumn {
  readonly title: string;
  readonly kind: ColumnKind;
}

/** A cell; null where there is nothing to say. */
export type ReportCellValue = string | number | null;

/** One table of a report: what every format that has tables writes, so that all say the same numbers. */
export interface ReportTable {
  readonly name: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCellValue[])[];
}

/** The numbers that editors know, and how many findings were judged how. */
export function figuresTable(model: ReportModel, words: ReportWords): ReportTable {
  const { messages, report } = words;
  const { inOverview: says } = messages;
  const { all, repeated, within, across, withoutBoilerplate } = model.total;
  const apart = model.boilerplate.filter(({ isRestored }) => !isRestored).length;
  const row = (name: string, part: number, of: number, means: string) => [
    name,
    part,
    of,
    shareOf(part, of),
    means,
  ];
  return {
    name: report.sections.figures,
    columns: [
      { title: report.figure, kind: 'words' },
      { title: report.part, kind: 'whole' },
      { title: report.of, kind: 'whole' },
      { title: report.share, kind: 'share' },
      { title: report.means, kind: 'text' },
    ],
    rows: [
      row(says.rate, repeated, all, says.rateMeans(repeated, all)),
      row(says.within, within, all, says.withinMeans(within, all)),
      row(says.across, across, all, says.acrossMeans(across, all)),
      row(
        says.withoutBoilerplate,
        withoutBoilerplate,
        all,
        says.withoutBoilerplateMeans(withoutBoilerplate, all, apart),
      ),
      largest(),
      row(says.settled, model.settled, model.found, says.settledMeans(model.settled, model.found)),
      ...JUDGEMENTS.filter((judgement) => model.judged[judgement] > 0).map((judgement) =>
        row(report.judged(messages.judgements[judgement]), model.judged[judgement], model.found, ''),
      ),
    ],
  };

  function largest() {
    if (model.largest === null) return row(says.largest, 0, 0, says.largestNone);
    const { speech, other, shared } = model.largest;
    const of = model.speeches[speech]?.counts.all ?? 0;
    const [who, whom] = [speakerOf(model, speech, words), speakerOf(model, other, words)];
    return row(says.largest, shared, of, says.largestMeans(shared, of, who, whom));
  }
}

/** The figures of each speaker; speeches without a name count together. */
export function speakersTable(model: ReportModel, words: ReportWords): ReportTable {
  const { messages, report } = words;
  return {
    name: report.sections.speakers,
    columns: [
      { title: messages.inOverview.speaker, kind: 'words' },
      { title: report.speeches, kind: 'whole' },
      ...countColumns(words),
    ],
    rows: model.speakers.map(({ speaker, speeches, counts }) => [
      speaker || messages.unknownSpeaker,
      speeches,
      ...countCells(counts),
    ]),
  };
}

/** The figures of each document. */
export function documentsTable(model: ReportModel, words: ReportWords): ReportTable {
  const { report } = words;
  return {
    name: report.sections.documents,
    columns: [
      { title: report.document, kind: 'words' },
      { title: report.speeches, kind: 'whole' },
      { title: report.characters, kind: 'whole' },
      ...countColumns(words),
    ],
    rows: model.documents.map(({ speeches, characters, counts }, index) => [
      documentOf(model, index, words),
      speeches,
      characters,
      ...countCells(counts),
    ]),
  };
}

/** The figures of each speech. */
export function speechesTable(model: ReportModel, words: ReportWords): ReportTable {
  const { messages, report } = words;
  return {
    name: report.sections.speeches,
    columns: [
      { title: messages.inOverview.speaker, kind: 'words' },
      { title: messages.role, kind: 'words' },
      { title: messages.inOverview.title, kind: 'words' },
      { title: report.document, kind: 'words' },
      ...countColumns(words),
    ],
    rows: model.speeches.map(({ speaker, role, title, document, counts }) => [
      speaker || messages.unknownSpeaker,
      role,
      title,
      documentOf(model, document, words),
      ...countCells(counts),
    ]),
  };
}

/** Who shares how much with whom, a row for every two that share something. */
export function matrixTable(model: ReportModel, words: ReportWords): ReportTable {
  const { report, messages } = words;
  const nameOf = (person: number) => speakerOf(model, model.matrix.people[person] ?? 0, words);
  return {
    name: report.sections.matrix,
    columns: [
      { title: report.people[0], kind: 'words' },
      { title: report.people[1], kind: 'words' },
      { title: report.count, kind: 'whole' },
      { title: messages.inOverview.length, kind: 'whole' },
    ],
    rows: model.matrix.cells.map(({ a, b, count, shared }) => [nameOf(a), nameOf(b), count, shared]),
  };
}

/** The listed findings with all that is known of them. */
export function findingsTable(model: ReportModel, words: ReportWords): ReportTable {
  const { messages, report } = words;
  const columnsOf = (side: string): readonly ReportColumn[] => [
    { title: report.column(side, report.speaker), kind: 'words' },
    { title: report.column(side, report.place), kind: 'words' },
    { title: report.column(side, report.page), kind: 'whole' },
    { title: report.column(side, report.document), kind: 'words' },
  ];
  const cellsOf = ({ speech, place, page }: ReportSide): readonly ReportCellValue[] => [
    speakerOf(model, speech, words),
    messages.place(place),
    page,
    documentOf(model, model.speeches[speech]?.document ?? 0, words),
  ];
  return {
    name: report.sections.findings,
    columns: [
      { title: report.number, kind: 'whole' },
      ...columnsOf(report.left),
      ...columnsOf(report.right),
      { title: messages.scope, kind: 'words' },
      { title: messages.kind, kind: 'words' },
      { title: messages.similarity, kind: 'similarity' },
      { title: messages.shared, kind: 'whole' },
      { title: report.verdict, kind: 'words' },
      { title: report.decision, kind: 'words' },
      { title: report.reason, kind: 'words' },
      { title: report.note, kind: 'text' },
      { title: report.column(report.left, report.text), kind: 'text' },
      { title: report.column(report.right, report.text), kind: 'text' },
      { title: report.column(report.left, report.rewrite), kind: 'text' },
      { title: report.column(report.right, report.rewrite), kind: 'text' },
    ],
    rows: model.findings.map(({ number, pair, shared, a, b, verdict, decision }) => [
      number,
      ...cellsOf(a),
      ...cellsOf(b),
      messages.scopes[pair.scope],
      messages.kinds[pair.kind],
      pair.similarity,
      shared,
      messages.verdict(verdict, pair.kind === 'partial'),
      decision.judgement === null ? report.undecided : messages.judgements[decision.judgement],
      decision.reason,
      decision.note,
      a.text,
      b.text,
      a.rewrite,
      b.rewrite,
    ]),
  };
}

/** What was set apart, and what of it was taken back. */
export function boilerplateTable(model: ReportModel, words: ReportWords): ReportTable {
  const { messages, report } = words;
  return {
    name: report.sections.boilerplate,
    columns: [
      { title: report.words, kind: 'text' },
      { title: report.reason, kind: 'words' },
      { title: report.places, kind: 'whole' },
      { title: report.inSpeeches, kind: 'whole' },
      { title: report.where, kind: 'words' },
      { title: report.state, kind: 'words' },
    ],
    rows: model.boilerplate.map(({ text, reason, places, speeches, first, isRestored }) => [
      text,
      messages.boilerplateReasons[reason].name,
      places,
      speeches,
      first.map((place) => whereOf(model, place, words)).join(report.between) +
        (places > first.length ? report.more(places) : ''),
      isRestored ? report.restored : report.apart,
    ]),
  };
}

/** Sentences as a table of one column. */
export function notesTable(notes: readonly string[], { report }: ReportWords): ReportTable {
  const name = report.sections.notes;
  return { name, columns: [{ title: name, kind: 'text' }], rows: notes.map((note) => [note]) };
}

/** Every table, in the order in which they stand in a file. */
export function tablesOf(model: ReportModel, words: ReportWords): readonly ReportTable[] {
  const make = [
    figuresTable,
    speakersTable,
    documentsTable,
    speechesTable,
    findingsTable,
    matrixTable,
    boilerplateTable,
  ];
  return make.map((each) => each(model, words));
}

function countColumns({ messages: { inOverview: says } }: ReportWords): readonly ReportColumn[] {
  return [
    { title: says.compared, kind: 'whole' },
    { title: says.length, kind: 'whole' },
    { title: says.rate, kind: 'share' },
    { title: says.within, kind: 'share' },
    { title: says.across, kind: 'share' },
    { title: says.withoutBoilerplate, kind: 'share' },
  ];
}

function countCells({ all, repeated, within, across, withoutBoilerplate }: Counts): readonly number[] {
  return [
    all,
    repeated,
    shareOf(repeated, all),
    shareOf(within, all),
    shareOf(across, all),
    shareOf(withoutBoilerplate, all),
  ];
}
