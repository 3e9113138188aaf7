import { DEFAULT_FILTER, type Filter } from '../core/review/filter.ts';
import type { Pick } from '../core/review/pick.ts';
import { DEFAULT_VIEW, type View } from './state.ts';
import { readView } from './stored-state.ts';

/**
 * The part of the page's address after `#`: it names what is on the screen, as `compare/pair/5ce4…?scope=within`. What is
 * as it is to begin with has no name.
 */

/** What the address of a screen names. */
type Named = 'pair' | 'picks' | 'filter' | 'document' | 'reading' | 'clean' | 'boilerplate';

const NAMED: Readonly<Record<View['screen'], readonly Named[]>> = {
  overview: ['filter'],
  compare: ['pair', 'picks', 'filter'],
  documents: ['document', 'reading', 'picks'],
  boilerplate: ['boilerplate'],
  draft: ['document', 'clean'],
};

/** What of a view the address names while `screen` is shown. */
export function namedBy(screen: View['screen']): readonly Named[] {
  return NAMED[screen];
}

/** In UTF-16 units: whoever looks for a longer text has it in the page's memory, and not in every link. */
const LONGEST = 200;

type Values = Map<string, string>;

/** The fragment that names what a view shows, without its `#`. */
export function fragmentOf(view: View): string {
  const path: string[] = [view.screen];
  const values: Values = new Map();
  for (const named of NAMED[view.screen]) WRITE[named](view, path, values);
  const query = [...values].map(([name, value]) => (value === '' ? name : `${name}=${escaped(value)}`));
  return path.map(escaped).join('/') + (query.length === 0 ? '' : `?${query.join('&')}`);
}

/**
 * The view that a fragment names. What its screen cannot name stays as `before` has it; what it could and does not, or
 * names so that it makes no sense, is as it is to begin with. A fragment without a screen changes nothing. Never throws.
 */
export function viewAt(fragment: string, before: View): View {
  const [way = '', query = ''] = split(fragment, '?');
  const [screen = '', ...path] = way.split('/').map(unescaped);
  if (!Object.hasOwn(NAMED, screen)) return before;
  const values: Values = new Map();
  for (const each of query.split('&')) {
    const [name = '', value = ''] = split(each, '=');
    values.set(name, unescaped(value));
  }
  const parts = NAMED[screen as View['screen']].map((named) => READ[named](path, values));
  const view = readView(Object.assign({}, before, { screen }, ...parts));
  const isSame = view.pair === before.pair && view.versions === before.versions;
  return isSame ? view : { ...view, compareTop: DEFAULT_VIEW.compareTop };
}

const WRITE: Readonly<Record<Named, (view: View, path: string[], values: Values) => void>> = {
  pair({ pair, versions, difference }, path, values) {
    if (pair !== null) path.push(versions ? 'versions' : 'pair', pair);
    if (difference > 0) values.set('difference', String(difference));
  },
  picks({ picks }, _path, values) {
    if (picks.length > 0) values.set('picks', picks.map(pickText).join('~'));
  },
  filter({ filter }, _path, values) {
    const { scope, kinds, speaker, similarity, similarityMost, length, lengthMost, query, openOnly, mark } =
      filter;
    if (scope !== 'all') values.set('scope', scope);
    if (kinds.length > 0) values.set('kinds', kinds.join('~'));
    if (speaker !== null && speaker.length <= LONGEST) values.set('speaker', speaker);
    if (similarity !== null || similarityMost < 1)
      values.set('alike', rangeText(similarity, similarityMost < 1 ? similarityMost : null));
    if (length > 0 || lengthMost !== null) values.set('length', rangeText(length || null, lengthMost));
    if (query !== '' && query.length <= LONGEST) values.set('find', query);
    if (openOnly) values.set('open', '');
    if (mark !== null) values.set('mark', mark);
  },
  document({ document, documentAt }, path) {
    if (document === null) return;
    path.push(document);
    if (documentAt > 0) path.push(String(documentAt));
  },
  reading({ reading: { group, kind, decision } }, _path, values) {
    if (group !== null) values.set('group', group);
    if (kind !== null) values.set('kind', kind);
    if (decision !== null) values.set('decision', decision);
  },
  clean({ draftClean }, _path, values) {
    if (draftClean) values.set('clean', '');
  },
  boilerplate({ boilerplate }, path) {
    if (boilerplate !== null) path.push(boilerplate);
  },
};

const READ: Readonly<Record<Named, (path: readonly string[], values: Values) => Partial<View>>> = {
  pair([what, pair], values) {
    const isNamed = (what === 'pair' || what === 'versions') && pair !== undefined && pair !== '';
    return {
      pair: isNamed ? pair : null,
      versions: isNamed && what === 'versions',
      difference: numberOf(values.get('difference')) ?? 0,
    };
  },
  picks: (_path, values) => ({ picks: (values.get('picks') ?? '').split('~').flatMap(picksOf) }),
  filter(_path, values): Partial<View> {
    const [similarity, similarityMost] = rangeOf(values.get('alike'));
    const [length, lengthMost] = rangeOf(values.get('length'));
    const named: Record<keyof Filter, unknown> = {
      scope: values.get('scope'),
      kinds: values.get('kinds')?.split('~'),
      speaker: values.get('speaker') ?? null,
      similarity,
      similarityMost: similarityMost ?? DEFAULT_FILTER.similarityMost,
      length: length ?? DEFAULT_FILTER.length,
      lengthMost,
      query: values.get('find'),
      openOnly: values.has('open'),
      mark: values.get('mark') ?? null,
    };
    // Read with the rest of the view, where what makes no sense falls back.
    return { filter: named as unknown as Filter };
  },
  document: ([document = '', at]) => ({
    document: document === '' ? null : document,
    documentAt: document === '' ? DEFAULT_VIEW.documentAt : (numberOf(at) ?? 0),
  }),
  reading(_path, values): Partial<View> {
    const named = Object.fromEntries(['group', 'kind', 'decision'].map((name) => [name, values.get(name)]));
    return { reading: named as unknown as View['reading'] };
  },
  clean: (_path, values) => ({ draftClean: values.has('clean') }),
  boilerplate: ([boilerplate = '']) => ({ boilerplate: boilerplate === '' ? null : boilerplate }),
};

/** A pick as its document, speech, and measure or (behind a `p`) paragraph: `5ce4….0.3`. */
function pickText({ document, speech, measure, paragraph }: Pick): string {
  const place = [speech, measure ?? (paragraph === null ? null : `p${paragraph}`)];
  return [document, ...place.filter((each) => each !== null)].join('.');
}

function picksOf(text: string): readonly Pick[] {
  const [document = '', speech, place] = text.split('.');
  if (document === '') return [];
  const isParagraph = place?.startsWith('p') === true;
  const index = numberOf(isParagraph ? place?.slice(1) : place);
  return [
    {
      document,
      speech: numberOf(speech),
      measure: isParagraph ? null : index,
      paragraph: isParagraph ? index : null,
    },
  ];
}

function rangeText(from: number | null, to: number | null): string {
  return `${from ?? ''}..${to ?? ''}`;
}

function rangeOf(text = ''): readonly [number | null, number | null] {
  const [from, to] = split(text, '..');
  return [numberOf(from), numberOf(to)];
}

function numberOf(text: string | undefined): number | null {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : null;
}

/** A text as what stands before and behind the first `mark`. */
function split(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** For an address; halves of characters, which it cannot hold, become U+FFFD. The colons of ids need no escape there. */
function escaped(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd')).replaceAll('%3A', ':');
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
