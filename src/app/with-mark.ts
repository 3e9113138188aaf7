/** A copy of a set with `member` in it, or without it. */
export function withMark<T>(marks: ReadonlySet<T>, member: T, isIn: boolean): ReadonlySet<T> {
  const copy = new Set(marks);
  if (isIn) copy.add(member);
  else copy.delete(member);
  return copy;
}
