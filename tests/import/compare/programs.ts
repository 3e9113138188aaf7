import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Files by their names. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** Whether a program is installed. */
export function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/**
 * Files converted by LibreOffice, by their names without the extension. It starts once for all of them, with settings of its
 * own, and writes its text as a line a paragraph. `filter` is the target as `--convert-to` takes it.
 */
export function convert(files: Files, filter: string): Readonly<Record<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'leitong-office-'));
  try {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    for (const each of [from, to]) mkdirSync(each);
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(from, name), bytes);
    const paths = Object.keys(files).map((name) => join(from, name));
    const options = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', filter];
    spawnSync('soffice', [...options, '--outdir', to, ...paths], { stdio: 'ignore', timeout: 300_000 });
    return Object.fromEntries(
      readdirSync(to).map((name) => [
        name.slice(0, name.lastIndexOf('.')),
        Uint8Array.from(readFileSync(join(to, name))),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A text that pandoc has made a .docx of. */
export function fromMarkdown(markdown: string): Uint8Array {
  const made = spawnSync('pandoc', ['-f', 'markdown', '-t', 'docx', '-o', '-'], { input: markdown });
  return Uint8Array.from(made.stdout);
}
