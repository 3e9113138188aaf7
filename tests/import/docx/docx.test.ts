import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Imported, ImportedText } from '../../../src/core/text/imported.ts';
import { importBytes } from '../../../src/import/index.ts';
import { minutes, notice, speech } from './documents.ts';
import {
  abstractList,
  item,
  level,
  list,
  paragraph,
  run,
  style,
  styled,
  table,
  wordFile,
  type WordFile,
} from './word-file.ts';

const read = (file: WordFile) => importBytes({ name: '文件.docx', bytes: wordFile(file) });

async function textOf(file: WordFile): Promise<ImportedText> {
  const imported = await read(file);
  if (imported.kind !== 'imported') throw new Error(JSON.stringify(imported));
  return imported;
}

async function linesOf(file: WordFile): Promise<readonly string[]> {
  return (await textOf(file)).text.split('\n').filter((line) => line !== '');
}

/** A line a paragraph: its kind, level and number where it has one, its text. */
async function shape(file: WordFile): Promise<readonly string[]> {
  const { text, layout } = await textOf(file);
  return (layout?.paragraphs ?? []).map(({ span, kind, level: depth, number }) => {
    const marks = [kind, ...(depth > 0 ? [`${depth}`] : []), ...(number === null ? [] : [`<${number}>`])];
    return `${marks.join(' ')} | ${text.slice(span.start, span.end).replaceAll('\n', '⏎')}`;
  });
}

describe('documents of an office', () => {
  it('reads a notice: five levels of numbers, merged cells once, a list that begins anew', async () => {
    expect(await shape(notice)).toEqual([
      'text | 东川县人民政府办公室文件',
      'text | 东政办发〔2024〕12号',
      'heading 1 | 关于开展作风建设专项整治的通知',
      'text | 各乡镇人民政府，县政府各部门：',
      'text | 为切实改进工作作风，经县政府同意，现就有关事项通知如下。',
      'text <一、> | 一、总体要求',
      'text | 坚持问题导向，坚持标本兼治，用三个月时间集中整治突出问题。',
      'text <二、> | 二、重点任务',
      'text <（一）> | （一）整治会议文件过多',
      'text <1. > | 1. 全县性会议压缩三分之一，能合并的一律合并。',
      'text <2. > | 2. 发文由办公室统一把关，每篇不超过五千字。',
      'text <（1）> | （1）非涉密文件网上流转；',
      'text <①> | ①当日收文当日办结；',
      'text <②> | ②急件一小时内送达；',
      'text <（2）> | （2）涉密文件按规定办理。',
      'text <（二）> | （二）整治检查考核过频',
      'text <1. > | 1. 同一事项一年只查一次。',
      'text <三、> | 三、工作安排',
      'cell | 第一阶段',
      'cell | 动员部署',
      'cell | 三月底前',
      'cell | 查摆问题',
      'cell | 建立台账',
      'cell | 四月底前',
      'cell | 第二阶段',
      'cell | 集中整改，六月底前完成',
      'text | 附件：任务分工表',
      'text <一、> | 一、办公室负责会议文件',
      'text <二、> | 二、督查室负责检查考核',
      'text | 东川县人民政府办公室',
      'text | 2024年3月1日',
    ]);
  });

  it('reads a speech in revision as if all changes were accepted', async () => {
    expect(await shape(speech)).toEqual([
      'heading 1 | 在全县经济工作会议上的讲话',
      'text | （2024年1月15日）',
      'text | 县委书记\t林远山',
      'text | 同志们：',
      'box | 内部资料',
      'box | 注意保管',
      'heading 1 | 一、肯定成绩',
      'text | 去年全县生产总值增长6.5%，财政收入突破十亿元。[1]',
      'heading 2 | （一）工业经济',
      'heading 3 | 1.龙头企业',
      'text | 引进企业三十家，落实包联制度[2]。',
      'text <一、> | 一、新增一条措施，由审计局牵头。',
      'text <二、> | 二、要抓好项目建设，⏎落实责任。',
      'text <三、> | 三、要抓好招商引资。',
      'text | 前半句，后半句。',
      'text | 见第12页，壹号文。',
      'text | 公开部分',
      'text | 次讲那句。先讲这句。',
      'text | 控件文字标记文字',
      'text | 谢谢大家！[i]',
      'note <[1] > | [1] 数据来源：县统计局年报。',
      'note <[2] > | [2] 指县级领导包联企业制度。',
      'note | 含市级领导。',
      'note <[i] > | [i] 根据录音整理。',
    ]);
  });

  it('keeps what was deleted and what was remarked, where it belongs and by whom', async () => {
    const { text, layout } = await textOf(speech);
    const told = layout?.asides.map(({ kind, at, text: said, author }) => [
      kind,
      `${text.slice(at - 2, at)}‸${text.slice(at, at + 2)}`,
      said,
      author,
    ]);
    expect(told).toEqual([
      ['deletion', '增长‸6.', '6%', '周科长'],
      ['comment', '十家‸，落', '此处补充数据\n并注明出处', '吴主任'],
      ['deletion', '三、‸要抓', '这一条整段删去。', '周科长'],
      ['deletion', '分\n‸次讲', '先讲这句。', '周科长'],
    ]);
  });

  it('reads minutes: numbers by style, by legal count, by lists that count together', async () => {
    expect(await linesOf(minutes)).toEqual([
      '县政府常务会议纪要',
      '第一章 会议议定事项',
      '第一节 关于预算执行',
      '第一条 会议同意财政局的汇报。',
      '第二条 会议要求压减一般性支出。',
      '第二节 关于学位建设',
      '第三条 新建学校两所。',
      '第二章 其他事项',
      '第四条 散会后抓好落实。',
      '不编号的条。',
      '1. 落实责任',
      '2. 强化督查',
      '2.1 每月一查',
      '2.1.1 查台账',
      '2.2 每季一评',
      '3. 与上面连续编号',
      '5. 从五开始',
      '6. 接着编号',
      '①甲方',
      '②乙方',
      '③丙方',
      'I. 罗马数字',
      'a) 字母',
      '（i）小罗马',
      '（ii）小罗马二',
      'b) 字母二',
      '丙、天干从丙起',
      '丁、天干',
      '参会人员名单附后。',
    ]);
  });
});

