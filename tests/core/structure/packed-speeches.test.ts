import { expect, it } from 'vitest';
import { packSpeeches, unpackSpeeches } from '../../../src/core/structure/packed-speeches.ts';
import type { Speech } from '../../../src/core/structure/speech.ts';
import { readStructure } from '../../../src/core/structure/structure.ts';
import { makeDocuments } from '../../bench/speeches.ts';

/** What a message makes of it that moves its numbers. */
function moved(speeches: readonly Speech[]): readonly Speech[] {
  const packed = packSpeeches(speeches);
  return unpackSpeeches(structuredClone(packed, { transfer: [packed.numbers.buffer] }));
}

it('is the speeches again, to the last byte', () => {
  const nested =
    '# 讲话\n\n张三\n\n一、加强领导。\n（一）抓实。甲。\n（二）抓严。乙。\n另有一段。\n二、完善。\n';
  for (const text of ['', '无题', nested, ...makeDocuments(20_000, 2)]) {
    const speeches = readStructure(text);
    expect(JSON.stringify(moved(speeches))).toBe(JSON.stringify(speeches));
  }
});

it('leaves headings out where there are none, and keeps what is null', () => {
  const span = { start: 0, end: 9 };
  const bare: Speech = {
    title: '',
    speaker: '',
    role: '',
    span,
    titleSpan: null,
    bylineSpan: { start: 0, end: 0 },
    lists: [
      { topic: null, leadIn: null },
      { topic: 'problem', leadIn: span },
    ],
    measures: [],
    paragraphs: [span],
    breaks: [{ start: 3, end: 4 }],
  };
  const headed: Speech = { ...bare, headings: [{ span, level: 2 }] };
  expect(moved([bare, headed])).toStrictEqual([bare, headed]);
});
