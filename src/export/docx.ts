import { joinBytes } from '../office/join-bytes.ts';
import { writeZip } from '../office/zip.ts';
import {
  CONTENT_TYPES,
  DOCUMENT_RELATIONS,
  FOOTER,
  PACKAGE_RELATIONS,
  SETTINGS,
  STYLES,
} from './docx-parts.ts';
import type { DraftDocument, DraftLine } from './draft-document.ts';

/**
 * The draft as a new Word document (ECMA-376, transitional, no more of it than Word, WPS and LibreOffice need): A4, body in Song type with
 * two characters of indentation, titles centred, headings in the navigation pane, page numbers below.
 */
export function toDocx(draft: DraftDocument): Uint8Array<ArrayBuffer> {
  const zip = writeZip();
  const encoder = new TextEncoder();
  const parts: readonly (readonly [name: string, xml: string])[] = [
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', PACKAGE_RELATIONS],
    ['word/document.xml', documentXml(draft.lines())],
    ['word/_rels/document.xml.rels', DOCUMENT_RELATIONS],
    ['word/styles.xml', STYLES],
    ['word/settings.xml', SETTINGS],
    ['word/footer1.xml', FOOTER],
  ];
  for (const [name, xml] of parts) zip.add(name, encoder.encode(xml));
  return joinBytes(zip.finish());
}

/** In twentieths of a point: A4, and the margins of Word's own blank Chinese page. */
const PAGE =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/>' +
  '<w:docGrid w:linePitch="312"/></w:sectPr>';

function documentXml(lines: readonly DraftLine[]): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>' +
    lines.map(paragraphXml).join('') +
    `${PAGE}</w:body></w:document>`
  );
}

function paragraphXml(line: DraftLine): string {
  const runs = line.text
    .split('\t')
    .map((words) => `<w:t xml:space="preserve">${escapeXml(words)}</w:t>`)
    .join('<w:tab/>');
  return `<w:p><w:pPr><w:pStyle w:val="${styleOf(line)}"/></w:pPr><w:r>${runs}</w:r></w:p>`;
}

function styleOf({ role, level }: DraftLine): string {
  if (role === 'byline') return 'Byline';
  if (role === 'title') return 'Heading1';
  return role === 'heading' ? `Heading${Math.max(2, Math.min(9, level))}` : 'BodyIndented';
}

/** What XML 1.0 cannot hold, escaped or not. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function escapeXml(text: string): string {
  return text.replace(NOT_XML, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