describe('numbering', () => {
  it('turns all numbers of a legal level into digits, restarts by rule, and counts levels that were skipped', async () => {
    const numbering =
      abstractList(
        1,
        level(0, 'chineseCounting', '%1、'),
        level(1, 'decimal', '%1.%2', '<w:isLgl/><w:suff w:val="space"/>'),
        level(2, 'lowerLetter', '%3)', '<w:lvlRestart w:val="1"/>'),
      ) + list(1, 1);
    const body = [
      item(1, 1, '甲'),
      item(1, 2, '子'),
      item(1, 1, '乙'),
      item(1, 2, '丑'),
      item(1, 0, '丙'),
      item(1, 2, '寅'),
    ].join('');
    expect(await linesOf({ body, numbering })).toEqual([
      '1.1 甲',
      'a) 子',
      '1.2 乙',
      'b) 丑',
      '二、丙',
      'a) 寅',
    ]);
  });

  it('follows numbering styles and levels that a list has for itself', async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="ls"><w:name w:val="列表样式"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="ls"/>${level(0, 'decimal', '第%1条', '<w:suff w:val="space"/>')}</w:abstractNum>` +
      '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="ls"/></w:abstractNum>' +
      list(1, 1) +
      list(2, 2) +
      list(
        3,
        1,
        `<w:lvlOverride w:ilvl="0">${level(0, 'decimal', '措施%1：', '<w:start w:val="7"/>')}</w:lvlOverride>`,
      );
    const body = item(2, 0, '甲') + item(2, 0, '乙') + item(3, 0, '丙');
    expect(await linesOf({ body, numbering, styles })).toEqual(['第1条 甲', '第2条 乙', '措施7： 丙']);
  });

  it('shows bullets as a reader sees them, formats of their own, and no hidden numbers', async () => {
    const wingdings = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>';
    const numbering =
      abstractList(
        1,
        level(0, 'bullet', '\uf0d8', wingdings),
        level(1, 'bullet', 'l', wingdings),
        level(2, 'none', ''),
      ) +
      `<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="8"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1号"/></w:lvl></w:abstractNum>` +
      abstractList(3, level(0, 'decimal', '%1.', '<w:rPr><w:vanish/></w:rPr>')) +
      list(1, 1) +
      list(2, 2) +
      list(3, 3);
    const body = item(1, 0, '甲') + item(1, 1, '乙') + item(1, 2, '丙') + item(2, 0, '丁') + item(3, 0, '戊');
    expect(await linesOf({ body, numbering })).toEqual(['➢ 甲', '● 乙', '丙', '008号 丁', '戊']);
  });

  it('counts an empty numbered paragraph, and none that is hidden or in a dropped cell', async () => {
    const numbering = abstractList(1, level(0, 'chineseCounting', '%1、')) + list(1, 1);
    const hidden = paragraph(
      run('密', '<w:vanish/>'),
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>',
    );
    const body = item(1, 0, '甲') + item(1, 0, '') + hidden + item(1, 0, '乙');
    expect(await linesOf({ body, numbering })).toEqual(['一、甲', '三、乙']);
  });
});

