import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fragmentOf, namedBy, viewAt } from '../../src/app/address.ts';
import { DEFAULT_VIEW, type View } from '../../src/app/state.ts';
import { DEFAULT_FILTER } from '../../src/core/review/filter.ts';

const id = fc.stringMatching(/^[0-9a-f]{16}(-[1-9])?(:[0-9a-f]{4}:0)?$/);
const index = fc.nat({ max: 5000 });
const share = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);
/** Without halves of characters, which no address holds. */
const words = fc.string({ unit: 'grapheme', maxLength: 40 });

const pick = fc.oneof(
  fc.record({
    document: id,
    speech: fc.constant(null),
    measure: fc.constant(null),
    paragraph: fc.constant(null),
  }),
  fc.record({ document: id, speech: index, measure: index, paragraph: fc.constant(null) }),
  fc.record({ document: id, speech: index, measure: fc.constant(null), paragraph: index }),
);

const anyFilter = fc.record({
  scope: fc.constantFrom('all', 'within', 'across'),
  kinds: fc.subarray(['identical', 'near-identical', 'partial', 'paraphrase']),
  speaker: fc.option(words),
  similarity: fc.option(share),
  similarityMost: share,
  length: index,
  lengthMost: fc.option(index),
  query: words,
  openOnly: fc.boolean(),
  mark: fc.constantFrom(null, 'differing', 'fresh'),
});

const view = fc
  .record({
    screen: fc.constantFrom('overview', 'compare', 'documents', 'boilerplate', 'draft'),
    filter: anyFilter,
    pair: fc.option(id),
    picks: fc.array(pick, { maxLength: 2 }),
    versions: fc.boolean(),
    difference: index,
    document: fc.option(id),
    documentAt: index,
    reading: fc.record({
      group: fc.option(id),
      kind: fc.constantFrom(null, 'identical', 'near-identical', 'partial', 'paraphrase'),
      decision: fc.constantFrom(null, 'open', 'settled', 'removed'),
    }),
    boilerplate: fc.option(id),
    draftClean: fc.boolean(),
    listTop: index,
    compareTop: index,
  })
  .map((made): View => {
    const all = { ...DEFAULT_VIEW, ...made } as View;
    return {
      ...all,
      versions: all.versions && all.pair !== null,
      documentAt: all.document === null ? 0 : all.documentAt,
    };
  });

describe('an address', () => {
  it.each([
    [{}, 'compare'],
    [{ pair: '5ce4e6a61f350004', versions: true }, 'compare/versions/5ce4e6a61f350004'],
    [
      { pair: '5ce4e6a61f350004', filter: { ...DEFAULT_FILTER, scope: 'within' } },
      'compare/pair/5ce4e6a61f350004?scope=within',
    ],
    [
      { screen: 'overview', filter: { ...DEFAULT_FILTER, similarity: 0.8, lengthMost: 40, openOnly: true } },
      'overview?alike=0.8..&length=..40&open',
    ],
    [
      { screen: 'documents', document: '5ce4e6a61f350004', documentAt: 120 },
      'documents/5ce4e6a61f350004/120',
    ],
    [
      {
        screen: 'documents',
        document: 'ab12',
        reading: { group: 'cd34', kind: 'partial', decision: 'open' },
      },
      'documents/ab12?group=cd34&kind=partial&decision=open',
    ],
    [{ screen: 'boilerplate', boilerplate: 'ab12' }, 'boilerplate/ab12'],
  ] as const)('%j is short and readable', (change, fragment) => {
    expect(fragmentOf({ ...DEFAULT_VIEW, ...change })).toBe(fragment);
  });

  it('leads back to all that its screen names, whatever was shown before', () => {
    fc.assert(
      fc.property(view, view, (shown, before) => {
        const back = viewAt(fragmentOf(shown), before);
        const named = namedBy(shown.screen);
        const expected: View = {
          ...before,
          screen: shown.screen,
          ...(named.includes('filter') && { filter: shown.filter }),
          ...(named.includes('picks') && { picks: shown.picks }),
          ...(named.includes('pair') && {
            pair: shown.pair,
            versions: shown.versions,
            difference: shown.difference,
          }),
          ...(named.includes('document') && { document: shown.document, documentAt: shown.documentAt }),
          ...(named.includes('reading') && { reading: shown.reading }),
          ...(named.includes('clean') && { draftClean: shown.draftClean }),
          ...(named.includes('boilerplate') && { boilerplate: shown.boilerplate }),
        };
        const isSame = expected.pair === before.pair && expected.versions === before.versions;
        expect(back).toEqual({ ...expected, compareTop: isSame ? before.compareTop : 0 });
        expect(fragmentOf(back)).toBe(fragmentOf(shown));
      }),
      { numRuns: 500 },
    );
  });

  it('reads the same as browsers write it, each character of other scripts escaped', () => {
    const shown = { ...DEFAULT_VIEW, filter: { ...DEFAULT_FILTER, speaker: '张健', query: 'a&b=c#%' } };
    const browsers = new URL(`http://x/#${fragmentOf(shown)}`).hash.slice(1);
    expect(viewAt(browsers, DEFAULT_VIEW)).toEqual(shown);
    expect(viewAt('compare?speaker=张健', DEFAULT_VIEW).filter.speaker).toBe('张健');
  });

  it('falls back value by value where it makes no sense', () => {
    const { pair, difference, filter, picks } = viewAt(
      'compare/pair/%E5%/x?scope=none&kinds=partial~x&alike=-1..NaN&length=1e999..x&difference=-3&picks=a.x&__proto__=1',
      DEFAULT_VIEW,
    );
    expect({ pair, difference, picks }).toEqual({
      pair: '%E5%',
      difference: 0,
      picks: [{ document: 'a', speech: null, measure: null, paragraph: null }],
    });
    expect(filter).toEqual({ ...DEFAULT_FILTER, kinds: ['partial'] });
    expect(viewAt('constructor/x', DEFAULT_VIEW)).toBe(DEFAULT_VIEW);
    expect(viewAt('', DEFAULT_VIEW)).toBe(DEFAULT_VIEW);
    expect(viewAt('compare?picks=a~b~c', DEFAULT_VIEW).picks).toEqual([]);
  });

  it('never throws, and is read as it is written anew', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom('compare/pair/', 'overview?', 'documents/', 'draft/', 'compare?'),
          fc.string({ unit: 'binary' }),
        )
        .map((parts) => parts.join('')),
      fc
        .array(
          fc.tuple(
            fc.constantFrom(
              'scope',
              'kinds',
              'speaker',
              'alike',
              'length',
              'find',
              'open',
              'picks',
              'difference',
            ),
            fc.string(),
          ),
        )
        .map((pairs) => `compare?${pairs.map((pair) => pair.join('=')).join('&')}`),
    );
    fc.assert(
      fc.property(hostile, (fragment) => {
        const once = fragmentOf(viewAt(fragment, DEFAULT_VIEW));
        expect(fragmentOf(viewAt(once, DEFAULT_VIEW))).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not hold what is too long for a link', () => {
    const query = '长'.repeat(1000);
    expect(fragmentOf({ ...DEFAULT_VIEW, filter: { ...DEFAULT_FILTER, query } })).toBe('compare');
    expect(fragmentOf({ ...DEFAULT_VIEW, filter: { ...DEFAULT_FILTER, query: 'a\ud800' } })).toBe(
      'compare?find=a%EF%BF%BD',
    );
  });
});
