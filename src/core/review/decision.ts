import type { PairId } from '../reuse/pair.ts';

/** The user's judgement of a pair. Keeping one side means that the other goes. */
export type Judgement = 'keep-a' | 'keep-b' | 'keep-all' | 'flag';

/** What the user said about one pair; on disk before the page says so. */
export interface Decision {
  readonly pair: PairId;
  /** Null when there is a note but no judgement yet. */
  readonly judgement: Judgement | null;
  /** Empty when there is none. */
  readonly note: string;
}
