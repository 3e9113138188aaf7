import type { Contents } from './contents.ts';
import { type GramCounter, gramOrders } from './gram-counter.ts';
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
/** Folded characters that another thread may count: fewer are counted before it is heard. */
const GIVEN_LEAST = 200_000;

/** Keeps the counts of grams those of the documents that are there, as these come and go. */
export class GramLedger {
  private counts: GramCounts = createGramCounts(0);
  /** The size of the table; -1 where its counts are void. */
  private bits = -1;
  /** Documents that went and whose grams are still counted. */
  private readonly leaving = new Set<CountedDocument>();
  /** Who counts these documents, from nothing, in a table of `bits`; null when all that is to be counted is. */
  private given: { counter: GramCounter; documents: readonly CountedDocument[]; bits: number } | null = null;
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

  /**
   * Counts what came, and no longer what went; lets `counter` do that where much must be counted from nothing. May be broken
   * off between two yields, and before `counted` is done.
   */
  *update(
    documents: Iterable<CountedDocument>,
    contents: Contents,
    counter: GramCounter | null,
  ): Generator<void, void> {
    const bits = gramTableBits(contents.live);
    const all = [...documents];
    this.given = null;
    if (bits !== this.bits) {
      this.bits = -1;
      this.leaving.clear();
      for (const document of all) document.counted = 0;
      if (counter !== null && contents.live >= GIVEN_LEAST) {
        for (const order of gramOrders(speechesOfAll(all), contents, bits)) {
          counter.count(order);
          yield;
        }
        this.given = { counter, documents: all, bits };
        return;
      }
      this.counts = createGramCounts(bits);
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
  }

  /** What `update` counted. Yields as long as it is not there. */
  *counted(): Generator<void, GramCounts> {
    const { given } = this;
    if (given === null) return this.counts;
    for (;;) {
      const table = given.counter.counted();
      if (table !== null) {
        this.counts = createGramCounts(given.bits, table);
        break;
      }
      yield;
    }
    for (const document of given.documents) document.counted = document.units.speechCount;
    this.bits = given.bits;
    this.given = null;
    return this.counts;
  }

  private *count(speech: readonly number[], contents: Contents, change: 1 | -1): Generator<void, void> {
    // Broken off in the midst of a speech, the counts would be wrong.
    const { bits } = this;
    this.bits = -1;
    yield* this.counts.nextSpeech();
    let work = WORK_OF_A_SPEECH;
    for (const content of speech) {
      this.counts.count(contents.codes, contents.startOf(content), contents.endOf(content), change);
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

function* speechesOfAll(documents: readonly HeldDocument[]): Generator<readonly number[]> {
  for (const document of documents) yield* speechesOf(document);
}

/** By speech: its contents. */
function speechesOf({ units, contents }: HeldDocument): readonly (readonly number[])[] {
  const speeches: number[][] = Array.from({ length: units.speechCount }, () => []);
  for (const [index, speech] of units.speeches.entries()) speeches[speech]?.push(contents[index] as number);
  return speeches;
}
