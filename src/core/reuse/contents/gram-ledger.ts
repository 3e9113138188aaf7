import type { Contents } from './contents.ts';
import { createGramCounts, type GramCounts, gramTableBits } from './rarity.ts';
import type { HeldDocument } from './unit-table.ts';

/** A document with how much of it is counted. */
export interface CountedDocument extends HeldDocument {
  /** Speeches whose grams are counted, from the first on. */
  counted: number;
}

/** Folded characters counted between two steps of progress. */
const STEP = 40_000;
/** What a speech costs beside its text, in folded characters. */
const WORK_OF_A_SPEECH = 50;

/** Keeps the counts of grams those of the documents that are there, as these come and go. */
export class GramLedger {
  private counts: GramCounts = createGramCounts(0);
  /** The size of the table; -1 where its counts are void. */
  private bits = -1;
  /** Documents that went and whose grams are still counted. */
  private readonly leaving = new Set<CountedDocument>();
  /** Characters of small speeches that were counted since the last step of progress. */
  private work = 0;

  /** The document goes. */
  leave(document: CountedDocument): void {
    if (document.counted > 0) this.leaving.add(document);
  }

  /** Drops all counts. */
  forget(): void {
    this.bits = -1;
    this.leaving.clear();
  }

  /** Counts what came, and no longer what went. May be broken off between two yields. */
  *update(documents: Iterable<CountedDocument>, contents: Contents): Generator<void, GramCounts> {
    const bits = gramTableBits(contents.live);
    const all = [...documents];
    if (bits !== this.bits) {
      this.counts = createGramCounts(bits);
      this.leaving.clear();
      for (const document of all) document.counted = 0;
    }
    this.bits = bits;
    for (const document of this.leaving) {
      const speeches = speechesOf(document);
      while (document.counted > 0) {
        document.counted--;
        yield* this.count(speeches[document.counted] ?? [], contents, -1);
      }
      this.leaving.delete(document);
    }
    for (const document of all) {
      const { speechCount } = document.units;
      if (document.counted === speechCount) continue;
      const speeches = speechesOf(document);
      while (document.counted < speechCount) {
        document.counted++;
        yield* this.count(speeches[document.counted - 1] ?? [], contents, 1);
      }
    }
    return this.counts;
  }

  private *count(speech: readonly number[], contents: Contents, change: 1 | -1): Generator<void, void> {
    // Broken off in the midst of a speech, the counts would be wrong.
    const { bits } = this;
    this.bits = -1;
    yield* this.counts.nextSpeech();
    let work = WORK_OF_A_SPEECH;
    for (const content of speech) {
      this.counts.count(content, contents, change);
      work += contents.sizeOf(content) + 1;
      if (work < STEP) continue;
      yield;
      work = 0;
    }
    this.bits = bits;
    this.work += work;
    if (this.work < STEP) return;
    this.work = 0;
    yield;
  }
}

/** By speech: its contents. */
function speechesOf({ units, contents }: HeldDocument): readonly (readonly number[])[] {
  const speeches: number[][] = [];
  for (const [index, speech] of units.speeches.entries())
    (speeches[speech] ??= []).push(contents[index] as number);
  return speeches;
}
