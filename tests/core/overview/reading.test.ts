import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choiceOfFilter,
  EVERY_MARK,
  filterForReading,
  filterOfChoice,
  LANES_MOST,
  MARK_KINDS,
  marksOfLine,
  otherPlaces,
  readingMarks,
  removedIn,
} from '../../../src/core/overview/reading-marks.ts';
import { depthSteps, readingSegments } from '../../../src/core/overview/reading-text.ts';
import { select } from '../../../src/core/overview/selection.ts';
import { survey as surveyOf, type Mark, type Survey } from '../../../src/core/overview/survey.ts';
import { emptyDecision } from '../../../src/core/review/decision.ts';
import { groupsOf } from '../../../src/core/review/groups.ts';
import { readingLinesOf } from '../../../src/core/structure/reading-lines.ts';
import type { Span } from '../../../src/core/text/span.ts';
import { documentOf, measureOf, pairOf } from '../review/corpus.ts';
import { made, whole, type Made } from './made.ts';

const NO_DECISIONS = new Map();

function surveyed({ documents, findings, detection }: Made): Survey {
  return whole(surveyOf(documents, findings, groupsOf(detection, new Set())));
}

describe('the marks of a document', () => {
  test('are those of the survey, in the lines that they stand in', () => {
    fc.assert(
      fc.property(made, (given) => {
        const survey = surveyed(given);
        const selection = select(survey, survey.findings, NO_DECISIONS);
        let count = 0;
        for (const structured of given.documents) {
          const lines = readingLinesOf(structured);
          const marks = readingMarks(survey, selection, structured.document.id, lines);
          count += marks.marks.length;
          for (const [line, { span }] of lines.entries()) {
            const expected = [...marks.marks.keys()].filter(
              (mark) =>
                (marks.starts[mark] as number) < span.end && (marks.ends[mark] as number) > span.start,
            );
            expect([...marksOfLine(marks, line)]).toEqual(expected);
            const depth = Math.max(0, ...expected.map((mark) => marks.others[mark] as number));
            expect(marks.depths[line]).toBe(depth);
          }
          for (const [mark, index] of marks.marks.entries()) {
            const { speech, start, end, passage } = survey.marks[index] as Mark;
            const origin = survey.speeches[speech]!.speech.span.start;
            expect(passage.document).toBe(structured.document.id);
            expect([marks.starts[mark], marks.ends[mark]]).toEqual([origin + start, origin + end]);
            expect(otherPlaces(survey, selection, index)).toHaveLength(marks.others[mark] as number);
          }
        }
        expect(count).toBe(survey.marks.length);
      }),
    );
  });

  test('have lines of their own where they overlap, as long as there are any', () => {
    fc.assert(
      fc.property(made, (given) => {
        const survey = surveyed(given);
        const selection = select(survey, survey.findings, NO_DECISIONS);
        for (const structured of given.documents) {
          const { starts, ends, lanes } = readingMarks(survey, selection, structured.document.id, []);
          for (let p = 0; p < starts.length; p++) {
            for (let q = p + 1; q < starts.length; q++) {
              if ((starts[q] as number) >= (ends[p] as number) || lanes[p] === LANES_MOST - 1) continue;
              expect(lanes[q]).not.toBe(lanes[p]);
            }
          }
        }
      }),
    );
  });

  test('tell the other places, with the finding that shows each', () => {
    const one = documentOf('d', '甲: 一是加强监督改进作风 / 二是别的话', '乙: 一是加强监督改进作风');
    const two = documentOf('e', '丙: 一是加强监督改进作风');
    const [a, b, c] = [measureOf(one, 0, 0), measureOf(one, 1, 0), measureOf(two, 0, 0)];
    const findings = [
      pairOf('p', a, b, { kind: 'partial', importance: 2 }),
      pairOf('q', b, c, { kind: 'identical', importance: 1 }),
    ];
    const detection = {
      pairs: findings,
      clusters: [{ members: [a, b, c] }],
      boilerplate: [],
      speechCount: 3,
      limits: [],
    };
    const survey = surveyed({ documents: [one, two], findings, detection });
    const all = select(survey, survey.findings, NO_DECISIONS);
    const marks = readingMarks(survey, all, 'd', readingLinesOf(one));
    expect([...marks.others]).toEqual([2, 2]);
    expect([...marks.kinds].map((kind) => MARK_KINDS[kind])).toEqual(['partial', 'identical']);
    expect(otherPlaces(survey, all, 0)).toEqual([
      { mark: 1, pair: 0 },
      { mark: 2, pair: 1 },
    ]);
    const identical = filterForReading(survey, { ...EVERY_MARK, kind: 'identical' }, NO_DECISIONS);
    const some = select(survey, identical, NO_DECISIONS);
    expect([...readingMarks(survey, some, 'd', readingLinesOf(one)).others]).toEqual([1]);
  });

  test('pass by decision', () => {
    const one = documentOf('d', '甲: 一是加强监督改进作风 / 二是加强监督改进作风 / 三是加强监督改进作风');
    const places = [0, 1, 2].map((index) => measureOf(one, 0, index));
    const findings = [pairOf('p', places[0]!, places[1]!), pairOf('q', places[1]!, places[2]!)];
    const survey = surveyed({
      documents: [one],
      findings,
      detection: { pairs: findings, clusters: [], boilerplate: [], speechCount: 1, limits: [] },
    });
    const decisions = new Map([['p', { ...emptyDecision('p'), judgement: 'keep-a' as const }]]);
    const ids = (decision: 'open' | 'settled' | 'removed') =>
      filterForReading(survey, { ...EVERY_MARK, decision }, decisions).map(({ id }) => id);
    expect([ids('open'), ids('settled'), ids('removed')]).toEqual([['q'], ['p'], ['p']]);
    expect(removedIn(findings, decisions, 'd')).toEqual([places[1]!.span]);
    expect(removedIn(findings, decisions, 'e')).toEqual([]);
    const neither = new Map([['q', { ...emptyDecision('q'), judgement: 'keep-none' as const }]]);
    expect(removedIn(findings, neither, 'd')).toEqual([places[1]!.span, places[2]!.span]);
    expect(filterForReading(survey, { ...EVERY_MARK, decision: 'removed' }, neither)).toHaveLength(1);
    const choice = choiceOfFilter(survey, { ...EVERY_MARK, group: 0 });
    expect(choice.group).toBe('p');
    expect(filterOfChoice(survey, choice).group).toBe(0);
    expect(filterOfChoice(survey, { ...choice, group: 'gone' }).group).toBeNull();
  });
});

