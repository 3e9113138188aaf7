import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { paragraphAgreement, recovered } from './agreement.ts';
import { has, pdftotext } from './make/office.ts';
import { paragraphsOf, PRINTED, SOURCES } from './make/sources.ts';
import { fixture, readPdf, shown, textsOf } from './reading.ts';

/** The shares of characters and paragraphs that must be right in every document. */
const CHARACTERS = 0.98;
const PARAGRAPHS = 0.9;

const READ = [...SOURCES, PRINTED].filter((source) => source.vertical === undefined);

describe.each(READ)('$name.pdf', (source) => {
  test('is read as its golden file says', async () => {
    const imported = await readPdf(fixture(`${source.name}.pdf`));
    await expect(shown(imported)).toMatchFileSnapshot(`${source.name}.txt`);
  });

  test('agrees with the document that it was made of', async () => {
    const document = paragraphsOf(source);
    const texts = textsOf(await readPdf(fixture(`${source.name}.pdf`)));
    expect(recovered(document, texts.join(''))).toBeGreaterThanOrEqual(CHARACTERS);
    expect(paragraphAgreement(document, texts)).toBeGreaterThanOrEqual(PARAGRAPHS);
  });
});

test('every golden file has its PDF', () => {
  for (const { name } of READ) expect(existsSync(new URL(`${name}.txt`, import.meta.url)), name).toBe(true);
});

const hasPdftotext = has('pdftotext');
if (!hasPdftotext) console.warn('!!! LEFT OUT: the comparison with pdftotext, which is not on this machine.');

describe.skipIf(!hasPdftotext)('beside pdftotext -layout', () => {
  test.each(READ)('$name.pdf keeps as many characters and more paragraphs', async (source) => {
    const path = fileURLToPath(new URL(`${source.name}.pdf`, import.meta.url));
    const anchor = pdftotext(path);
    const document = paragraphsOf(source);
    const texts = textsOf(await readPdf(fixture(`${source.name}.pdf`)));
    expect(recovered(document, texts.join(''))).toBeGreaterThanOrEqual(recovered(document, anchor));
    const blocks = anchor.split(/\n\s*\n/u).filter((block) => block.trim() !== '');
    const lines = anchor.split('\n').filter((line) => line.trim() !== '');
    const best = Math.max(paragraphAgreement(document, blocks), paragraphAgreement(document, lines));
    expect(paragraphAgreement(document, texts)).toBeGreaterThan(best);
  });
});
