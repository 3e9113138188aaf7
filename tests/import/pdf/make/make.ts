/**
 * Makes the PDF files beside this folder from the documents in `sources.ts`, by LibreOffice and Chromium. They are kept:
 * other versions of the programs and fonts make others. `npx tsx tests/import/pdf/make/make.ts`
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FLAGS } from '../../../browser/browser.ts';
import { findChromium } from '../../../browser/installed.mjs';
import { fodtOf } from './fodt.ts';
import { htmlOf } from './html.ts';
import { LOCKED, PRINTED, SOURCES } from './sources.ts';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const PASSWORDS = {
  'needs-password': { EncryptFile: true, DocumentOpenPassword: '开门' },
  'empty-password': { RestrictPermissions: true, PermissionPassword: '不准改' },
};

const folder = mkdtempSync(join(tmpdir(), 'leitong-pdf-'));
try {
  convert(
    SOURCES.map((source) => [source.name, fodtOf(source)]),
    'pdf',
  );
  for (const [name, options] of Object.entries(PASSWORDS)) {
    const typed = Object.entries(options).map(([key, value]) => [
      key,
      { type: typeof value, value: String(value) },
    ]);
    convert([[name, fodtOf(LOCKED)]], `pdf:writer_pdf_Export:${JSON.stringify(Object.fromEntries(typed))}`);
  }
  await print();
} finally {
  rmSync(folder, { recursive: true });
}

function convert(documents: readonly (readonly [name: string, xml: string])[], to: string): void {
  const paths = documents.map(([name, xml]) => {
    const path = join(folder, `${name}.fodt`);
    writeFileSync(path, xml);
    return path;
  });
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const ended = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', to, '--outdir', folder, ...paths],
    {
      stdio: 'inherit',
    },
  );
  if (ended.status !== 0) throw new Error('LibreOffice failed');
  for (const [name] of documents) copyFileSync(join(folder, `${name}.pdf`), join(HERE, `${name}.pdf`));
}

async function print(): Promise<void> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: [...FLAGS] });
  const page = await browser.newPage();
  await page.setContent(htmlOf(PRINTED));
  await page.pdf({
    path: join(HERE, `${PRINTED.name}.pdf`),
    format: 'A4',
    margin: { top: '25mm', bottom: '25mm', left: '25mm', right: '25mm' },
    displayHeaderFooter: true,
    headerTemplate: '<div style="font:9px Noto Sans CJK SC;width:100%;text-align:center">工作</div>',
    footerTemplate:
      '<div style="font:9px Noto Sans CJK SC;width:100%;text-align:center"><span class="pageNumber"></span>/<span class="totalPages"></span></div>',
  });
  await browser.close();
}
