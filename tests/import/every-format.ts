import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { encode } from './encoded.ts';
import { fixture } from './fixture.ts';
import { wechatArticle } from './html/pages.ts';

/** A file as it comes, with a line that a reader must find in it. */
export interface FormatFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Under which name it is listed, where that is another one; an archive is listed by what it holds. */
  readonly listed?: string;
  readonly line: string;
}

const said = (where: string) => `一是在${where}里强化资金保障，压减一般性支出。`;

const page = (body: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>材料</title></head><body>${body}</body></html>`;

const mht = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary="--b"',
  '',
  '----b',
  'Content-Type: text/html; charset="utf-8"',
  'Content-Transfer-Encoding: 8bit',
  '',
  page(`<p>${said('单个网页文件')}</p>`),
  '',
  '----b--',
].join('\r\n');

const epub = zipSync({
  mimetype: strToU8('application/epub+zip'),
  'META-INF/container.xml': strToU8(
    '<container><rootfiles><rootfile full-path="content.opf"/></rootfiles></container>',
  ),
  'content.opf': strToU8(
    '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
  ),
  'a.xhtml': strToU8(
    `<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>第一章</h1><p>${said('电子书')}</p></body></html>`,
  ),
});

const ofd = zipSync({
  'OFD.xml': strToU8(
    '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
  ),
  'Doc_0/Document.xml': strToU8(
    '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Pages><ofd:Page ID="1" BaseLoc="Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
  ),
  'Doc_0/Page_0/Content.xml': strToU8(
    `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="1"><ofd:TextObject ID="2" Boundary="28 50 160 8" Size="5.6"><ofd:TextCode X="0" Y="6" DeltaX="g ${said('版式文件').length - 1} 5.6">${said('版式文件')}</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>`,
  ),
});

const inline = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xlsx = zipSync({
  '_rels/.rels': strToU8(
    `<Relationships><Relationship Id="a" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ),
  'xl/workbook.xml': strToU8(
    `<workbook xmlns:r="${relations}"><sheets><sheet name="发言" r:id="s"/></sheets></workbook>`,
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    `<Relationships><Relationship Id="s" Type="${relations}/worksheet" Target="sheet.xml"/></Relationships>`,
  ),
  'xl/sheet.xml': strToU8(
    `<worksheet><sheetData><row>${inline('发言人')}${inline('内容')}</row><row>${inline('李明华')}${inline(said('工作簿'))}</row></sheetData></worksheet>`,
  ),
});

const TITLE = '关于印发《云山县优化营商环境工作要点》的通知';

/** A file of every format that is read. */
export const everyFormat: readonly FormatFile[] = [
  ...['docx', 'doc', 'wps', 'rtf', 'odt', 'fodt'].map((extension) => ({
    name: `通知.${extension}`,
    bytes: fixture(`notice.${extension === 'wps' ? 'doc' : extension}`),
    line: TITLE,
  })),
  {
    name: '讲话.pdf',
    bytes: readFileSync(new URL('pdf/speech.pdf', import.meta.url)),
    line: '在全县安全生产会议上的讲话',
  },
  { name: '版式.ofd', bytes: ofd, line: said('版式文件') },
  { name: '书.epub', bytes: epub, line: said('电子书') },
  { name: '网页.html', bytes: strToU8(page(`<nav>导航</nav><p>${said('网页')}</p>`)), line: said('网页') },
  { name: '公众号.html', bytes: strToU8(wechatArticle), line: '二、优化营商环境，' },
  { name: '网页.mht', bytes: strToU8(mht), line: said('单个网页文件') },
  { name: '发言.xlsx', bytes: xlsx, line: said('工作簿') },
  {
    name: '发言.csv',
    bytes: encode(`发言人;内容\n李明华;"${said('表格')}"\n`, 'gb18030'),
    line: said('表格'),
  },
  { name: '发言.tsv', bytes: strToU8(`发言人\t内容\n李明华\t${said('制表符')}\n`), line: said('制表符') },
  { name: '材料.md', bytes: strToU8(`# 材料\n\n${said('标记')}\n`), line: said('标记') },
  { name: '材料.txt', bytes: encode(`${said('文本')}\n`, 'gb18030'), line: said('文本') },
  { name: '记录.json', bytes: strToU8(JSON.stringify([{ text: said('记录') }])), line: said('记录') },
  {
    name: '语料.jsonl',
    bytes: strToU8(`${JSON.stringify({ id: '1', series: '县报', text: said('语料') })}\n`),
    line: said('语料'),
  },
  {
    name: '压缩.zip',
    bytes: zipSync({ '材料/甲.txt': strToU8(said('压缩包')) }),
    listed: '压缩.zip/材料/甲.txt',
    line: said('压缩包'),
  },
];
