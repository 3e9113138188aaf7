/** Knows a query. */
export interface Finder {
  /** Where it stands in a text, ascending; places may overlap. */
  offsetsIn(text: string): readonly number[];
  isIn(text: string): boolean;
}

/**
 * Finds a query, which must not be empty; case is set aside. Texts are searched as they are: making a hundred megabytes lower
 * case takes longer than all the rest. Linear time.
 */
export function finderOf(query: string): Finder {
  return query.toLowerCase() === query.toUpperCase() ? exactFinder(query) : anyCaseFinder(query);
}

function exactFinder(query: string): Finder {
  return {
    isIn: (text) => text.includes(query),
    offsetsIn(text) {
      const offsets: number[] = [];
      for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) offsets.push(at);
      return offsets;
    },
  };
}

function anyCaseFinder(query: string): Finder {
  const words = query.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  const once = new RegExp(words, 'i');
  const every = new RegExp(words, 'gi');
  return {
    isIn: (text) => once.test(text),
    offsetsIn(text) {
      const offsets: number[] = [];
      every.lastIndex = 0;
      for (let match = every.exec(text); match !== null; match = every.exec(text)) {
        offsets.push(match.index);
        every.lastIndex = match.index + 1;
      }
      return offsets;
    },
  };
}
