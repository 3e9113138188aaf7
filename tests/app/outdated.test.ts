import { describe, expect, it } from 'vitest';
import { relocated, withoutDocument } from '../../src/app/outdated.ts';
import type { Detection, Pair, Passage } from '../../src/core/reuse/pair.ts';
import type { Measure, Speech, StructuredDocument } from '../../src/core/structure/speech.ts';
import type { Span } from '../../src/core/text/span.ts';

const span = (start: number, end: number): Span => ({ start, end });

function passage(document: string, at: Span): Passage {
  return { document, speech: 7, measure: 7, paragraph: null, unit: at, span: at };
}

function detectionOf(...sides: readonly (readonly [Passage, Passage])[]): Detection {
  return {
    pairs: sides.map(([a, b], i): Pair => ({
      id: `p${i}`,
      a,
      b,
      kind: 'partial',
      scope: 'across',
      similarity: 1,
      containmentA: 1,
      containmentB: 1,
      importance: 1,
    })),
    clusters: [{ members: sides.flat() }],
    boilerplate: [],
    speechCount: 3,
    limits: [],
  };
}

function documentOf(id: string): StructuredDocument {
  return { document: { id } as never, speeches: [speech(span(0, 1), [], [])] };
}

function measure(at: Span, parent: number | null): Measure {
  return {
    span: at,
    marker: at,
    own: [at],
    ordinal: 1,
    level: parent === null ? 1 : 2,
    list: 0,
    parent,
    heading: at,
  };
}

function speech(at: Span, measures: readonly Measure[], paragraphs: readonly Span[]): Speech {
  return {
    title: '',
    speaker: '',
    role: '',
    span: at,
    titleSpan: null,
    bylineSpan: null,
    lists: [],
    measures,
    paragraphs,
    breaks: [],
  };
}

describe('a detection whose documents changed', () => {
  it('says nothing of a document that is gone', () => {
    const [a, b, c] = [passage('a', span(0, 1)), passage('b', span(0, 1)), passage('c', span(0, 1))];
    const left = withoutDocument(detectionOf([a, b], [a, c]), documentOf('b'));
    expect(left.pairs.map(({ id }) => id)).toEqual(['p1']);
    expect(left.clusters).toEqual([{ members: [a, a, c] }]);
    expect(left.speechCount).toBe(2);
    expect(withoutDocument(left, documentOf('a'))).toMatchObject({ pairs: [], clusters: [] });
  });

  it('counts anew who says what was set apart', () => {
    const [a, b, c] = [passage('a', span(0, 1)), passage('b', span(0, 1)), passage('c', span(0, 1))];
    const { pairs } = detectionOf([a, b], [a, c]);
    const entry = { id: 't', reason: 'common', members: [a, b, c], speeches: 3, pairs } as const;
    const whole = { ...detectionOf(), boilerplate: [entry] };
    const left = withoutDocument(whole, documentOf('b'));
    expect(left.boilerplate).toEqual([{ ...entry, members: [a, c], speeches: 2, pairs: [pairs[1]] }]);
    expect(withoutDocument(left, documentOf('c')).boilerplate).toEqual([]);
  });

  it('points into the structure as it is now', () => {
    const speeches = [
      speech(span(0, 10), [], [span(0, 9)]),
      speech(
        span(10, 100),
        [
          measure(span(20, 50), null),
          measure(span(25, 30), 0),
          measure(span(30, 40), 0),
          measure(span(50, 60), null),
        ],
        [span(12, 19), span(70, 90)],
      ),
    ];
    const document = { id: 'a' } as never;
    const places = [2, 12, 20, 27, 30, 45, 55, 75].map((at) => {
      const moved = relocated(detectionOf([passage('a', span(at, at + 1)), passage('b', span(0, 1))]), {
        document,
        speeches,
      });
      const [pair] = moved.pairs;
      expect(pair?.b).toMatchObject({ speech: 7, measure: 7 });
      return [pair?.a.speech, pair?.a.measure, pair?.a.paragraph];
    });
    expect(places).toEqual([
      [0, null, 0],
      [1, null, 0],
      [1, 0, null],
      [1, 1, null],
      [1, 2, null],
      [1, 0, null],
      [1, 3, null],
      [1, null, 1],
    ]);
  });
});
