import type { ReportFinding, ReportSide } from '../../core/report/model.ts';
import type { Parts, ReportContent } from './content.ts';
import { speakerOf } from './words.ts';

/** Of what `report.schema.json` describes; a change that old readers would misread raises it. */
export const REPORT_VERSION = 1;

/** Findings between two breaks. */
const STEP = 100;

/**
 * The report as JSON in UTF-8, as `report.schema.json` describes it. Halves of surrogate pairs are written as escapes: nothing is
 * lost.
 */
export function* toJson({ model, order, notes, words }: ReportContent): Generator<void, Parts> {
  const encoder = new TextEncoder();
  const { findings, ...rest } = model;
  const head = {
    format: 'leitong-report',
    version: REPORT_VERSION,
    program: order.version,
    madeAt: order.madeAt,
    language: order.language,
    isMasked: order.isMasked,
    scope: {
      isFiltered: order.isFiltered,
      isDecidedOnly: order.isDecidedOnly,
      isPartial: order.isPartial,
      listed: findings.length,
    },
    notes,
    figures: {
      ...rest.total,
      largest: rest.largest,
      found: rest.found,
      settled: rest.settled,
      judged: rest.judged,
    },
    documents: rest.documents,
    speeches: rest.speeches,
    speakers: rest.speakers,
    matrix: {
      people: rest.matrix.people.map((speech) => ({ speech, name: speakerOf(model, speech, words) })),
      cells: rest.matrix.cells,
    },
    boilerplate: rest.boilerplate.map((entry) => ({
      ...entry,
      first: entry.first.map((place) => ({ ...place, place: words.messages.place(place.place) })),
    })),
    limits: rest.limits,
  };
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let block = `${JSON.stringify(head, null, 1).slice(0, -2)},\n "findings": [`;
  for (const [index, finding] of findings.entries()) {
    block += `${index === 0 ? '' : ','}\n  ${JSON.stringify(written(finding))}`;
    if (index % STEP !== STEP - 1) continue;
    // Few parts: each is a buffer that is copied between threads.
    parts.push(encoder.encode(block));
    block = '';
    yield;
  }
  return [...parts, encoder.encode(`${block}\n ]\n}\n`)];

  function written({ number, pair, shared, a, b, verdict, rows, isCoarse, decision }: ReportFinding) {
    const { id, kind, scope, similarity, containmentA, containmentB } = pair;
    const { judgement, reason, note } = decision;
    return {
      number,
      id,
      kind,
      scope,
      similarity,
      shared,
      containmentA,
      containmentB,
      decision: { judgement, reason, note },
      a: sideOf(a),
      b: sideOf(b),
      verdict: { kind: verdict.kind, words: words.messages.verdict(verdict, kind === 'partial') },
      isCoarse,
      rows,
    };
  }

  function sideOf({ speech, place, page, text, rewrite }: ReportSide) {
    return { speech, place: words.messages.place(place), page, text, rewrite };
  }
}
