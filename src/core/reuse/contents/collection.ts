import type { DocumentId } from '../../text/document.ts';
import type { PackedAlignments } from '../align/alignments.ts';
import { condense, type GivenDocument, structureOf } from './condensed.ts';
import { Contents } from './contents.ts';
import { RITUAL, STOCK } from './marks.ts';
import { phrasesOf } from './phrases.ts';
import type { NamedPassage } from '../describe/passage-finder.ts';
import type { GramCounter } from './gram-counter.ts';
import { type CountedDocument, GramLedger } from './gram-ledger.ts';
import { markTemplates } from '../judge/judging.ts';
import type { GramCounts } from './rarity.ts';
import { type ShingleRule, shingleRule } from '../link/shingles.ts';
import { STOCK_WORDS } from './stock.ts';
import { tableOf, type UnitTable } from './unit-table.ts';

/** Folded characters between two steps of progress. */
const STEP = 60_000;
/** What taking in a document, and a unit, costs beside its text, in folded characters. */
const WORK_OF_A_DOCUMENT = 100;
const WORK_OF_A_UNIT = 50;
/** Documents looked at between two steps of progress. */
const DOCUMENTS_STEP = 10_000;
/** What went stays in the tables until it is more than this share of what is there. */
const DEAD_SHARE_MOST = 1;
const DEAD_LEAST = 1_000_000;

/** A document on its way in or out: how much of it the tables have. */
interface Entry extends CountedDocument {
  /** What tells its structure from another one. */
  readonly structure: object;
  /** Units that were folded. */
  folded: number;
}

/**
 * The documents that a detection works on, with what was made of them: kept from one detection to the next, so that a
 * document that comes costs the work for one. Every step can be broken off between two of its yields; the next detection
 * goes on from there.
 */
export class Collection {
  contents = new Contents();
  /** What pairs of contents have in common, for all contents that are linked. */
  alignments: readonly PackedAlignments[] = [];
  /** Shingles that stand in so many places that not all were paired with all. */
  frequent = 0;
  /** By content: whether it is linked with all other linked ones. */
  private linked = new Uint8Array(0);
  /** The contents that are linked, in order. */
  linkedOrder: Uint32Array = new Uint32Array(0);
  /** Grows whenever text comes or goes. */
  changes = 0;
  private rule: ShingleRule | null = null;
  private readonly grams = new GramLedger();
  private readonly entries = new Map<DocumentId, Entry>();
  /** Characters in which stock words, and ritual phrases, are marked. */
  private stockTo = 0;
  private ritualTo = 0;
  /** The phrases that are marked up to there; null while they are another's. */
  private ritual: readonly string[] | null = [];
  private hasTemplates = false;
  /** Folded characters taken in since the last step of progress. */
  private work = 0;

  /** Takes in what came, lets go what went. Gives the table of what is there now. Yields now and then. */
  *take(documents: readonly GivenDocument[]): Generator<void, UnitTable> {
    const wanted = new Map<DocumentId, object>();
    for (const given of documents) {
      wanted.set(given.document.id, structureOf(given));
      if (wanted.size % DOCUMENTS_STEP === 0) yield;
    }
    let looked = 0;
    for (const [id, entry] of this.entries) {
      if (++looked % DOCUMENTS_STEP === 0) yield;
      if (wanted.get(id) !== entry.structure) this.letGo(id, entry);
    }
    if (this.contents.length - this.contents.live > DEAD_LEAST + DEAD_SHARE_MOST * this.contents.live)
      this.forget();
    yield* this.makeRoom(documents);
    const held: Entry[] = [];
    for (const { document } of documents) {
      const entry = this.entries.get(document.id) as Entry;
      yield* this.foldDocument(entry);
      if (held.push(entry) % DOCUMENTS_STEP === 0) yield;
    }
    return yield* tableOf(held, this.contents.count);
  }

  /** Counts the grams of what came, and no longer those of what went; `counter` may do it meanwhile. */
  countGrams(counter: GramCounter | null): Generator<void, void> {
    return this.grams.update(this.entries.values(), this.contents, counter);
  }

  /** What `countGrams` counted. Yields as long as it is not there. */
  countedGrams(): Generator<void, GramCounts> {
    return this.grams.counted();
  }

  /** Marks the stock words and these ritual phrases in what is not marked yet. */
  *markPhrases(ritual: readonly string[]): Generator<void, void> {
    const { contents } = this;
    yield* phrasesOf(STOCK_WORDS).markIn(contents, STOCK, this.stockTo);
    this.stockTo = contents.length;
    const { ritual: marked } = this;
    if (marked?.length !== ritual.length || ritual.some((phrase, i) => phrase !== marked[i])) {
      this.ritual = null;
      this.ritualTo = 0;
      contents.clearMark(RITUAL);
    }
    yield* phrasesOf(ritual).markIn(contents, RITUAL, this.ritualTo);
    this.ritualTo = contents.length;
    this.ritual = ritual;
  }

