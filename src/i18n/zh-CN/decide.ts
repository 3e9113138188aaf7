import type { Clash } from '../../core/draft/clashes.ts';
import type { Verdict } from '../../core/review/many.ts';

/** The words of deciding in Chinese, and the shape that every other language must fill. */
export const DECIDE = {
  // 一组
  group: (n: number) => `同组 ${n} 处`,
  onlyA: '只留左',
  onlyB: '只留右',
  onlyHint: (n: number) => `留下这一处，同组其余 ${n} 处都删去，一步可撤销`,
  keepGroup: '全组都留',
  keepGroupHint: '这一组的各处都不改动，一步可撤销',

  // 标记的缘由
  reason: '缘由',
  reasonsTitle: '标记缘由',
  reasons: ['与他人雷同', '本篇内重复', '请核实出处', '请改写', '数据不一致'],
  reasonsHint: '一行一条，前九条可用数字键选。',
  editReasons: '编辑标记缘由',
  shippedReasons: '恢复原有的',
  noReason: '不写缘由',
  reasonIs: (reason: string) => (reason === '' ? '补缘由' : `缘由：${reason}`),
  chooseReason: '标记的缘由，按数字选',

  // 改写
  rewrite: { a: '改写左', b: '改写右' },
  rewritten: { a: '左已改写', b: '右已改写' },
  rewriteTitle: { a: '改写左侧', b: '改写右侧' },
  rewriteHint: '停笔即存，定稿照此排；清空即删去。',
  original: '恢复原文',
  done: '完成',
  hasRewrite: '有改写',
  changes: '与原文的差异',
  same: '与原文相同',

  // 冲突
  clash: '冲突',
  clashText: {
    'kept-and-removed': '这里删去的，另一条要保留；或这里保留的，另一条要删去。',
    'nothing-left': '相同的几处都定为删去，一处不剩。',
    'rewritten-and-removed': '一处定为删去，另一处作了改写。',
    'rewritten-twice': '同一处有两种改写。',
    'group-divided': '同组各条定得不一样：有的删去，留下的不止一处。',
  } satisfies Record<Clash['kind'], string>,
  toOther: (n: number, all: number) => (all > 1 ? `看另一条 ${n}` : '看另一条'),

  // 套话
  userReason: { name: '你定的', words: '你判为套话，各处都不再列为雷同。' },
  takeBackJudged: '取消套话',
  takeBackJudgedHint: (n: number) => `清单里重新列出 ${n} 条`,

  // 批量
  many: '批量',
  manyTitle: '批量定夺',
  which: '哪些',
  choices: {
    shown: '现在列出的',
    ordinal: '只差序号的',
    form: '只差形式的（序号、标点、空白、繁简）',
    speaker: '某人的',
    similarity: '相似度不低于',
  },
  verdict: '怎么定',
  verdicts: {
    'keep-first': '留最先的一处，其余删去',
    'keep-all': '都保留',
    flag: '标记',
    boilerplate: '套话',
  } satisfies Record<Verdict, string>,
  manyHint: '只动未处理的，作为一步，可一次撤销。',
  counting: '正在算……',
  manyCount: (n: number) => `共 ${n} 条`,
  manyEffect: (characters: number, conflicts: number) =>
    [
      characters > 0 ? `定稿再删 ${characters} 字` : '定稿字数不变',
      ...(conflicts > 0 ? [`新增 ${conflicts} 处冲突`] : []),
    ].join('；'),
  apply: (n: number) => `定 ${n} 条`,

  // 历史
  history: '历史',
  openHistory: '查看',
  historyHint: '点一步，撤销到那一步之后；点已撤销的，重做到那一步。',
  noHistory: '还没有做过什么。',
  me: '我',
  undoneStep: '已撤销',
  unreadable: '这一步读不出来',
  redo: '重做',
  reviewer: '审稿人',
  reviewerHint: '写入历史和导出的文件',
  advance: '定夺后自动到下一条未处理的',
  steps: {
    taken: '取消定夺',
    note: '备注',
    reason: '缘由',
    rewriteA: '改写左',
    rewriteB: '改写右',
    original: '恢复原文',
    gone: '已不在清单里的一对',
    group: (judgement: string, n: number) => `全组 ${n} 条：${judgement}`,
    many: (judgement: string, n: number) => `批量 ${n} 条：${judgement}`,
    mixed: '留一处，删其余',
    pair: (what: string, names: string) => `${what}：${names}`,
    correct: (name: string) => `改结构：${name}`,
    remove: (name: string) => `移除稿件：${name}`,
    phrases: '改套话词表',
    template: (name: string, isTemplate: boolean) => `${isTemplate ? '设为模板' : '取消模板'}：${name}`,
    restored: (isRestored: boolean): string => (isRestored ? '套话算作雷同' : '仍归套话'),
  },
  keys: {
    boilerplate: '套话',
    only: '只留左、只留右，同组其余删去',
    keepGroup: '全组都留',
    rewrite: '改写左侧、右侧',
    redo: '重做',
    history: '历史',
    many: '批量定夺',
    reasons: '标记之后：选缘由',
  },
};

/** The shape of the words of deciding. */
export type DecideWords = typeof DECIDE;
