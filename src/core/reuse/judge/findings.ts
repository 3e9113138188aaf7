import type { ContentAlignment } from '../align/alignments.ts';
import { type Contents, type Range, sizeOf } from '../contents/contents.ts';
import { type Edges, tornEndsOf } from '../align/edges.ts';
import type { Flaw } from './flaws.ts';
import { judge } from './judge.ts';
import type { Laws } from './laws.ts';
import type { PairKind } from '../pair.ts';
import type { Rarity } from '../contents/rarity.ts';
import { tileOf } from './tile.ts';
import type { UnitTable } from '../contents/unit-table.ts';
import { widenReworded } from './widen.ts';

/** A range of one content: wherever that content stands, so does the passage. */
export interface Place extends Range {
  readonly content: number;
}

/** Two places that say the same, before they are given names and spans. */
export interface Finding {
  readonly a: Place;
  readonly b: Place;
  readonly kind: PairKind;
  readonly matched: number;
  /** Matched characters, each by how rare it is. */
  readonly weight: number;
  /** False where what they share is of no interest. */
  readonly matters: boolean;
  /** Why it is of no interest, where that follows from how they stand and not from their words. */
  readonly flaw: Flaw | null;
  /** How many ends stand in the middle of a clause on both sides: 0 to 2. */
  readonly tornEnds: number;
}

/** What judging alignments needs. */
export interface Judging {
  readonly contents: Contents;
  readonly rarity: Rarity;
  readonly edges: Edges;
  readonly units: UnitTable;
  readonly laws: Laws;
}

/** The findings between two contents, those that do not matter among them. */
export function findingsOf({ x, y, tiles }: ContentAlignment, judging: Judging): readonly Finding[] {
  const { contents, rarity, edges, units, laws } = judging;
  const xRange = contents.rangeOf(x);
  const yRange = contents.rangeOf(y);
  const weighed = tiles.map((runs) => tileOf(runs, rarity));
  const isOneSpeech = (): boolean => areOfOneSpeech(x, y, units);
  const isOneLaw = (): boolean => isOneSpeech() && laws(units.holderAt(x, 0));
  return judge(weighed, xRange, yRange, { rarity, edges, isOneSpeech, isOneLaw }).map((judged): Finding => {
    const {
      x: inX,
      y: inY,
      kind,
      matched,
      weight,
      matters,
      flaw,
    } = widenReworded(judged, xRange, yRange, contents.codes, edges);
    return {
      a: { content: x, start: inX.start, end: inX.end },
      b: { content: y, start: inY.start, end: inY.end },
      kind,
      matched,
      weight,
      matters,
      flaw,
      tornEnds: tornEndsOf(inX, inY, edges),
    };
  });
}

/** Whether a place is its content, whole. */
export function isWhole({ content, start, end }: Place, contents: Contents): boolean {
  return start === contents.startOf(content) && end === contents.endOf(content);
}

/** Whether two places share a character. */
export function overlap(p: Place, q: Place): boolean {
  return p.start < q.end && q.start < p.end;
}

/** 2·matched / (lengthA + lengthB): of the units or of the passages, as the finding's places say. */
export function similarityOfFinding({ a, b, matched }: Finding): number {
  return (2 * matched) / (sizeOf(a) + sizeOf(b));
}

/** Whether all units that have one of two contents stand in one speech. */
export function areOfOneSpeech(x: number, y: number, units: UnitTable): boolean {
  if (units.holderCount(x) === 0) return false;
  const speech = units.speechAt(units.holderAt(x, 0));
  const isThere = (content: number): boolean => {
    for (let i = 0; i < units.holderCount(content); i++) {
      if (units.speechAt(units.holderAt(content, i)) !== speech) return false;
    }
    return true;
  };
  return isThere(x) && isThere(y);
}
