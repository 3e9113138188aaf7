import { type Range, sizeOf } from '../contents/contents.ts';
import { type Edges, isWholeClause, tornEndsOf } from '../align/edges.ts';
import type { PairKind } from '../pair.ts';
import type { Rarity } from '../contents/rarity.ts';
import { areParallel, type Flaw, isParallel, isTerm, LAW_UNIT_SIMILARITY_LEAST } from './flaws.ts';
import { joinTiles, similarityOf, type Tile } from './tile.ts';
import { unionFind } from '../union-find.ts';

/** What two units have in common: the two units themselves, or one passage of each. */
export interface Judged {
  readonly kind: PairKind;
  /** Whole units for identical and near-identical ones. */
  readonly x: Range;
  readonly y: Range;
  readonly matched: number;
  /** Matched characters, each by how rare it is. */
  readonly weight: number;
  /** False where what they share is of no interest: a stock phrase, or what every speech says. */
  readonly matters: boolean;
  /** Why it is of no interest, where that follows from how they stand and not from their words. */
  readonly flaw: Flaw | null;
}

/** What is known of the text in which tiles stand. */
export interface JudgedText {
  readonly rarity: Rarity;
  readonly edges: Edges;
  /** Whether both contents stand in one and the same speech, and nowhere else. */
  readonly isOneSpeech: () => boolean;
  /** The same, and that speech is a law. */
  readonly isOneLaw: () => boolean;
}

/** The alignment covers this share of both units, or the pair is a partial one. By definition. */
const COVER_LEAST = 0.7;
/** Two units with less in common, letter by letter, are no versions of one another however their tiles spread. */
const UNIT_SIMILARITY_LEAST = 0.58;
/** Versions reworded throughout, with clauses moved, have less; then what they share must be much, and rare. */
const REWORDED_UNIT_SIMILARITY_LEAST = 0.53;
const REWORDED_UNIT_WEIGHT_LEAST = 22;
const REWORDED_UNIT_MEAN_WEIGHT_LEAST = 0.6;
/** Two passages with less in common are two texts about one matter. */
const PASSAGE_SIMILARITY_LEAST = 0.6;
/** Where the alignments of a passage hold less in common than this, they say the same in other words. */
const REWORDED_BELOW = 0.85;
/** What two passages must share to be a finding, in rare ideographs. */
const WEIGHT_LEAST = 11;
/** And how much a shared character must weigh on average: below it the passage is made of stock phrases. */
const MEAN_WEIGHT_LEAST = 0.33;
/** And so much by what stands in no name and no ritual phrase: the few words between them weigh less. */
const OWN_MEAN_LEAST = 0.12;
/** Two units must share so much to be said of at all, in ideographs: a salutation is as long. */
const UNIT_SUBSTANCE_LEAST = 6;
/** What stands in every speech is a finding all the same when it weighs this much: some 50 characters of common words. */
const COMMON_WEIGHT_LEAST = 14;
/**
 * Texts on one matter share short runs by the nature of the matter (处五年以上十年以下). A passage needs one run that is
 * longer than a phrase, or so much in short runs that it cannot be chance.
 */
const LONGEST_RUN_LEAST = 9;
const SCATTERED_WEIGHT_LEAST = 22;
/**
 * A reworded passage must share more: what two texts on one matter have in common by chance are short runs of light words,
 * and inside one speech all is of one matter.
 */
const REWORDED_WEIGHT_LEAST = 16;
const REWORDED_WEIGHT_IN_SPEECH = 22;
/** Unless so much of them is shared: two speakers hardly come to say three characters of four alike. */
const REWORDED_LITTLE = 0.75;
/**
 * Inside one unit a passage that begins and ends in the middle of clauses, on both sides, must share so much: the unit goes
 * through cases (二十四个班以下的…，三十个班以上的…). Who takes over a clause leaves it whole on one side.
 */
const TORN_WEIGHT_IN_UNIT = 22;
/** A unit that stands nearly whole in another, with so much put in between that they are still alike by this much. */
const CONTAINED_SIMILARITY_LEAST = 0.4;
/** Only tiles of this weight are joined so far apart: lighter ones may be chance. */
const CONTAINED_WEIGHT_LEAST = 8;
/** Folded characters between two tiles of one passage, at most: a sentence put in between, or moved. */
const TILE_GAP = 60;
/** Where one side goes on without a break, as much as a long sentence may stand between them on the other: it was dropped. */
const DROPPED_GAP = 160;
const UNBROKEN_GAP = 8;
/** Tiles before a tile that are asked whether they are near: more do not fit into the gap. */
const NEAR_TILES_MOST = 12;

/** Says what the tiles of two contents make of them. Where nothing of it matters, what would be a finding otherwise. */
export function judge(tiles: readonly Tile[], x: Range, y: Range, judging: JudgedText): readonly Judged[] {
  const units = judgeUnits(tiles, x, y, judging);
  if (units?.matters === true) return [units];
  const passages = judgePassages(tiles, x, y, judging);
  if (units?.flaw === 'parallel') {
    // What one article took over from the other, as it stands, is said twice all the same.
    const taken = passages.filter((passage) => passage.matters && isVerbatim(passage));
    return taken.length > 0 ? taken : [units];
  }
  return units === null || passages.some((passage) => passage.matters) ? passages : [units];
}

