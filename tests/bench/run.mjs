// `npm run bench`: builds the page and runs every *.bench.ts of this folder; `npm run bench -- page` only those named.
// Options (--most=10) go to the benchmark, which must then be named.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, requireNode } from '../../src/cli/install.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join('tests', 'bench');
const ENDING = '.bench.ts';

requireNode();
process.chdir(ROOT);
installPackages(ROOT);

const given = process.argv.slice(2);
const named = given.filter((word) => !word.startsWith('--'));
const options = given.filter((word) => word.startsWith('--'));
const files = readdirSync(FOLDER)
  .filter((file) => file.endsWith(ENDING))
  .filter((file) => named.length === 0 || named.includes(file.slice(0, -ENDING.length)));
if (files.length === 0) console.error(`No benchmark is called ${named.join(', ')}.`);

let good = files.length > 0 && run('vite', 'build', '--logLevel', 'warn');
for (const file of files) good = run('tsx', join(FOLDER, file), ...options) && good;
process.exit(good ? 0 : 1);

/**
 * @param {string} name of a command in node_modules/.bin
 * @param {string[]} args
 */
function run(name, ...args) {
  const windows = process.platform === 'win32'; // commands are .cmd files there, which only a shell starts
  return (
    spawnSync(join('node_modules', '.bin', name), args, { stdio: 'inherit', shell: windows }).status === 0
  );
}
