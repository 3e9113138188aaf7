import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Code that the linter must refuse, and the rule by which it does. */
const PLANTED: readonly (readonly [rule: string, code: string])[] = [
  ['no-explicit-any', 'export const a: any = 1;'],
  ['ban-ts-comment', '// @ts-ignore\nexport const a = 1;'],
  ['ban-ts-comment', '// @ts-expect-error because\nexport const a = 1;'],
  ['no-super-linear-backtracking', 'export const a = /^(a+)+$/;'],
  ['no-super-linear-backtracking', "export const a = new RegExp('^.*x.*y$');"],
  ['no-super-linear-move', 'export const a = /\\s+$/;'],
  [
    'rules-of-hooks',
    "import { useState } from 'preact/hooks';\nexport function A(x: boolean) { if (x) useState(1); return null; }",
  ],
];

test.each(PLANTED)('the linter refuses, by %s: %s', (rule, code) => {
  const folder = mkdtempSync(join(tmpdir(), 'leitong-lint-'));
  writeFileSync(join(folder, 'planted.tsx'), code);
  const oxlint = resolve('node_modules/.bin/oxlint');
  const linted = spawnSync(oxlint, ['-c', resolve('.oxlintrc.json'), folder], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  rmSync(folder, { recursive: true });
  expect(linted.stdout).toContain(`(${rule})`);
  expect(linted.status).not.toBe(0);
});
