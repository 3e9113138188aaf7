import { expect, test } from 'vitest';
import type { Correction } from '../../../src/core/structure/speech.ts';
import { readStructure } from '../../../src/core/structure/structure.ts';
import type { Span } from '../../../src/core/text/span.ts';

const TEXT = `在全区作风建设会议上的发言

区财政局局长 李明

同志们，我讲三点意见，请大家批评指正。

一是抓学习。每周一次。

二是抓服务。随叫随到。

加强组织领导

成立专班，压实责任，形成合力。

汇编第1页

— 1 —

区税务局的做法

区税务局局长 王强

一、转变观念。坚持问题导向，把群众满意作为

汇编第2页

— 2 —

工作的标准，持续改进作风。

二、狠抓落实。定期督查。
`;

const at = (words: string) => TEXT.indexOf(words);

/** Title and speaker of each speech, then its units without what is no text: measures by ordinal, and paragraphs. */
function shown(...corrections: Correction[]): readonly string[] {
  return readStructure(TEXT, corrections).flatMap((speech) => {
    const wordsOf = ({ start, end }: Span) => {
      let words = '';
      let from = start;
      for (const gap of speech.breaks.filter((each) => each.start >= start && each.end <= end)) {
        words += TEXT.slice(from, gap.start);
        from = gap.end;
      }
      return (words + TEXT.slice(from, end)).replaceAll(/\s+/gu, '');
    };
    const units = [
      ...speech.measures.map(({ span, ordinal }) => ({ span, name: String(ordinal) })),
      ...speech.paragraphs.map((span) => ({ span, name: '-' })),
    ];
    return [
      `${speech.title}|${speech.speaker}`,
      ...units
        .sort((a, b) => a.span.start - b.span.start)
        .map(({ span, name }) => `${name} ${wordsOf(span)}`),
    ];
  });
}

const GUESSED = [
  '在全区作风建设会议上的发言|李明',
  '- 同志们，我讲三点意见，请大家批评指正。',
  '1 一是抓学习。每周一次。',
  '2 二是抓服务。随叫随到。',
  '- 加强组织领导',
  '- 成立专班，压实责任，形成合力。',
  '- 汇编第1页',
  '区税务局的做法|王强',
  '1 一、转变观念。坚持问题导向，把群众满意作为汇编第2页工作的标准，持续改进作风。',
  '2 二、狠抓落实。定期督查。',
];

/** The guess with `count` lines from `index` on replaced. */
const guessedBut = (index: number, count: number, ...lines: string[]) =>
  GUESSED.toSpliced(index, count, ...lines);

test('without corrections the structure is guessed', () => expect(shown()).toEqual(GUESSED));

test.each<[string, Correction, readonly string[]]>([
  [
    'a title that is none is text, and what proves the speech below it still does',
    { kind: 'set-heading', at: at('区税务局的做法'), level: 0 },
    guessedBut(7, 1, '- 区税务局的做法', '|王强'),
  ],
  [
    'a measure that is a heading is none',
    { kind: 'set-heading', at: at('二是'), level: 2 },
    guessedBut(3, 1, '- 二是抓服务。随叫随到。'),
  ],
  [
    'a measure without an ordinal is the next of its list, with the text below it',
    { kind: 'start-measure', at: at('组织领导') },
    guessedBut(4, 2, '3 加强组织领导成立专班，压实责任，形成合力。'),
  ],
  [
    'a measure that is none goes on with the one before',
    { kind: 'join-measure', at: at('二是') },
    guessedBut(2, 2, '1 一是抓学习。每周一次。二是抓服务。随叫随到。'),
  ],
  [
    'running headers that look alike are no text, and what ran over the page is one',
    { kind: 'set-running', at: at('汇编第1页'), running: true, alike: true },
    [
      ...GUESSED.slice(0, 6),
      GUESSED[7]!,
      '1 一、转变观念。坚持问题导向，把群众满意作为工作的标准，持续改进作风。',
      GUESSED[9]!,
    ],
  ],
  [
    'one line alone is a running header',
    { kind: 'set-running', at: at('汇编第1页'), running: true, alike: false },
    GUESSED.toSpliced(6, 1),
  ],
  [
    'a page number that is text',
    { kind: 'set-running', at: at('— 1 —'), running: false, alike: false },
    guessedBut(7, 0, '- —1—'),
  ],
  [
    'two lines are one paragraph',
    { kind: 'join-paragraph', at: at('成立专班') },
    guessedBut(4, 2, '- 加强组织领导成立专班，压实责任，形成合力。'),
  ],
])('%s', (_name, correction, expected) => {
  expect(shown(correction)).toEqual(expected);
  // Without it, the guess is back.
  expect(shown()).toEqual(GUESSED);
});

