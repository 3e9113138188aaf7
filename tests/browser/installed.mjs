// Finds the browsers that the tests drive, and gets Chromium where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const CHROMIUM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
const FIREFOX_NAMES = ['firefox', 'firefox-esr'];
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** The path of the system's Chromium or Chrome, else of Playwright's own download; null when there is neither. */
export function findChromium() {
  return find(CHROMIUM_NAMES, CHROMIUM_PLACES) ?? downloadedChromium();
}

/** The path of the system's Firefox, or null. */
export function findFirefox() {
  return find(FIREFOX_NAMES, FIREFOX_PLACES);
}

/** Gets a Chromium: Playwright's download, else Debian's package. Gives its path, or null when neither can be had. */
export function obtainChromium() {
  console.log("No Chromium or Chrome was found; trying Playwright's download …");
  run(process.execPath, [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']);
  // What was downloaded may miss the system's libraries; the package brings its own.
  const downloaded = downloadedChromium();
  if (downloaded !== null && run(downloaded, ['--version'])) return downloaded;
  if (process.getuid?.() !== 0 || find(['apt-get'], []) === null) return null;
  console.log("Trying Debian's package …");
  run('apt-get', ['update', '-q']);
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  return find(CHROMIUM_NAMES, CHROMIUM_PLACES);
}

function downloadedChromium() {
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

/**
 * @param {readonly string[]} names of commands on the PATH
 * @param {readonly string[]} places full paths
 */
function find(names, places) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...places].find((path) => existsSync(path)) ?? null;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}
