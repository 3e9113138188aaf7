import type { DraftPlan } from '../../../src/core/draft/plan.ts';
import { orderOf } from '../../../src/core/draft/order.ts';
import { cleanedText } from '../../../src/core/draft/cleaned.ts';
import type { Pair, Passage } from '../../../src/core/reuse/pair.ts';
import { emptyDecision, type Decision } from '../../../src/core/review/decision.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { readStructure } from '../../../src/core/structure/structure.ts';
import { unitsOf } from '../../../src/core/structure/units.ts';
import { exportDrafts } from '../../../src/export/index.ts';
import { importBytes, originalOf } from '../../../src/import/index.ts';
import { pairBetween, plansOf } from '../../core/draft/drafts.ts';

/** When all revisions of tests are made. */
export const DATE = '2024-05-06T07:08:09Z';

/** A document as the page has it of a Word file. */
export async function loaded(bytes: Uint8Array, name = '稿.docx'): Promise<StructuredDocument> {
  const imported = await importBytes({ name, bytes });
  if (imported.kind !== 'imported') throw new Error(JSON.stringify(imported));
  const { text, layout } = imported;
  const document = {
    id: 'd',
    name,
    text,
    encoding: 'utf-8' as const,
    origin: 'file' as const,
    layout,
    byteLength: bytes.length,
  };
  return { document, speeches: readStructure(text, [], layout) };
}

/** The plan in which the units that hold the words go, each against a text elsewhere. */
export function planWithout(
  on: StructuredDocument,
  isGone: (words: string, index: number, speech: number) => boolean,
): DraftPlan {
  const units = unitsOf('d', on.speeches);
  const elsewhere: Passage = {
    document: 'o',
    speech: 0,
    measure: null,
    paragraph: 0,
    unit: ZERO,
    span: ZERO,
  };
  const judged = units.flatMap(({ span, speech, measure, paragraph }, index) => {
    if (!isGone(on.document.text.slice(span.start, span.end), index, speech)) return [];
    const side: Passage = { document: 'd', speech, measure, paragraph, unit: span, span };
    return [{ pair: pairBetween(elsewhere, side, `p${index}`), judgement: 'keep-a' as const }];
  });
  return plansOf([on], judged)[0] as DraftPlan;
}

const ZERO = { start: 0, end: 1 };

/** The exported file of a plan. */
export async function revised(
  bytes: Uint8Array,
  on: StructuredDocument,
  plan: DraftPlan,
  manner: 'tracked' | 'applied' = 'tracked',
  judged: readonly { readonly pair: Pair; readonly decision: Partial<Decision> }[] = [],
): Promise<{ bytes: Uint8Array; name: string; remarks: readonly string[] }> {
  const decisions = new Map(
    judged.map(({ pair, decision }) => [pair.id, { ...emptyDecision(pair.id), ...decision }]),
  );
  const findings = { pairs: judged.map(({ pair }) => pair), decisions };
  const order = orderOf('docx', [plan], findings, 'zh-CN', { manner, date: DATE });
  const making = exportDrafts(order, new Map([['d', on]]), new Map([['d', await originalOf(bytes)]]));
  for (;;) {
    const step = making.next();
    if (step.done !== true) continue;
    if ('refusal' in step.value) throw new Error(step.value.refusal);
    const { parts, name, remarks = [] } = step.value;
    return { bytes: Uint8Array.from(Buffer.concat([...parts])), name, remarks };
  }
}

/** The lines of a text that hold something. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The lines that a plan leaves. */
export function previewOf({ document }: StructuredDocument, plan: DraftPlan): readonly string[] {
  return linesOf(cleanedText(document, plan));
}

/** The lines that the page reads of a file. */
export async function readLines(bytes: Uint8Array): Promise<readonly string[]> {
  const imported = await importBytes({ name: 'x.docx', bytes });
  return imported.kind === 'imported' ? linesOf(imported.text) : [];
}
