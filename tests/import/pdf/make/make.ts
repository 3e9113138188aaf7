/**
 * Makes the PDF files beside this folder from the documents in `sources.ts`, by LibreOffice and Chromium. They are kept:
 * other versions of the programs and fonts make others. `npx tsx tests/import/pdf/make/make.ts`
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FLAGS } from '../../../browser/browser.ts';
import { findChromium } from '../../../browser/installed.mjs';
import { fodtOf } from './fodt.ts';
import { htmlOf } from './html.ts';
import { convertTo } from './office.ts';
import { LOCKED, PRINTED, SOURCES } from './sources.ts';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const PASSWORDS = {
  'needs-password': { EncryptFile: true, DocumentOpenPassword: '开门' },
  'empty-password': { RestrictPermissions: true, PermissionPassword: '不准改' },
};

convertTo(
  HERE,
  SOURCES.map((source) => [source.name, fodtOf(source)]),
);
for (const [name, options] of Object.entries(PASSWORDS)) {
  const typed = Object.entries(options).map(([key, value]) => [
    key,
    { type: typeof value, value: String(value) },
  ]);
  const filter = `pdf:writer_pdf_Export:${JSON.stringify(Object.fromEntries(typed))}`;
  convertTo(HERE, [[name, fodtOf(LOCKED)]], filter);
}
await print();

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