describe('what stands in paragraphs', () => {
  it.each([
    [
      'a tab, a hyphen that stays, a soft one',
      `<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丙</w:t></w:r>`,
      '甲\t乙\u2011丙',
    ],
    ['no page break', '<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>', '甲乙'],
    [
      'symbols of a font',
      '<w:r><w:t>选</w:t><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Arial" w:char="2460"/></w:r>',
      '选☑①',
    ],
    [
      'a circled number and a guide from fields',
      `${eq('eq \\o\\ac(○,3)')}${eq('EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(fā),发)')}${run('展')}`,
      '③发展',
    ],
    [
      'a field inside a field',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>${field('PAGE', '3')}<w:r><w:instrText> = 3</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('是')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      '是',
    ],
    ['a formula', '<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>', 'a+b'],
    ['white space that is not kept', '<w:r><w:t> 甲\n乙 </w:t></w:r>', '甲 乙'],
    [
      'WordArt',
      `${run('甲')}<w:r><w:pict><v:shape><v:textpath string="东川县委文件"/></v:shape></w:pict></w:r>`,
      '甲\n东川县委文件',
    ],
  ])('%s', async (_name, body, expected) => {
    expect((await textOf({ body: paragraph(body) })).text).toBe(expected);
  });

  it('joins a first character that stands in a frame', async () => {
    const body = paragraph('东', '<w:framePr w:dropCap="drop" w:lines="3"/>') + paragraph('川县去年');
    expect(await linesOf({ body })).toEqual(['东川县去年']);
  });

  it('does not lose the text behind a field that was never ended', async () => {
    const body =
      paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>') +
      paragraph('正文');
    expect(await linesOf({ body })).toEqual(['正文']);
  });

  it('reads tables inside tables in place, and leaves deleted rows out', async () => {
    const inner = table([['内一', '内二']]);
    const gone = `<w:tr><w:trPr><w:del w:id="1" w:author="甲"/></w:trPr><w:tc>${paragraph('删去的行')}</w:tc></w:tr>`;
    const outer = table([['外一', paragraph('外二') + inner + paragraph('外三')]]).replace(
      '</w:tbl><w:p/>',
      '',
    );
    const body = outer.replace(/<\/w:tbl>$/u, `${gone}</w:tbl>`) + paragraph('表后');
    expect(await linesOf({ body })).toEqual(['外一', '外二', '内一', '内二', '外三', '表后']);
    expect((await textOf({ body })).layout?.asides.map(({ text }) => text)).toEqual(['删去的行']);
  });

  it('knows the page where Word has written it down, row by row', async () => {
    const mark = '<w:r><w:lastRenderedPageBreak/></w:r>';
    const body = [
      paragraph('一页'),
      paragraph(`${run('跨')}${mark}${run('页')}`),
      table([[paragraph(run('左') + mark + run('左')), paragraph(run('右') + mark + run('右'))]]),
      paragraph(`${mark}${run('四页')}`),
    ].join('');
    const { layout } = await textOf({ body });
    expect(layout?.paragraphs.map(({ page }) => page)).toEqual([1, 1, 2, 2, 4]);
    expect((await textOf({ body: paragraph('无页') })).layout?.paragraphs[0]?.page).toBeNull();
  });

  it('marks notes in the form of the section, from its first number, anew on each page', async () => {
    const footnotes = ['1', '2', '3']
      .map((id) => `<w:footnote w:id="${id}">${paragraph(`注${id}`)}</w:footnote>`)
      .join('');
    const note = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const body =
      paragraph(run('甲') + note(2) + run('乙') + note(1)) +
      paragraph(`<w:r><w:lastRenderedPageBreak/></w:r>${run('丙')}${note(3)}`) +
      '<w:sectPr><w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numRestart w:val="eachPage"/></w:footnotePr></w:sectPr>';
    expect(await linesOf({ body, footnotes })).toEqual(['甲①乙②', '丙①', '① 注2', '② 注1', '① 注3']);
  });
});

