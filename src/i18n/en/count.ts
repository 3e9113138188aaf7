const figure = new Intl.NumberFormat('en');

/** A whole number with separators: 6,548. */
export function number(value: number): string {
  return figure.format(value);
}

/** A number with its noun: 1 speech, 4 speeches. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** a, b and c. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
