import type { ReportDialogWords } from '../zh-CN/report.ts';
import { count, number } from './count.ts';
import { person } from './person.ts';

/** The words of the dialogue by which a report is made, in English. */
export const REPORT: ReportDialogWords = {
  open: 'Report…',
  title: 'Report',
  hint: 'For reviewers: figures, repeats, comparisons',
  format: 'Format',
  formats: { html: 'Web page', xlsx: 'Excel', csv: 'CSV', json: 'JSON' },
  formatHints: {
    html: 'one file, side by side; to print or save as PDF',
    xlsx: 'a sheet each for figures, speakers, repeats, matrix',
    csv: 'all tables in one, opens in Excel',
    json: 'for programs, with a documented schema',
  },
  scope: 'Repeats',
  everything: (n) => `All ${number(n)}`,
  filtered: (n) => `The ${number(n)} that pass the filter`,
  decidedOnly: (n) => `Settled ones only (${number(n)})`,
  mask: 'Mask names',
  maskHint:
    'Speakers become A, B, C, also in titles, bylines, roles, file names and notes. The texts stay as they are, and so do names mentioned in them.',
  wholeHint: 'Rates always cover all documents.',
  make: 'Make the report',
  making: (percent) => `Making the report, ${percent}%`,
  saved: (name, n) => `Exported ${name}, ${count(n, 'repeat')}`,
  failed:
    'The report was not made, perhaps because memory ran out. List fewer repeats or choose another format, and try again. Texts and decisions are safe.',
  person,
  stopped: 'Stopped; no report was made.',
};
