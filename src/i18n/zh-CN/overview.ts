import { hanNumeral } from './han-numeral.ts';

/** 总览的字句。每个数字用一句话说清它怎样算出来。 */
export const OVERVIEW = {
  counting: '正在计算……',
  // 数字
  figures: '重复情况',
  rate: '重复率',
  rateMeans: (repeated: number, all: number) =>
    `计入比对的 ${all} 字中，有 ${repeated} 字在别处也出现，占此比例。两边都算，每字只算一次，套话也算；标题、署名、序号、标点、空白不计。`,
  ofCharacters: (part: number, all: number) => `${part}/${all} 字`,
  within: '同一发言内',
  withinMeans: (part: number, all: number) =>
    `计入比对的 ${all} 字中，有 ${part} 字在同一篇发言里另处也出现。与“跨发言人”可以重叠。`,
  across: '跨发言人',
  acrossMeans: (part: number, all: number) =>
    `计入比对的 ${all} 字中，有 ${part} 字在另一篇发言里也出现；同一人的两篇发言也算。`,
  withoutBoilerplate: '去除套话后',
  withoutBoilerplateMeans: (part: number, all: number, entries: number) =>
    `只按雷同清单计：${part} 字，占 ${all} 字的此比例。另有 ${entries} 处套话不计。`,
  largest: '单篇最大',
  largestMeans: (shared: number, all: number, who: string, other: string) =>
    `${who}这篇发言的 ${all} 字中，有 ${shared} 字也在${other}的一篇发言里；一篇对一篇，没有比这更高的。套话不计。`,
  largestNone: '没有哪篇发言的文字在另一篇里出现。',
  largestOf: (who: string, other: string) => `${who}，见于${other}`,
  settled: '已处理',
  settledMeans: (done: number, all: number) => `雷同清单共 ${all} 条，已处理 ${done} 条。`,
  settledOf: (done: number, all: number) => `${done}/${all} 条`,

  // 发言带
  ribbons: '发言全图',
  ribbonsKey:
    '长短按字数，方格为条目，花纹加字母为重出，右为其占比；实线整条，虚线片段，点线改写，朱线为已删',
  ribbonsEven: '各篇等长，方格为条目，花纹加字母为重出',
  ribbonsList: '重出之处，左右键在同一篇里走，上下键换篇，回车打开比对',
  even: '等长',
  foldDocuments: '按稿件折叠',
  notAllLinks: (drawn: number, left: number) =>
    `只画最要紧的 ${drawn} 条连线，另有 ${left} 条；指到某组时画出该组`,
  rowShare: (share: string) => `其中 ${share} 见于雷同清单，套话不计`,
  foldedSpeeches: (n: number) => `${n} 篇`,
  markIs: (letters: string, name: string, length: number, places: number) =>
    `${letters}　${name}，${length} 字，共 ${places} 处`,
  linkIs: (letters: string, a: string, b: string, similarity: string, length: number) =>
    `${letters}　${a} — ${b}，相似 ${similarity}，相同 ${length} 字`,
  andRemoved: (known: string) => `${known}，已删`,
  figure: String as (n: number) => string,
  ordinal: hanNumeral,
  speechLength: (n: number) => `${n} 字`,

  // 表
  tables: '明细',
  groups: '重出各组',
  perSpeech: '各篇',
  perSpeaker: '发言人',
  group: '组',
  places: '位置',
  morePlaces: (n: number) => `等 ${n} 处`,
  between: ['、', '，'] as readonly [string, string],
  excerpt: '摘录',
  size: '处数',
  length: '字数',
  people: '人数',
  importance: '轻重',
  importanceMeans: '越长、越少见、越像，越重；第 1 组最重。',
  similarity: '相似',
  state: '处理',
  settledInGroup: (done: number, all: number) =>
    done === 0 ? '未处理' : done === all ? '已处理' : `${done}/${all}`,
  speaker: '发言人',
  title: '标题',
  document: '稿件',
  compared: '计入字数',
  speeches: '篇数',
  rows: (n: number) => `${n} 行`,
  noGroups: '没有符合条件的组',

  // 对照
  matrix: '两两对照',
  matrixOf: { speakers: '发言人', documents: '稿件', speeches: '各篇' },
  matrixKey: '上条数，下相同字数；粗框为自身',
  matrixDense: '越深，相同的字越多；对角为自身',
  matrixLabel: '两两对照，方向键选格，回车打开比对，加减号放大缩小',
  cellIs: (a: string, b: string, n: number, length: number) => `${a} × ${b}：${n} 条，相同 ${length} 字`,
  cellNone: (a: string, b: string) => `${a} × ${b}：没有`,
  cellSelf: (a: string, n: number, length: number) =>
    n === 0 ? `${a} 自身：没有` : `${a} 自身：${n} 条，相同 ${length} 字`,
  cellSpan: (first: string, last: string, n: number) => (n === 1 ? first : `${first}至${last}（${n} 项）`),
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomWhole: '全部',
  perCell: (n: number) => `每格 ${n} 项`,

  // 散点
  plot: '相似与字数',
  plotAxes: '竖为相似，横为相同字数',
  plotDrag: '；拖出一框即筛选',
  plotLabel: '相似与字数的分布，方向键移动，回车打开所指的一条，空格起框、再按定框，Esc 取消',
  plotAt: (similarity: string, length: number) => `相似 ${similarity}，${length} 字`,
  plotRange: (low: string, high: string, least: number, most: number, n: number) =>
    `相似 ${low}–${high}，${least}–${most} 字，${n} 条`,
  plotClear: '取消框选',
  thresholds: '门槛',
  histogramHead: ['分布', '从', '到', '条数'] as readonly [string, string, string, string],

  // 筛选
  filtered: (shown: number, all: number) => `只看 ${shown}/${all} 条`,
  filterOff: '取消筛选',
  capped: (similarity: string | null, length: number | null) =>
    [similarity === null ? '' : `相似 ≤ ${similarity}`, length === null ? '' : `相同 ≤ ${length} 字`]
      .filter((words) => words !== '')
      .join('，'),
  uncap: '取消上限',

  // 带走
  save: (what: string, format: string) => `把“${what}”存为 ${format}`,
  pngFailed: '浏览器画不了这么大的图，请存为 SVG。',
  fileName: (what: string) => `雷同-${what}`,

  nothing: '雷同清单里没有条目。这里是各篇发言的样子。',
};
