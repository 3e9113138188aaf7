import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from './sources.ts';

/** A file longer than this is two things. */
const LINES_MOST = 400;
const TOP_LEVEL = [
  'README.md',
  'index.html',
  'package-lock.json',
  'package.json',
  'seeds',
  'src',
  'tests',
  'tsconfig.json',
  'vite.config.ts',
];
/** What is made here and not kept. */
const MADE = ['dist', 'node_modules'];

/** What a script of the page must not contain, and what it would do there. */
const FORBIDDEN: readonly (readonly [name: string, pattern: RegExp, planted: string])[] = [
  [
    'localStorage or sessionStorage',
    /\b(?:local|session)Storage\b/,
    'window.localStorage.setItem(key, value)',
  ],
  [
    'HTML made of text',
    /\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/,
    'element.innerHTML = text',
  ],
  [
    'HTML made of text by Preact',
    /dangerouslySetInnerHTML/,
    '<p dangerouslySetInnerHTML={{ __html: text }} />',
  ],
  ['code made of text', /\beval\(|\bnew Function\(/, 'eval(text)'],
  ['a dialogue of the browser', /\b(?:alert|confirm|prompt)\(/, "alert('failed')"],
  ['a request', /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeer/, "fetch('/x')"],
  // Namespaces are names, not addresses.
  ['an address on the web', /\bhttps?:\/\/(?!www\.w3\.org\/|schemas\.)/, "const url = 'https://example.org'"],
  ['a frame', /<iframe|['"`]iframe['"`]/, "document.createElement('iframe')"],
];
/** The two files that stand at the door: one closes it, one is the service worker. */
const DOOR = ['app/egress.ts', 'worker/offline.ts'];

const files = sourceFiles();

test.each(FORBIDDEN)('a planted violation is found: %s', (_name, pattern, planted) => {
  expect(planted).toMatch(pattern);
});

test.each(FORBIDDEN)('the page holds no %s', (name, pattern) => {
  const holding = files.filter(
    ({ path, source }) =>
      !path.startsWith('cli/') &&
      !(name === 'a request' && DOOR.includes(path)) &&
      pattern.test(withoutComments(source)),
  );
  expect(holding.map(({ path }) => path)).toEqual([]);
});

test(`no file is over ${LINES_MOST} lines`, () => {
  const long = files.filter(({ source }) => source.split('\n').length - 1 > LINES_MOST);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test('nothing is called utils', () => {
  const vague = /(?:^|\/)(?:utils?|helpers?|common|misc)[./]/i;
  expect(files.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
});

test('the top level holds what the design names', () => {
  const entries = readdirSync('.').filter((name) => !name.startsWith('.') && !MADE.includes(name));
  expect(entries.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
});

test('the README opens with the two commands', () => {
  const beginning = readFileSync('README.md', 'utf8').split('\n').slice(0, 20).join('\n');
  expect(beginning).toContain('npm start');
  expect(beginning).toContain('npm test');
});

test('the map in src/README.md names every folder', () => {
  const map = readFileSync('src/README.md', 'utf8');
  const folders = new Set(
    files.filter(({ path }) => path.includes('/')).map(({ path }) => path.split('/')[0]),
  );
  expect([...folders].filter((folder) => !map.includes(`${folder}/`))).toEqual([]);
});

/** Takes block comments and comment lines out: they may speak of anything. */
function withoutComments(source: string): string {
  let code = '';
  for (let at = 0; at < source.length;) {
    const start = source.indexOf('/*', at);
    const end = start < 0 ? -1 : source.indexOf('*/', start + 2);
    code += source.slice(at, end < 0 ? source.length : start);
    at = end < 0 ? source.length : end + 2;
  }
  return code
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//'))
    .join('\n');
}
