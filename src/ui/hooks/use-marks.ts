import { useMemo } from 'preact/hooks';
import type { AppState } from '../../app/state.ts';
import type { Mark } from '../../core/review/filter.ts';
import { differingOpinions } from '../../core/review/opinion.ts';
import type { Pair, PairId } from '../../core/reuse/pair.ts';

/** The findings that have each mark. */
export type Marks = Readonly<Record<Mark, ReadonlySet<PairId>>>;

/** Marks what new versions brought, until it is judged, and what reviewers differ on. */
export function useMarks(state: AppState, pairs: readonly Pair[]): Marks {
  const { decisions, opinions, earlier } = state;
  return useMemo(() => {
    const come = new Set([...earlier.values()].flatMap(({ revision }) => revision.fresh));
    const idsOf = (isMarked: (id: PairId) => boolean) =>
      new Set(pairs.flatMap(({ id }) => (isMarked(id) ? [id] : [])));
    return {
      fresh: come.size === 0 ? come : idsOf((id) => come.has(id) && !decisions.get(id)?.judgement),
      differing:
        opinions.size === 0
          ? new Set()
          : idsOf((id) => differingOpinions(decisions.get(id), opinions.get(id)).length > 0),
    };
  }, [pairs, decisions, opinions, earlier]);
}
