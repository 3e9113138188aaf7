import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { readStructure } from '../../../src/core/structure/structure.ts';
import { hashOf } from '../../../src/core/text/hash.ts';

/** A document as the import would give it. */
export function load(name: string, text: string): StructuredDocument {
  return {
    document: {
      id: hashOf(text),
      name,
      text,
      encoding: 'utf-8',
      layout: null,
      origin: 'file',
      byteLength: text.length,
    },
    speeches: readStructure(text),
  };
}

/** The documents of a fixture: each begins with a line `=== name`; without one the whole is one document. */
export function loadFixture(source: string): readonly StructuredDocument[] {
  if (!source.startsWith('=== ')) return [load('text', source)];
  return source
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return load(part.slice(0, end), part.slice(end + 1));
    });
}
