import { expect, test } from 'vitest';
import type { Correction } from '../../../src/core/structure/speech.ts';
import { readStructure } from '../../../src/core/structure/structure.ts';

const TEXT = `## 狠抓落实再上新台阶

区财政局局长 李明

一是抓学习。每周一次。

二是抓服务。随叫随到。

转变观念

区税务局局长发言

我讲两点。
`;

const speechesWith = (...corrections: Correction[]) =>
  readStructure(TEXT, corrections).map(({ title, speaker, span, measures }) => ({
    title,
    speaker,
    text: TEXT.slice(span.start, span.end).slice(0, 4),
    measures: measures.length,
  }));

const at = (words: string) => TEXT.indexOf(words);

test('without corrections there is one speech', () => {
  expect(speechesWith()).toEqual([
    { title: '狠抓落实再上新台阶', speaker: '李明', text: '## 狠', measures: 2 },
  ]);
});

test('a speech begins where the user says, with the head that is there', () => {
  const started = speechesWith({ kind: 'start-speech', at: at('变观念') });
  expect(started.map(({ text }) => text)).toEqual(['## 狠', '转变观念']);
  expect(started[1]?.title).toBe('转变观念');
});

test('a speech may begin in the middle of a list', () => {
  const started = speechesWith({ kind: 'start-speech', at: at('二是') });
  expect(started.map(({ text, measures }) => [text, measures])).toEqual([
    ['## 狠', 1],
    ['二是抓服', 0],
  ]);
});

test('joining takes a start back, and the first speech stays', () => {
  const start = { kind: 'start-speech', at: at('转变') } as const;
  expect(speechesWith(start, { kind: 'join-speech', at: at('转变') })).toEqual(speechesWith());
  expect(speechesWith({ kind: 'join-speech', at: 0 })).toEqual(speechesWith());
});

test('the speaker is set for the speech that holds the place, in order', () => {
  const set = (speaker: string): Correction => ({ kind: 'set-speaker', at: at('抓学习'), speaker, role: '' });
  expect(speechesWith(set('王五'), set('赵六'))[0]?.speaker).toBe('赵六');
});

test('a correction whose place is gone is ignored', () => {
  const gone: Correction[] = [
    { kind: 'start-speech', at: 10_000 },
    { kind: 'join-speech', at: 10_000 },
    { kind: 'set-speaker', at: 10_000, speaker: '王五', role: '' },
    { kind: 'join-speech', at: at('抓学习') },
  ];
  expect(speechesWith(...gone)).toEqual(speechesWith());
});
