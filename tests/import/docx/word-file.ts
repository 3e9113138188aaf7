import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** A fixed date: the same text gives the same bytes. */
const MTIME = new Date('2024-01-01T00:00:00Z');

/** A Word file as it is written in a test: the insides of its parts. */
export interface WordFile {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly settings?: string;
  /** Files taken in with `altChunk`, by name; their relations are `chunk0`, `chunk1`… */
  readonly chunks?: Readonly<Record<string, Uint8Array>>;
  /** `main` is the part's content type: `document.main`, `template.main`. */
  readonly main?: string;
  readonly isStrict?: boolean;
}

const PARTS = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'settings'] as const;
const CHUNK_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  mht: 'message/rfc822',
  txt: 'text/plain',
  docx: `${CONTENT}.document.main+xml`,
  rtf: 'application/rtf',
};

/** The bytes of a .docx. */
export function wordFile(file: WordFile): Uint8Array<ArrayBuffer> {
  const named = PARTS.filter((part) => file[part] !== undefined);
  const chunks = Object.entries(file.chunks ?? {});
  const relations = [
    ...named.map((part) => relation(part, part, `${part}.xml`)),
    ...chunks.map(([name], i) => relation(`chunk${i}`, 'aFChunk', `/word/${name}`)),
  ].join('');
  const main = file.main ?? 'document.main';
  const mainType = main.includes('/') ? main : `${CONTENT}.${main}+xml`;
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...Object.entries(CHUNK_TYPES).map(
      ([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`,
    ),
    `<Override PartName="/word/document.xml" ContentType="${mainType}"/>`,
    ...named.map((part) => `<Override PartName="/word/${part}.xml" ContentType="${CONTENT}.${part}+xml"/>`),
  ].join('');
  const xml = (text: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${strict(text)}`);
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}</Types>`,
    ),
    '_rels/.rels': xml(relationships(relation('main', 'officeDocument', 'word/document.xml'))),
    'word/_rels/document.xml.rels': xml(relationships(relations)),
    'word/document.xml': xml(`<w:document ${NAMESPACES}><w:body>${file.body}</w:body></w:document>`),
  };
  for (const part of named)
    files[`word/${part}.xml`] = xml(`<w:${part} ${NAMESPACES}>${file[part]}</w:${part}>`);
  for (const [name, bytes] of chunks) files[`word/${name}`] = bytes;
  return new Uint8Array(zipSync(files, { mtime: MTIME }));

  function strict(text: string): string {
    return file.isStrict
      ? text
          .replaceAll(W, 'http://purl.oclc.org/ooxml/wordprocessingml/main')
          .replaceAll(RELATIONS, 'http://purl.oclc.org/ooxml/officeDocument/relationships')
      : text;
  }
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

function relationships(inside: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
}

/** A run of text; `properties` is the inside of its `w:rPr`. */
export function run(text: string, properties = ''): string {
  const rPr = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${rPr}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs; bare text becomes a run. `properties` is the inside of its `w:pPr`. */
export function paragraph(content: string, properties = ''): string {
  const pPr = properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`;
  return `<w:p>${pPr}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;
}

/** A paragraph of a style. */
export function styled(id: string, content: string): string {
  return paragraph(content, `<w:pStyle w:val="${id}"/>`);
}

/** A numbered paragraph. */
export function item(numId: number, depth: number, content: string): string {
  return paragraph(content, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${numId}"/></w:numPr>`);
}

/** A level of a list: format, pattern, and what else is said of it. */
export function level(index: number, format: string, pattern: string, more = ''): string {
  const restart = /<w:lvlRestart[^>]*>/u.exec(more)?.[0] ?? '';
  const paragraphStyle = /<w:pStyle[^>]*>/u.exec(more)?.[0] ?? '';
  const legal = /<w:isLgl[^>]*>/u.exec(more)?.[0] ?? '';
  const suffix = /<w:suff [^>]*>/u.exec(more)?.[0] ?? '';
  const start = /<w:start [^>]*>/u.exec(more)?.[0] ?? '<w:start w:val="1"/>';
  const font = /<w:rPr>.*<\/w:rPr>/u.exec(more)?.[0] ?? '';
  return (
    `<w:lvl w:ilvl="${index}">${start}<w:numFmt w:val="${format}"/>${restart}${paragraphStyle}${legal}${suffix}` +
    `<w:lvlText w:val="${pattern}"/><w:lvlJc w:val="left"/>${font}</w:lvl>`
  );
}

export function abstractList(id: number, ...inside: readonly string[]): string {
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${inside.join('')}</w:abstractNum>`;
}

export function list(numId: number, definition: number, overrides = ''): string {
  return `<w:num w:numId="${numId}"><w:abstractNumId w:val="${definition}"/>${overrides}</w:num>`;
}

export function style(id: string, name: string, inside = '', more = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"${more}><w:name w:val="${name}"/>${inside}</w:style>`;
}

/** A table of rows of cells; what does not begin with a tag becomes a paragraph. */
export function table(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((row) => row.length));
  const grid = '<w:gridCol w:w="2000"/>'.repeat(width);
  const cellOf = (cell: string) =>
    `<w:tc>${cell.startsWith('<w:tcPr>') ? '' : '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'}` +
    `${cell.startsWith('<') ? cell : paragraph(cell)}</w:tc>`;
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
    rows.map((row) => `<w:tr>${row.map(cellOf).join('')}</w:tr>`).join('') +
    '</w:tbl>'
  );
}
