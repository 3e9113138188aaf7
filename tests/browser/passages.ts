import type { GivenFile } from './workbench.ts';

/** Two speeches whose first measures are `a` and `b`; nothing else in them recurs. */
export function speechesOf(a: string, b: string): readonly GivenFile[] {
  const speech = (who: string, measure: string, other: string) =>
    `# ${who}的发言\n\n区某某局局长 ${who}\n\n现作如下汇报。\n\n${measure}\n\n${other}\n`;
  return [
    { name: '甲局.txt', bytes: speech('李明华', a, '二是别的事情改日再作专题汇报。') },
    { name: '乙局.txt', bytes: speech('王建国', b, '二是窗口延长到晚上八点，材料可以补交。') },
  ];
}

/** A speech of each of `measures`, the same measure as one says it; nothing else in them recurs. */
export function versionsOf(measures: readonly string[]): readonly GivenFile[] {
  const people = ['李明华', '王建国', '张健', '秦立忠', '赵敏', '周涛', '吴刚', '郑洁', '孙红'];
  return measures.map((measure, n) => {
    const who = `${people[n % people.length]}${n < people.length ? '' : n}`;
    const own = `五是${clause(2 * n + 7)}，${clause(2 * n + 8)}。`;
    return {
      name: `${n + 1}号.txt`,
      bytes: `# ${who}的发言\n\n区某某局局长 ${who}\n\n现作如下汇报。\n\n${measure}\n\n${own}\n`,
    };
  });
}

const WHO = [
  '发改局',
  '教体局',
  '科技局',
  '工信局',
  '民政局',
  '司法局',
  '财政局',
  '人社局',
  '住建局',
  '交通局',
];
const WHAT = ['建立台账', '倒排工期', '挂图作战', '现场督办', '限时办结', '公开承诺', '接受监督', '逐项销号'];

/** A clause like no other, about 20 characters. */
export function clause(n: number): string {
  // Knuth's multiplicative hash: what follows one another has nothing in common with what follows elsewhere.
  const hash = (n * 2_654_435_761) >>> 7;
  return `第${n}项由${WHO[hash % WHO.length]}牵头${WHAT[(hash >>> 5) % WHAT.length]}确保落到实处`;
}

/** A measure of `count` clauses in sentences of four; `change` may replace a clause. */
export function measureOf(count: number, change: (n: number) => string = clause): string {
  const clauses = Array.from({ length: count }, (_, n) => change(n) + (n % 4 === 3 ? '。' : '，'));
  return `一是${clauses.join('')}`;
}

/** A measure of five sentences, and the same in another order: two of them moved, one with a word left out. */
export const MOVED: readonly [a: string, b: string] = [
  '一是各部门要加强统筹调度，逐项排出时间表，谁耽误了就由谁说明情况。服务窗口延长到晚上八点，周末照常受理群众的申请。审批材料一律减到三份以内，做到一次告知、一次办结。对推诿扯皮的干部要约谈提醒，情节严重的严肃问责。每个月公布一次办件情况，主动接受群众和媒体监督。',
  '一是各部门要加强统筹调度，逐项排出时间表，谁耽误了就由谁说明情况。每个月公布一次办件情况，主动接受群众和媒体监督。服务窗口延长到晚上八点，周末照常受理群众的申请。对推诿扯皮的干部要约谈提醒，情节严重的严肃问责。审批材料减到三份以内，做到一次告知、一次办结。',
];
