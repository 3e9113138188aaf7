import type { DraftFormat, WordWay } from '../../core/draft/order.ts';
import type { Check, Conflict, Edit, RemovedKind, Tally } from '../../core/draft/plan.ts';
import { hanNumeral } from './han-numeral.ts';

/** 删去 4 条、片段 1 处，共 512 字；7 处改序号；2 处待核对. */
function summary({
  removals,
  passages,
  characters,
  renumberings,
  rewrites,
  checks,
  conflicts,
}: Tally): string {
  const parts: string[] = [];
  const gone: string[] = [];
  if (removals > passages) gone.push(` ${removals - passages} 条`);
  if (passages > 0) gone.push(`片段 ${passages} 处`);
  if (removals > 0) parts.push(`删去${gone.join('、')}，共 ${characters} 字`);
  if (rewrites > 0) parts.push(`改写 ${rewrites} 处`);
  if (renumberings > 0) parts.push(`${renumberings} 处改序号`);
  if (checks > 0) parts.push(`${checks} 处待核对`);
  if (conflicts > 0) parts.push(`${conflicts} 处冲突`);
  return parts.length === 0 ? '没有改动' : parts.join('；');
}

/** 删 1，改号 5. */
function brief({ removals, renumberings, rewrites, checks, conflicts }: Tally): string {
  const parts: string[] = [];
  if (removals > 0) parts.push(`删 ${removals}`);
  if (rewrites > 0) parts.push(`改写 ${rewrites}`);
  if (renumberings > 0) parts.push(`改号 ${renumberings}`);
  if (checks > 0) parts.push(`核对 ${checks}`);
  if (conflicts > 0) parts.push(`冲突 ${conflicts}`);
  return parts.length === 0 ? '未改' : parts.join('，');
}

function checkText(check: Check): string {
  switch (check.kind) {
    case 'count':
      return check.to === null
        ? '所指的条目有增减，数目是否还对？'
        : `原列 ${check.from} 条，现为 ${check.to} 条，数目是否要改？`;
    case 'reference':
      return check.to === null
        ? `原第${hanNumeral(check.from)}条已删去，这里是否还要提？`
        : `原第${hanNumeral(check.from)}条，现为第${hanNumeral(check.to)}条`;
    case 'previous':
      return '所指的前一条已删去';
    case 'lead-in':
      return '所引的各条已全部删去，这一句是否还要？';
    case 'single':
      return '这一组只剩一条，是否还要序号？';
    case 'children':
      return `连同其下未处理的 ${check.count} 条一并删去`;
    case 'torn':
      return '句中删去一段，请读一遍上下文';
    case 'headless':
      return '前面的序号和首句已删去，余下的归在哪里？';
    case 'empty-speech':
      return '这一篇的正文已全部删去';
  }
}

/** The words of the draft in Chinese, and the shape that every other language must fill. */
export const DRAFT = {
  summary,
  brief,
  checkText,
  conflictText: {
    'kept-and-removed': '一处定为删去，另一处定为保留。暂不删。',
    'nothing-left': '相同的几处都定为删去，一处不剩。暂留此处。',
    'rewritten-and-removed': '一处定为删去，另一处作了改写。暂不删，按改写的排。',
    'rewritten-twice': '两处改写不一样。暂按原文排。',
  } satisfies Record<Conflict['kind'], string>,
  loss: (n: number) => `−${n} 字`,

  appearance: '样张',
  proof: '校样',
  clean: '清样',
  fold: '未改的折成一行',
  unchangedOne: '未改',
  foldOne: '折起',
  unfoldOne: '展开',
  stopOf: (n: number, all: number) => (n === 0 ? `${all} 处改动` : `${n} / ${all} 处改动`),
  previousStop: '上一处改动',
  nextStop: '下一处改动',
  print: '打印',

  cut: '删',
  removed: '删去',
  removedKinds: { measure: '', paragraph: '整段', passage: '片段' } satisfies Record<RemovedKind, string>,
  keeps: (place: string) => `留${place}`,
  kept: '留此',
  goes: (place: string) => `删${place}`,
  inThisSpeech: (place: string) => `本篇${place}`,
  renumbered: '改号',
  rewritten: '改写',
  renumberedTo: (from: string, to: string) => `${from} → ${to}`,
  mark: '标点',
  joined: '接排',
  seam: '接缝',
  seamBetween: (before: number, after: number) => `${hanNumeral(before)}与新${hanNumeral(after)}在此相接`,
  seamHere: '上下文在此相接',
  check: '核对',
  conflict: '冲突',
  compare: '比对',
  restore: '恢复',
  noteIs: (note: string) => `备注：${note}`,

  nothing: '还没有改动',
  nothingHint: '在“比对”里定下留哪一处、删哪一处，这里就排出删改后的全稿。',
  toCompare: '去比对',

  save: '导出',
  saveOne: '本份',
  saveAll: (n: number) => (n > 1 ? `全部 ${n} 份` : '全部'),
  formats: {
    docx: 'Word',
    txt: '纯文本',
    md: 'Markdown',
    log: '删改记录',
    zip: '打包下载',
  } satisfies Record<DraftFormat, string>,
  formatHints: {
    docx: '新文档，已重排',
    txt: 'UTF-8，带 BOM',
    md: '标题、段落分明',
    log: '可还原原稿',
    zip: '各份 .docx .txt 和删改记录',
  } satisfies Record<DraftFormat, string>,
  saved: (name: string) => `已导出 ${name}`,
  wordWay: 'Word 原稿',
  wordWays: {
    tracked: '带修订的原稿',
    applied: '改定的原稿',
    new: '新建 Word',
  } satisfies Record<WordWay, string>,
  zipHints: {
    tracked: '带修订的原稿、.txt 和删改记录',
    applied: '改定的原稿、.txt 和删改记录',
  } satisfies Record<Exclude<WordWay, 'new'>, string>,
  remarks: (n: number) => `${n} 处请留意：`,

  // 文件名
  fileName: (name: string) => `${name}（定稿）`,
  logName: (name: string) => `${name}（删改记录）`,
  bundleName: '雷同定稿',
  draftsFolder: '定稿',
  logsFolder: '删改记录',
  unnamed: '未命名',

  // 删改记录
  logTitle: (name: string) => `删改记录：${name}`,
  logHint: '位置按原稿字数计，从 0 起。据同名 .json 可由定稿还原出原稿，一字不差。',
  logSections: {
    removal: '删去',
    ordinal: '改序号',
    seam: '改标点',
    rewrite: '改写',
    join: '接排',
  } satisfies Record<Edit['kind'], string>,
  logChecks: '待核对',
  logConflicts: '冲突',
  logAt: (at: number) => `原稿第 ${at} 字起`,
  logJoins: (n: number) => `跨行、跨页的正文接排 ${n} 处。`,
};

/** The shape of the draft's words. */
export type DraftWords = typeof DRAFT;