test('running headers with pages in numerals of either script are alike, and chapters are not', () => {
  const text =
    '汇编第一页\n\n第一章 总则的话要讲清楚。\n\n汇编第二十页\n\n第二章 分则的话要讲清楚。\n\n汇编第3页\n';
  const [speech] = readStructure(text, [{ kind: 'set-running', at: 0, running: true, alike: true }]);
  expect(speech!.breaks.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
    '汇编第一页',
    '汇编第二十页',
    '汇编第3页',
  ]);
  const chapters = readStructure(text, [
    { kind: 'set-running', at: text.indexOf('第一章'), running: true, alike: true },
  ]);
  expect(chapters.flatMap(({ breaks }) => breaks)).toHaveLength(1);
});

test('a paragraph begins where lines were joined', () => {
  const text = '为深入贯彻落实会议精神，进一步改进作风，\n我们开展了专项整治，收到了较好的效果。\n';
  const paragraphs = (...corrections: Correction[]) =>
    readStructure(text, corrections).flatMap((speech) => speech.paragraphs).length;
  expect(paragraphs()).toBe(1);
  expect(paragraphs({ kind: 'start-paragraph', at: text.indexOf('我们') })).toBe(2);
});

test('first words that are no title are the first of the speech below them, without its byline', () => {
  const said = (...corrections: Correction[]) => shown(...corrections).slice(0, 3);
  expect(said({ kind: 'set-heading', at: 0, level: 0 })).toEqual([
    '|李明',
    '- 在全区作风建设会议上的发言',
    GUESSED[1],
  ]);
  expect(said({ kind: 'start-measure', at: 0 })).toEqual([
    '|李明',
    '1 在全区作风建设会议上的发言同志们，我讲三点意见，请大家批评指正。一是抓学习。每周一次。二是抓服务。随叫随到。',
    GUESSED[2],
  ]);
});

test('a title above who speaks belongs to the speech', () => {
  const text = '三、抓好落实：\n\n区财政局局长：李明\n\n同志们，我讲三点意见，请大家批评指正。\n';
  const titles = (...corrections: Correction[]) =>
    readStructure(text, corrections).map(({ title, speaker }) => `${title}|${speaker}`);
  expect(titles({ kind: 'set-heading', at: 0, level: 1 })).toEqual(['三、抓好落实：|李明']);
});

test('headings are told with their level', () => {
  const [first] = readStructure(TEXT, [{ kind: 'set-heading', at: at('加强组织领导'), level: 2 }]);
  expect(first?.headings?.map(({ span, level }) => [TEXT.slice(span.start, span.end), level])).toEqual([
    ['加强组织领导', 2],
  ]);
});

test('a heading that is added moves no speech elsewhere', () => {
  const text = TEXT.replace('区税务局的做法', '## 区税务局的做法').replace('在全区作风', '## 在全区作风');
  const starts = (...corrections: Correction[]) =>
    readStructure(text, corrections).map(({ span }) => span.start);
  for (const level of [1, 2, 3] as const)
    expect(starts({ kind: 'set-heading', at: text.indexOf('加强组织'), level })).toEqual(starts());
});

test.each([
  ['3 加强监管，压实责任。', [3]],
  ['第一要务是发展。', [1]],
  ['5. 加强监管。', [5]],
])('the ordinal in front of %j counts', (line, ordinals) => {
  const text = `同志们：\n\n${line}\n`;
  const structure = readStructure(text, [{ kind: 'start-measure', at: text.indexOf(line) }]);
  expect(structure[0]?.measures.map(({ ordinal }) => ordinal)).toEqual(ordinals);
});
