import { seeded } from './random.ts';

const FIRST_CHARACTER = 0x4e00;
const CHARACTERS = 2_000;
/** In characters: a long measure. */
const LENGTH = 150;

/**
 * So many versions of one paragraph, each the only one of a speech, each with so many characters replaced; in documents of
 * a hundred. Titles and speakers are all different, so that the paragraph alone recurs.
 */
export function versions(count: number, edits: number): readonly string[] {
  const random = seeded(9);
  const character = (): string => String.fromCharCode(FIRST_CHARACTER + Math.floor(random() * CHARACTERS));
  const some = (length: number): string => Array.from({ length }, character).join('');
  const original = [...some(LENGTH)];
  const documents: string[] = [];
  for (let made = 0; made < count; made += SPEECHES_OF_A_DOCUMENT) {
    const speeches = Array.from({ length: Math.min(SPEECHES_OF_A_DOCUMENT, count - made) }, () => {
      const version = [...original];
      for (let i = 0; i < edits; i++) version[Math.floor(random() * LENGTH)] = character();
      return `## ${some(12)}\n\n某局局长 王${some(2)}\n\n${version.join('')}。`;
    });
    documents.push(speeches.join('\n\n'));
  }
  return documents;
}

const SPEECHES_OF_A_DOCUMENT = 100;
