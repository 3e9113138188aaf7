import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importBytes } from '../../src/import/index.ts';
import { fixture } from './fixture.ts';

const FIXTURES = fileURLToPath(new URL('fixtures/', import.meta.url));
/** The least share of LibreOffice's characters that must be read. */
const RECALL_LEAST = 0.995;
/** LibreOffice's text shows hidden words, and marks of notes without brackets. */
const HIDDEN = '隐藏的文字';

const isInstalled = spawnSync('soffice', ['--version']).status === 0;
if (!isInstalled)
  console.warn('!!! LEFT OUT: comparisons with LibreOffice, because no soffice was found on this machine.');

/** What LibreOffice writes as the text of a fixture. */
function textOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'leitong-office-'));
  try {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const filter = 'txt:Text (encoded):UTF8';
    const args = [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(FIXTURES, name)];
    spawnSync('soffice', args);
    return readFileSync(join(folder, name.replace(/\.\w+$/u, '.txt')), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const bare = (text: string) => text.replaceAll(/[\s\ufeff]/gu, '');

/** The share of the characters of `wanted` that `found` has, each as often. */
function recall(wanted: string, found: string): number {
  const counts = new Map<string, number>();
  for (const character of bare(found)) counts.set(character, (counts.get(character) ?? 0) + 1);
  let all = 0;
  let got = 0;
  for (const character of bare(wanted)) {
    const left = counts.get(character) ?? 0;
    all++;
    if (left > 0) got++;
    counts.set(character, left - 1);
  }
  return got / all;
}

describe.runIf(isInstalled)('beside LibreOffice', () => {
  it('reads its characters and every number from each of its formats', async () => {
    const anchor = textOf('notice.fodt').replace(HIDDEN, '');
    const lines = new Set(anchor.split('\n').map(bare));
    for (const format of ['fodt', 'odt', 'doc', 'rtf']) {
      const imported = await importBytes({ name: 'x', bytes: fixture(`notice.${format}`) });
      if (imported.kind !== 'imported' || imported.layout === null) throw new Error(imported.kind);
      const { text, layout } = imported;
      const deletions = layout.asides
        .map(({ kind, text: words }) => (kind === 'deletion' ? words : ''))
        .join('');
      expect(recall(anchor, text + deletions), format).toBeGreaterThanOrEqual(RECALL_LEAST);
      const numbered = layout.paragraphs.filter(({ number, kind }) => number !== null && kind !== 'note');
      expect(numbered, format).toHaveLength(18);
      for (const { span } of numbered) {
        const shown = bare(text.slice(span.start, span.end));
        // The one with a deletion stands in LibreOffice's text with the deleted words.
        const whole = shown.replace('导向，办结', '导向，大约办结');
        expect(lines.has(whole), `${format}: ${shown}`).toBe(true);
      }
    }
  });
});
