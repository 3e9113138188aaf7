import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStructure } from '../../../src/core/structure/structure.ts';
import type { Correction, Speech } from '../../../src/core/structure/speech.ts';
import { unitsOf } from '../../../src/core/structure/units.ts';
import { covers, overlapOf } from '../../../src/core/text/span.ts';

/** Pieces of which official prose is made, and of which readers stumble. */
const PIECES = [
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '　　',
    '    ',
    '\n— 3 —\n',
    '\n- 12 -\n\n',
    '\f',
    '\t',
    '。',
    '，',
    '；',
    '：',
    '”',
    '**',
    '> ',
    '- ',
  ],
  ...[
    '一是',
    '二是',
    '三是',
    '四是',
    '一要',
    '其一，',
    '其二，',
    '第一，',
    '第二，',
    '首先，',
    '其次，',
    '最后，',
    '一、',
    '二、',
    '三、',
  ],
  ...[
    '（一）',
    '（二）',
    '（1）',
    '（2）',
    '1.',
    '2.',
    '3、',
    '①',
    '②',
    '第一章 ',
    '第一条 ',
    '第二条 ',
    '最后一公里',
    '一是一、二是二',
  ],
  ...[
    '## ',
    '# ',
    '### 一、',
    '狠抓落实 服务企业',
    '区财政局局长 李四',
    '（张三）',
    '王五：',
    '李某（区财政局局长）：',
    '同志们：',
    '——在会上的发言',
  ],
  ...[
    '加强组织领导',
    '我们坚持问题导向，解决存在的困难',
    '下一步主要开展以下工作：',
    '2019年5月6日',
    '时间：',
    '1.5',
    'Title',
    '😀',
    '𠮷',
  ],
];

const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const offsets = fc.nat(300);
const corrections = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('set-heading' as const),
      at: offsets,
      level: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
    }),
    fc.record({
      kind: fc.constantFrom('start-measure', 'join-measure', 'join-paragraph', 'start-paragraph'),
      at: offsets,
    }),
    fc.record({
      kind: fc.constant('set-running' as const),
      at: offsets,
      running: fc.boolean(),
      alike: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('start-speech' as const), at: fc.nat(300) }),
    fc.record({ kind: fc.constant('join-speech' as const), at: fc.nat(300) }),
    fc.record({
      kind: fc.constant('set-speaker' as const),
      at: fc.nat(300),
      speaker: fc.constant('李四'),
      role: fc.constant('局长'),
    }),
  ),
  { maxLength: 6 },
);
const SETTINGS = { seed: 20190506, numRuns: 3000 };

function always(law: (text: string, speeches: readonly Speech[]) => void): void {
  fc.assert(
    fc.property(texts, corrections, (text, corrected: readonly Correction[]) =>
      law(text, readStructure(text, corrected)),
    ),
    SETTINGS,
  );
}

test('the spans of speeches join to the whole document', () => {
  always((text, speeches) => {
    expect(speeches.map(({ span }) => text.slice(span.start, span.end)).join('')).toBe(text);
    expect(speeches[0]?.span.start).toBe(0);
    speeches.slice(1).forEach(({ span }, index) => expect(span.start).toBe(speeches[index]?.span.end));
  });
});

test('measures lie inside their speech, markers and headings inside measures, children inside parents', () => {
  always((_, speeches) => {
    for (const speech of speeches) {
      speech.measures.forEach((measure, index) => {
        expect(covers(speech.span, measure.span)).toBe(true);
        expect(covers(measure.span, measure.marker)).toBe(true);
        expect(measure.marker.start).toBe(measure.span.start);
        expect(covers(measure.span, measure.heading)).toBe(true);
        expect(speech.lists[measure.list]).toBeDefined();
        if (measure.parent === null) return expect(measure.level).toBe(1);
        const parent = speech.measures[measure.parent];
        expect(measure.parent).toBeLessThan(index);
        expect(parent && covers(parent.span, measure.span)).toBe(true);
        expect(measure.level).toBe((parent?.level ?? 0) + 1);
      });
    }
  });
});

