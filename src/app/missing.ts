import type { Pair } from '../core/reuse/pair.ts';
import { namedBy } from './address.ts';
import type { AppState } from './state.ts';

/** What an address can name that is not there. */
export type Missing = 'pair' | 'document' | 'boilerplate';

/**
 * What the address of the shown screen names and the documents, or what was found in them, do not have; null for nothing,
 * and while it may still be found.
 */
export function missingOf(state: AppState, findings: readonly Pair[] | null): Missing | null {
  const { byAddress, view, documents, detection, stale } = state;
  if (!byAddress) return null;
  const named = namedBy(view.screen);
  const { pair, picks, document, reading, boilerplate } = view;
  const isLost = (id: string) => documents.every((each) => each.document.id !== id);
  if (named.includes('picks') && picks.some((pick) => isLost(pick.document))) return 'document';
  if (named.includes('document') && document !== null && isLost(document)) return 'document';
  if (detection === null || stale) return null;
  const isAmong = (all: readonly { readonly id: string }[] | null, id: string | null) =>
    id === null || all?.some((each) => each.id === id);
  if (named.includes('pair') && !isAmong(findings, pair)) return 'pair';
  if (named.includes('reading') && !isAmong(findings, reading.group)) return 'pair';
  return named.includes('boilerplate') && !isAmong(detection.boilerplate, boilerplate) ? 'boilerplate' : null;
}
