import type { PairId } from '../reuse/pair.ts';
import { emptyDecision, isEmptyDecision, type Decision } from './decision.ts';

/** Some of what a decision says. */
export type DecisionFields = Partial<Omit<Decision, 'pair'>>;

/** What one step did to the decision of one pair: the same fields before and after. */
export interface DecisionChange {
  readonly pair: PairId;
  readonly from: DecisionFields;
  readonly to: DecisionFields;
}

const FIELDS = ['judgement', 'note', 'reason', 'rewriteA', 'rewriteB'] as const;

/** What saying `fields` of a pair changes; null when it says so already. `before` is undefined where nothing was said. */
export function changeOf(
  pair: PairId,
  before: Decision | undefined,
  fields: DecisionFields,
): DecisionChange | null {
  const old = before ?? emptyDecision(pair);
  const differing = FIELDS.filter((field) => field in fields && fields[field] !== old[field]);
  if (differing.length === 0) return null;
  return { pair, from: only(old, differing), to: only(fields, differing) };
}

/**
 * The decision after a change, null when it then says nothing. With `isGuarded` only those fields are changed that say what
 * the change found: what somebody else has said since is not lost.
 */
export function changed(
  before: Decision | null | undefined,
  { pair, from, to }: DecisionChange,
  isGuarded: boolean,
): Decision | null {
  const old = before ?? emptyDecision(pair);
  const free = FIELDS.filter((field) => field in to && (!isGuarded || old[field] === from[field]));
  const after = { ...old, ...only(to, free) };
  return isEmptyDecision(after) ? null : after;
}

/** What takes a change back. */
export function reversed({ pair, from, to }: DecisionChange): DecisionChange {
  return { pair, from: to, to: from };
}

/** What several changes, one after the other, amount to. Linear time. */
export function composed(changes: readonly DecisionChange[]): readonly DecisionChange[] {
  const net = new Map<PairId, DecisionChange>();
  for (const { pair, from, to } of changes) {
    const known = net.get(pair);
    net.set(pair, { pair, from: { ...from, ...known?.from }, to: { ...known?.to, ...to } });
  }
  return [...net.values()];
}

/** A copy of all decisions after these changes. Linear in the decisions. */
export function withChanges(
  decisions: ReadonlyMap<PairId, Decision>,
  changes: readonly DecisionChange[],
  isGuarded: boolean,
): ReadonlyMap<PairId, Decision> {
  const copy = new Map(decisions);
  for (const change of changes) {
    const after = changed(copy.get(change.pair), change, isGuarded);
    if (after === null) copy.delete(change.pair);
    else copy.set(change.pair, after);
  }
  return copy;
}

function only(from: DecisionFields, fields: readonly (keyof DecisionFields)[]): DecisionFields {
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as DecisionFields;
}
