const UNITS = 0x10000;

/** Characters that are looked for in whole texts: asking a string whether it includes each would make a string of each. */
export class CharacterSet {
  private readonly members = new Uint8Array(UNITS);

  /** Of the UTF-16 units of `characters`. */
  constructor(characters: string) {
    for (let at = 0; at < characters.length; at++) this.members[characters.charCodeAt(at)] = 1;
  }

  /** Whether a UTF-16 unit is one of them; none is behind a text's end (NaN). */
  has(unit: number): boolean {
    return this.members[unit] === 1;
  }
}
