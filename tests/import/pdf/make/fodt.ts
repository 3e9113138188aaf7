/** How a paragraph of a made document is set. */
export type Setting =
  | 'head' // the red name of the office
  | 'title'
  | 'centred'
  | 'heading' // first level: another face, as large as the text
  | 'text' // first line indented by two characters
  | 'flush' // no indent
  | 'right'
  | 'hanging' // the number stands out to the left
  | 'block'; // no indent, apart by space

/** A paragraph, a table (rows of cells) or a page break of a made document. */
export type Block =
  | { readonly set: Setting; readonly text: string; readonly note?: string }
  | { readonly table: readonly (readonly string[])[] }
  | { readonly columns: readonly Block[] };

/** A document as it is given to LibreOffice. */
export interface Source {
  readonly name: string;
  readonly blocks: readonly Block[];
  /** Running header. */
  readonly header?: string;
  /** Running footer; `#` stands for the page's number and `##` for how many there are. */
  readonly footer?: string;
  readonly vertical?: true;
  /** Lines end where their words end. */
  readonly ragged?: true;
  readonly landscape?: true;
}

const SERIF = 'Noto Serif CJK SC';
const SANS = 'Noto Sans CJK SC';

/** Name, size in points, font, paragraph properties. */
const STYLES: readonly (readonly [name: Setting, size: number, font: string, properties: string])[] = [
  ['head', 36, SERIF, 'fo:text-align="center" fo:margin-bottom="20pt"'],
  [
    'title',
    22,
    SERIF,
    'fo:text-align="center" fo:line-height="32pt" fo:margin-top="16pt" fo:margin-bottom="16pt"',
  ],
  ['centred', 16, SERIF, 'fo:text-align="center" fo:line-height="28pt"'],
  ['heading', 16, SANS, 'fo:text-align="justify" fo:text-indent="32pt" fo:line-height="28pt"'],
  ['text', 16, SERIF, 'fo:text-align="justify" fo:text-indent="32pt" fo:line-height="28pt"'],
  ['flush', 16, SERIF, 'fo:text-align="justify" fo:line-height="28pt"'],
  ['right', 16, SERIF, 'fo:text-align="end" fo:margin-right="32pt" fo:line-height="28pt"'],
  [
    'hanging',
    14,
    SERIF,
    'fo:text-align="justify" fo:margin-left="28pt" fo:text-indent="-28pt" fo:line-height="22pt"',
  ],
  ['block', 12, SERIF, 'fo:text-align="justify" fo:line-height="18pt" fo:margin-bottom="9pt"'],
];

/** The document as flat OpenDocument text. */
export function fodtOf(source: Source): string {
  const [width, height] = source.landscape ? ['297mm', '210mm'] : ['210mm', '297mm'];
  const align = source.ragged ? 'start' : 'justify';
  const styles = STYLES.map(
    ([name, size, font, properties]) =>
      `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${properties.replace('justify', align)} fo:orphans="1" fo:widows="1" style:punctuation-wrap="simple"/><style:text-properties fo:font-family="${font}" style:font-family-asian="${font}" fo:font-size="${size}pt" style:font-size-asian="${size}pt" fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN"/></style:style>`,
  ).join('');
  const writing = source.vertical ? ' style:writing-mode="tb-rl"' : '';
  const band = (text: string | undefined, tag: string) =>
    text === undefined
      ? ''
      : `<style:${tag}><text:p text:style-name="band">${fields(text)}</text:p></style:${tag}>`;
  const bandStyle =
    '<style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm" fo:margin-bottom="4mm"/>';
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>${styles}<style:style style:name="band" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-family="${SERIF}" style:font-family-asian="${SERIF}" fo:font-size="10.5pt" style:font-size-asian="10.5pt"/></style:style></office:styles><office:automatic-styles><style:style style:name="two" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="2" fo:column-gap="10mm"/></style:section-properties></style:style><style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="1mm"/></style:style><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="${width}" fo:page-height="${height}" fo:margin-top="30mm" fo:margin-bottom="25mm" fo:margin-left="28mm" fo:margin-right="26mm"${writing}/><style:header-style>${bandStyle}</style:header-style><style:footer-style>${bandStyle}</style:footer-style></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">${band(source.header, 'header')}${band(source.footer, 'footer')}</style:master-page></office:master-styles><office:body><office:text>${source.blocks.map(xmlOf).join('')}</office:text></office:body></office:document>`;
}

function xmlOf(block: Block): string {
  if ('columns' in block) {
    return `<text:section text:name="columns" text:style-name="two">${block.columns.map(xmlOf).join('')}</text:section>`;
  }
  if ('table' in block) {
    const rows = block.table.map(
      (row) =>
        `<table:table-row>${row.map((cell) => `<table:table-cell table:style-name="cell"><text:p text:style-name="block">${escape(cell)}</text:p></table:table-cell>`).join('')}</table:table-row>`,
    );
    const columns = `<table:table-column table:number-columns-repeated="${block.table[0]?.length ?? 0}"/>`;
    return `<table:table>${columns}${rows.join('')}</table:table>`;
  }
  const note =
    block.note === undefined
      ? ''
      : `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p text:style-name="band">${escape(block.note)}</text:p></text:note-body></text:note>`;
  return `<text:p text:style-name="${block.set}">${escape(block.text).replace('\n', '<text:line-break/>').replace('\t', '<text:tab/>').replace('^', note)}</text:p>`;
}

function fields(text: string): string {
  return escape(text)
    .replace('##', '<text:page-count/>')
    .replace('#', '<text:page-number text:select-page="current"/>');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
