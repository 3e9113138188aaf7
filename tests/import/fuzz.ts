import fc from 'fast-check';
import { importBytes } from '../../src/import/index.ts';

/** One change to a file's bytes. */
type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bits: number }
  | { readonly kind: 'put'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number }
  | { readonly kind: 'end'; readonly at: number };

/** Places are shares of the file, so that a mutation fits files of every size. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: place, bits: fc.integer({ min: 1, max: 255 }) }),
  fc.record({
    kind: fc.constant('put' as const),
    at: place,
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
      fc.constantFrom(
        new Uint8Array([0xff, 0xff, 0xff, 0xff]),
        new Uint8Array([0xff, 0xff, 0xff, 0x7f]),
        new Uint8Array(4),
      ),
    ),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.integer({ min: 1, max: 64 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, length: fc.integer({ min: 1, max: 64 }) }),
  fc.record({ kind: fc.constant('end' as const), at: place }),
);

/** The same mutations each time. */
export const SEED = 5;
const mutations = fc.array(mutation, { minLength: 1, maxLength: 6 });

/** Files that began as one of `whole` and went wrong in one place or several. */
export function mutantsOf(whole: readonly Uint8Array[]): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  return fc.tuple(fc.constantFrom(...whole), mutations).map(([bytes, all]) => mutated(bytes, all));
}

/** The bytes with the mutations made one after the other. */
export function mutated(bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array<ArrayBuffer> {
  let all = Uint8Array.from(bytes);
  for (const each of changes) {
    const at = Math.floor(each.at * all.length);
    if (each.kind === 'flip') {
      if (all.length > 0) all[at]! ^= each.bits;
    } else if (each.kind === 'put') all.set(each.bytes.subarray(0, all.length - at), at);
    else if (each.kind === 'end') all = all.slice(0, at);
    else {
      const piece = all.slice(at, at + each.length);
      const rest = all.slice(at + piece.length);
      const front = all.slice(0, at);
      const parts = each.kind === 'cut' ? [front, rest] : [front, piece, piece, rest];
      all = joined(parts);
    }
  }
  return all;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** How often a mutated file is read; more with `FUZZ=2000` in the environment. */
export const FUZZ_RUNS = Number(process.env['FUZZ'] ?? 100);

/**
 * Reads mutations of a file: each must end in a text, an archive or a failure, whose layout fits its text. Throws with the
 * mutations that broke it. `wrap` makes the file of the bytes that are mutated: what lies inside an archive is reached so.
 */
export async function fuzz(
  name: string,
  bytes: Uint8Array,
  runs = FUZZ_RUNS,
  wrap: (mutant: Uint8Array) => Uint8Array = (mutant) => mutant,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(mutations, async (changes) => {
      const imported = await importBytes({ name, bytes: wrap(mutated(bytes, changes)) });
      if (imported.kind !== 'imported') return;
      let last = 0;
      for (const { span } of imported.layout?.paragraphs ?? []) {
        if (span.start < last || span.end < span.start || span.end > imported.text.length) {
          throw new Error(`paragraph [${span.start}, ${span.end}) behind ${last} in ${imported.text.length}`);
        }
        last = span.end;
      }
    }),
    { numRuns: runs, seed: SEED },
  );
}
