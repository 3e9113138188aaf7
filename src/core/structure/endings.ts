import { simplify } from './simplified.ts';

/** Words in simplified script that others may end with: looked up, each length once, instead of tried one by one. */
export class Endings {
  private readonly words: ReadonlySet<string>;
  private readonly lengths: readonly number[];
  private readonly longest: number;

  constructor(words: readonly string[]) {
    this.words = new Set(words);
    this.lengths = [...new Set(words.map(({ length }) => length))];
    this.longest = Math.max(...this.lengths);
  }

  /** Whether `text`, in either script, ends with one of the words. */
  end(text: string): boolean {
    const end = simplify(text.slice(-this.longest));
    return this.lengths.some((length) => length <= end.length && this.words.has(end.slice(-length)));
  }
}
