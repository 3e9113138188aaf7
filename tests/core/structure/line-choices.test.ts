import { expect, test } from 'vitest';
import {
  choicesFor,
  correctionsOf,
  goesOn,
  lineStateOf,
  type LineChoice,
} from '../../../src/core/structure/line-choices.ts';
import { readingLinesOf } from '../../../src/core/structure/reading-lines.ts';
import type { Correction, StructuredDocument } from '../../../src/core/structure/speech.ts';
import { readStructure } from '../../../src/core/structure/structure.ts';

const TEXT = `在全区作风建设会议上的发言
区财政局局长 李明

同志们，我讲三点意见，请大家批评指正，
不当之处请指出。

一是抓学习。每周一次。
比如读书。
二是抓服务。

汇编第1页
— 1 —

### 工作要求
谢谢大家。
汇编第2页
`;

function read(corrections: readonly Correction[] = []): StructuredDocument {
  const header = {
    id: 'd',
    name: 'd',
    encoding: 'utf-8',
    origin: 'file',
    layout: null,
    byteLength: 0,
  } as const;
  return { document: { ...header, text: TEXT }, speeches: readStructure(TEXT, corrections) };
}

function lineOf(words: string, structured = read()) {
  const at = TEXT.indexOf(words);
  const line = readingLinesOf(structured).find(({ span }) => span.start <= at && at < span.end);
  if (line === undefined) throw new Error(words);
  return line;
}

test.each([
  ['在全区作风', { kind: 'title' }],
  ['区财政局', { kind: 'byline' }],
  ['同志们', { kind: 'text' }],
  ['一是', { kind: 'measure', measure: 0, level: 1 }],
  ['比如', { kind: 'inside', measure: 0, level: 1 }],
  ['— 1 —', { kind: 'running' }],
  ['工作要求', { kind: 'heading', level: 3 }],
])('what the line %j is', (words, state) => {
  expect(lineStateOf(read(), lineOf(words))).toEqual(state);
});

test('whether a line goes on with the paragraph above', () => {
  expect(goesOn(read(), lineOf('不当之处'))).toBe(true);
  expect(goesOn(read(), lineOf('同志们'))).toBe(false);
});

test('every choice that is offered does something, or the paragraph is one already', () => {
  const structured = read();
  for (const line of readingLinesOf(structured)) {
    for (const [choice, { correction }] of choicesFor(structured, line)) {
      if (choice === 'paragraph' || choice === 'measure' || choice === 'running-alone') continue;
      const words = TEXT.slice(line.span.start, line.span.end);
      expect([words, choice, read([correction]).speeches]).not.toEqual([words, choice, structured.speeches]);
    }
  }
});

test.each<[string, LineChoice, string, boolean]>([
  ['在全区作风', 'no-heading', 'text', false],
  ['同志们', 'heading-2', 'heading', false],
  ['同志们', 'measure', 'measure', false],
  ['一是', 'measure', 'text', true],
  ['汇编第1页', 'running', 'running', false],
  ['— 1 —', 'running', 'text', true],
])('%j, made %s, is %s', (words, choice, kind, isBack) => {
  const offered = choicesFor(read(), lineOf(words)).get(choice);
  expect(offered?.isBack).toBe(isBack);
  const corrected = read(offered === undefined ? [] : [offered.correction]);
  expect(lineStateOf(corrected, lineOf(words, corrected)).kind).toBe(kind);
});

test('the corrections of a line are those at it, and those of lines that look the same', () => {
  const corrections: Correction[] = [
    { kind: 'set-running', at: TEXT.indexOf('汇编第1页'), running: true, alike: true },
    { kind: 'start-measure', at: TEXT.indexOf('汇编第2页') + 1 },
    { kind: 'set-running', at: TEXT.indexOf('汇编第1页'), running: true, alike: false },
  ];
  expect([...correctionsOf(TEXT, corrections, lineOf('汇编第2页'))]).toEqual([0, 1]);
});
