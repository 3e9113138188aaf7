import type { MadeFile } from '../../core/draft/order.ts';
import { PLAIN_NAMING, maskedNaming } from '../../core/report/naming.ts';
import type { ReportFormat, ReportMaterial, ReportOrder } from '../../core/report/order.ts';
import { reportOf } from '../../core/report/report.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { Parts, ReportContent } from './content.ts';
import { toCsv } from './csv.ts';
import { toHtml } from './html.ts';
import { toJson } from './json.ts';
import { notesOf, wordsOf } from './words.ts';
import { toXlsx } from './xlsx.ts';

/** A format of the report. */
interface Format {
  readonly mime: string;
  /** Yields where it can be broken off. */
  parts(content: ReportContent): Generator<void, Parts | Promise<Parts>>;
}

/** The formats of the report; a new one is a file and a line here. */
const FORMATS: Readonly<Record<ReportFormat, Format>> = {
  html: { mime: 'text/html', parts: toHtml },
  xlsx: {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    *parts(content) {
      yield;
      return toXlsx(content);
    },
  },
  csv: { mime: 'text/csv', parts: toCsv },
  json: { mime: 'application/json', parts: toJson },
};

/** The share of the work that is done when the format begins. */
const COMPARED = 0.9;

/** Makes the report that was ordered of these documents, in loading order. Yields how much is done, 0 to 1. */
export function* exportReport(
  order: ReportOrder,
  material: ReportMaterial,
  documents: readonly StructuredDocument[],
): Generator<number, MadeFile | Promise<MadeFile>> {
  const words = wordsOf(order);
  const naming = order.isMasked ? maskedNaming(documents, words.report.person) : PLAIN_NAMING;
  const work = reportOf(documents, material, order, naming);
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield COMPARED * step.value;
  const model = step.value;
  const { mime, parts } = FORMATS[order.format];
  const writing = parts({ model, order, notes: notesOf(model, order, words), words });
  let part = writing.next();
  for (; part.done !== true; part = writing.next()) yield COMPARED;
  const name = `${words.report.fileName(order.madeAt.slice(0, 10))}.${order.format}`;
  const made = part.value;
  if (made instanceof Promise) return made.then((given) => ({ name, mime, parts: given }));
  return { name, mime, parts: made };
}
