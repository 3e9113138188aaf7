import { importBytes } from '../../../src/import/index.ts';
import { agreementOf, type Agreement } from './agreement.ts';
import { convert, type Files } from './programs.ts';

/** What we read, a line a paragraph and soft break; without what LibreOffice leaves out of its text. */
export async function ours(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const imported = await importBytes({ name, bytes });
  if (imported.kind !== 'imported') throw new Error(`${name}: ${JSON.stringify(imported)}`);
  const paragraphs = imported.layout?.paragraphs ?? [];
  return paragraphs
    .filter(({ kind }) => kind !== 'note' && kind !== 'box')
    .flatMap(({ span }) => imported.text.slice(span.start, span.end).split('\n'));
}

/** Compares what we read of files with LibreOffice's text of them; throws where it gives none. */
export async function compareAll(files: Files): Promise<Readonly<Record<string, Agreement>>> {
  const texts = convert(files, 'txt:Text');
  const found: Record<string, Agreement> = {};
  for (const [name, bytes] of Object.entries(files)) {
    const text = texts[name.slice(0, name.lastIndexOf('.'))];
    if (text === undefined) throw new Error(`LibreOffice gave no text for ${name}`);
    found[name] = agreementOf(await ours(name, bytes), new TextDecoder().decode(text).split('\n'));
  }
  return found;
}
