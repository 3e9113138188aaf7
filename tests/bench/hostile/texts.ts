import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../random.ts';
import { speeches } from '../speeches.ts';
import { MEGABYTE_OF_SPEECHES } from '../corpora.ts';

/** A text that no editor would write, or bytes that are none. */
export interface HostileCase {
  readonly name: string;
  /** What the file holds; of several files, of each one. The same for the same seed. */
  make(random: () => number): readonly (string | Uint8Array)[];
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';

/** What detection, structure, the list and the views may stumble over. */
export const HOSTILE: readonly HostileCase[] = [
  one('one character 10 million times', () => '字'.repeat(10_000_000)),
  one('two characters in turn, 10 million', () => '甲乙'.repeat(5_000_000)),
  one('10 million random characters', (random) => noise(10_000_000, 3_000, random)),
  one('2 million of two characters at random', (random) => noise(2_000_000, 2, random)),
  {
    name: '100 thousand documents of ten characters',
    make: (random) => Array.from({ length: 100_000 }, () => noise(10, 3_000, random)),
  },
  one('one line of 50 MB', () => madeSpeeches(50).replaceAll(/\s+/gu, '')),
  one('5 million lone surrogates', () => utf16(new Uint16Array(5_000_000).fill(0xd800))),
  one('10 million punctuation marks', () => '，。；、'.repeat(2_500_000)),
  one('5 million lines of one character', (random) => [...noise(5_000_000, 3_000, random)].join('\n')),
  one('a million empty lines', () => '\n'.repeat(1_000_000)),
  one('50 thousand short speeches', (random) =>
    list(50_000, (i) => `${person(i % 900)}：\n${noise(20, 800, random)}。\n`).join('\n'),
  ),
  one('two paragraphs in turn, 40 thousand', (random) => {
    const [a, b] = [sentence(80, random), sentence(90, random)];
    return list(20_000, () => `${a}\n\n${b}`).join('\n\n');
  }),
  one('300 thousand identical lines', (random) => `${sentence(30, random)}\n`.repeat(300_000)),
  one('5 MB of random bytes named .txt', (random) =>
    Uint8Array.from({ length: 5_000_000 }, () => Math.floor(random() * 256)),
  ),
  one('a million byte order marks', () => '\ufeff'.repeat(1_000_000)),
  one('10 million letters without a space', (random) => letters(10_000_000, random)),
  one('20 thousand speakers', (random) =>
    list(20_000, (i) => `关于${noise(6, 500, random)}的发言\n${person(i)}\n\n${sentence(60, random)}\n`).join(
      '\n',
    ),
  ),
  one('ordinals in ordinals, 20 thousand', (random) => nested(20_000, random)),
  one('100 thousand items in one paragraph', (random) =>
    list(100_000, (i) => `${numeral(i)}是${noise(12, 800, random)}；`).join(''),
  ),
  one('100 thousand items behind commas', (random) =>
    list(100_000, (i) => `${numeral(i)}是${noise(12, 800, random)}，`).join(''),
  ),
  one('right to left, combining marks, emoji', (random) => scripts(400_000, random)),
  one('100 thousand page numbers', (random) =>
    list(100_000, (i) => `- ${i + 1} -\n${i % 10 === 0 ? `${sentence(20, random)}\n` : ''}`).join(''),
  ),
  one('200 thousand lines that look like titles', (random) =>
    list(200_000, () => noise(9, 800, random)).join('\n\n'),
  ),
  one('200 thousand headings, one in the other', (random) =>
    list(200_000, (i) => `${'#'.repeat((i % 6) + 1)} ${noise(9, 800, random)}`).join('\n'),
  ),
  one('200 thousand names, each in its line', () => list(200_000, (i) => person(i % 9_000)).join('\n')),
  one('10 million spaces between two characters', () => `字${' '.repeat(10_000_000)}字`),
  one('5 million opening brackets', () => '（“《「'.repeat(1_250_000)),
  one('a sentence 100 thousand times, a character changed', (random) => {
    const whole = sentence(60, random);
    return list(100_000, () => {
      const at = Math.floor(random() * 59);
      return whole.slice(0, at) + noise(1, 3_000, random) + whole.slice(at + 1);
    }).join('\n\n');
  }),
];

/** Writes the files of a case into a folder of its own. */
export function writeCase(each: HostileCase, folder: string): readonly string[] {
  const own = join(folder, String(HOSTILE.indexOf(each)));
  mkdirSync(own, { recursive: true });
  return each.make(seeded(1)).map((content, index) => {
    const file = join(own, `${index + 1}.txt`);
    writeFileSync(file, content);
    return file;
  });
}

/** Speeches as the other measurements have them, of so many megabytes in UTF-8. */
export function madeSpeeches(megabytes: number): string {
  const characters = megabytes * MEGABYTE_OF_SPEECHES;
  return [...speeches({ seed: 1, characters, documentCharacters: characters })]
    .map(({ text }) => text)
    .join('\n');
}

function one(name: string, make: (random: () => number) => string | Uint8Array): HostileCase {
  return { name, make: (random) => [make(random)] };
}

function list<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}

