import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8LengthOf } from '../../../src/core/text/utf8.ts';

it('tells how many bytes a text takes, as an encoder does', () => {
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ud842', '\udfb7', '𠮷', 'é')), {
        maxLength: 20,
      }),
      (parts) => {
        const text = parts.join('');
        expect(utf8LengthOf(text)).toBe(encoder.encode(text).length);
      },
    ),
    { seed: 3 },
  );
});
