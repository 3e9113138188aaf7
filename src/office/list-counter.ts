/** Levels of a list, at most; Word has 9, ODF 10. */
export const LIST_LEVELS = 10;

/** Counts the items of one list, level by level. */
export class ListCounter {
  private readonly values: (number | null)[] = new Array<number | null>(LIST_LEVELS).fill(null);

  /**
   * Counts an item on `level` (from 0) and gives its number. Levels below begin anew, but for those that `restarts` denies:
   * whether level `lower` begins anew behind an item on `level`.
   */
  next(
    level: number,
    start: number,
    restarts: (lower: number, level: number) => boolean = () => true,
  ): number {
    const value = (this.values[level] ?? start - 1) + 1;
    this.values[level] = value;
    for (let lower = level + 1; lower < LIST_LEVELS; lower++) {
      if (restarts(lower, level)) this.values[lower] = null;
    }
    return value;
  }

  /** Makes the next item on `level` have the number `value`. */
  restart(level: number, value: number): void {
    this.values[level] = value - 1;
  }

  /** The number of a level's last item, which 1.2.3 is made of; null when it had none since the level above went on. */
  valueOf(level: number): number | null {
    return this.values[level] ?? null;
  }
}
