import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/core/structure/place.ts';
import type { ListTopic, Measure, Speech } from '../../../src/core/structure/speech.ts';

/** A speech with one level-one list for each topic, three items each, and paragraphs before, between and behind. */
function speechOf(...topics: readonly (ListTopic | null)[]): Speech {
  const at = (start: number) => ({ start, end: start + 5 });
  const measures = topics.flatMap((_, list) =>
    [1, 2, 3].map((ordinal): Measure => ({
      span: at(100 * (list + 1) + 10 * ordinal),
      marker: at(0),
      ordinal,
      level: 1,
      list,
      parent: null,
      heading: at(0),
      own: [],
    })),
  );
  return {
    title: '',
    speaker: '',
    role: '',
    span: { start: 0, end: 1000 },
    titleSpan: null,
    bylineSpan: null,
    lists: topics.map((topic) => ({ topic, leadIn: null })),
    measures,
    paragraphs: [at(0), at(150), at(900)],
    breaks: [],
  };
}

describe('placeOf', () => {
  it('names an item by its ordinal alone where the speech has one list', () => {
    expect(placeOf(speechOf(null), 1, null)).toEqual({
      kind: 'measure',
      ordinal: 2,
      topic: null,
      part: null,
      path: [],
    });
  });

  it('names it by what the list is about where that is unique', () => {
    const speech = speechOf('problem', 'measure');
    expect(placeOf(speech, 0, null)).toMatchObject({ topic: 'problem', part: null, ordinal: 1 });
    expect(placeOf(speech, 5, null)).toMatchObject({ topic: 'measure', part: null, ordinal: 3 });
  });

  it('counts the lists where two are about the same', () => {
    expect(placeOf(speechOf('measure', 'measure'), 3, null)).toMatchObject({
      topic: null,
      part: 2,
      ordinal: 1,
    });
  });

  it('names the enclosing items of a nested one', () => {
    const speech = speechOf(null);
    const nested = { ...speech.measures[0]!, ordinal: 2, level: 2, parent: 2, list: 1 };
    expect(placeOf({ ...speech, measures: [...speech.measures, nested] }, 3, null)).toMatchObject({
      ordinal: 2,
      path: [3],
    });
  });

  it('tells the opening, the closing and a paragraph between', () => {
    const speech = speechOf(null);
    expect([0, 1, 2].map((paragraph) => placeOf(speech, null, paragraph).kind)).toEqual([
      'opening',
      'paragraph',
      'closing',
    ]);
  });
});
