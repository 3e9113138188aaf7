import type { Speech } from './speech.ts';

/** Whether two readings of one text say the same. Linear time; ends at the first difference. */
export function isSameStructure(a: readonly Speech[], b: readonly Speech[]): boolean {
  return isSame(a, b);
}

/** Structures are plain data: lists, objects, words and numbers. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Fields)[key], (b as Fields)[key]))
  );
}

type Fields = Readonly<Record<string, unknown>>;
