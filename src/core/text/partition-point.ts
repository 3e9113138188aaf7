/**
 * The index of the first item that is no longer before what is sought; the list's length when all are. `isBefore` must
 * hold for a run of items at the beginning and for none behind it. Binary search (C++'s std::partition_point).
 */
export function partitionPoint<Item>(list: ArrayLike<Item>, isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(list[middle] as Item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
