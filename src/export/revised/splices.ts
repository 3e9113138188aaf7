/** A change of a part's XML: `text` stands instead of `[start, end)`. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Of splices that begin at one place the lower comes first. */
  readonly rank: number;
}

/** In which order what is put at one place stands: properties of a paragraph, runs, and what takes a stretch away. */
export const RANK = { properties: 0, run: 1, stretch: 2 } as const;

/** Collects the changes of one part, so that all that they do not touch stays as it was, character for character. */
export class Splices {
  private readonly all: Splice[] = [];

  put(at: number, text: string, rank: number = RANK.run): void {
    if (text !== '') this.all.push({ start: at, end: at, text, rank });
  }

  replace(start: number, end: number, text: string, rank: number = RANK.run): void {
    this.all.push({ start, end, text, rank });
  }

  get isEmpty(): boolean {
    return this.all.length === 0;
  }

  /** The XML with all changes. Throws where two of them overlap. */
  applyTo(xml: string): string {
    const sorted = this.all.toSorted((one, other) => one.start - other.start || one.rank - other.rank);
    const parts: string[] = [];
    let at = 0;
    for (const { start, end, text } of sorted) {
      if (start < at) throw new Error(`changes overlap at ${start}`);
      parts.push(xml.slice(at, start), text);
      at = end;
    }
    parts.push(xml.slice(at));
    return parts.join('');
  }
}
