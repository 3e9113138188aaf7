import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paragraphAgreement, recovered } from './agreement.ts';
import { fodtOf } from './make/fodt.ts';
import { LONGER } from './make/longer.ts';
import { convertTo, has } from './make/office.ts';
import { paragraphsOf } from './make/sources.ts';
import { readPdf, textsOf } from './reading.ts';

/** The shares of characters and paragraphs that must be right in every document. */
const CHARACTERS = 0.98;
const PARAGRAPHS = 0.9;

const hasOffice = has('soffice');
if (!hasOffice)
  console.warn('!!! LEFT OUT: longer PDF files, which LibreOffice makes; it is not on this machine.');

describe.skipIf(!hasOffice)('longer documents, as LibreOffice sets them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leitong-longer-'));
  beforeAll(() => {
    convertTo(
      folder,
      LONGER.map((source) => [source.name, fodtOf(source)]),
    );
  }, 0);
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([...LONGER])('$name', async (source) => {
    const document = paragraphsOf(source);
    const texts = textsOf(await readPdf(new Uint8Array(readFileSync(join(folder, `${source.name}.pdf`)))));
    expect(recovered(document, texts.join(''))).toBeGreaterThanOrEqual(CHARACTERS);
    expect(paragraphAgreement(document, texts)).toBeGreaterThanOrEqual(PARAGRAPHS);
  });
});
