import { logOf } from '../core/draft/cleaned.ts';
import type { Conflict, RemovedPlace } from '../core/draft/plan.ts';
import type { PairId } from '../core/reuse/pair.ts';
import { DRAFT_LOG_VERSION, type DraftLog, type LoggedDecision } from './log-format.ts';
import type { DraftDocument } from './draft-document.ts';
import type { Reasons } from './reasons.ts';

/** The log of a draft as JSON in UTF-8; `log-format.ts` says what is in it. */
export function toLogJson({ structured, plan }: DraftDocument, reasons: Reasons): Uint8Array<ArrayBuffer> {
  const { id, name, text, encoding } = structured.document;
  const { original, cleaned, edits } = logOf(structured, plan);
  const log: DraftLog = {
    format: 'leitong-removal-log',
    version: DRAFT_LOG_VERSION,
    document: { name, encoding, characters: text.length },
    original,
    cleaned,
    edits: edits.map((edit, index) => {
      const planned = plan.edits[index];
      if (planned?.kind === 'removal') return { ...edit, places: planned.places.map(placeOf) };
      return planned?.kind === 'rewrite' ? { ...edit, decisions: planned.pairs.map(decisionOf) } : edit;
    }),
    checks: plan.checks.map((check) => ({
      kind: check.kind,
      start: check.span.start,
      words: text.slice(check.span.start, check.span.end),
      ...('from' in check ? { from: check.from, to: check.to } : {}),
      ...('count' in check ? { count: check.count } : {}),
    })),
    conflicts: plan.conflicts.map(({ kind, place, removing, keeping }: Conflict) => ({
      kind,
      name: reasons.nameOf(place, id),
      start: place.span.start,
      words: text.slice(place.span.start, place.span.end),
      removing: [...removing],
      keeping: [...keeping],
    })),
  };
  return new TextEncoder().encode(`${JSON.stringify(log, null, 2)}\n`);

  function placeOf(place: RemovedPlace): NonNullable<DraftLog['edits'][number]['places']>[number] {
    const gone = { ...place, document: id };
    return {
      kind: place.kind,
      name: reasons.nameOf(gone, id),
      start: place.span.start,
      end: place.span.end,
      decisions: place.pairs.map(decisionOf),
    };
  }

  function decisionOf(pair: PairId): LoggedDecision {
    const decision = reasons.decisionOf(pair);
    const kept = reasons.keptBy(pair);
    return {
      pair,
      judgement: decision?.judgement ?? null,
      note: decision?.note ?? '',
      kept: kept === undefined ? '' : reasons.nameOf(kept, id),
    };
  }
}
