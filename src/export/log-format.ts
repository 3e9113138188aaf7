import type { LoggedEdit } from '../core/draft/cleaned.ts';
import type { Check, Conflict, RemovedKind } from '../core/draft/plan.ts';
import type { PairId } from '../core/reuse/pair.ts';
import type { Judgement } from '../core/review/decision.ts';
import type { Encoding } from '../core/text/document.ts';

/**
 * The removal log as a file. To rebuild the original from the cleaned text: for each edit in order, at `at` take `inserted`
 * out and put `removed` in; all offsets count UTF-16 units from 0, `at` in the cleaned text (a byte order mark not counted),
 * `start` and `end` in the original. `original` and `cleaned` are hashes of both texts by which a wrong one is known.
 *
 * Version 1: the first.
 */
export const DRAFT_LOG_VERSION = 1;

/** What is in the file. */
export interface DraftLog {
  readonly format: 'leitong-removal-log';
  readonly version: typeof DRAFT_LOG_VERSION;
  readonly document: { readonly name: string; readonly encoding: Encoding; readonly characters: number };
  readonly original: string;
  readonly cleaned: string;
  readonly edits: readonly (LoggedEdit & {
    /** Of a removal: what went, why, and in favour of what. */
    readonly places?: readonly {
      readonly kind: RemovedKind;
      /** In words, in the language of whoever exported. */
      readonly name: string;
      readonly start: number;
      readonly end: number;
      readonly decisions: readonly LoggedDecision[];
    }[];
    /** Of a rewriting: who wants it, and why. */
    readonly decisions?: readonly LoggedDecision[];
  })[];
  readonly checks: readonly {
    readonly kind: Check['kind'];
    readonly start: number;
    readonly words: string;
    readonly from?: number;
    readonly to?: number | null;
    readonly count?: number;
  }[];
  readonly conflicts: readonly {
    readonly kind: Conflict['kind'];
    readonly name: string;
    readonly start: number;
    readonly words: string;
    readonly removing: readonly PairId[];
    readonly keeping: readonly PairId[];
  }[];
}

/** A decision by which something went or was written anew. */
export interface LoggedDecision {
  readonly pair: PairId;
  readonly judgement: Judgement | null;
  readonly note: string;
  /** What it keeps instead, in words. */
  readonly kept: string;
}
