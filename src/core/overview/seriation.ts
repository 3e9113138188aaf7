/** Two things of `0 … count - 1` that belong together, and how much: above 0. */
export interface Tie {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Neighbours looked at between two breaks: a few milliseconds. */
const STEP = 50_000;

/** What has been joined so far: a row of things, and its ties to others by their sums. */
interface Row {
  readonly things: readonly number[];
  readonly ties: Map<number, number>;
}

/**
 * Orders things so that what belongs together stands together: clusters by average linkage (UPGMA; Sokal and Michener,
 * 1958), found along chains of nearest neighbours, which gives the same clusters (Benzécri, 1982); of the four ways to put
 * two clusters side by side the one whose touching ends are tied most (after Gruvaeus and Wainer, 1972). What is tied to
 * nothing comes last, in the order given; clusters that are not tied to one another with the heaviest first. Gives each
 * thing once; the same for the same ties, in whatever order these come. Ties of a thing with itself count for nothing.
 * Works on the ties alone, never on all pairs of things; yields now and then.
 */
export function* seriate(count: number, ties: readonly Tie[]): Generator<void, readonly number[]> {
  const rows = new Map<number, Row>();
  const direct: Map<number, number>[] = Array.from({ length: count }, () => new Map<number, number>());
  for (const { a, b, weight } of ties) {
    if (a === b) continue;
    add(direct[a] as Map<number, number>, b, weight);
    add(direct[b] as Map<number, number>, a, weight);
  }
  for (const [thing, own] of direct.entries()) {
    if (own.size > 0) rows.set(thing, { things: [thing], ties: new Map(own) });
  }
  const finished: { readonly things: readonly number[]; readonly weight: number }[] = [];
  let nextId = count;
  let looked = 0;
  const starts = rows.keys();
  const chain: number[] = [];
  while (rows.size > 0) {
    if (chain.length === 0) {
      const start = starts.next().value as number;
      if (!rows.has(start)) continue;
      chain.push(start);
    }
    const id = chain.at(-1) as number;
    const row = rows.get(id) as Row;
    looked += row.ties.size + 1;
    if (looked > STEP) {
      looked = 0;
      yield;
    }
    const nearest = nearestOf(row, chain.at(-2));
    if (nearest === null) {
      rows.delete(id);
      chain.pop();
      finished.push({ things: row.things, weight: weightOf(row.things) });
    } else if (nearest === chain.at(-2)) {
      chain.length -= 2;
      join(nearest, id);
    } else chain.push(nearest);
  }
  finished.sort((p, q) => q.weight - p.weight || (p.things[0] as number) - (q.things[0] as number));
  const alone = direct.flatMap((own, thing) => (own.size === 0 ? [thing] : []));
  return [...finished.flatMap(({ things }) => things), ...alone];

  /** The row tied most on average; `before` among equals, since else a chain would never end, then the smallest. */
  function nearestOf({ ties: own }: Row, before: number | undefined): number | null {
    let nearest: number | null = null;
    let most = 0;
    for (const [other, weight] of own) {
      const mean = weight / (rows.get(other) as Row).things.length;
      const isFirst = nearest === null || (nearest !== before && (other === before || other < nearest));
      if (mean > most || (mean === most && isFirst)) {
        most = mean;
        nearest = other;
      }
    }
    return nearest;
  }

  function join(p: number, q: number): void {
    const [first, second] = [rows.get(p), rows.get(q)] as [Row, Row];
    const [large, small] = first.ties.size >= second.ties.size ? [first, second] : [second, first];
    rows.delete(p);
    rows.delete(q);
    const merged = large.ties;
    merged.delete(p);
    merged.delete(q);
    for (const [other, weight] of small.ties) if (other !== p && other !== q) add(merged, other, weight);
    const id = nextId++;
    for (const [other, weight] of merged) {
      const back = (rows.get(other) as Row).ties;
      back.delete(p);
      back.delete(q);
      back.set(id, weight);
    }
    looked += merged.size;
    const [left, right] =
      (first.things[0] as number) < (second.things[0] as number) ? [first, second] : [second, first];
    rows.set(id, { things: sideBySide(left.things, right.things), ties: merged });
  }

  function sideBySide(p: readonly number[], q: readonly number[]): readonly number[] {
    const [p0, p1, q0, q1] = [p[0], p.at(-1), q[0], q.at(-1)] as [number, number, number, number];
    const tie = (a: number, b: number) => (direct[a] as Map<number, number>).get(b) ?? 0;
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

  function weightOf(things: readonly number[]): number {
    let weight = 0;
    for (const thing of things)
      for (const each of (direct[thing] as Map<number, number>).values()) weight += each;
    return weight;
  }
}

function add(sums: Map<number, number>, key: number, weight: number): void {
  sums.set(key, (sums.get(key) ?? 0) + weight);
}
