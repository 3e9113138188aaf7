import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../src/cli/compare.ts', import.meta.url));
const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/diff/${name}.txt`, import.meta.url));
const NODE_ARGS = ['--import', 'tsx', SCRIPT];

test('prints the segments as JSON', () => {
  const printed = execFileSync(
    'node',
    [...NODE_ARGS, '--json', fixture('one-character.a'), fixture('one-character.b')],
    {
      encoding: 'utf8',
    },
  );
  expect(JSON.parse(printed)).toEqual({
    segments: [
      { kind: 'equal', class: 'text', a: { start: 0, end: 19 }, b: { start: 0, end: 19 } },
      { kind: 'insert', class: 'text', a: null, b: { start: 19, end: 20 } },
      { kind: 'equal', class: 'text', a: { start: 19, end: 29 }, b: { start: 20, end: 30 } },
    ],
    coarse: false,
  });
});

test('prints the rows for a person', () => {
  const printed = execFileSync('node', [...NODE_ARGS, fixture('parallel.a'), fixture('parallel.b')], {
    encoding: 'utf8',
  });
  expect(printed).toBe('＝ 加强领导，\n＋ \n   {+加强协调，+}\n＝ 加强监督，\n＝ 加强考核。\n');
});

test('takes nothing, and control characters, for texts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'compare-'));
  const [empty, zeros] = [join(folder, 'empty.txt'), join(folder, 'zeros.txt')];
  writeFileSync(empty, '');
  writeFileSync(zeros, '\0甲\0');
  const printed = execFileSync('node', [...NODE_ARGS, '--json', empty, zeros], { encoding: 'utf8' });
  expect(JSON.parse(printed)).toMatchObject({
    segments: [{ kind: 'insert', a: null, b: { start: 0, end: 3 } }],
    coarse: false,
  });
  rmSync(folder, { recursive: true });
});

test('says how it is used, and what cannot be read', () => {
  expect(spawnSync('node', NODE_ARGS, { encoding: 'utf8' })).toMatchObject({ status: 2 });
  expect(spawnSync('node', [...NODE_ARGS, 'none', 'nowhere'], { encoding: 'utf8' })).toMatchObject({
    status: 1,
    stdout: '',
  });
});
