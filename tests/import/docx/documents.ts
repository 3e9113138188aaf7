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
  type WordFile,
} from './word-file.ts';

/** Documents as a Chinese office writes them; people, places and matters are invented. */

const STYLES = [
  style('a', 'Normal', '', ' w:default="1"'),
  style('1', 'heading 1', '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
  style('2', 'heading 2', '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
  style('3', '标题 3', '<w:basedOn w:val="a"/>'),
  style('gw1', '公文一级', '<w:basedOn w:val="1"/>'),
  style('bt', 'Title', '<w:basedOn w:val="a"/>'),
  style('fn', 'footnote text', '<w:basedOn w:val="a"/>'),
].join('');

const OFFICIAL = abstractList(
  1,
  level(0, 'chineseCounting', '%1、', '<w:suff w:val="nothing"/>'),
  level(1, 'chineseCounting', '（%2）', '<w:suff w:val="nothing"/>'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimal', '（%4）', '<w:suff w:val="nothing"/>'),
  level(4, 'decimalEnclosedCircleChinese', '%5', '<w:suff w:val="nothing"/>'),
);

const insertion = (runs: string) =>
  `<w:ins w:id="1" w:author="周科长" w:date="2024-03-01T09:00:00Z">${runs}</w:ins>`;
const deletion = (text: string, author = '周科长') =>
  `<w:del w:id="2" w:author="${author}" w:date="2024-03-01T09:00:00Z"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const box = (inside: string) =>
  '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="600000"/><wp:wrapNone/><wp:docPr id="1" name="文本框 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>' +
  `<wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:shape id="b1" type="#_x0000_t202" style="position:absolute;width:140pt;height:50pt"><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const ruby = (base: string, guide: string) =>
  `<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="20"/><w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt>${run(guide)}</w:rt><w:rubyBase>${run(base)}</w:rubyBase></w:ruby></w:r>`;

/** 红头通知: title, numbered measures on five levels, a table with merged cells, an annex. */
export const notice: WordFile = {
  styles: STYLES,
  numbering:
    OFFICIAL +
    list(1, 1) +
    list(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
  body: [
    paragraph('东川县人民政府办公室文件'),
    paragraph('东政办发〔2024〕12号'),
    styled('bt', '关于开展作风建设专项整治的通知'),
    paragraph('各乡镇人民政府，县政府各部门：'),
    paragraph('为切实改进工作作风，经县政府同意，现就有关事项通知如下。'),
    item(1, 0, '总体要求'),
    paragraph('坚持问题导向，坚持标本兼治，用三个月时间集中整治突出问题。'),
    item(1, 0, '重点任务'),
    item(1, 1, '整治会议文件过多'),
    item(1, 2, '全县性会议压缩三分之一，能合并的一律合并。'),
    item(1, 2, '发文由办公室统一把关，每篇不超过五千字。'),
    item(1, 3, '非涉密文件网上流转；'),
    item(1, 4, '当日收文当日办结；'),
    item(1, 4, '急件一小时内送达；'),
    item(1, 3, '涉密文件按规定办理。'),
    item(1, 1, '整治检查考核过频'),
    item(1, 2, '同一事项一年只查一次。'),
    item(1, 0, '工作安排'),
    table([
      [
        '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:vMerge w:val="restart"/></w:tcPr>' +
          paragraph('第一阶段'),
        '动员部署',
        '三月底前',
      ],
      [
        '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:vMerge/></w:tcPr>' + paragraph(''),
        paragraph('查摆问题') + paragraph('建立台账'),
        '四月底前',
      ],
      [
        '第二阶段',
        '<w:tcPr><w:tcW w:w="4000" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>' +
          paragraph('集中整改，六月底前完成'),
      ],
    ]),
    paragraph('附件：任务分工表'),
    item(2, 0, '办公室负责会议文件'),
    item(2, 0, '督查室负责检查考核'),
    paragraph('东川县人民政府办公室'),
    paragraph('2024年3月1日'),
  ].join(''),
};

/** 领导讲话稿 in revision: tracked changes, comments, notes, fields, a text box, 拼音. */
export const speech: WordFile = {
  styles: STYLES,
  numbering: OFFICIAL + list(1, 1),
  settings: '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>',
  footnotes:
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>' +
    `<w:footnote w:id="1">${styled('fn', `<w:r><w:footnoteRef/></w:r>${run(' 数据来源：县统计局年报。')}`)}</w:footnote>` +
    `<w:footnote w:id="2">${styled('fn', `<w:r><w:footnoteRef/></w:r>${run(' 指县级领导包联企业制度。')}`)}${styled('fn', '含市级领导。')}</w:footnote>`,
  endnotes:
    '<w:endnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:endnote>' +
    `<w:endnote w:id="1">${paragraph(`<w:r><w:endnoteRef/></w:r>${run(' 根据录音整理。')}`)}</w:endnote>`,
  comments: `<w:comment w:id="5" w:author="吴主任" w:date="2024-03-02T09:00:00Z" w:initials="吴">${paragraph('此处补充数据')}${paragraph('并注明出处')}</w:comment>`,
  body: [
    styled('bt', '在全县经济工作会议上的讲话'),
    paragraph('（2024年1月15日）'),
    paragraph(`${run('县委书记')}<w:r><w:tab/></w:r>${run('林远山')}`),
    paragraph(`${run('同志们：')}${box(paragraph('内部资料') + paragraph('注意保管'))}`),
    styled('gw1', '一、肯定成绩'),
    paragraph(
      `${run('去年全县生产总值增长')}${deletion('6%')}${insertion(run('6.5%'))}${run('，财政收入突破十亿元。')}` +
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
    ),
    styled('2', '（一）工业经济'),
    styled('3', '1.龙头企业'),
    paragraph(
      `<w:commentRangeStart w:id="5"/>${run('引进企业三十家')}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>${run('，')}` +
        `<w:hyperlink w:history="1" w:anchor="x">${run('落实包联制度')}</w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r>${run('。')}`,
    ),
    item(1, 0, insertion(run('新增一条措施，由审计局牵头。'))),
    item(1, 0, `${run('要抓好项目建设，')}<w:r><w:br/></w:r>${run('落实责任。')}`),
    paragraph(
      deletion('这一条整段删去。'),
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="9" w:author="周科长" w:date="2024-03-01T09:00:00Z"/></w:rPr>',
    ),
    item(1, 0, '要抓好招商引资。'),
    paragraph(
      '前半句，',
      '<w:rPr><w:del w:id="10" w:author="周科长" w:date="2024-03-01T09:00:00Z"/></w:rPr>',
    ),
    paragraph('后半句。'),
    paragraph(
      `${run('见第')}${field('PAGEREF _Toc1 \\h', '12')}${run('页，')}${ruby('壹', 'yī')}${run('号文。')}`,
    ),
    paragraph(`${run('公开')}${run('秘密内容', '<w:vanish/>')}${run('部分')}`),
    paragraph(
      `<w:moveFrom w:id="20" w:author="周科长" w:date="2024-03-01T09:00:00Z">${run('先讲这句。')}</w:moveFrom>${run('次讲那句。')}` +
        `<w:moveTo w:id="21" w:author="周科长" w:date="2024-03-01T09:00:00Z">${run('先讲这句。')}</w:moveTo>`,
    ),
    paragraph(
      `<w:sdt><w:sdtPr><w:alias w:val="日期"/></w:sdtPr><w:sdtContent>${run('控件文字')}</w:sdtContent></w:sdt><w:smartTag w:uri="u" w:element="e">${run('标记文字')}</w:smartTag>`,
    ),
    paragraph(`${run('谢谢大家！')}<w:r><w:endnoteReference w:id="1"/></w:r>`),
  ].join(''),
};

/** 会议纪要: headings that carry numbers by their style, legal numbers, letters, restarts, lists that share a count. */
export const minutes: WordFile = {
  styles:
    STYLES +
    style('h1', '章标题', '<w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>') +
    style(
      'h2',
      '节标题',
      '<w:basedOn w:val="2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>',
    ) +
    style(
      'h3',
      '条标题',
      '<w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="4"/></w:numPr></w:pPr>',
    ),
  numbering:
    abstractList(
      4,
      level(0, 'chineseCountingThousand', '第%1章', '<w:pStyle w:val="h1"/><w:suff w:val="space"/>'),
      level(1, 'chineseCountingThousand', '第%2节', '<w:pStyle w:val="h2"/><w:suff w:val="space"/>'),
      level(
        2,
        'chineseCountingThousand',
        '第%3条',
        '<w:lvlRestart w:val="0"/><w:pStyle w:val="h3"/><w:suff w:val="space"/>',
      ),
    ) +
    abstractList(
      5,
      level(0, 'decimal', '%1.'),
      level(1, 'decimal', '%1.%2'),
      level(2, 'decimal', '%1.%2.%3'),
    ) +
    abstractList(6, level(0, 'decimalEnclosedCircle', '%1', '<w:suff w:val="nothing"/>')) +
    abstractList(
      7,
      level(0, 'upperRoman', '%1.'),
      level(1, 'lowerLetter', '%2)'),
      level(2, 'lowerRoman', '（%3）'),
    ) +
    abstractList(8, level(0, 'ideographTraditional', '%1、', '<w:start w:val="3"/>')) +
    list(4, 4) +
    list(5, 5) +
    list(6, 6) +
    list(7, 7) +
    list(8, 8) +
    list(9, 5) +
    list(10, 5, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
  body: [
    styled('bt', '县政府常务会议纪要'),
    styled('h1', '会议议定事项'),
    styled('h2', '关于预算执行'),
    styled('h3', '会议同意财政局的汇报。'),
    styled('h3', '会议要求压减一般性支出。'),
    styled('h2', '关于学位建设'),
    styled('h3', '新建学校两所。'),
    styled('h1', '其他事项'),
    styled('h3', '散会后抓好落实。'),
    paragraph(
      '不编号的条。',
      '<w:pStyle w:val="h3"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>',
    ),
    ...['落实责任', '强化督查'].map((text) => item(5, 0, text)),
    item(5, 1, '每月一查'),
    item(5, 2, '查台账'),
    item(5, 1, '每季一评'),
    item(9, 0, '与上面连续编号'),
    item(10, 0, '从五开始'),
    item(5, 0, '接着编号'),
    ...['甲方', '乙方', '丙方'].map((text) => item(6, 0, text)),
    item(7, 0, '罗马数字'),
    item(7, 1, '字母'),
    item(7, 2, '小罗马'),
    item(7, 2, '小罗马二'),
    item(7, 1, '字母二'),
    item(8, 0, '天干从丙起'),
    item(8, 0, '天干'),
    paragraph('参会人员名单附后。'),
  ].join(''),
};

export const documents: Readonly<Record<string, WordFile>> = { notice, speech, minutes };