  /** The rule by which shingles are chosen now; where it is another than before, all must be linked anew. */
  currentRule(): ShingleRule {
    const rule = shingleRule(this.contents.live);
    if (rule !== this.rule) this.unlink();
    this.rule = rule;
    return rule;
  }

  readonly isLinked = (content: number): boolean => this.linked[content] === 1;

  /** Whether contents came or went since they were linked. */
  isOutdated(): boolean {
    for (let content = 0; content < this.contents.count; content++) {
      if (this.contents.isLive(content) !== this.isLinked(content)) return true;
    }
    return false;
  }

  /** Marks what stands in these documents, and what others share with them, as text of a template. */
  *markTemplates(documents: readonly DocumentId[], units: UnitTable): Generator<void, void> {
    if (documents.length === 0 && !this.hasTemplates) return;
    this.hasTemplates = true;
    const ids = new Set(documents);
    const isTemplate = new Uint8Array(this.contents.count);
    for (let unit = 0; unit < units.count; unit++) {
      if (ids.has(units.unitAt(unit).document)) isTemplate[units.contentAt(unit)] = 1;
    }
    yield;
    yield* markTemplates(this.alignments, (content) => isTemplate[content] === 1, this.contents);
    this.hasTemplates = documents.length > 0;
  }

  /** The contents that are there, in an order that only their texts decide. Yields now and then. */
  *order(): Generator<void, Uint32Array> {
    const { contents, linkedOrder, linked } = this;
    const fresh = yield* contents.inOrder((content) => contents.isLive(content) && linked[content] !== 1);
    return contents.merged(
      linkedOrder.filter((content) => contents.isLive(content)),
      fresh,
    );
  }

  /** From now on the contents of `order`, which are all that are there, are linked by these alignments. */
  link(alignments: readonly PackedAlignments[], frequent: number, order: Uint32Array): void {
    this.alignments = alignments;
    this.frequent = frequent;
    this.linkedOrder = order;
    this.linked = new Uint8Array(this.contents.count);
    for (const content of order) this.linked[content] = 1;
  }

  private unlink(): void {
    this.alignments = [];
    this.frequent = 0;
    this.linkedOrder = new Uint32Array(0);
    this.linked = new Uint8Array(0);
  }

  private letGo(id: DocumentId, entry: Entry): void {
    this.entries.delete(id);
    this.changes++;
    for (let i = 0; i < entry.folded; i++) this.contents.release(entry.contents[i] as number);
    entry.folded = 0;
    this.grams.leave(entry);
  }

  /** Drops all tables; the documents come in anew. */
  private forget(): void {
    this.contents = new Contents();
    this.changes++;
    this.entries.clear();
    this.unlink();
    this.grams.forget();
    this.stockTo = 0;
    this.ritualTo = 0;
  }

  private *makeRoom(documents: readonly GivenDocument[]): Generator<void, void> {
    let characters = 0;
    let units = 0;
    let work = 0;
    for (const given of documents) {
      const { document } = given;
      let entry = this.entries.get(document.id);
      if (entry === undefined) {
        const condensed = condense(given);
        entry = {
          ...condensed,
          structure: structureOf(given),
          contents: new Uint32Array(condensed.units.count),
          passages: new Array<NamedPassage[]>(condensed.units.count),
          folded: 0,
          counted: 0,
        };
        this.entries.set(document.id, entry);
        work += document.text.length;
      }
      work += WORK_OF_A_DOCUMENT;
      if (work > STEP) {
        work = 0;
        yield;
      }
      const { starts, ends, count } = entry.units;
      for (let i = entry.folded; i < count; i++) characters += (ends[i] as number) - (starts[i] as number);
      units += count - entry.folded;
    }
    this.contents.reserve(characters, units);
  }

  private *foldDocument(entry: Entry): Generator<void, void> {
    const { text } = entry.document;
    const { count, starts, ends, speeches, breaks } = entry.units;
    while (entry.folded < count) {
      const unit = entry.folded;
      const span = { start: starts[unit] as number, end: ends[unit] as number };
      entry.contents[unit] = this.contents.add(text, span, breaks[speeches[unit] as number] ?? []);
      entry.folded++;
      this.changes++;
      this.work += WORK_OF_A_UNIT + span.end - span.start;
      if (this.work > STEP) {
        this.work = 0;
        yield;
      }
    }
  }
}
