import { describe, expect, test } from 'vitest';
import { importersOf, importsOf, violationOf } from './imports.ts';
import { ENGINES } from './rules.ts';
import { sourceFiles } from './sources.ts';

const imports = sourceFiles()
  .filter(({ path }) => !path.endsWith('.css') && !path.endsWith('.d.ts'))
  .flatMap(({ path, source }) => importsOf(path, source));

describe('a planted violation is found', () => {
  test.each([
    ['core/text/fold.ts', "import { a } from '../../app/state.ts';"],
    ['core/text/fold.ts', "import type { A } from '../../i18n/messages.ts';"],
    ['core/text/fold.ts', "import { readFileSync } from 'node:fs';"],
    ['core/text/fold.ts', "import { readFileSync } from 'fs';"],
    ['core/text/fold.ts', "export { a } from '../../office/zip.ts';"],
    ['core/text/fold.ts', "export * from '../../office/zip.ts';"],
    ['core/text/fold.ts', "const a = import('../../office/zip.ts');"],
    ['office/zip.ts', "import { a } from '../import/index.ts';"],
    ['storage/store.ts', "import { a } from '../app/state.ts';"],
    ['storage/store.ts', "import '../app/state.ts';"],
    ['i18n/messages.ts', "import { a } from '../core/text/span.ts';"],
    ['i18n/messages.ts', "import type { A } from '../app/state.ts';"],
    ['import/index.ts', "import { a } from '../i18n/messages.ts';"],
    ['import/index.ts', "import { a } from '../export/index.ts';"],
    ['export/index.ts', "import { a } from '../import/index.ts';"],
    ['cli/detect.ts', "import { a } from '../app/state.ts';"],
    ['worker/protocol.ts', "import { a } from '../import/index.ts';"],
    ['worker/entry.ts', "import { a } from '../storage/store.ts';"],
    ['worker/entry.ts', "import { a } from '../app/state.ts';"],
    ['worker/offline.ts', "import { a } from './protocol.ts';"],
    ['worker/client.ts', "import { a } from '../app/state.ts';"],
    ['worker/browser.ts', "import { a } from '../core/text/span.ts';"],
    ['app/workspace.ts', "import { a } from '../import/index.ts';"],
    ['app/workspace.ts', "import { a } from '../worker/entry.ts';"],
    ['app/workspace.ts', "import { type A, a } from '../worker/protocol.ts';"],
    ['app/workspace.ts', "import { a } from '../ui/start.tsx';"],
    ['ui/start.tsx', "import { a } from '../storage/store.ts';"],
    ['ui/start.tsx', "import { a } from '../worker/client.ts';"],
    ['ui/start.tsx', "import { a } from '../export/index.ts';"],
    ['main.tsx', "import { a } from './worker/client.ts';"],
    ['core/text/fold.ts', "import { h } from 'preact';"],
    ['core/reuse/pair.ts', "import { diff_match_patch } from 'diff-match-patch';"],
    ['app/workspace.ts', "import { get } from 'idb-keyval';"],
    ['ui/views/list.tsx', "import { Virtualizer } from '@tanstack/virtual-core';"],
    ['ui/views/list.tsx', "import { a } from 'a-package-of-no-line';"],
    ['elsewhere/a.ts', "import { a } from './b.ts';"],
  ])('%s: %s', (path, source) => {
    const [one, ...others] = importsOf(path, source);
    expect(others).toEqual([]);
    expect(one && violationOf(one)).toContain(path);
  });

  test.each(ENGINES.filter((engine) => engine.oneImporter))('a second importer of $name', (engine) => {
    const source = `import { a } from '${engine.name}';`;
    const planted = ['one.ts', 'two.ts'].flatMap((name) => importsOf(`${engine.within[0]}${name}`, source));
    expect(importersOf(planted, engine)).toHaveLength(2);
  });

  test('an import of a module that is only known when it runs', () => {
    expect(() => importsOf('core/text/fold.ts', 'const a = import(name);')).toThrow('no fixed module');
  });
});

test.each([
  ['core/text/fold.ts', "import { a } from '../diff/b.ts';"],
  ['core/diff/engine.ts', "import { diff_match_patch } from 'diff-match-patch';"],
  ['app/workspace.ts', "import { a } from '../worker/client.ts';"],
  ['app/workspace.ts', "import type { A } from '../import/importer.ts';"],
  ['i18n/messages.ts', "import type { A } from '../core/reuse/pair.ts';"],
  ['worker/entry.ts', "import { a } from './protocol.ts';"],
  ['app/browser.ts', "import { startBrowserWorker } from '../worker/browser.ts';"],
  ['worker/browser.ts', "import { serve } from './entry.ts';"],
  ['ui/views/list.tsx', "import { useState } from 'preact/hooks';"],
  ['ui/views/about.tsx', "import licences from 'virtual:licences';"],
  ['cli/detect.ts', "import { readFile } from 'node:fs/promises';"],
])('what the design allows passes: %s: %s', (path, source) => {
  expect(importsOf(path, source).map(violationOf)).toEqual([null]);
});

test('src/ keeps the rules', () => {
  expect(imports.map(violationOf).filter((violation) => violation !== null)).toEqual([]);
});

test.each(ENGINES.filter((engine) => engine.oneImporter))('$name has one importer at most', (engine) => {
  expect(importersOf(imports, engine).slice(1)).toEqual([]);
});
