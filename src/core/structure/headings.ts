import { readOrdinal } from '../text/ordinals.ts';
import { unbroken } from './blanks.ts';
import { isDate, readByline, readTurn, type Byline, type Turn } from './bylines.ts';
import { Endings } from './endings.ts';
import type { Paragraph } from './paragraphs.ts';
import { simplify } from './simplified.ts';
import { isSalutation } from './salutations.ts';

/** What a paragraph is by its form alone. Whether it begins a speech is decided where its neighbours are seen. */
export type Shape =
  | { readonly kind: 'title' }
  /** ——在全区工作会议上的发言 */
  | { readonly kind: 'subtitle' }
  | { readonly kind: 'byline'; readonly byline: Byline }
  | { readonly kind: 'turn'; readonly turn: Turn }
  /** 时间：…, 地点：…, （2019年5月6日） */
  | { readonly kind: 'particulars' }
  /** 同志们：, 各位代表： */
  | { readonly kind: 'salutation' }
  | { readonly kind: 'prose' };

/** Longest title, in characters: two lines of a page. */
const TITLE_MOST = 60;
const PARTICULARS_MOST = 80;
const SENTENCE_MARKS = '。；;！!？?：:，,、…';
const PARTICULARS = [
  ...[
    '时间',
    '地点',
    '日期',
    '主持',
    '主持人',
    '参加',
    '参加人员',
    '出席',
    '出席人员',
    '列席',
    '列席人员',
    '记录',
    '记录人',
    '来源',
  ],
  ...[
    '会议时间',
    '会议地点',
    '会议主题',
    '议题',
    '发布时间',
    '发布日期',
    '缺席',
    '请假',
    '主办',
    '承办',
    '编辑',
    '责任编辑',
    '审核',
  ],
  ...['参会人员', '与会人员', '参加单位', '会议名称', '整理', '字号', '文号', '主题'],
];
const TITLE_LABELS = ['题目', '标题', '发言题目', '汇报题目'];
/** What a speech is called: a title that ends with one of these is one's. */
const GENRES = [
  ...[
    '发言',
    '讲话',
    '致辞',
    '致词',
    '发言稿',
    '讲话稿',
    '发言材料',
    '讲话提纲',
    '发言提纲',
    '表态发言',
    '述职报告',
    '述职述廉报告',
  ],
  ...[
    '心得体会',
    '工作汇报',
    '情况汇报',
    '汇报材料',
    '交流材料',
    '经验材料',
    '工作报告',
    '演讲稿',
    '开幕词',
    '闭幕词',
    '主持词',
    '祝酒词',
  ],
];
/** What a volume of speeches is called; its title is no speech's. */
const COLLECTIONS = [
  ...[
    '汇编',
    '选编',
    '文集',
    '目录',
    '专辑',
    '专刊',
    '简报',
    '集锦',
    '纪要',
    '摘登',
    '选登',
    '记录',
    '实录',
    '座谈会',
    '研讨会',
  ],
  ...['材料集', '大会', '材料', '摘编', '合集', '目次', '纪实'],
];
const GENRE_ENDINGS = new Endings(GENRES);
const COLLECTION_ENDINGS = new Endings(COLLECTIONS);

/** The shape of a paragraph. Constant time. */
export function shapeOf(text: string, paragraph: Paragraph): Shape {
  const { start, end } = paragraph;
  const byline = paragraph.heading === 0 ? readByline(text, start, end) : null;
  if (byline !== null) return { kind: 'byline', byline };
  const words = end - start <= PARTICULARS_MOST ? unbroken(text.slice(start, end)) : '';
  if (words !== '' && (isDate(words) || isParticular(words))) return { kind: 'particulars' };
  if (words !== '' && titleWords(words) !== words) return { kind: 'title' };
  const turn = readTurn(text, start, end);
  if (turn !== null) return { kind: 'turn', turn };
  if (isSubtitle(words)) return { kind: 'subtitle' };
  if (isSalutation(text, start, end)) return { kind: 'salutation' };
  if (paragraph.heading > 0) return { kind: 'title' };
  return isTitle(words) ? { kind: 'title' } : { kind: 'prose' };
}

/** Whether a title is what speeches are called: 在全区作风建设会议上的发言. */
export function namesSpeech(words: string): boolean {
  return GENRE_ENDINGS.end(words);
}

/** Whether a title is that of a volume: 发言材料汇编, 会议纪要. */
export function namesCollection(words: string): boolean {
  return COLLECTION_ENDINGS.end(words);
}

/** A title without the label before it: 题目：办好人民满意的教育. */
export function titleWords(words: string): string {
  const colon = words.search(/[：:]/u);
  const label = simplify(words.slice(0, Math.max(colon, 0))).replaceAll(' ', '');
  return TITLE_LABELS.includes(label) ? words.slice(colon + 1).trim() : words;
}

/** Whether a line only counts contributions: 【发言一】, 典型发言之二, 第一部分 领导讲话. */
export function isTally(words: string): boolean {
  const simple = simplify(words);
  return (
    /^[【[（(]?(?:(?:交流|典型|书面|表态|经验)?(?:发言|材料|讲话|案例|经验)(?:材料)?之?)[（(]?[一二三四五六七八九十0-9]{1,3}[)）]?[】\]）)]?$/u.test(
      simple,
    ) || /^第[一二三四五六七八九十]{1,3}(?:部分|篇|编|辑|单元)/u.test(simple)
  );
}

function isTitle(words: string): boolean {
  if (words === '' || words.length > TITLE_MOST || words.length < 2) return false;
  if (readOrdinal(words, 0) !== null || '（(—-'.includes(words.charAt(0))) return false;
  const last = words.charAt(words.length - 1);
  if (SENTENCE_MARKS.includes(last) && !'！？!?'.includes(last)) return false;
  return !words.slice(0, -1).includes('。') && !words.includes('；') && !words.includes('：');
}

function isSubtitle(words: string): boolean {
  if (words.length > TITLE_MOST || words.length < 4) return false;
  const dashed = ['——', '――', '──', '--', '—'].some((dash) => words.startsWith(dash));
  return dashed && !SENTENCE_MARKS.includes(words.charAt(words.length - 1)) && !words.includes('。');
}

/** 时间：2019年5月6日; also （2019年5月6日在第一次会议上） and 2020年8月26日 …会议通过. */
function isParticular(words: string): boolean {
  const simple = simplify(words).replaceAll(/[\s*]/gu, '');
  const colon = simple.search(/[：:]/u);
  if (colon > 0 && PARTICULARS.includes(simple.slice(0, colon))) {
    return !simple.slice(colon + 1).includes('。');
  }
  if ('。；！？：'.includes(simple.charAt(simple.length - 1))) return false;
  const dated = /^[（(]?[0-9〇一二三四五六七八九十]{2,4}年[0-9〇一二三四五六七八九十]{1,3}月/u.test(simple);
  return dated && (/[)）]$/u.test(simple) || /(?:通过|批准|公布|施行|修订|修正|发布)$/u.test(simple));
}
