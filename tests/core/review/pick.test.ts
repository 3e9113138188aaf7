import { describe, expect, it } from 'vitest';
import { isSamePick, pairOfPicks, picked, passageOfPick, type Pick } from '../../../src/core/review/pick.ts';
import { witnessOf } from '../../../src/core/review/witness.ts';
import { documentOf } from './corpus.ts';

const one = documentOf('d', '甲: 开头。 / 一是加强监督。', '乙: 一是加强领导。');
const byId = new Map([['d', one]]);
const document: Pick = { document: 'd', speech: null, measure: null, paragraph: null };
const speech: Pick = { ...document, speech: 0 };
const measure: Pick = { ...speech, measure: 0 };

describe('passageOfPick', () => {
  it('is the whole document, a speech, a measure', () => {
    const { text } = one.document;
    expect(passageOfPick(document, byId)?.span).toEqual({ start: 0, end: text.length });
    expect(passageOfPick(speech, byId)?.span).toEqual(one.speeches[0]?.span);
    expect(passageOfPick(measure, byId)?.span).toEqual(one.speeches[0]?.measures[0]?.span);
  });

  it.each([
    { ...document, document: 'gone' },
    { ...speech, speech: 99 },
    { ...measure, measure: 99 },
    { ...speech, paragraph: 99 },
  ])('is null when it is gone', (pick) => {
    expect(passageOfPick(pick, byId)).toBeNull();
    expect(pairOfPicks(document, pick, byId)).toBeNull();
  });
});

describe('pairOfPicks', () => {
  it('keeps the order in which the user picked, and says how far the sides lie apart', () => {
    const pair = pairOfPicks(measure, speech, byId);
    expect(pair).toMatchObject({
      a: passageOfPick(measure, byId),
      b: passageOfPick(speech, byId),
      scope: 'within',
    });
    expect(pairOfPicks(measure, { ...speech, speech: 1 }, byId)?.scope).toBe('across');
    expect(pairOfPicks(document, document, byId)?.scope).toBe('across');
  });
});

describe('the place of a pick', () => {
  it('is named for what it is', () => {
    const placeOf = (pick: Pick) => {
      const passage = passageOfPick(pick, byId);
      return passage && witnessOf(passage, byId)?.place.kind;
    };
    expect([document, speech, measure].map(placeOf)).toEqual(['document', 'speech', 'measure']);
  });
});

describe('isSamePick', () => {
  it('tells places apart', () => {
    expect(isSamePick(measure, { ...measure })).toBe(true);
    expect(isSamePick(measure, speech)).toBe(false);
  });
});

describe('picked', () => {
  it('takes two at most, and back what is picked again', () => {
    expect(picked([], speech)).toEqual([speech]);
    expect(picked([speech], measure)).toEqual([speech, measure]);
    expect(picked([speech, measure], document)).toEqual([speech, document]);
    expect(picked([speech, measure], speech)).toEqual([measure]);
  });
});
