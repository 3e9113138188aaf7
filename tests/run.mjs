// `npm test`: installs what is missing, runs every check as a named step, ends with the line `N passed, N failed`.
// `npm test -- unit build` runs only the steps named.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, requireNode } from '../src/cli/install.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ passed: number, failed: number }} Outcome */
/** @type {Record<string, () => Outcome>} */
const STEPS = {
  format: () => tool('oxfmt', '--check'),
  lint: () => tool('oxlint'),
  types: () => tool('tsc', '-p', 'tsconfig.json'),
  'types-core': () => tool('tsc', '-p', 'src/core/tsconfig.json'),
  'types-worker': () => tool('tsc', '-p', 'src/worker/tsconfig.json'),
  architecture: () => vitest('architecture'),
  unit: () => vitest('unit'),
  build: () => {
    // The browsers must not be shown an older build when this one fails.
    rmSync('dist', { recursive: true, force: true });
    return tool('vite', 'build', '--logLevel', 'warn');
  },
  browser: () => vitest('browser'),
};

requireNode();
process.chdir(ROOT);
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in STEPS));
if (unknown.length > 0)
  end(`No such step: ${unknown.join(', ')}. There are ${Object.keys(STEPS).join(', ')}.`);
installPackages(ROOT);
const steps = Object.entries(STEPS).filter(([name]) => named.length === 0 || named.includes(name));
const firefox = steps.some(([name]) => name === 'browser') ? await requireBrowsers() : null;

const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const broken = [];
for (const [name, step] of steps) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const { passed, failed } = step();
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) broken.push(name);
}

console.log();
if (firefox === false)
  console.log('!!! LEFT OUT: the Firefox tests, because no Firefox was found on this machine.');
if (broken.length > 0) console.log(`Failed: ${broken.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** Makes sure of a Chromium, or ends with a sentence. Gives whether there is a Firefox. */
async function requireBrowsers() {
  const { findChromium, findFirefox, obtainChromium } = await import('./browser/installed.mjs');
  if ((findChromium() ?? obtainChromium()) === null) {
    end('No Chromium or Chrome was found and none could be installed: please install one and run again.');
  }
  return findFirefox() !== null;
}

/**
 * Runs an installed tool; it counts as one test.
 * @param {string} name
 * @param {string[]} args
 * @returns {Outcome}
 */
function tool(name, ...args) {
  return start(name, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Runs one project of vitest.config; counts its tests, and a file that could not be run as one failure.
 * @param {string} project
 * @returns {Outcome}
 */
function vitest(project) {
  const folder = mkdtempSync(join(tmpdir(), 'leitong-test-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ended = start('vitest', ['run', '--project', project, ...reporters]);
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const unread = testResults.filter(isUnread).length;
    // An error outside any test fails the run and no test.
    const failed = Math.max(numFailedTests + unread, ended ? 0 : 1);
    return { passed: numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {{ status: string, assertionResults: { status: string }[] }} file */
function isUnread(file) {
  return file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed');
}

/**
 * @param {string} name of a command in node_modules/.bin
 * @param {string[]} args
 */
function start(name, args) {
  const windows = process.platform === 'win32'; // commands are .cmd files there, which only a shell starts
  const path = join('node_modules', '.bin', name);
  return spawnSync(path, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: windows }).status === 0;
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function end(sentence) {
  console.error(sentence);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
