/** Counts work, so that long stages know when to tell of progress. There is no clock in the core. */
export interface Pace {
  /** So much more work was done; one unit is what filling one cell of an alignment's table costs. */
  spend(work: number): void;
  /** True once after each stretch of work: the moment to yield. */
  isDue(): boolean;
}

/** Work between two steps of progress: some 10 ms. */
const STRETCH = 1_000_000;

/** A pace that is due after every stretch. */
export function createPace(): Pace {
  let spent = 0;
  return {
    spend(work) {
      spent += work;
    },
    isDue() {
      if (spent < STRETCH) return false;
      spent = 0;
      return true;
    },
  };
}
