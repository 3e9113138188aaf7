import type { Row } from '../../core/diff/comparison.ts';
import type { ReportPiece } from '../../core/report/model.ts';
import { hanNumeral } from './han-numeral.ts';
import { person } from './person.ts';

/** The words that stand in a report's file, in Chinese, and the shape that every other language must fill. */
export const REPORT_FILE = {
  title: '雷同报告',
  fileName: (day: string) => `雷同报告 ${day}`,
  person,
  madeAt: (time: string) => `${time} 由“雷同”生成`,
  contents: '目录',
  section: (n: number, name: string) => `${hanNumeral(n)}、${name}`,
  between: '、',

  // 范围
  documents: (n: number, speeches: number, characters: number) =>
    `${n} 份稿件，${speeches} 篇发言，共 ${characters} 字`,
  listed: (n: number, all: number, isFiltered: boolean, isDecidedOnly: boolean): string => {
    if (!isFiltered && !isDecidedOnly) return `列出全部 ${n} 条`;
    const which = [isFiltered ? '符合筛选条件' : '', isDecidedOnly ? '已处理' : '']
      .filter(Boolean)
      .join('、');
    return `只列${which}的 ${n} 条，共 ${all} 条`;
  },
  scopeNote: '重复率等数字按全部稿件、全部雷同计算，不因筛选而变；清单、比对和两两对照只列上面所说的条目。',
  countNote: '字数按折叠后的字计：标题、署名、序号、标点、空白不计。相同字数按原文估算，标点在内。',
  maskNote:
    '姓名已隐去：署名、标题、职务、文件名、备注、缘由中的发言人姓名都换成甲、乙、丙等。没有隐去的：正文和改写的文字，其中提到的姓名照原样；没有发言的人；标题等处的单字名；单位和职务。',
  partialNote: '比对没有完成，或稿件在比对后有改动：这里只有已找到的。',
  coarseNote: (n: number) => `有 ${n} 条篇幅太长，差异比得较粗。`,
  cutNote: (most: number) => `有的格子容不下全文，只列前 ${most} 字；全文见 网页或 JSON。`,
  guardNote: '以 = + - @ 或制表符开头的文字，前面加了一个撇号，以免表格软件当作公式。',

  // 各节
  sections: {
    figures: '重复情况',
    pictures: '总览',
    speakers: '发言人',
    documents: '稿件',
    speeches: '各篇',
    matrix: '两两对照',
    findings: '雷同清单',
    comparisons: '逐条比对',
    boilerplate: '套话',
    notes: '说明',
  },
  noMatrix: '没有两人之间、也没有同一人的雷同可列。',
  noFindings: '没有雷同可列。',
  noBoilerplate: '没有套话。',
  matrixKey: '上为条数，下为相同字数；对角为同一人。',

  // 栏目
  figure: '项目',
  part: '数',
  of: '总数',
  share: '占比',
  means: '怎样算出',
  judged: (judgement: string) => `已定：${judgement}`,
  document: '稿件',
  speeches: '篇数',
  characters: '全文字数',
  number: '号',
  left: '左',
  right: '右',
  side: { a: '左', b: '右' },
  column: (side: string, name: string) => `${side}${name}`,
  speaker: '发言人',
  place: '位置',
  page: '页',
  verdict: '断语',
  decision: '处理',
  reason: '缘由',
  note: '备注',
  rewrite: '改写为',
  text: '原文',
  people: ['发言人', '与'] as readonly [string, string],
  count: '条数',
  words: '文字',
  places: '处数',
  inSpeeches: '篇数',
  where: '见于',
  more: (n: number) => `等 ${n} 处`,
  state: '状态',
  restored: '已算作雷同',
  apart: '归入套话',
  table: '表',
  undecided: '未处理',
  all: '合计',

  // 标记
  legend: '标记',
  marks: {
    replaced: '换词',
    only: '独有',
    moved: '移位',
    form: '形式（序号、标点、宽窄、空白、繁简）',
  } satisfies Record<Exclude<ReportPiece['mark'], 'none'>, string>,
  rowKinds: {
    equal: '相同',
    changed: '有改动',
    'only-a': '只有左侧有',
    'only-b': '只有右侧有',
  } satisfies Record<Row['kind'], string>,
  movedRow: '移位，在另一侧别处',
  backToList: '回到清单',
};

/** The shape of the words in a report's file. */
export type ReportFileWords = typeof REPORT_FILE;
