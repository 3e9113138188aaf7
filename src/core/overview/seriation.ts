/** Two things of `0 … count - 1` that belong together, and how much: a whole number above 0. */
export interface Tie {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** More rows than this are joined by their heaviest ties alone first: what all share with all takes the square of them in memory. */
const ROWS_MOST = 3_000;
/** Sums looked at between two breaks: a few milliseconds. */
const STEP = 300_000;
/** Ties and things looked at between two breaks. */
const TIES_STEP = 10_000;

/** By thing: what ties it to others, summed up. */
type Direct = readonly ReadonlyMap<number, number>[];

/**
 * Orders things so that what belongs together stands together: clusters by average linkage (UPGMA; Sokal and Michener,
 * 1958), found along chains of nearest neighbours, which gives the same clusters (Benzécri, 1982); of the ways to put two
 * clusters side by side the one whose touching ends are tied most (after Gruvaeus and Wainer, 1972). What is tied to
 * nothing comes last, in the order given; clusters that are not tied to one another with the heaviest first. Gives each
 * thing once; the same for the same ties, in whatever order these come. Ties of a thing with itself count for nothing.
 * Time and memory grow with the square of the tied things, up to `most` of them; yields every few milliseconds.
 */
export function* seriate(
  count: number,
  ties: readonly Tie[],
  most: number = ROWS_MOST,
): Generator<void, readonly number[]> {
  const direct = yield* directOf(count, ties);
  const rows = firstRows(direct, most);
  yield;
  const finished = (yield* linked(rows, direct)).map((things) => ({
    things,
    weight: weightOf(things, direct),
  }));
  finished.sort((p, q) => q.weight - p.weight || (p.things[0] as number) - (q.things[0] as number));
  const alone = direct.flatMap((own, thing) => (own.size === 0 ? [thing] : []));
  return [...finished.flatMap(({ things }) => things), ...alone];
}

function* directOf(count: number, ties: readonly Tie[]): Generator<void, Direct> {
  const direct = Array.from({ length: count }, () => new Map<number, number>());
  const add = (from: number, to: number, weight: number) => {
    const own = direct[from] as Map<number, number>;
    own.set(to, (own.get(to) ?? 0) + weight);
  };
  for (const [index, { a, b, weight }] of ties.entries()) {
    if (index % TIES_STEP === 0) yield;
    if (a === b) continue;
    add(a, b, weight);
    add(b, a, weight);
  }
  return direct;
}

/** A row for each thing that is tied to another, in order; more than `most` are joined by their heaviest ties (Kruskal, 1956). */
function firstRows(direct: Direct, most: number): (readonly number[])[] {
  const rows = direct.map((own, thing): readonly number[] => (own.size > 0 ? [thing] : []));
  let left = rows.reduce((count, { length }) => count + length, 0);
  if (left > most) {
    const rowOf = direct.map((_, thing) => thing);
    const heaviest = direct.flatMap((own, a) =>
      [...own].flatMap(([b, weight]) => (a < b ? [{ a, b, weight }] : [])),
    );
    heaviest.sort((p, q) => q.weight - p.weight || p.a - q.a || p.b - q.b);
    for (const { a, b } of heaviest) {
      if (left <= most) break;
      const [p, q] = [rowOf[a] as number, rowOf[b] as number];
      if (p === q) continue;
      const [into, from] = [Math.min(p, q), Math.max(p, q)];
      const joined = sideBySide(rows[into] as number[], rows[from] as number[], direct);
      for (const thing of rows[from] as number[]) rowOf[thing] = into;
      rows[into] = joined;
      rows[from] = [];
      left--;
    }
  }
  return rows.filter(({ length }) => length > 0);
}

/** Joins rows by average linkage until none is tied to another. */
function* linked(rows: (readonly number[])[], direct: Direct): Generator<void, (readonly number[])[]> {
  const side = rows.length;
  const sums = new Float32Array(side * side);
  const rowOf = new Map<number, number>();
  for (const [row, things] of rows.entries()) for (const thing of things) rowOf.set(thing, row);
  yield;
  let added = 0;
  for (const [row, things] of rows.entries()) {
    for (const thing of things) {
      if (++added % (TIES_STEP / 10) === 0) yield;
      for (const [other, weight] of direct[thing] as ReadonlyMap<number, number>) {
        const column = rowOf.get(other) as number;
        if (column !== row) sums[row * side + column] = (sums[row * side + column] as number) + weight;
      }
    }
  }
  const sizes = Float64Array.from(rows, ({ length }) => length);
  /** Rows that may still be joined, ascending. */
  let active = rows.map((_, row) => row);
  const finished: (readonly number[])[] = [];
  const chain: number[] = [];
  let looked = 0;
  while (active.length > 0) {
    if (chain.length === 0) chain.push(active[0] as number);
    const row = chain.at(-1) as number;
    looked += active.length;
    if (looked > STEP) {
      looked = 0;
      yield;
    }
    const nearest = nearestOf(row, chain.at(-2) ?? -1);
    if (nearest === -1) {
      finished.push(rows[row] as readonly number[]);
      active = active.filter((each) => each !== row);
      chain.pop();
    } else if (nearest === chain.at(-2)) {
      chain.length -= 2;
      join(Math.min(row, nearest), Math.max(row, nearest));
    } else chain.push(nearest);
  }
  return finished;

  /** The row tied most on average; `before` among equals, since else a chain would never end, then the first. -1 for none. */
  function nearestOf(row: number, before: number): number {
    const start = row * side;
    let nearest = before;
    let mean = before === -1 ? 0 : (sums[start + before] as number) / (sizes[before] as number);
    for (const other of active) {
      if (other === row) continue;
      const own = (sums[start + other] as number) / (sizes[other] as number);
      if (own > mean) {
        mean = own;
        nearest = other;
      }
    }
    return nearest;
  }

  function join(into: number, from: number): void {
    rows[into] = sideBySide(rows[into] as readonly number[], rows[from] as readonly number[], direct);
    active = active.filter((each) => each !== from);
    for (const other of active) {
      const sum = (sums[into * side + other] as number) + (sums[from * side + other] as number);
      sums[into * side + other] = sum;
      sums[other * side + into] = sum;
    }
    sizes[into] = (sizes[into] as number) + (sizes[from] as number);
    looked += active.length * 2;
  }
}

/** Two rows as one, turned so that the ends that touch are tied most; of equal ways the first. */
function sideBySide(p: readonly number[], q: readonly number[], direct: Direct): readonly number[] {
  const [p0, p1, q0, q1] = [p[0], p.at(-1), q[0], q.at(-1)] as [number, number, number, number];
  const tie = (a: number, b: number) => (direct[a] as ReadonlyMap<number, number>).get(b) ?? 0;
  const ways = [tie(p1, q0), tie(p1, q1), tie(p0, q0), tie(p0, q1)];
  switch (ways.indexOf(Math.max(...ways))) {
    case 0:
      return [...p, ...q];
    case 1:
      return [...p, ...q.toReversed()];
    case 2:
      return [...p.toReversed(), ...q];
    default:
      return [...q, ...p];
  }
}

function weightOf(things: readonly number[], direct: Direct): number {
  let weight = 0;
  for (const thing of things) {
    for (const each of (direct[thing] as ReadonlyMap<number, number>).values()) weight += each;
  }
  return weight;
}