function noise(length: number, alphabet: number, random: () => number): string {
  const parts: string[] = [];
  for (let left = length; left > 0; left -= 5_000) {
    const units = list(Math.min(left, 5_000), () => 0x4e00 + Math.floor(random() * alphabet));
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
}

function letters(length: number, random: () => number): string {
  const parts: string[] = [];
  for (let left = length; left > 0; left -= 5_000) {
    const units = list(Math.min(left, 5_000), () => 0x61 + Math.floor(random() * 26));
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
}

function sentence(length: number, random: () => number): string {
  return `${noise(length - 1, 2_000, random)}。`;
}

function utf16(units: Uint16Array): Uint8Array {
  return Uint8Array.from([0xff, 0xfe, ...new Uint8Array(units.buffer)]);
}

function person(index: number): string {
  const name = String.fromCharCode(0x4e00 + (index % 400), 0x5200 + Math.floor(index / 400));
  return `${SURNAMES[index % SURNAMES.length]}${name}`;
}

/** From 1 to 999, and then from 1 again: no ordinal is read beyond. */
function numeral(index: number): string {
  const value = (index % 999) + 1;
  const [hundreds, tens, units] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const digit = (n: number) => (n === 0 ? '' : (NUMERALS[n - 1] as string));
  const below =
    tens > 0 ? `${digit(tens)}十${digit(units)}` : `${hundreds > 0 && units > 0 ? '零' : ''}${digit(units)}`;
  return (hundreds > 0 ? `${digit(hundreds)}百` : '') + below;
}

/** Each item opens a list inside the one before it, as deep as there are styles, and then again. */
function nested(items: number, random: () => number): string {
  const styles = [
    (n: number) => `${NUMERALS[n]}、`,
    (n: number) => `（${NUMERALS[n]}）`,
    (n: number) => `${n + 1}.`,
    (n: number) => `（${n + 1}）`,
    (n: number) => `${String.fromCharCode(0x2460 + n)}`,
    (n: number) => `第${NUMERALS[n]}，`,
    (n: number) => `${NUMERALS[n]}是`,
    (n: number) => `${String.fromCharCode(0x61 + n)}.`,
  ];
  return list(items, (i) => {
    const style = styles[i % styles.length] as (n: number) => string;
    return `${style(Math.floor(i / styles.length) % 10)}${sentence(12, random)}`;
  }).join('\n');
}

/** Hebrew, Arabic, marks piled on a letter, families of emoji, flags, variation selectors. */
function scripts(pieces: number, random: () => number): string {
  const all = [
    'שלום עולם ',
    'مرحبا بالعالم ',
    `e${'\u0301'.repeat(20)}`,
    '👨‍👩‍👧‍👦',
    '🇨🇳',
    '葛\u{e0100}',
    '\u202e反\u202c',
    '한글',
    '字。\n',
  ];
  return list(pieces, () => all[Math.floor(random() * all.length)]).join('');
}
