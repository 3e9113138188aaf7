import type { CharacterSet } from './character-set.ts';

/**
 * Finds the next of some characters. Asked from places that grow, all calls together look at each character once, however
 * often the same stretch is asked about.
 */
export class NextOf {
  /** None of the characters stands in `[from, at)`. */
  private from = 0;
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly characters: CharacterSet,
  ) {}

  /** Where the first of the characters stands in `[start, end)`; `end` where none does. */
  in(start: number, end: number): number {
    if (start < this.from || start > this.at) {
      this.from = start;
      this.at = start;
    }
    while (this.at < end && !this.characters.has(this.text.charCodeAt(this.at))) this.at++;
    return Math.min(this.at, end);
  }
}
