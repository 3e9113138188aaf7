import { planDrafts } from '../../../src/core/draft/draft.ts';
import { cleanedText } from '../../../src/core/draft/cleaned.ts';
import type { DraftPlan } from '../../../src/core/draft/plan.ts';
import type { Pair, Passage } from '../../../src/core/reuse/pair.ts';
import { emptyDecision, type Judgement } from '../../../src/core/review/decision.ts';
import { groupsOf } from '../../../src/core/review/groups.ts';
import type { StructuredDocument, Unit } from '../../../src/core/structure/speech.ts';
import { readStructure } from '../../../src/core/structure/structure.ts';
import { unitsOf } from '../../../src/core/structure/units.ts';
import type { Span } from '../../../src/core/text/span.ts';

/** A judgement of a pair whose sides stand where the words are. */
export interface Judged {
  readonly pair: Pair;
  readonly judgement: Judgement;
}

/** A document of plain text with its structure. */
export function structured(text: string, id = 'd'): StructuredDocument {
  const document = {
    id,
    name: `${id}.txt`,
    text,
    encoding: 'utf-8' as const,
    origin: 'file' as const,
    layout: null,
    byteLength: text.length,
  };
  return { document, speeches: readStructure(text) };
}

/** The passage of these words, or of a whole unit when `span` is one. */
export function passageAt(on: StructuredDocument, span: Span): Passage {
  const units = unitsOf(on.document.id, on.speeches);
  const unit = units.findLast((each) => each.span.start <= span.start) ?? (units[0] as Unit);
  const { speech, measure, paragraph } = unit;
  return { document: on.document.id, speech, measure, paragraph, unit: unit.span, span };
}

/** The pair of two passages. */
export function pairBetween(a: Passage, b: Passage, id: string): Pair {
  const whole = a.span.end - a.span.start === a.unit.end - a.unit.start;
  return {
    id,
    a,
    b,
    kind: whole ? 'identical' : 'partial',
    scope: 'across',
    similarity: 1,
    containmentA: 1,
    containmentB: 1,
    importance: 1,
  };
}

/** Plans of the documents after these judgements. */
export function plansOf(
  documents: readonly StructuredDocument[],
  judged: readonly Judged[],
  pairs: readonly Pair[] = judged.map(({ pair }) => pair),
): readonly DraftPlan[] {
  const decisions = new Map(
    judged.map(({ pair, judgement }) => [pair.id, { ...emptyDecision(pair.id), judgement }]),
  );
  const clusters = pairs.map(({ a, b }) => ({ members: [a, b] }));
  const detection = { pairs, clusters, boilerplate: [], speechCount: 1, limits: [] };
  return planDrafts({ documents, pairs, groups: groupsOf(detection, new Set()), decisions });
}

/**
 * The draft of a text in which what stands in `[[…]]` goes, each as a decision of its own against a text that stands
 * elsewhere; brackets around a unit take the unit.
 */
export function draftOf(marked: string): { text: string; plan: DraftPlan; original: string } {
  const spans: Span[] = [];
  let text = '';
  for (const [index, piece] of marked.split(/\[\[|\]\]/u).entries()) {
    if (index % 2 === 1) spans.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  const document = structured(text);
  const other = structured('另一份稿件里的话。', 'o');
  const elsewhere = passageAt(other, { start: 0, end: 9 });
  const judged = spans.map((span, index): Judged => {
    const units = unitsOf('d', document.speeches);
    const parts = units.filter((unit) => unit.span.start < span.end && span.start < unit.span.end);
    const first = parts[0] as Unit;
    const side: Passage = {
      document: 'd',
      speech: first.speech,
      measure: first.measure,
      paragraph: first.paragraph,
      unit: first.span,
      span,
    };
    return { pair: pairBetween(elsewhere, side, `p${index}`), judgement: 'keep-a' };
  });
  const plan = plansOf([document, other], judged)[0] as DraftPlan;
  return { text: cleanedText(document.document, plan), plan, original: text };
}
