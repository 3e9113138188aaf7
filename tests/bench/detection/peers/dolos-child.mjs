// Runs Dolos' index over the files that are named on standard input and prints how long it took. A process of its own,
// because on some texts it runs out of memory.
import { readFileSync } from 'node:fs';

// By its address, because what is not always installed must not be asked of the compiler.
const core = new URL('../../node_modules/@dodona/dolos-core/dist/index.js', import.meta.url);
const { File, FingerprintIndex, Region, TokenizedFile } = await import(core.href);

/** The defaults of Dolos. */
const KGRAM_LENGTH = 23;
const WINDOW = 17;

const names = readFileSync(0, 'utf8').split('\n').filter(Boolean);
const speeches = names.flatMap((name) => readFileSync(name, 'utf8').split(/^(?=## )/mu));
const begun = performance.now();
const index = new FingerprintIndex(KGRAM_LENGTH, WINDOW, false);
index.addFiles(speeches.map(tokenized));
const pairs = index.allPairs().filter(isFinding);
console.log(JSON.stringify({ milliseconds: performance.now() - begun, pairs: pairs.length }));

/**
 * One token a character, as its own tokenizer of characters does.
 * @param {string} text
 * @param {number} number
 */
function tokenized(text, number) {
  const tokens = [...text];
  let [row, column] = [0, 0];
  const mapping = tokens.map((character) => {
    const region = new Region(row, column, row, column + 1);
    [row, column] = character === '\n' ? [row + 1, 0] : [row, column + 1];
    return region;
  });
  return new TokenizedFile(new File(`${number}.txt`, text), tokens, mapping);
}

/** @param {{ overlap: number }} pair */
function isFinding(pair) {
  return pair.overlap > 0;
}
