import type { LineChoice } from '../../core/structure/line-choices.ts';
import { hanNumeral } from './han-numeral.ts';

const CHOICES: Readonly<Record<LineChoice, readonly [name: string, back: string]>> = {
  speech: ['另起一篇', '并入上篇'],
  'heading-1': ['一级标题', '一级标题'],
  'heading-2': ['二级标题', '二级标题'],
  'heading-3': ['三级标题', '三级标题'],
  'no-heading': ['不是标题', '不是标题'],
  measure: ['另起一条', '不另起条'],
  paragraph: ['接上一段', '另起一段'],
  running: ['页眉页码', '是正文'],
  'running-alone': ['页眉页码，只此一行', '是正文，只此一行'],
};

/** 改结构的字句。 */
export const STRUCTURE = {
  bar: '改结构',
  menu: '改这一行',
  title: '篇题',
  byline: '署名',
  running: '页眉页码',
  text: '正文',
  heading: (level: number) => `${hanNumeral(level)}级标题`,
  measure: (name: string, level: number) => `${name} · 第${hanNumeral(level)}级`,
  inside: (name: string) => `属${name}`,
  goesOn: '接上一段',
  corrected: '已改',
  choice: (choice: LineChoice, isBack: boolean) => CHOICES[choice][isBack ? 1 : 0],
  headingLevels: '标题',
  takeBack: '还原此行',
  busy: '正在重新比对……',
  idle: '本来就是这样，没有改动',
  failed: '没有改成',
  effect: (change: StructureChange) => {
    const { speeches, measures, findings } = change;
    const parts = [
      ...(speeches[0] === speeches[1] ? [] : [`稿件 ${speeches[0]} → ${speeches[1]} 篇`]),
      measures[0] === measures[1] ? `本篇 ${measures[1]} 条` : `本篇 ${measures[0]} → ${measures[1]} 条`,
      findings[0] === findings[1] ? `雷同 ${findings[1]} 条不变` : `雷同 ${findings[0]} → ${findings[1]} 条`,
    ];
    return `改后：${parts.join('，')}`;
  },
  keys: {
    speech: '另起一篇、并入上篇',
    speaker: '改署名',
    headings: '一、二、三级标题，不是标题',
    measure: '另起一条、不另起条',
    paragraph: '接上一段、另起一段',
    running: '页眉页码，只此一行',
    takeBack: '还原此行',
  },
};

/** What a correction brought, before and after: speeches of the document, measures of the speech, all findings. */
export interface StructureChange {
  readonly speeches: readonly [before: number, after: number];
  readonly measures: readonly [before: number, after: number];
  readonly findings: readonly [before: number, after: number];
}