function isVerbatim({ x, y, matched }: Judged): boolean {
  return 2 * matched >= LAW_UNIT_SIMILARITY_LEAST * (sizeOf(x) + sizeOf(y));
}

/**
 * Whether two contents of these sizes that have so many characters in common may be a finding at all: an ideograph weighs and counts at
 * most 1. Spares the weighing of most that share no more than a phrase.
 */
export function mayJudge(matched: number, sizeX: number, sizeY: number): boolean {
  if (matched >= WEIGHT_LEAST) return true;
  return matched >= UNIT_SUBSTANCE_LEAST && 2 * matched >= REWORDED_UNIT_SIMILARITY_LEAST * (sizeX + sizeY);
}

/** The two units as versions of one another; null when they are not. */
function judgeUnits(
  tiles: readonly Tile[],
  x: Range,
  y: Range,
  { rarity, isOneLaw }: JudgedText,
): Judged | null {
  if (x.start === y.start) return null;
  const matched = sum(tiles, (tile) => tile.matched);
  const weight = sum(tiles, (tile) => tile.weight);
  const substance = sum(tiles, (tile) => tile.substance);
  const covered = Math.min(
    sum(tiles, (tile) => sizeOf(tile.x)) / sizeOf(x),
    sum(tiles, (tile) => sizeOf(tile.y)) / sizeOf(y),
  );
  const similarity = (2 * matched) / (sizeOf(x) + sizeOf(y));
  const isRare =
    weight >= REWORDED_UNIT_WEIGHT_LEAST && weight >= REWORDED_UNIT_MEAN_WEIGHT_LEAST * substance;
  const similarityLeast = isRare ? REWORDED_UNIT_SIMILARITY_LEAST : UNIT_SIMILARITY_LEAST;
  if (covered < COVER_LEAST || similarity < similarityLeast || substance < UNIT_SUBSTANCE_LEAST) return null;
  // Alike but for punctuation: the contents differ in where their clauses end.
  const isEqual = tiles.length === 1 && matched === sizeOf(x) && matched === sizeOf(y);
  const kind = isEqual ? 'identical' : 'near-identical';
  const isOfInterest = matters(
    substance,
    weight,
    sum(tiles, (tile) => tile.own),
  );
  const besideTerms = (): number => sum(tiles, (tile) => weightBesideTerms(tile, rarity));
  const isFlawed =
    isOfInterest && isOneLaw() && areParallel({ substance, besideTerms: besideTerms(), similarity });
  return {
    kind,
    x,
    y,
    matched,
    weight,
    matters: isOfInterest && !isFlawed,
    flaw: isFlawed ? 'parallel' : null,
  };
}

function judgePassages(
  tiles: readonly Tile[],
  x: Range,
  y: Range,
  { rarity, edges, isOneSpeech, isOneLaw }: JudgedText,
): readonly Judged[] {
  const whole = joinContained(tiles, x, y);
  const passages: Judged[] = [];
  for (const tile of whole === null ? mergeNeighbours(tiles) : [whole]) {
    if (tile !== whole && similarityOf(tile) < PASSAGE_SIMILARITY_LEAST) continue;
    if (tile.substance < WEIGHT_LEAST || !isNoChance(tile)) continue;
    const isOfInterest = matters(tile.substance, tile.weight, tile.own);
    const kind = (2 * tile.matched) / tile.aligned < REWORDED_BELOW ? 'paraphrase' : 'partial';
    const weighed = isOfInterest ? weightBesideTerms(tile, rarity) : 0;
    const besideTerms = isClause(tile, edges) ? tile.weight : weighed;
    if (isOfInterest && kind === 'paraphrase' && besideTerms < rewordedLeast(tile, isOneSpeech)) continue;
    const tornEnds = tornEndsOf(tile.x, tile.y, edges);
    if (isOfInterest && x.start === y.start && tornEnds === 2 && besideTerms < TORN_WEIGHT_IN_UNIT) continue;
    const { x: inX, y: inY, matched, weight, substance } = tile;
    let flaw: Flaw | null = null;
    if (isOfInterest) {
      const isLight = !matters(substance, besideTerms, Math.min(besideTerms, tile.own));
      const looked = { substance, besideTerms: weighed, similarity: similarityOf(tile) };
      if (isOneLaw() && isParallel(looked, isSentence(tile, edges))) flaw = 'parallel';
      else if (isLight || isTerm({ ...looked, besideTerms }, tornEnds, isOneSpeech())) flaw = 'term';
    }
    passages.push({ kind, x: inX, y: inY, matched, weight, matters: isOfInterest && flaw === null, flaw });
  }
  return passages;
}

/** What a reworded passage must share at least. */
function rewordedLeast(tile: Tile, isOneSpeech: () => boolean): number {
  if (isOneSpeech()) return REWORDED_WEIGHT_IN_SPEECH;
  return similarityOf(tile) >= REWORDED_LITTLE ? WEIGHT_LEAST : REWORDED_WEIGHT_LEAST;
}

