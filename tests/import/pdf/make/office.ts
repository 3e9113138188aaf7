import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Whether a command is there. */
export function has(command: 'soffice' | 'pdftotext'): boolean {
  return spawnSync(command, [command === 'soffice' ? '--version' : '-v']).status === 0;
}

/** Has LibreOffice make PDF files of flat OpenDocument texts, in `folder` under their names. Throws when it fails. */
export function convertTo(
  folder: string,
  documents: readonly (readonly [name: string, xml: string])[],
  filter = 'pdf',
): void {
  const made = mkdtempSync(join(tmpdir(), 'leitong-pdf-'));
  try {
    const paths = documents.map(([name, xml]) => {
      const path = join(made, `${name}.fodt`);
      writeFileSync(path, xml);
      return path;
    });
    // A profile of its own: LibreOffice that is open elsewhere would take the work over, and not do it.
    const profile = `-env:UserInstallation=${pathToFileURL(join(made, 'profile')).href}`;
    const given = [profile, '--headless', '--convert-to', filter, '--outdir', made, ...paths];
    const { status, stderr } = spawnSync('soffice', given, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`LibreOffice failed: ${stderr}`);
    for (const [name] of documents) copyFileSync(join(made, `${name}.pdf`), join(folder, `${name}.pdf`));
  } finally {
    rmSync(made, { recursive: true });
  }
}

/** What `pdftotext -layout` makes of a file. */
export function pdftotext(path: string): string {
  return spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
}
