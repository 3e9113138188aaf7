import type { ReportFileWords } from '../zh-CN/report-file.ts';
import { count, number } from './count.ts';
import { person } from './person.ts';

/** The words that stand in a report's file, in English. */
export const REPORT_FILE: ReportFileWords = {
  title: 'Report on repetition',
  fileName: (day) => `Leitong report ${day}`,
  person,
  madeAt: (time) => `Made by Leitong, ${time}`,
  contents: 'Contents',
  section: (n, name) => `${n}  ${name}`,
  between: '; ',

  documents: (n, speeches, characters) =>
    `${count(n, 'document')}, ${count(speeches, 'speech', 'speeches')}, ${count(characters, 'character')}`,
  listed: (n, all, isFiltered, isDecidedOnly) => {
    if (!isFiltered && !isDecidedOnly) return `All ${count(n, 'repeat')} listed`;
    const which = [isFiltered ? 'pass the filter' : '', isDecidedOnly ? 'are settled' : ''];
    return `Listed: the ${number(n)} of ${count(all, 'repeat')} that ${which.filter(Boolean).join(' and ')}`;
  },
  scopeNote:
    'Rates cover all documents and all repeats, whatever the filter; the list, the comparisons and the matrix hold only the repeats named above.',
  countNote:
    'Rates count folded characters: titles, bylines, ordinals, punctuation and spaces are left out. The shared characters of a repeat are an estimate and include punctuation.',
  maskNote:
    'Names are masked: speakers are called A, B, C and so on in bylines, titles, roles, file names, notes and reasons. Not masked: names in the texts themselves and in rewritten passages; people who do not speak; names of a single character in titles and the like; bodies and positions.',
  partialNote:
    'The comparison had not finished, or documents have changed since: only what had been found is here.',
  coarseNote: (n) => `${count(n, 'comparison')} of very long texts may be less fine than usual.`,
  cutNote: (most) =>
    `Some cells do not hold a whole text, but its first ${number(most)} characters; HTML and JSON have all of it.`,
  guardNote:
    'Text that begins with = + - @ or a tab has an apostrophe in front, lest a spreadsheet take it for a formula.',

  sections: {
    figures: 'Figures',
    pictures: 'Overview',
    speakers: 'Speakers',
    documents: 'Documents',
    speeches: 'Speeches',
    matrix: 'Matrix',
    findings: 'Repeats',
    comparisons: 'Comparisons',
    boilerplate: 'Boilerplate',
    notes: 'Notes',
  },
  noMatrix: 'No listed repeat joins two speakers, or a speaker with themselves.',
  noFindings: 'No repeats to list.',
  noBoilerplate: 'No boilerplate.',
  matrixKey: 'Above: repeats; below: shared characters. The diagonal is a speaker with themselves.',

  figure: 'Figure',
  part: 'Count',
  of: 'Of',
  share: 'Share',
  means: 'How it is counted',
  judged: (judgement) => `Settled: ${judgement}`,
  document: 'Document',
  speeches: 'Speeches',
  characters: 'Length',
  number: 'No.',
  left: 'Left',
  right: 'Right',
  side: { a: 'Left', b: 'Right' },
  column: (side, name) => `${side}: ${name}`,
  speaker: 'speaker',
  place: 'place',
  page: 'page',
  verdict: 'Verdict',
  decision: 'Decision',
  reason: 'Reason',
  note: 'Note',
  rewrite: 'rewritten as',
  text: 'text',
  people: ['Speaker', 'With'],
  count: 'Repeats',
  words: 'Words',
  places: 'Places',
  inSpeeches: 'Speeches',
  where: 'Where',
  more: (n) => `… ${count(n, 'place')}`,
  state: 'State',
  restored: 'Counted as a repeat',
  apart: 'Set apart',
  table: 'Table',
  undecided: 'Unsettled',
  all: 'All',

  legend: 'Marks',
  marks: {
    replaced: 'replaced',
    only: 'only here',
    moved: 'moved',
    form: 'form (ordinal, punctuation, width, spacing, script)',
  },
  rowKinds: {
    equal: 'the same',
    changed: 'changed',
    'only-a': 'only on the left',
    'only-b': 'only on the right',
  },
  movedRow: 'moved; elsewhere on the other side',
  backToList: 'Back to the list',
};
