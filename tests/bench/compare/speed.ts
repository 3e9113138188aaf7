import { compare } from '../../../src/core/diff/compare.ts';
import { seeded } from '../random.ts';
import { figure, printMarkdown, tell } from '../table.ts';
import { OWN, PEERS } from './engines.ts';
import { edited, longText } from './pairs.ts';

const LENGTHS = [1_000, 10_000, 100_000, 1_000_000];
const SHARE = 0.1;
/** So often each is measured, after it was warmed up on short texts; the best counts, for other work makes times only longer. */
const RUNS = 5;
const WARMING_UP = 30;
const RUNS_OF_LONG = 2;
/** A deletion and an insertion: all of it is marked as other text. */
const ONE_BLOCK = 2;

/** Measures the time for texts with 10 % edits, of ours and of the peers, in one run. */
export function measureSpeed(most: number): void {
  const engines = [OWN, ...PEERS];
  for (const { mark } of engines) if (mark !== null) warmUp(mark);
  const rows = LENGTHS.filter((length) => length <= most).map((length) => {
    const [a, b] = textsOf(length);
    const cells = engines.map((engine) => {
      if (engine.mark === null) return 'not installed';
      if (length > engine.most) return '–';
      tell(`${engine.name} on ${length} characters`);
      const { mark } = engine;
      let places = 0;
      const times = Array.from({ length: length > 10_000 ? RUNS_OF_LONG : RUNS }, () =>
        timeOf(() => {
          places = mark(a, b).length;
        }),
      );
      return `${figure(Math.min(...times))}${places <= ONE_BLOCK ? ' (one block)' : ''}`;
    });
    return [String(length), ...cells, String(compare(a, b).coarse)];
  });
  printMarkdown('Milliseconds of processor time for texts with 10 % edits, warm (–: not measured)', [
    ['characters', ...engines.map(({ name }) => name), 'ours coarse'],
    ...rows,
  ]);
}

function warmUp(mark: (a: string, b: string) => unknown): void {
  for (let i = 0; i < WARMING_UP; i++) mark(...textsOf(1_000));
}

function textsOf(length: number): [a: string, b: string] {
  const random = seeded(length);
  const a = longText(length, random);
  return [a, edited(a, SHARE, random)];
}

/** Hostile texts, and whole documents whose paragraphs moved. */
export function measureHostile(most: number): void {
  const size = Math.min(most, 1_000_000);
  const random = seeded(7);
  const paragraphs = Array.from({ length: 500 }, (_, i) => `${longText(200, random)}第${i}段。\n`);
  const shuffled = paragraphs.filter((_, i) => i % 50 !== 7);
  for (let i = 7; i < 500; i += 50) shuffled.splice((i * 31) % 400, 0, paragraphs[i] as string);
  const han = (count: number, step: number) =>
    Array.from({ length: count }, (_, i) =>
      String.fromCharCode(0x4e00 + ((i * step + (i >> 7)) % 5000)),
    ).join('');
  const cases: Readonly<Record<string, readonly [string, string]>> = {
    'ten of 500 paragraphs moved': [paragraphs.join(''), shuffled.join('')],
    'empty against full': ['', longText(size, random)],
    identical: [han(size, 7), han(size, 7)],
    'without any mark, one character less': [
      han(size, 7),
      han(size, 7).slice(0, size >> 1) + han(size, 7).slice((size >> 1) + 1),
    ],
    'without any mark, nothing in common in order': [han(size, 7), han(size, 11)],
    'only marks': ['，'.repeat(size), '。'.repeat(size)],
    'lone surrogates': ['\ud800'.repeat(size), '\udc00'.repeat(size)],
    'null characters': ['\0'.repeat(size), '\0'.repeat(size >> 1)],
    'line breaks': ['\n'.repeat(100_000), '\r\n'.repeat(100_000)],
    'one clause a thousand times, one more': [
      '加强领导，'.repeat(1_000),
      `${'加强领导，'.repeat(500)}加强监督，${'加强领导，'.repeat(501)}`,
    ],
    'one clause twenty thousand times': ['加强领导，'.repeat(20_000), '领导加强，'.repeat(20_000)],
  };
  const rows = Object.entries(cases).map(([name, [a, b]]) => {
    tell(name);
    let coarse = false;
    const time = timeOf(() => {
      coarse = compare(a, b).coarse;
    });
    return [name, String(Math.max(a.length, b.length)), figure(time), String(coarse)];
  });
  printMarkdown('Whole documents and hostile texts', [['', 'characters', 'ms', 'coarse'], ...rows]);
}

/** Milliseconds of processor time, collecting garbage and compiling included: other work on the machine counts less than by the clock. */
function timeOf(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