test('measures of one level do not overlap, and come in reading order', () => {
  always((_, speeches) => {
    for (const { measures } of speeches) {
      measures.forEach((measure, index) => {
        const next = measures[index + 1];
        if (next) expect(next.span.start).toBeGreaterThan(measure.span.start);
        const sibling = measures.slice(index + 1).find(({ parent }) => parent === measure.parent);
        if (sibling) expect(sibling.span.start).toBeGreaterThanOrEqual(measure.span.end);
      });
    }
  });
});

test('paragraphs and measures and breaks are what they say', () => {
  always((text, speeches) => {
    for (const speech of speeches) {
      for (const paragraph of speech.paragraphs) {
        expect(covers(speech.span, paragraph)).toBe(true);
        expect(speech.measures.some(({ span }) => overlapOf(span, paragraph) > 0)).toBe(false);
        expect(text.slice(paragraph.start, paragraph.end)).toBe(
          text.slice(paragraph.start, paragraph.end).trim(),
        );
      }
      speech.breaks.forEach((gap, index) => {
        expect(covers(speech.span, gap)).toBe(true);
        expect(gap.start).toBeGreaterThanOrEqual(speech.breaks[index - 1]?.end ?? 0);
      });
    }
  });
});

test('units do not overlap and leave out no measure', () => {
  always((_, speeches) => {
    const units = unitsOf('document', speeches);
    units.forEach((unit, index) => {
      expect(unit.span.end).toBeGreaterThan(unit.span.start);
      expect(unit.span.start).toBeGreaterThanOrEqual(units[index - 1]?.span.end ?? 0);
      expect((unit.measure === null) !== (unit.paragraph === null)).toBe(true);
    });
    speeches.forEach((speech, index) =>
      speech.measures.forEach((_measure, at) =>
        expect(units.some((unit) => unit.speech === index && unit.measure === at)).toBe(true),
      ),
    );
  });
});

test('headings lie in the body of their speech, in order', () => {
  always((_, speeches) => {
    for (const { headings = [], span } of speeches) {
      headings.forEach((heading, index) => {
        expect(covers(span, heading.span)).toBe(true);
        expect(heading.level).toBeGreaterThan(0);
        expect(heading.span.start).toBeGreaterThanOrEqual(headings[index - 1]?.span.end ?? 0);
      });
    }
  });
});

test('of two corrections that contradict one another the last one wins', () => {
  fc.assert(
    fc.property(texts, corrections, offsets, fc.nat(5), (text, others, at, which) => {
      const [first, last] = CONTRADICTIONS[which]!.map((each) => ({ ...each, at }) as Correction);
      expect(readStructure(text, [...others, first!, last!])).toEqual(
        readStructure(text, [...others, last!]),
      );
    }),
    SETTINGS,
  );
});

const CONTRADICTIONS: readonly (readonly object[])[] = [
  [
    { kind: 'set-heading', level: 1 },
    { kind: 'set-heading', level: 3 },
  ],
  [{ kind: 'start-measure' }, { kind: 'set-heading', level: 2 }],
  [{ kind: 'join-measure' }, { kind: 'start-measure' }],
  [
    { kind: 'set-running', running: true, alike: true },
    { kind: 'set-running', running: false, alike: true },
  ],
  [{ kind: 'start-paragraph' }, { kind: 'join-paragraph' }],
  [{ kind: 'start-speech' }, { kind: 'join-paragraph' }],
];

test('corrections that name no line change nothing', () => {
  fc.assert(
    fc.property(texts, corrections, (text, gone) => {
      const beyond = gone.map((each) => ({ ...each, at: each.at + text.length + 1 })) as Correction[];
      expect(readStructure(text, beyond)).toEqual(readStructure(text));
    }),
    { ...SETTINGS, numRuns: 500 },
  );
});
