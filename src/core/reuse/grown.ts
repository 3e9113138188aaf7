type NumberList = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Gives `to`, which has more room, with what stands in `from` at its beginning. */
export function grown<T extends NumberList>(from: NumberList, to: T): T {
  to.set(from);
  return to;
}
