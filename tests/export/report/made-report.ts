import type { ReportMaterial, ReportOrder } from '../../../src/core/report/order.ts';
import { detectAll } from '../../../src/core/reuse/detect.ts';
import { emptyDecision, type Decision } from '../../../src/core/review/decision.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { exportReport } from '../../../src/export/report/index.ts';

/** An order of everything, in Chinese. */
export const ORDER: ReportOrder = {
  format: 'html',
  language: 'zh-CN',
  isMasked: false,
  isFiltered: false,
  isDecidedOnly: false,
  listed: null,
  restored: [],
  limits: [],
  isPartial: false,
  pictures: [],
  madeAt: '2026-11-25 09:30',
  version: '0.1.0',
};

/** A report that was made, with its text. */
export interface MadeReport {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
}

/** What detection finds in documents, the first of it judged. */
export function materialFor(
  documents: readonly StructuredDocument[],
  decided: readonly Partial<Decision>[] = [],
): ReportMaterial {
  const { pairs, boilerplate } = detectAll(documents);
  const decisions = decided.flatMap((part, index) => {
    const pair = pairs[index];
    return pair === undefined ? [] : [{ ...emptyDecision(pair.id), ...part }];
  });
  return { findings: pairs, decisions, boilerplate };
}

/** Makes a report to its end. */
export async function makeReport(
  order: Partial<ReportOrder>,
  material: ReportMaterial,
  documents: readonly StructuredDocument[],
): Promise<MadeReport> {
  const work = exportReport({ ...ORDER, ...order }, material, documents);
  for (;;) {
    const step = work.next();
    if (step.done !== true) continue;
    const { name, mime, parts } = await step.value;
    const bytes = new Uint8Array(Buffer.concat([...parts]));
    return { name, mime, bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
  }
}
