/** Sets that are joined step by step. Tarjan (1975), with path halving; nearly constant time a step. */
export interface UnionFind {
  /** The name of the set that holds `element`. */
  find(element: number): number;
  join(a: number, b: number): void;
}

/** `size` sets of one element each. */
export function unionFind(size: number): UnionFind {
  const parents = new Uint32Array(size);
  for (let i = 0; i < size; i++) parents[i] = i;
  return { find, join };

  function find(element: number): number {
    let at = element;
    while (parents[at] !== at) {
      const above = parents[parents[at] as number] as number;
      parents[at] = above;
      at = above;
    }
    return at;
  }

  function join(a: number, b: number): void {
    const p = find(a);
    const q = find(b);
    parents[Math.max(p, q)] = Math.min(p, q);
  }
}
