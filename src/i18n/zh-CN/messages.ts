import type { Difference, Row } from '../../core/diff/comparison.ts';
import type { PairKind, Scope } from '../../core/reuse/pair.ts';
import type { Judgement } from '../../core/review/decision.ts';
import { NOTICES } from './notices.ts';
import { KEYS } from './keys.ts';
import { COLUMN_WORDS } from './columns.ts';
import { OVERVIEW } from './overview.ts';
import { DECIDE } from './decide.ts';
import { DRAFT } from './draft.ts';
import { REPORT } from './report.ts';
import { PROJECT_WORDS } from './project.ts';
import { placeText } from './place.ts';
import { READING } from './reading.ts';
import { STRUCTURE } from './structure.ts';
import { VERSION_WORDS } from './versions.ts';
import { BOILERPLATE_REASONS, reasonText } from './reason.ts';
import { briefText, CLASS_NAMES, verdictText } from './verdict.ts';

/** Every word of the interface in Chinese, and the shape that every other language must fill. */
export const zhCN = {
  name: '雷同',
  languageName: '中文',

  // 版头
  compare: '比对',
  overview: '总览',
  documents: '稿件',
  boilerplate: '套话',
  draft: '定稿',
  addDocuments: '添加稿件',
  settings: '设置',
  dark: '暗色',
  light: '亮色',
  views: '视图',
  example: '示例',
  exampleHint: '载入自己的稿件后，示例自动让位',
  speechCount: (n: number) => `${n} 篇`,
  documentCount: (n: number) => `${n} 份稿件`,
  characters: (n: number) => `${n} 字`,
  settled: (done: number, all: number) => `已处理 ${done}/${all}`,
  settledLong: (done: number, all: number) => `已处理 ${done} 条，共 ${all} 条`,

  // 进度与状态
  opening: '正在打开……',
  importing: (percent: number) => `正在读入 ${percent}%`,
  detecting: (percent: number) => `正在比对 ${percent}%`,
  detectingFound: (percent: number, n: number) => `正在比对 ${percent}%，已有 ${n} 条`,
  exporting: (percent: number) => `正在导出 ${percent}%`,
  stop: '停止',
  stopped: '比对已停止，清单不是最新的。',
  stoppedEarly: '比对已停止，只列出了已找到的。',
  detectAgain: '重新比对',
  found: (n: number) => (n === 0 ? '没有发现雷同' : `${n} 条雷同`),

  // 开始
  tagline: '把要校的稿子放进来，找出抄重、改写和套用的段落。',
  promise: '稿件只在这台电脑的浏览器里打开，不上传；断网可用。',
  dropHere: '拖入稿件',
  formats: 'Word、WPS、PDF、网页、RTF、ODT、OFD、EPUB、Excel、CSV、TXT，压缩包和文件夹，可一次多份',
  chooseFiles: '选取文件',
  pasteText: '粘贴文字',
  openExample: '打开示例',
  dropAnywhere: '松手即载入',

  // 粘贴
  pasteTitle: '粘贴文字',
  pasteLabel: '要比对的文字',
  pasteHint: '整篇粘贴即可，标题、署名和“一是、二是”会自动识别。',
  pasteLoad: '载入',
  cancel: '取消',
  close: '关闭',

  // 未能载入
  notLoaded: (n: number) => `${n} 份未能载入`,
  dismiss: '知道了',
  showFailures: '到稿件中查看',
  dismissAll: '全部知道了',
  problems: {
    empty: '文件是空的（0 字节）。请检查后重新拖入。',
    blank: '文件里只有空白，没有文字。请检查后重新拖入。',
    binary: '不是文本文件。请在原来的软件里另存为 .txt，再拖入。',
    'unknown-encoding': '认不出文字编码。请用记事本等另存为 UTF-8，再拖入。',
    unsupported: '这种格式还不能读。请另存为 .docx、.xlsx 或 .txt，再拖入。',
    encrypted: '文件有密码。请在原来的软件里取消密码，再拖入。',
    damaged: '文件不完整或已损坏。请在原来的软件里打开另存，再拖入。',
    scan: '这份文件是扫描图片，没有文字。请先做文字识别（OCR），再拖入。',
    vertical: '这份文件是竖排，还不能读。请另存为 Word 或 .txt，再拖入。',
    overfull: '文件解开后超过上限，没有载入。请拆成几份，再拖入。',
    'too-many-lines': '文件超过 100 万行，不像稿件，没有载入。请拆成几份，再拖入。',
    'too-many': '一次最多载入 1 万份文件，从这一份起没有载入。请合成几份大的，再拖入。',
    'too-large': '文件超过 100 MB。请拆成几份，再拖入。',
    folder: '文件夹是空的、读不到，或里面的文件超过 2000 个。请打开它，选中要用的文件拖入。',
    unreadable: '浏览器读不到这个文件，可能已移走或没有权限。请重新选取。',
    'project-newer': '这个项目是更新的版本存的，这一版打不开。请用存它的那一版，或更新本页。',
    'project-damaged': '这个项目文件不完整或被改动过，没有载入任何内容。请让对方重新保存一份。',
    duplicate: '这份稿件已经载入，内容相同，没有重复添加。',
  },

  // 清单
  findings: '雷同清单',
  find: '查',
  findPlaceholder: '姓名、标题、词句',
  scope: '范围',
  scopes: { all: '全部', within: '同一发言内', across: '跨发言' } satisfies Record<'all' | Scope, string>,
  kind: '类型',
  kinds: {
    identical: '相同',
    'near-identical': '近似',
    partial: '片段',
    paraphrase: '改写',
  } satisfies Record<PairKind, string>,
  speaker: '发言人',
  everySpeaker: '所有发言人',
  moreSpeakers: (n: number) => `另有 ${n} 人，请在“查”中输入姓名`,
  unknownSpeaker: '未署名',
  similarity: '相似',
  similarityFrom: (value: string) => `相似度不低于 ${value}`,
  similarityHistogram: '相似度分布',
  shared: '相同',
  sharedLength: (n: number) => `${n} 字`,
  sharedFrom: (n: number) => `相同字数不少于 ${n}`,
  sharedHistogram: '相同字数分布',
  automatic: '自动',
  automaticHint: '按改写的相似度分布自动取值，只滤去太不像的改写，其余一律不滤。再按一次，全部显示。',
  hiddenBelow: (n: number) => `自动滤去 ${n} 条`,
  showHidden: '全部显示',
  openOnly: '只看未处理',
  noFindings: '没有发现雷同',
  awaiting: '正在比对，雷同会列在左边。',
  noFindingsHint: '稿件里没有成段重复的文字。可以再添几份一起比。',
  noneMatch: '没有符合条件的条目',
  showAll: '显示全部',
  limited: {
    'repeats-sampled': (n: number) => `有 ${n} 处反复出现的文字只取了样。`,
    'pairs-capped': (n: number) => `另有 ${n} 条没有列出：同一段文字出现太多次，只与首处相比。`,
    'boilerplate-capped': (n: number) => `另有 ${n} 处套话没有列出，只列最常见的。`,
  },
  sameSpeech: '同一发言',
  shownOf: (shown: number, all: number) => `${shown}/${all} 条`,
  boilerplateElsewhere: (n: number) => `另有 ${n} 处套话`,
  groupOf: (n: number) => `共 ${n} 处`,

  // 定稿
  draftWords: DRAFT,
  decideWords: DECIDE,

  // 报告
  report: REPORT,

  // 条目所在
  place: placeText,
  onPage: (page: number) => `第 ${page} 页`,

  // 断语
  verdict: verdictText,
  brief: briefText,
  briefLong: '篇幅较长，打开后比对',
  reason: reasonText,

  // 比对
  comparison: '比对',
  nth: (n: number, all: number) => `第 ${n} 条，共 ${all} 条`,
  similarIs: (value: string) => `相似 ${value}`,
  previousPair: '上一条',
  nextPair: '下一条',
  previousDifference: '上一处差异',
  nextDifference: '下一处差异',
  differenceOf: (n: number, all: number) => (n === 0 ? `${all} 处差异` : `${n} / ${all} 处差异`),
  noDifference: '没有差异',
  differencePlaces: '差异位置',
  allHidden: '差异类别都已关',
  classes: CLASS_NAMES,
  marks: { replaced: '换词', only: '独有', moved: '移位' },
  classesLabel: '差异类别',
  layout: '排法',
  layouts: {
    clauses: '逐句',
    running: '连排',
    merged: '合并',
    'only-a': '左',
    'only-b': '右',
  },
  layoutHints: {
    clauses: '左右并排，分句对齐',
    running: '左右并排，整段连排',
    merged: '两份合成一份，删去的划掉，添上的标出',
    'only-a': '只看左侧',
    'only-b': '只看右侧',
  },
  context: '上下文',
  moreContext: {
    before: (n: number): string => (n === 0 ? '上文整段' : '再往上一段'),
    after: (n: number): string => (n === 0 ? '下文整段' : '再往下一段'),
  },
  folding: '折叠',
  foldingHint: '成段相同的文字折成一行',
  folded: (n: number, form: number) =>
    form === 0 ? `……${n} 字相同……` : `……${n} 字相同，另有 ${form} 处形式差异未标……`,
  unfolded: (n: number) => `收起相同的 ${n} 字`,
  left: '左',
  right: '右',
  absentA: '左无此句',
  absentB: '右无此句',
  movedAway: (n: number) => `移位，见 ${n}`,
  movedTo: (clause: number) => `移至右侧第 ${clause} 句`,
  movedFrom: (clause: number) => `移自左侧第 ${clause} 句`,
  rowKinds: {
    equal: '相同',
    changed: '有改动',
    'only-a': '只有左侧有',
    'only-b': '只有右侧有',
  } satisfies Record<Row['kind'], string>,
  copy: '复制',
  copySide: { a: '复制左侧原文', b: '复制右侧原文' },
  copyComparison: '复制比对',
  copyComparisonHint: '连同标记复制，可粘贴到 Word、WPS',
  copied: '已复制',
  notCopied: '浏览器不让复制',
  print: '打印',
  speechBeginsHere: '发言由此起',
  speechEndsHere: '发言到此止',
  followsLeft: '紧接左条之后',
  precedesRight: '紧接右条',
  pageBreak: '此处原稿分页',
  mapLabel: '这一对在全部稿件中的位置',
  openInDocument: '在稿件中查看',
  widenFilter: '放宽筛选条件，或显示全部。',
  coarse: '篇幅太长，这里的差异比得较粗。',

  // 校记
  apparatus: '校记',
  apparatusKey: '］ 前为左，后为右',
  unlisted: (n: number) => `另有 ${n} 处，类别已关，未列`,
  listedOf: (from: number, to: number, all: number) => `第 ${from}～${to} 处，共 ${all} 处`,
  listBefore: '前一页',
  listAfter: '后一页',
  absent: { a: '左无', b: '右无' },
  differenceKind: (difference: Difference): string =>
    difference.kind === 'form'
      ? CLASS_NAMES[difference.class]
      : { replaced: '换', 'only-a': '左有', 'only-b': '右有', moved: '移' }[difference.kind],
  moved: '移位',
  spaceMark: '空白',
  // 各处对勘，表格的各列
  ...VERSION_WORDS,
  ...COLUMN_WORDS,
  // 定夺
  decide: '定夺',
  judgements: {
    'keep-a': '保留左',
    'keep-b': '保留右',
    'keep-all': '都保留',
    flag: '标记',
    boilerplate: '套话',
    'keep-none': '都不留',
  } satisfies Record<Judgement, string>,
  consequences: {
    'keep-a': (_a: number, b: number) => `删去右侧 ${b} 字`,
    'keep-b': (a: number, _b: number) => `删去左侧 ${a} 字`,
    'keep-all': () => '不作改动',
    flag: () => '交作者改写',
    boilerplate: () => '各处都不再列出',
    'keep-none': () => '同组另有一处留下',
  } satisfies Record<Judgement, (a: number, b: number) => string>,
  decided: (judgement: string) => `已定：${judgement}`,
  undecided: '未处理',
  note: '备注',
  notePlaceholder: '写给作者或审稿人的话',
  hasNote: '有备注',
  pairKeys: '上下条',
  undo: '撤销',

  // 套话
  boilerplateReasons: { ...BOILERPLATE_REASONS, user: DECIDE.userReason },
  boilerplateHint: '照例要说、人人都说的话归在这里，不列为雷同。不该放过的，可以算作雷同。',
  inSpeeches: (n: number, all: number) =>
    n > 1 ? `${all} 篇发言中，${n} 篇有这段话` : '只在一篇发言里反复出现',
  inSpeechesShort: (n: number, all: number) => `${n}/${all} 篇`,
  takeBack: '算作雷同',
  takeBackConsequence: (n: number) => `清单里列出 ${n} 条，不用重新比对`,
  setApart: '仍归套话',
  setApartConsequence: (n: number) => `从清单里撤下 ${n} 条`,
  takenBack: '已算作雷同',
  showInList: '到比对中查看',
  places: (n: number) => `出现在 ${n} 处`,
  noBoilerplate: '没有套话',
  noBoilerplateHint: '这些稿件里没有照例要说、人人都说的话。',
  ritualPhrases: '套话词表',
  ritualPhrasesHint: '一行一条。大体由这些话组成的文字归入套话，不列为雷同。',
  phraseCount: (n: number) => `${n} 条`,
  editPhrases: '编辑',
  editRitualPhrases: '编辑套话词表',
  shippedPhrases: '恢复原表',
  savePhrases: '保存并重新比对',

  // 任选两处
  pick: '选作比对',
  pickHint: '任选两处，不论有没有发现雷同，都可以比对',
  pickedAs: (order: number): string => (order === 0 ? '左　已选' : '右　已选'),
  pickAnother: '再选一处，就能比对。',
  clearPicks: '取消选择',
  pickedPair: '任选的两处，不在雷同清单里。',
  comparing: (characters: number) => `正在比对两处，共 ${characters} 字……`,
  comparisonStopped: '比对已停止。',
  compareAgain: '再比',
  backToList: '回到清单',
  // 总览
  ...NOTICES,
  inOverview: OVERVIEW,
  inProject: PROJECT_WORDS,
  inReading: READING,
  inStructure: STRUCTURE,

  // 稿件
  template: '模板',
  templateHint: '模板：其中的文字不算雷同',
  markTemplate: '设为模板',
  unmarkTemplate: '取消模板',
  outline: '结构',
  remove: '移除',
  removeNamed: (name: string) => `移除 ${name}`,
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16',
    gb18030: 'GB18030',
    big5: 'Big5',
  },
  measureCount: (n: number) => `${n} 条`,
  resetCorrections: '还原结构',
  startSpeechHere: '由此另起一篇',
  continues: '接上',
  joinSpeech: '并入上一篇',
  setSpeaker: '改署名',
  role: '职务',
  save: '保存',
  noTitle: '无题',
  backToPair: '回到比对',
  chooseDocument: '从左侧选一份稿件，看它怎样分篇、分条。',
  structureHint: '分得不对，可在下方或用右键改：标题、署名、分篇、分条、页眉页码。改动会保留，并重新比对。',

  // 设置
  language: '语言',
  theme: '配色',
  followSystem: '跟随系统',
  erase: '清除全部数据',
  eraseQuestion: '清除这个页面存下的全部稿件、处理结果和设置？清除后无法找回。',
  eraseConfirm: '全部清除',
  about: '关于',
  version: (version: string) => `版本 ${version}`,
  aboutText:
    '雷同在浏览器里比对稿件。稿件、处理结果和设置都存在这台电脑的浏览器里，页面不发出任何请求，关掉网络照样可用。',
  licences: '所用开源软件的许可证',

  // 查找
  findText: '在正文中查找',
  findReach: '查找范围',
  findInPair: '本条',
  findEverywhere: '全部稿件',
  previousHit: '上一处',
  nextHit: '下一处',
  hitOf: (n: number, all: number, isCapped: boolean) => `${n}/${all}${isCapped ? '+' : ''}`,
  notFound: '没有找到',

  // 按键
  keysTitle: '快捷键',
  keysHint: '快捷键按键位识别，开着中文输入法也能用。',
  keyNames: KEYS,
};

/** The shape of a language: a message that is missing does not compile. */
export type Messages = typeof zhCN;
