/** The parts of a Word document that are the same in every one. */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const CONTENT_TYPES =
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/>` +
  `<Override PartName="/word/settings.xml" ContentType="${WORD}.settings+xml"/>` +
  `<Override PartName="/word/footer1.xml" ContentType="${WORD}.footer+xml"/></Types>`;

export const PACKAGE_RELATIONS =
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;

export const DOCUMENT_RELATIONS =
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/>` +
  `<Relationship Id="rId2" Type="${OFFICE}/settings" Target="settings.xml"/>` +
  `<Relationship Id="rId3" Type="${OFFICE}/footer" Target="footer1.xml"/></Relationships>`;

/** Mode 15: without it Word 2013 and later open the file as one of Word 2007. */
export const SETTINGS =
  `${HEAD}<w:settings ${MAIN}><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/>` +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>';

export const FOOTER =
  `${HEAD}<w:ftr ${MAIN}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>` +
  '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>' +
  '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>';

const SONG = fonts('宋体');
const HEI = fonts('黑体');
const KAI = fonts('楷体');
/** In half points. */
const SIZES = { body: 24, byline: 28, title: 36, heading: 28, lower: 24 };

export const STYLES =
  `${HEAD}<w:styles ${MAIN}><w:docDefaults><w:rPrDefault><w:rPr>${SONG}${size(SIZES.body)}` +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>' +
  '<w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  style('BodyIndented', 'Body Text First Indent', indented() + '<w:jc w:val="both"/>', '') +
  style(
    'Byline',
    'Byline',
    '<w:keepNext/><w:spacing w:after="240"/><w:jc w:val="center"/>',
    KAI + size(SIZES.byline),
  ) +
  style(
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
    `${SONG}<w:b/>${size(SIZES.title)}`,
  ) +
  [2, 3, 4, 5, 6, 7, 8, 9].map(headingStyle).join('') +
  '</w:styles>';

function headingStyle(level: number): string {
  const look =
    level === 2
      ? HEI + size(SIZES.heading)
      : level === 3
        ? KAI + size(SIZES.heading)
        : `<w:b/>${size(SIZES.lower)}`;
  return style(
    `Heading${level}`,
    `heading ${level}`,
    `<w:keepNext/>${indented()}<w:outlineLvl w:val="${level - 1}"/>`,
    look,
  );
}

/** The children of pPr stand in the order that the schema wants: keepNext, spacing, ind, jc, outlineLvl. */
function style(id: string, name: string, paragraph: string, run: string): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
    `<w:pPr>${paragraph}</w:pPr>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`
  );
}

/** Two characters, whatever the size of the type; in hundredths, and in twentieths of a point for who cannot count them. */
function indented(): string {
  return '<w:ind w:firstLineChars="200" w:firstLine="480"/>';
}

function fonts(eastAsia: string): string {
  return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${eastAsia}" w:cs="Times New Roman"/>`;
}

function size(halfPoints: number): string {
  return `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}
