/**
 * Measures the reader of PDF beside `pdftotext -layout`: `npm run bench -- pdf`. First the kept files and longer ones that
 * LibreOffice makes: characters recovered and paragraphs (F1) against the documents that they were made of. Then a file of
 * two hundred pages: its time, and the memory that reading it takes. What is not on the machine is left out, loudly.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { paragraphAgreement, recovered } from '../import/pdf/agreement.ts';
import { fodtOf, type Source } from '../import/pdf/make/fodt.ts';
import { LONGER, prose } from '../import/pdf/make/longer.ts';
import { convertTo, has, pdftotext } from '../import/pdf/make/office.ts';
import { paragraphsOf, PRINTED, SOURCES } from '../import/pdf/make/sources.ts';
import { readPdf, textsOf } from '../import/pdf/reading.ts';
import { figure, printMarkdown, tell } from './table.ts';

const FIXTURES = fileURLToPath(new URL('../import/pdf/', import.meta.url));
const HEAD = ['document', 'characters, %', 'pdftotext', 'paragraphs, F1', 'pdftotext'];
/** Paragraphs of a file of about two hundred pages. */
const LONG = 700;
const MEGABYTE = 1_000_000;

const hasAnchor = has('pdftotext');
if (!hasAnchor) tell('!!! LEFT OUT: pdftotext, which is not on this machine');

const kept = [...SOURCES, PRINTED].filter((source) => source.vertical === undefined);
printMarkdown('Kept files', [HEAD, ...(await rowsOf(kept, FIXTURES))]);

if (has('soffice')) {
  const folder = mkdtempSync(join(tmpdir(), 'leitong-pdf-bench-'));
  try {
    tell('LibreOffice sets longer documents');
    const long: Source = {
      name: 'long',
      header: '会议材料汇编',
      footer: '— # —',
      blocks: prose(LONG, 'text', 7),
    };
    convertTo(
      folder,
      [...LONGER, long].map((source) => [source.name, fodtOf(source)]),
    );
    printMarkdown('Longer files', [HEAD, ...(await rowsOf(LONGER, folder))]);
    printMarkdown('A long file', [
      ['pages', 'seconds', 'seconds, again', 'megabytes more'],
      await longRow(join(folder, `${long.name}.pdf`)),
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
} else tell('!!! LEFT OUT: longer files, which LibreOffice makes; it is not on this machine');

async function rowsOf(sources: readonly Source[], folder: string): Promise<string[][]> {
  const rows: string[][] = [];
  for (const source of sources) {
    const path = join(folder, `${source.name}.pdf`);
    const document = paragraphsOf(source);
    const texts = textsOf(await readPdf(new Uint8Array(readFileSync(path))));
    const anchor = hasAnchor ? pdftotext(path) : null;
    const pieces = anchor === null ? [] : [anchor.split(/\n\s*\n/u), anchor.split('\n')];
    const agreements = pieces.map((each) =>
      paragraphAgreement(
        document,
        each.filter((piece) => piece.trim() !== ''),
      ),
    );
    rows.push([
      source.name,
      figure(100 * recovered(document, texts.join(''))),
      anchor === null ? '–' : figure(100 * recovered(document, anchor)),
      figure(paragraphAgreement(document, texts)),
      anchor === null ? '–' : figure(Math.max(...agreements)),
    ]);
  }
  return rows;
}

/** Pages, seconds of the first and of a second reading, and by how much the process grew meanwhile. */
async function longRow(path: string): Promise<string[]> {
  const bytes = new Uint8Array(readFileSync(path));
  const before = process.memoryUsage.rss();
  let peak = before;
  let pages = 0;
  const seconds: number[] = [];
  for (let run = 0; run < 2; run++) {
    const start = performance.now();
    pages = 0;
    await readPdf(bytes, () => {
      pages++;
      peak = Math.max(peak, process.memoryUsage.rss());
    });
    seconds.push((performance.now() - start) / 1000);
  }
  return [String(pages), ...seconds.map(figure), figure((peak - before) / MEGABYTE)];
}
