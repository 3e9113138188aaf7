import type { Difference } from '../../core/diff/comparison.ts';
import type { PairKind, Scope } from '../../core/reuse/pair.ts';
import type { Judgement } from '../../core/review/decision.ts';
import { placeText } from './place.ts';
import { briefText, CLASS_NAMES, verdictText } from './verdict.ts';

/** Every word of the interface in Chinese, and the shape that every other language must fill. */
export const zhCN = {
  name: '雷同',
  languageName: '中文',

  // 版头
  compare: '比对',
  documents: '稿件',
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
  stop: '停止',
  stopped: '比对已停止，清单不是最新的。',
  detectAgain: '重新比对',
  found: (n: number) => (n === 0 ? '没有发现雷同' : `${n} 条雷同`),

  // 开始
  tagline: '把要校的稿子放进来，找出抄重、改写和套用的段落。',
  promise: '稿件只在这台电脑的浏览器里打开，不上传；断网可用。',
  dropHere: '拖入稿件',
  formats: '.txt　.md，可一次多份',
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
    unsupported: '这种格式还不能读。请另存为 .txt 或 .md，再拖入。',
    'too-large': '文件超过 100 MB。请拆成几份，再拖入。',
    folder: '这是文件夹。请打开它，选中里面的文件拖入。',
    unreadable: '浏览器读不到这个文件，可能已移走或没有权限。请重新选取。',
    duplicate: '这份稿件已经载入，内容相同，没有重复添加。',
  },
  storageProblems: {
    unavailable: '浏览器不让保存（可能是无痕窗口）。可以照常使用，但关闭页面后不会保留。',
    full: '浏览器的存储空间已满，最近的改动没有存下。请移除不用的稿件；空间够了会自动补存。',
    failed: '最近的改动没有存下。页面仍可使用，下次保存时会自动补存。',
    newer: '已保存的内容来自更新的版本，这一版不去动它。可以照常使用，但关闭页面后不会保留。',
    damaged: '已保存的内容有几处损坏，已跳过，其余都在。',
  },
  faults: {
    'worker-failed': '比对中途出错，已停下。稿件和处理结果都在。',
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
  unknownSpeaker: '未署名',
  similarity: '相似',
  similarityFrom: (value: string) => `相似度不低于 ${value}`,
  similarityHistogram: '相似度分布',
  openOnly: '只看未处理',
  noFindings: '没有发现雷同',
  awaiting: '正在比对，雷同会列在左边。',
  noFindingsHint: '稿件里没有成段重复的文字。可以再添几份一起比。',
  noneMatch: '没有符合条件的条目',
  showAll: '显示全部',
  limited: {
    'repeats-sampled': (n: number) => `有 ${n} 处反复出现的文字只取了样。`,
    'pairs-capped': (n: number) => `另有 ${n} 条没有列出：同一段文字出现太多次，只与首处相比。`,
  },
  sameSpeech: '同一发言',
  shownOf: (shown: number, all: number) => `${shown}/${all} 条`,

  // 条目所在
  place: placeText,

  // 断语
  verdict: verdictText,
  brief: briefText,
  briefLong: '篇幅较长，打开后比对',

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
  classes: CLASS_NAMES,
  marks: { replaced: '换词', only: '独有', moved: '移位' },
  classesLabel: '差异类别',
  layout: '排法',
  byClause: '逐句',
  running: '连排',
  context: '上下文',
  left: '左',
  right: '右',
  absentA: '左无此句',
  absentB: '右无此句',
  movedAway: (n: number) => `移位，见 ${n}`,
  speechBeginsHere: '发言由此起',
  speechEndsHere: '发言到此止',
  followsLeft: '紧接左条之后',
  precedesRight: '紧接右条',
  pageBreak: '此处原稿分页',
  mapLabel: '这一对在全部稿件中的位置',
  openInDocument: '在稿件中查看',
  coverage: (a: number, b: number) => `占左 ${a}%、右 ${b}%`,
  sharedCharacters: (n: number) => `相同 ${n} 字`,
  widenFilter: '放宽筛选条件，或显示全部。',
  coarse: '篇幅太长，这里的差异比得较粗。',

  // 校记
  apparatus: '校记',
  apparatusKey: '］ 前为左，后为右',
  absent: { a: '左无', b: '右无' },
  differenceKind: (difference: Difference): string =>
    difference.kind === 'form'
      ? CLASS_NAMES[difference.class]
      : { replaced: '换', 'only-a': '左有', 'only-b': '右有', moved: '移' }[difference.kind],
  moved: '移位',
  spaceMark: '空白',

  // 定夺
  decide: '定夺',
  judgements: {
    'keep-a': '保留左',
    'keep-b': '保留右',
    'keep-all': '都保留',
    flag: '标记',
  } satisfies Record<Judgement, string>,
  consequences: {
    'keep-a': (_a: number, b: number) => `删去右侧 ${b} 字`,
    'keep-b': (a: number, _b: number) => `删去左侧 ${a} 字`,
    'keep-all': () => '不作改动',
    flag: () => '交作者改写',
  } satisfies Record<Judgement, (a: number, b: number) => string>,
  decided: (judgement: string) => `已定：${judgement}`,
  undecided: '未处理',
  note: '备注',
  notePlaceholder: '写给作者或审稿人的话',
  hasNote: '有备注',
  pairKeys: '上下条',
  undo: '撤销',

  // 稿件
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
  chooseDocument: '从左侧选一份稿件，看它怎样分篇、分条。',
  structureHint: '分得不对，可在这里改：另起一篇、并入上一篇、改署名。改动会保留，并重新比对。',

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

  // 按键
  keysTitle: '快捷键',
  keysHint: '快捷键按键位识别，开着中文输入法也能用。',
  keyNames: {
    pairs: '上一条、下一条',
    differences: '上一处、下一处差异',
    keepA: '保留左',
    keepB: '保留右',
    keepAll: '都保留',
    flag: '标记',
    note: '写备注',
    undo: '撤销',
    search: '查找',
    layout: '逐句、连排',
    context: '显示上下文',
    files: '选取文件',
    paste: '粘贴文字，直接载入',
    screens: '比对、稿件',
    help: '这张表',
    close: '关闭、离开输入框',
  },
};

/** The shape of a language: a message that is missing does not compile. */
export type Messages = typeof zhCN;
