import fc from 'fast-check';

/** Mutations of each format that are tried; `FUZZ=2000` in the environment tries as many. */
export const MUTATIONS = Number(process.env['FUZZ'] ?? 100);
/** The same mutations each time. */
export const SEED = 20_240_708;

/** What is done to a file. */
type Mutation =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'set'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'remove' | 'double'; readonly at: number; readonly length: number }
  | { readonly kind: 'move'; readonly at: number; readonly length: number; readonly to: number };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 4096 });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({
    kind: fc.constant('set' as const),
    at: place,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 16 }),
  }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'double' as const), at: place, length }),
  fc.record({ kind: fc.constant('move' as const), at: place, length, to: place }),
);

/** Files that began as one of `whole` and went wrong in one place or several. */
export function mutated(whole: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.constantFrom(...whole), fc.array(mutation, { minLength: 1, maxLength: 8 }))
    .map(([bytes, mutations]) => mutations.reduce(mutate, bytes));
}

function mutate(bytes: Uint8Array, how: Mutation): Uint8Array {
  const at = Math.floor(how.at * bytes.length);
  switch (how.kind) {
    case 'cut':
      return bytes.slice(0, at);
    case 'set':
      return joined(bytes.subarray(0, at), how.bytes, bytes.subarray(at + how.bytes.length));
    case 'remove':
      return joined(bytes.subarray(0, at), bytes.subarray(at + how.length));
    case 'double':
      return joined(bytes.subarray(0, at + how.length), bytes.subarray(at));
    case 'move': {
      const rest = joined(bytes.subarray(0, at), bytes.subarray(at + how.length));
      const to = Math.floor(how.to * rest.length);
      return joined(rest.subarray(0, to), bytes.subarray(at, at + how.length), rest.subarray(to));
    }
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
