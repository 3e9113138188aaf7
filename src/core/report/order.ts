import type { Boilerplate, BoilerplateId, Detection, DetectionLimit, Pair, PairId } from '../reuse/pair.ts';
import type { Decision } from '../review/decision.ts';

/** What a report can be had as. */
export type ReportFormat = 'html' | 'xlsx' | 'csv' | 'json';

/** All formats, in the order in which they are offered. */
export const REPORT_FORMATS: readonly ReportFormat[] = ['html', 'xlsx', 'csv', 'json'];

/** What a report is to be of, beside the documents and the material, as data that crosses threads. */
export interface ReportOrder {
  readonly format: ReportFormat;
  readonly language: 'zh-CN' | 'en';
  /** Whether speakers are called 甲, 乙, 丙 (A, B, C) instead of their names. */
  readonly isMasked: boolean;
  /** Whether only findings that pass the filter are listed, and whether only judged ones; `listed` holds what comes of it. */
  readonly isFiltered: boolean;
  readonly isDecidedOnly: boolean;
  /** Indices of the listed findings, ascending; null for all. */
  readonly listed: Uint32Array | null;
  /** Boilerplate that the user took back among the findings. */
  readonly restored: readonly BoilerplateId[];
  readonly limits: readonly DetectionLimit[];
  /** Whether the detection had not ended, or was not that of the documents as they are. */
  readonly isPartial: boolean;
  /** Those of the overview, where the format has pictures; their names are masked already. */
  readonly pictures: readonly ReportPicture[];
  /** The day and the minute, as the reader's clock has them: 2026-11-25 09:30. */
  readonly madeAt: string;
  /** Of the program. */
  readonly version: string;
}

/** A picture of the overview. */
export interface ReportPicture {
  readonly name: string;
  /** How it is read, in words. */
  readonly key: string;
  /** What a page holds of it each, as elements of SVG of the program's own making: all text in them is escaped. */
  readonly sheets: readonly string[];
}

/** What was found and decided: many small objects, which travel in parts. */
export interface ReportMaterial {
  /** All findings, the most important first. */
  readonly findings: readonly Pair[];
  /** Those of the findings. */
  readonly decisions: readonly Decision[];
  /** All of it, what was taken back as well. */
  readonly boilerplate: readonly Boilerplate[];
}

/** What the user chose for a report. */
export type ReportChoice = Pick<ReportOrder, 'format' | 'isMasked' | 'isFiltered' | 'isDecidedOnly'>;

/** What a page knows when it orders a report. */
export interface ReportSource {
  readonly detection: Detection;
  /** All findings, and those of them that pass the filter, in the same order. */
  readonly findings: readonly Pair[];
  readonly filtered: readonly Pair[];
  readonly decisions: ReadonlyMap<PairId, Decision>;
  readonly restored: ReadonlySet<BoilerplateId>;
}

/** Which findings a report of this choice lists, as indices; null for all. One pass. */
export function listedOf(
  { findings, filtered, decisions }: Omit<ReportSource, 'detection' | 'restored'>,
  { isFiltered, isDecidedOnly }: Pick<ReportChoice, 'isFiltered' | 'isDecidedOnly'>,
): Uint32Array | null {
  if (!isFiltered && !isDecidedOnly) return null;
  const listed: number[] = [];
  let next = 0;
  for (const [index, pair] of findings.entries()) {
    const passes = !isFiltered || filtered[next] === pair;
    if (filtered[next] === pair) next++;
    if (passes && (!isDecidedOnly || isDecided(decisions.get(pair.id)))) listed.push(index);
  }
  return Uint32Array.from(listed);
}

/** The material of a report. Linear time. */
export function materialOf({ detection, findings, decisions }: ReportSource): ReportMaterial {
  return {
    findings,
    decisions: decisions.size === 0 ? [] : findings.flatMap(({ id }) => decisions.get(id) ?? []),
    boilerplate: detection.boilerplate,
  };
}

/** Whether a pair was judged; a note alone is no judgement. */
export function isDecided(decision: Decision | undefined): boolean {
  return decision !== undefined && decision.judgement !== null;
}
