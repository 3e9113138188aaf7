import { readFileSync } from 'node:fs';
import { paragraph, run, style, styled, wordFile } from '../../import/docx/word-file.ts';

/** The lines of the seed, and what stays of it without its repeats; the `#` of titles left out. */
export const SEED_LINES = linesIn('seeds/000_5ce4e6a61f350004.txt');
export const GOLDEN_LINES = linesIn('tests/fixtures/draft/seed-without-repeats.txt');

const STYLES =
  style('a', 'Normal', '', ' w:default="1"') +
  style('1', 'heading 1', '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>');

/**
 * The seed as an office would hand it in: titles by their style, ordinals bold, each sentence a run, type of its own, of so many
 * half points.
 */
export function seedDocx(size = 32): Uint8Array<ArrayBuffer> {
  const type = `<w:sz w:val="${size}"/>`;
  const body = readFileSync('seeds/000_5ce4e6a61f350004.txt', 'utf8')
    .split(/\r?\n/u)
    .map((line) => {
      const words = line.trim();
      if (words === '') return paragraph('');
      if (words.startsWith('#')) return styled('1', run(words.replace(/^#+\s*/u, '')));
      const ordinal = /^[一二三四五六七八九十]{1,3}是/u.exec(words)?.[0] ?? '';
      const sentences = words.slice(ordinal.length).split(/(?<=。)/u);
      const runs = sentences.map((sentence) => run(sentence, `<w:rFonts w:eastAsia="仿宋"/>${type}`));
      return paragraph(
        (ordinal === '' ? '' : run(ordinal, `<w:rFonts w:eastAsia="仿宋"/><w:b/>${type}`)) + runs.join(''),
        '<w:ind w:firstLineChars="200"/>',
      );
    })
    .join('');
  return wordFile({ body, styles: STYLES });
}

function linesIn(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split(/\r?\n/u)
    .map((line) => line.trim().replace(/^#+\s*/u, ''))
    .filter((line) => line !== '');
}