/** `[` and `]` around what is marked, one pair a mark; numbers are the marks that lie on each segment. */
function shownSegments(length: number, marks: readonly Span[], removed: readonly Span[]): string {
  const layers = {
    starts: Uint32Array.from(marks, ({ start }) => start),
    ends: Uint32Array.from(marks, ({ end }) => end),
  };
  return readingSegments(layers, [...marks.keys()], { removed, passages: [], markers: [] }, 0, length)
    .map(
      (segment) =>
        `${segment.start}-${segment.end}:${segment.marks.join('+')}${segment.isRemoved ? '×' : ''}${segment.signs.length > 0 ? `!${segment.signs.join('+')}` : ''}`,
    )
    .join(' ');
}

describe('a line', () => {
  test('is cut where something begins or ends', () => {
    expect(
      shownSegments(
        20,
        [
          { start: 2, end: 10 },
          { start: 5, end: 12 },
        ],
        [{ start: 0, end: 3 }],
      ),
    ).toBe('0-2:×  2-3:0×!0 3-5:0 5-10:0+1!1 10-12:1 12-20:'.replace('  ', ' '));
  });

  test('joins again from its segments', () => {
    const span = fc
      .tuple(fc.nat(30), fc.nat(30))
      .map(([p, q]) => ({ start: Math.min(p, q), end: Math.max(p, q) + 1 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), fc.integer({ min: 1, max: 30 }), (marks, length) => {
        marks.sort((s, t) => s.start - t.start);
        const segments = readingSegments(
          {
            starts: Uint32Array.from(marks, ({ start }) => start),
            ends: Uint32Array.from(marks, ({ end }) => end),
          },
          [...marks.keys()],
          { removed: [], passages: [], markers: [] },
          0,
          length,
        );
        expect(segments.map(({ start }) => start)).toEqual([
          0,
          ...segments.slice(0, -1).map(({ end }) => end),
        ]);
        expect(segments.at(-1)?.end).toBe(length);
        for (const { start, end, marks: own } of segments) {
          for (let at = start; at < end; at++) {
            expect(own).toEqual([...marks.keys()].filter((m) => marks[m]!.start <= at && at < marks[m]!.end));
          }
        }
      }),
    );
  });

  test('tells how often it stands elsewhere by lines of print that follow one another', () => {
    expect(depthSteps([0, 1, 1, 3, 0, 1])).toEqual([
      { from: 1, to: 3, depth: 1 },
      { from: 3, to: 4, depth: 3 },
      { from: 5, to: 6, depth: 1 },
    ]);
    expect(depthSteps([])).toEqual([]);
  });
});