/** Whether a passage begins and ends with a clause on both sides: then its author said the clause again, not a term. */
function isClause({ x, y }: Tile, { isClauseEdge }: Edges): boolean {
  return isClauseEdge(x.start) && isClauseEdge(y.start) && isClauseEdge(x.end) && isClauseEdge(y.end);
}

/** Whether a passage is whole on both sides, and no condition on either: a law says a duty again where it says what then. */
function isSentence({ x, y }: Tile, edges: Edges): boolean {
  const isOf = (side: Range): boolean => isWholeClause(side, edges) && !edges.isConditionEnd(side.end);
  return isOf(x) && isOf(y);
}

function weightBesideTerms({ runs }: Tile, rarity: Rarity): number {
  return runs.reduce((weight, run) => weight + rarity.weightBesideTerms(run), 0);
}

/** One tile of all, where one unit stands nearly whole in the other and what lies between is left out there; else null. */
function joinContained(tiles: readonly Tile[], x: Range, y: Range): Tile | null {
  if (tiles.length < 2) return null;
  const heavy = tiles.filter((tile) => tile.weight >= CONTAINED_WEIGHT_LEAST);
  if (heavy.length < 2 || x.start === y.start) return null;
  const covered = Math.max(
    sum(heavy, (tile) => sizeOf(tile.x)) / sizeOf(x),
    sum(heavy, (tile) => sizeOf(tile.y)) / sizeOf(y),
  );
  if (covered < COVER_LEAST) return null;
  const joined = joinTiles(heavy);
  return similarityOf(joined) >= CONTAINED_SIMILARITY_LEAST ? joined : null;
}

/**
 * Whether so much shared text is a finding: rare enough on average, or more than any stock phrase has. For the latter what
 * stands in names and ritual phrases, which is not in `own`, does not count: a long row of them is still no more.
 */
export function matters(substance: number, weight: number, own: number): boolean {
  return (
    weight >= WEIGHT_LEAST &&
    own >= OWN_MEAN_LEAST * substance &&
    (weight >= MEAN_WEIGHT_LEAST * substance || own >= COMMON_WEIGHT_LEAST)
  );
}

/** Whether a passage inside two otherwise different units has more in common than chance gives. */
function isNoChance({ longest, weight }: Tile): boolean {
  return longest >= LONGEST_RUN_LEAST || weight >= SCATTERED_WEIGHT_LEAST;
}

/** Joins tiles that stand close together on both sides, in whatever order, where the joined passages are still alike. */
function mergeNeighbours(tiles: readonly Tile[]): readonly Tile[] {
  if (tiles.length < 2) return tiles;
  const merged: Tile[] = [];
  for (const group of neighbourhoods(tiles)) {
    const whole = joinTiles(group);
    if (isOnePassage(whole)) {
      merged.push(whole);
      continue;
    }
    // Something else stands between some of them: join those that follow each other.
    let last: Tile | undefined;
    for (const tile of group) {
      const joined = last !== undefined && areNear(last, tile) ? joinTiles([last, tile]) : undefined;
      if (joined !== undefined && isOnePassage(joined)) last = joined;
      else {
        if (last !== undefined) merged.push(last);
        last = tile;
      }
    }
    if (last !== undefined) merged.push(last);
  }
  return merged;
}

/** Whether a joined tile is alike enough for one passage; inside one unit its sides must not run into each other. */
function isOnePassage(tile: Tile): boolean {
  const isApart = tile.x.end <= tile.y.start || tile.y.end <= tile.x.start;
  return isApart && similarityOf(tile) >= PASSAGE_SIMILARITY_LEAST;
}

/** The tiles, in order of x, in groups in which each is near another one. */
function neighbourhoods(tiles: readonly Tile[]): readonly (readonly Tile[])[] {
  const sets = unionFind(tiles.length);
  for (const [index, tile] of tiles.entries()) {
    // In order of x, only the few tiles before this one can be near it: no tile is shorter than a word.
    for (let before = index - 1; before >= 0 && before >= index - NEAR_TILES_MOST; before--) {
      if (areNear(tiles[before] as Tile, tile)) sets.join(before, index);
    }
  }
  const groups = new Map<number, Tile[]>();
  for (const [index, tile] of tiles.entries()) {
    const set = sets.find(index);
    const group = groups.get(set);
    if (group === undefined) groups.set(set, [tile]);
    else group.push(tile);
  }
  return [...groups.values()];
}

function areNear(p: Tile, q: Tile): boolean {
  if (near(p.x, q.x) && near(p.y, q.y)) return true;
  const inX = q.x.start - p.x.end;
  const inY = q.y.start - p.y.end;
  return inX >= 0 && inY >= 0 && Math.min(inX, inY) <= UNBROKEN_GAP && Math.max(inX, inY) <= DROPPED_GAP;
}

function near(p: Range, q: Range): boolean {
  return Math.max(p.start, q.start) - Math.min(p.end, q.end) <= TILE_GAP;
}

function sum(tiles: readonly Tile[], of: (tile: Tile) => number): number {
  return tiles.reduce((total, tile) => total + of(tile), 0);
}
