import { WORD_WAYS } from '../core/draft/order.ts';
import type { ReadingChoice } from '../core/overview/reading-marks.ts';
import { REPORT_FORMATS } from '../core/report/order.ts';
import { DEFAULT_FILTER, type Filter } from '../core/review/filter.ts';
import type { Pick } from '../core/review/pick.ts';
import type { PairKind } from '../core/reuse/pair.ts';
import { DEFAULT_SETTINGS, DEFAULT_VIEW, LAYOUTS, type MarkKind, type Settings, type View } from './state.ts';

/** Reads stored settings and views: what is missing or makes no sense falls back to the default, value by value. */

const MARKS: readonly MarkKind[] = [
  'replaced',
  'only',
  'moved',
  'ordinal',
  'punctuation',
  'width',
  'space',
  'script',
];
const KINDS: readonly PairKind[] = ['identical', 'near-identical', 'partial', 'paraphrase'];

/** The settings that `value` holds. */
export function readSettings(value: unknown): Settings {
  const from = propertiesOf(value);
  return {
    language: oneOf(['zh-CN', 'en', null], from['language'], DEFAULT_SETTINGS.language),
    theme: oneOf(['light', 'dark', null], from['theme'], DEFAULT_SETTINGS.theme),
    layout: oneOf(LAYOUTS, from['layout'], DEFAULT_SETTINGS.layout),
    folding: oneOf([true, false], from['folding'], DEFAULT_SETTINGS.folding),
    hiddenMarks: someOf(MARKS, from['hiddenMarks']),
    context: oneOf([true, false], from['context'], DEFAULT_SETTINGS.context),
    advance: oneOf([true, false], from['advance'], DEFAULT_SETTINGS.advance),
    reviewer: stringOrNull(from['reviewer']) ?? DEFAULT_SETTINGS.reviewer,
    reasons: stringsOrNull(from['reasons']),
    wordWay: oneOf(WORD_WAYS, from['wordWay'], DEFAULT_SETTINGS.wordWay),
    reportFormat: oneOf(REPORT_FORMATS, from['reportFormat'], DEFAULT_SETTINGS.reportFormat),
    reportMasked: oneOf([true, false], from['reportMasked'], DEFAULT_SETTINGS.reportMasked),
  };
}

/** The view that `value` holds. */
export function readView(value: unknown): View {
  const from = propertiesOf(value);
  return {
    screen: oneOf(
      ['overview', 'compare', 'documents', 'boilerplate', 'draft'],
      from['screen'],
      DEFAULT_VIEW.screen,
    ),
    filter: readFilter(from['filter']),
    pair: stringOrNull(from['pair']),
    picks: picksOf(from['picks']),
    versions: oneOf([true, false], from['versions'], DEFAULT_VIEW.versions),
    difference: amount(from['difference']),
    listTop: amount(from['listTop']),
    compareTop: amount(from['compareTop']),
    document: stringOrNull(from['document']),
    documentAt: amount(from['documentAt']),
    reading: readReading(from['reading']),
    boilerplate: stringOrNull(from['boilerplate']),
    boilerplateTop: amount(from['boilerplateTop']),
    overviewTop: amount(from['overviewTop']),
    draftClean: oneOf([true, false], from['draftClean'], DEFAULT_VIEW.draftClean),
    draftFolded: oneOf([true, false], from['draftFolded'], DEFAULT_VIEW.draftFolded),
  };
}

function readReading(value: unknown): ReadingChoice {
  const { group, kind, decision } = propertiesOf(value);
  return {
    group: stringOrNull(group),
    kind: oneOf([...KINDS, null], kind, null),
    decision: oneOf(['open', 'settled', 'removed', null], decision, null),
  };
}

/** The filter that `value` holds. */
export function readFilter(value: unknown): Filter {
  const from = propertiesOf(value);
  return {
    scope: oneOf(['all', 'within', 'across'], from['scope'], DEFAULT_FILTER.scope),
    kinds: someOf(KINDS, from['kinds']),
    speaker: stringOrNull(from['speaker']),
    similarity: typeof from['similarity'] === 'number' ? Math.min(1, amount(from['similarity'])) : null,
    similarityMost:
      typeof from['similarityMost'] === 'number'
        ? Math.min(1, amount(from['similarityMost']))
        : DEFAULT_FILTER.similarityMost,
    length: amount(from['length']),
    lengthMost: typeof from['lengthMost'] === 'number' ? amount(from['lengthMost']) : null,
    query: stringOrNull(from['query']) ?? DEFAULT_FILTER.query,
    openOnly: oneOf([true, false], from['openOnly'], DEFAULT_FILTER.openOnly),
    mark: oneOf(['fresh', 'differing', null], from['mark'], DEFAULT_FILTER.mark),
  };
}

/** At most two picks; one that makes no sense takes the others with it. */
function picksOf(value: unknown): readonly Pick[] {
  if (!Array.isArray(value) || value.length > 2) return DEFAULT_VIEW.picks;
  const picks = value.map((each): Pick | null => {
    const { document, speech, measure, paragraph } = propertiesOf(each);
    if (typeof document !== 'string' || ![speech, measure, paragraph].every(isIndexOrNull)) return null;
    return { document, speech, measure, paragraph } as Pick;
  });
  return picks.every((pick) => pick !== null) ? picks : DEFAULT_VIEW.picks;
}

function isIndexOrNull(value: unknown): boolean {
  return value === null || (Number.isSafeInteger(value) && (value as number) >= 0);
}

function propertiesOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function oneOf<const T>(allowed: readonly T[], value: unknown, otherwise: T): T {
  return allowed.includes(value as T) ? (value as T) : otherwise;
}

function someOf<T>(allowed: readonly T[], value: unknown): readonly T[] {
  return Array.isArray(value) ? allowed.filter((each) => value.includes(each)) : [];
}

function stringsOrNull(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : null;
}

function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function amount(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : 0;
}
