import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ImportedText } from '../../src/core/text/imported.ts';
import { importBytes } from '../../src/import/index.ts';
import { formatOf } from '../../src/import/odt/styles.ts';
import { fixture } from './fixture.ts';
import { fuzz } from './fuzz.ts';

const TYPE = 'application/vnd.oasis.opendocument.text';

/** A document of a body, styles and list styles, as its archive. */
function document(body: string, styles = '', manifest = '<manifest:manifest/>'): Uint8Array {
  return zipSync({
    mimetype: strToU8(TYPE),
    'META-INF/manifest.xml': strToU8(manifest),
    'styles.xml': strToU8(
      `<office:document-styles><office:styles>${styles}</office:styles></office:document-styles>`,
    ),
    'content.xml': strToU8(
      `<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  });
}

async function read(body: string, styles = ''): Promise<ImportedText> {
  const imported = await importBytes({ name: 'a', bytes: document(body, styles) });
  if (imported.kind !== 'imported') throw new Error(JSON.stringify(imported));
  return imported;
}

const level = (n: number, attributes: string, follow = 'nothing', element = 'text:list-level-style-number') =>
  `<${element} text:level="${n}" ${attributes}><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="${follow}"/></style:list-level-properties></${element}>`;
const LIST = `<text:list-style style:name="L">${level(1, 'style:num-format="一, 二, 三, ..." style:num-suffix="、"')}${level(2, 'style:num-format="1" text:display-levels="2"', 'space')}</text:list-style>`;
const item = (words: string, more = '', attributes = '') =>
  `<text:list-item ${attributes}><text:p>${words}</text:p>${more}</text:list-item>`;

describe('odt', () => {
  it.each([
    ['white space collapsed', '<text:p>\n  甲 \n <text:span> 乙</text:span>\t丙 </text:p>', '甲 乙 丙'],
    ['spaces kept that are elements', '<text:p>甲<text:s text:c="2"/> 乙</text:p>', '甲   乙'],
    ['tabs and breaks', '<text:p>甲<text:tab/>乙<text:line-break/>丙</text:p>', '甲\t乙\n丙'],
    [
      'the base of a ruby',
      '<text:p><text:ruby><text:ruby-base>云</text:ruby-base><text:ruby-text>yún</text:ruby-text></text:ruby>山</text:p>',
      '云山',
    ],
    [
      'boxes behind their paragraph',
      '<text:p>甲<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box><svg:title>图</svg:title></draw:frame>乙</text:p>',
      '甲乙\n框',
    ],
    [
      'templates of indexes left out',
      '<text:table-of-content><text:table-of-content-source><text:index-title-template>题</text:index-title-template></text:table-of-content-source><text:index-body><text:p>目录</text:p></text:index-body></text:table-of-content>',
      '目录',
    ],
    [
      'a deletion over paragraphs',
      '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>子</text:p><text:p>丑</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>甲<text:change text:change-id="c"/>乙</text:p>',
      '甲乙',
    ],
    [
      'lists that go on, with their levels',
      `<text:list xml:id="a" text:style-name="L">${item('甲', `<text:list>${item('乙')}${item('丙')}</text:list>`)}</text:list><text:p>隔</text:p><text:list text:continue-list="a" text:style-name="L">${item('丁', `<text:list>${item('戊')}</text:list>`)}</text:list><text:list text:style-name="L">${item('己')}</text:list>`,
      '一、甲\n一.1 乙\n一.2 丙\n隔\n二、丁\n二.1 戊\n一、己',
    ],
    [
      'a level that the style leaves open',
      `<text:list text:style-name="L"><text:list-item><text:list><text:list-item><text:list>${item('甲')}${item('乙')}</text:list></text:list-item></text:list></text:list-item></text:list>`,
      '1. 甲\n2. 乙',
    ],
    [
      'numbers set by hand, and paragraphs without',
      `<text:list text:style-name="L">${item('甲', '<text:p>续</text:p>', 'text:start-value="7"')}<text:list-header><text:p>头</text:p></text:list-header>${item('乙')}</text:list>`,
      '七、甲\n续\n头\n八、乙',
    ],
    [
      'an item that only holds a list',
      `<text:list xml:id="a" text:style-name="L">${item('甲', `<text:list>${item('乙')}</text:list>`)}</text:list><text:p>隔</text:p><text:list text:continue-list="a" text:style-name="L"><text:list-item><text:list>${item('丙')}</text:list></text:list-item></text:list>`,
      '一、甲\n一.1 乙\n隔\n一.2 丙',
    ],
  ])('%s', async (_name, body, expected) => {
    expect((await read(body, LIST)).text).toBe(expected);
  });

  it('numbers headings by the outline, and knows them by their style', async () => {
    const outline = `<text:outline-style>${level(1, 'style:num-format="一, 二, 三, ..." style:num-prefix="第" style:num-suffix="章"', 'space', 'text:outline-level-style')}</text:outline-style><style:style style:name="T" style:family="paragraph" style:default-outline-level="2"/><style:style style:name="U" style:family="paragraph" style:parent-style-name="T"/><style:style style:name="V" style:family="paragraph" style:list-style-name=""/>`;
    const { layout, text } = await read(
      '<text:h text:outline-level="1">总则</text:h><text:h text:outline-level="1" text:is-list-header="true">附</text:h><text:h text:outline-level="1" text:style-name="V">无号</text:h><text:h text:outline-level="1">分则</text:h><text:p text:style-name="U">节</text:p>',
      outline,
    );
    expect(text).toBe('第一章 总则\n附\n无号\n第二章 分则\n节');
    expect(layout?.paragraphs.map(({ kind, level: depth }) => `${kind} ${depth}`)).toEqual([
      'heading 1',
      'heading 1',
      'heading 1',
      'heading 1',
      'heading 2',
    ]);
  });

  it.each([
    ['', 'none'],
    ['a', 'lowerLetterCounted'],
    ['①, ②, ③, ...', 'decimalEnclosedCircle'],
    ['壹, 贰, 叁, ...', 'chineseLegalSimplified'],
    ['壹, 貳, 參, ...', 'ideographLegalTraditional'],
    ['甲, 乙, 丙, ...', 'ideographTraditional'],
    ['ア, イ, ウ, ...', 'decimal'],
  ])('format %j is %s', (name, format) => {
    expect(formatOf(name, false)).toBe(format);
  });

  it('refuses one with a password, and one without a text', async () => {
    const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
    const bytes = document('<text:p>密</text:p>', '', manifest);
    expect(await importBytes({ name: 'a.odt', bytes })).toEqual({ kind: 'failed', problem: 'encrypted' });
    const bare = zipSync({ mimetype: strToU8(TYPE) });
    expect(await importBytes({ name: 'a.odt', bytes: bare })).toEqual({ kind: 'failed', problem: 'damaged' });
    const sheet = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') });
    expect(await importBytes({ name: 'a.ods', bytes: sheet })).toEqual({
      kind: 'failed',
      problem: 'unsupported',
    });
  });

  it('is not led into a bomb by entities', async () => {
    const bomb =
      '<!DOCTYPE a [<!ENTITY b "甲甲甲甲"><!ENTITY c "&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>';
    const bytes = zipSync({
      mimetype: strToU8(TYPE),
      'content.xml': strToU8(`${bomb}<a><text:p>甲&c;&d;乙</text:p></a>`),
    });
    const imported = await importBytes({ name: 'a.odt', bytes });
    expect(imported.kind === 'imported' ? imported.text.length : 0).toBeLessThan(12);
  });

  it('survives mutations', async () => {
    await fuzz('a.odt', fixture('notice.odt'));
    await fuzz('a.fodt', fixture('notice.fodt'));
  });
});
