import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCMap } from '../../../src/cli/cmaps.ts';
import { ImportError } from '../../../src/core/text/imported.ts';
import { pdfImporter } from '../../../src/import/pdf/index.ts';
import { FUZZ_RUNS, mutantsOf, SEED } from '../fuzz.ts';
import { cjkFont, onePage, pdfOf, stream, utf16Hex } from './by-hand.ts';
import { fixture } from './reading.ts';

const BY_HAND = onePage(
  [...Array(40).keys()].map((i) => ({
    hex: utf16Hex('问题清单逐项落实，做到件件有着落，事事有回音。'),
    x: i % 3 === 0 ? 96 : 72,
    y: 800 - 18 * i,
    size: 12,
  })),
  cjkFont('UniGB-UCS2-H', 'GB1'),
);
const FIXTURES = ['table.pdf', 'notes.pdf', 'empty-password.pdf', 'printed.pdf'].map(fixture);
const { read } = pdfImporter(readCMap);

test(`files that went wrong are read or refused: ${FUZZ_RUNS} mutations`, async () => {
  await fc.assert(
    fc.asyncProperty(mutantsOf([...FIXTURES, BY_HAND, BY_HAND]), async (bytes) => {
      try {
        const imported = await read({ name: '文.pdf', bytes }, () => {});
        expect(['imported', 'failed']).toContain(imported.kind);
      } catch (error) {
        expect(error).toBeInstanceOf(ImportError);
      }
    }),
    { numRuns: FUZZ_RUNS, seed: SEED },
  );
}, 0);

/** Numbers that a file may give for any place and size, and none of which makes sense. */
const number = fc.oneof(
  fc.double({ min: -2000, max: 2000, noNaN: true }),
  fc.constantFrom(0, 1e-9, 1e9, -1e9, 1e38, 0.001),
);

test('text in any place, of any size and turn, is read or refused', async () => {
  const piece = fc.tuple(fc.string({ maxLength: 12 }), fc.array(number, { minLength: 6, maxLength: 6 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 30 }),
      fc.constantFrom(0, 90, 180, 270),
      async (pieces, turn) => {
        const content = pieces
          .map(
            ([text, matrix]) =>
              `BT /F1 1 Tf ${matrix.map((each) => each.toFixed(6)).join(' ')} Tm <${utf16Hex(text)}> Tj ET`,
          )
          .join('\n');
        const bytes = pdfOf([
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
          `<< /Type /Page /Parent 2 0 R /Rotate ${turn} /MediaBox [-2000 -2000 2000 2000] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
          stream(content),
          cjkFont('UniGB-UCS2-H', 'GB1'),
        ]);
        try {
          await read({ name: '文.pdf', bytes }, () => {});
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      },
    ),
    { numRuns: FUZZ_RUNS, seed: SEED },
  );
}, 0);
