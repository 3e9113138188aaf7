import { labelOf } from '../../office/list-label.ts';
import { numberAt, type List } from './numbering.ts';

const LEVELS = 9;

/** Counts the numbered paragraphs of a document, in order, as Word does. */
export class Counters {
  private readonly find: (numId: string) => List | null;
  /** By definition: the last number of each level; null where counting starts at the next paragraph. */
  private readonly counts = new Map<string, (number | null)[]>();
  private readonly begun = new Set<string>();

  constructor(find: (numId: string) => List | null) {
    this.find = find;
  }

  /**
   * The number of the next paragraph as a reader sees it, with what stands between it and the text; null for none.
   * `level` is counted from 0.
   */
  next(numId: string, level: number): string | null {
    const list = this.find(numId);
    const form = list?.levelAt(level);
    if (list == null || form == null) return null;
    const counts = this.countsOf(list.definition);
    if (!this.begun.has(numId)) {
      this.begun.add(numId);
      for (const at of list.restarts.keys()) counts[at] = null;
    }
    const startOf = (at: number) => list.restarts.get(at) ?? list.levelAt(at)?.start ?? 1;
    const last = counts[level] ?? null;
    counts[level] = last === null ? startOf(level) : last + 1;
    // A level above that had no paragraph counts as begun: behind 1.1 comes 2.
    for (let at = 0; at < level; at++) counts[at] ??= startOf(at);
    for (let at = level + 1; at < LEVELS; at++) {
      const restart = list.levelAt(at)?.restart ?? at;
      // Level numbers in the file are counted from 1: the level that restarts this one, or any above.
      if (level < restart) counts[at] = null;
    }
    return labelOf(numberAt(list, level, counts), form.follow);
  }

  private countsOf(definition: string): (number | null)[] {
    let counts = this.counts.get(definition);
    if (counts === undefined) {
      counts = Array.from({ length: LEVELS }, () => null);
      this.counts.set(definition, counts);
    }
    return counts;
  }
}
