import { readFileSync } from 'node:fs';
import { readCMap } from '../../../src/cli/cmaps.ts';
import type { Imported } from '../../../src/core/text/imported.ts';
import { importBytes } from '../../../src/import/index.ts';
import { pdfImporter } from '../../../src/import/pdf/index.ts';

const pdf = pdfImporter(readCMap);

/** What the importers make of a PDF's bytes. */
export function readPdf(bytes: Uint8Array, onProgress?: (done: number) => void): Promise<Imported> {
  return importBytes({ name: '文.pdf', bytes }, onProgress, [pdf]);
}

/** A file beside this one. */
export function fixture(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(name, import.meta.url)));
}

/** The paragraphs' texts; none when the file was not read. */
export function textsOf(imported: Imported): readonly string[] {
  if (imported.kind !== 'imported' || imported.layout === null) return [];
  const { text, layout } = imported;
  return layout.paragraphs.map(({ span }) => text.slice(span.start, span.end));
}

/** A line for each paragraph: its page, what it is, its level, its text; or the problem. */
export function shown(imported: Imported): string {
  if (imported.kind !== 'imported') return imported.kind === 'failed' ? imported.problem : imported.kind;
  const texts = textsOf(imported);
  const lines = imported.layout?.paragraphs.map(
    ({ page, kind, level }, i) => `${page} ${kind}${level === 0 ? '' : ` ${level}`}\t${texts[i]}`,
  );
  return `${lines?.join('\n')}\n`;
}
