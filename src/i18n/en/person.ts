const LETTERS = 26;

/** How a masked speaker is called, by index. */
export function person(index: number): string {
  return index < LETTERS ? String.fromCharCode('A'.charCodeAt(0) + index) : `Speaker ${index + 1}`;
}