describe('files', () => {
  const body = paragraph('正文');
  it.each([
    ['strict', { body, isStrict: true }],
    ['with macros', { body, main: 'application/vnd.ms-word.document.macroEnabled.main+xml' }],
    ['a template', { body, main: 'template.main' }],
  ])('reads one that is %s, whatever its name', async (_name, file: WordFile) => {
    for (const name of ['文件.txt', '文件.docm', '文件']) {
      expect(await importBytes({ name, bytes: wordFile(file) })).toMatchObject({
        kind: 'imported',
        text: '正文',
      });
    }
  });

  it('reads another prefix for the same names', async () => {
    const bytes = wordFile({ body: styled('1', '标题') + body, styles: style('1', 'heading 1') });
    const renamed = rewritten(bytes, (xml) =>
      xml.replaceAll(/(<\/?|\s|xmlns:)w:/gu, '$1x:').replaceAll('xmlns:w=', 'xmlns:x='),
    );
    expect(await importBytes({ name: 'a.docx', bytes: renamed })).toMatchObject({ text: '标题\n正文' });
  });

  it('takes in parts of other kinds, and tells when the only text is in one that it cannot read', async () => {
    const chunk = (name: string, bytes: Uint8Array) =>
      read({ body: '<w:altChunk r:id="chunk0"/>', chunks: { [name]: bytes } });
    const inner = wordFile({ body: paragraph('里面') });
    expect(await chunk('inner.docx', inner)).toMatchObject({ text: '里面' });
    expect(await chunk('inner.txt', strToU8('第一条\n第二条'))).toMatchObject({ text: '第一条\n第二条' });
    expect(await chunk('inner.bin', new Uint8Array(3000).fill(1))).toEqual({
      kind: 'failed',
      problem: 'binary',
    });
  });

  it('ends with one that holds itself', async () => {
    let bytes = wordFile({ body: paragraph('底') });
    for (let depth = 0; depth < 8; depth++) {
      bytes = wordFile({
        body: `${paragraph('层')}<w:altChunk r:id="chunk0"/>`,
        chunks: { 'inner.docx': bytes },
      });
    }
    expect(await importBytes({ name: 'a.docx', bytes })).toMatchObject({ text: '层\n层\n层\n层' });
  });

  it.each<[string, Uint8Array, Imported]>([
    ['an empty document', wordFile({ body: paragraph('') }), { kind: 'failed', problem: 'blank' }],
    [
      'one without its main part',
      zipSync({ 'word/other.xml': strToU8('<a/>') }),
      { kind: 'failed', problem: 'damaged' },
    ],
    ['one that breaks off', wordFile({ body }).subarray(0, 400), { kind: 'failed', problem: 'damaged' }],
    ['no XML', zipSync({ 'word/document.xml': strToU8('文字') }), { kind: 'failed', problem: 'damaged' }],
  ])('refuses %s', async (_name, bytes, expected) => {
    expect(await importBytes({ name: 'a.docx', bytes })).toEqual(expected);
  });

  it('puts up with a million empty paragraphs', async () => {
    const many = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr></w:p>'.repeat(1_000_000);
    expect(await textOf({ body: many + body })).toMatchObject({ text: '正文' });
  });
});

function eq(instruction: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
}

function field(instruction: string, result: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
}

/** The archive with the XML of its Word parts changed. */
function rewritten(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, inside]) =>
        name.startsWith('word/') && !name.endsWith('.rels')
          ? [name, strToU8(change(strFromU8(inside)))]
          : [name, inside],
      ),
    ),
  );
}
