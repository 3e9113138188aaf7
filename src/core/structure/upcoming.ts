import type { Enumerator, ItemStyle } from './enumerators.ts';

/** What enumerators are still to come, by family: for knowing whether a list goes on. Every call takes constant time. */
export class Upcoming {
  private readonly nextAny = new Map<ItemStyle, Enumerator | null>();
  private readonly nextLeading = new Map<ItemStyle, Enumerator | null>();

  private constructor(
    private readonly enumerators: readonly Enumerator[],
    /** For each enumerator the next of its family, and the next one at the head of a paragraph. */
    private readonly followers: (Enumerator | null)[],
    private readonly leadingFollowers: (Enumerator | null)[],
  ) {}

  /** All of `enumerators` are still to come. Linear time. */
  static of(enumerators: readonly Enumerator[]): Upcoming {
    const none = () => enumerators.map(() => null);
    const upcoming = new Upcoming(enumerators, none(), none());
    for (let index = enumerators.length - 1; index >= 0; index--) {
      const enumerator = enumerators[index] as Enumerator;
      upcoming.followers[index] = upcoming.any(enumerator.family);
      upcoming.leadingFollowers[index] = upcoming.leading(enumerator.family);
      upcoming.nextAny.set(enumerator.family, enumerator);
      if (enumerator.leads) upcoming.nextLeading.set(enumerator.family, enumerator);
    }
    return upcoming;
  }

  /** Leaves the enumerator `index` behind; to be called for each in order. */
  pass(index: number): void {
    const { family } = this.enumerators[index] as Enumerator;
    this.nextAny.set(family, this.followers[index] ?? null);
    this.nextLeading.set(family, this.leadingFollowers[index] ?? null);
  }

  /** The next of a family that has not been passed. */
  any(family: ItemStyle): Enumerator | null {
    return this.nextAny.get(family) ?? null;
  }

  /** The next of a family at the head of a paragraph. */
  leading(family: ItemStyle): Enumerator | null {
    return this.nextLeading.get(family) ?? null;
  }

  /** The next of the same family behind the enumerator `index`. */
  after(index: number): Enumerator | null {
    return this.followers[index] ?? null;
  }
}
