import type { Mark, Row } from '../diff/comparison.ts';
import type { Verdict } from '../diff/verdict.ts';
import type { BoilerplateReason, DetectionLimit, Pair } from '../reuse/pair.ts';
import type { Decision, Judgement } from '../review/decision.ts';
import type { Counts } from '../review/rates.ts';
import type { Place } from '../structure/place.ts';

/** A stretch of one side, as it is marked. */
export interface ReportPiece {
  readonly text: string;
  readonly mark: 'none' | Exclude<Mark['mark'], 'caret'>;
  /** True for the very characters that differ, false for the rest of the word. */
  readonly isStrong: boolean;
}

/** Clauses that stand at one height; null where a side has nothing. */
export interface ReportRow {
  readonly kind: Row['kind'];
  /** Whether all of it stands elsewhere on the other side. */
  readonly isMoved: boolean;
  readonly a: readonly ReportPiece[] | null;
  readonly b: readonly ReportPiece[] | null;
}

/** Where something is said. */
export interface ReportPlace {
  /** Index into `speeches`. */
  readonly speech: number;
  readonly place: Place;
  /** From 1; null where the format knows no pages. */
  readonly page: number | null;
}

/** One side of a finding. */
export interface ReportSide extends ReportPlace {
  /** The passage with the punctuation that closes it. */
  readonly text: string;
  /** What stands in the draft instead; null while it is not rewritten. */
  readonly rewrite: string | null;
}

/** A finding with its comparison and what was decided. */
export interface ReportFinding {
  /** From 1, by importance among all findings, whatever is listed. */
  readonly number: number;
  readonly pair: Pair;
  /** About how many characters both sides share. */
  readonly shared: number;
  readonly a: ReportSide;
  readonly b: ReportSide;
  readonly verdict: Verdict;
  /** In order; each character of a passage stands in one row, but for white space at the end of a row. */
  readonly rows: readonly ReportRow[];
  /** Whether the comparison is less fine than it could be. */
  readonly isCoarse: boolean;
  readonly decision: Decision;
}

/** A document with its figures. */
export interface ReportDocument {
  readonly name: string;
  /** Whether it is the example that ships, whose file's name says nothing. */
  readonly isExample: boolean;
  /** In UTF-16 units. */
  readonly characters: number;
  readonly speeches: number;
  readonly counts: Counts;
}

/** A speech with its figures. */
export interface ReportSpeech {
  /** Index into `documents`. */
  readonly document: number;
  /** Empty when it has none. */
  readonly speaker: string;
  readonly title: string;
  readonly role: string;
  readonly counts: Counts;
}

/** A speaker with the figures of all their speeches; speeches without a name count together under the empty one. */
export interface ReportSpeaker {
  readonly speaker: string;
  readonly speeches: number;
  readonly counts: Counts;
}

/** What two people share in the listed findings; `a` and `b` are indices into the matrix's `people`. */
export interface ReportCell {
  readonly a: number;
  readonly b: number;
  /** Findings, and about how many characters they share. */
  readonly count: number;
  readonly shared: number;
}

/** Who shares with whom. */
export interface ReportMatrix {
  /** Those who share much stand together. A speech by which somebody is named; speeches without a name stand for themselves. */
  readonly people: readonly number[];
  /** Those that are not empty, by `a` and then by `b`; a ≤ b. */
  readonly cells: readonly ReportCell[];
}

/** What recurs and is of no interest. */
export interface ReportBoilerplate {
  readonly reason: BoilerplateReason;
  /** As its first place says it. */
  readonly text: string;
  /** How many places there are, in how many speeches. */
  readonly places: number;
  readonly speeches: number;
  /** The first of the places. */
  readonly first: readonly ReportPlace[];
  /** Whether the user took it back: it is then among the findings. */
  readonly isRestored: boolean;
}

/** A report as data: no words, no format. Names are as the naming has them. */
export interface ReportModel {
  readonly documents: readonly ReportDocument[];
  readonly speeches: readonly ReportSpeech[];
  readonly speakers: readonly ReportSpeaker[];
  /** Of everything, whatever is listed. */
  readonly total: Counts;
  /** Indices into `speeches`; null when nothing is shared. */
  readonly largest: { readonly speech: number; readonly other: number; readonly shared: number } | null;
  /** How many findings there are in all, how many of them are judged, and by which judgement. */
  readonly found: number;
  readonly settled: number;
  readonly judged: Readonly<Record<Judgement, number>>;
  /** Those that are listed. */
  readonly findings: readonly ReportFinding[];
  readonly matrix: ReportMatrix;
  readonly boilerplate: readonly ReportBoilerplate[];
  readonly limits: readonly DetectionLimit[];
}
