import { useLayoutEffect, useState } from 'preact/hooks';
import type { AppState } from '../../app/state.ts';
import type { SideName } from '../../core/diff/comparison.ts';
import type { Judgement } from '../../core/review/decision.ts';
import { keepOnly, pairsOfGroup, type Saying } from '../../core/review/group-decisions.ts';
import type { Groups } from '../../core/review/groups.ts';
import type { Pair, PairId } from '../../core/reuse/pair.ts';
import type { DecisionActions } from '../components/decision-bar.tsx';
import { useInterface } from './context.ts';

/** What the open pair and the list are. */
interface Open {
  /** Undefined when nothing is open that can be judged. */
  readonly pair: Pair | undefined;
  readonly pairs: readonly Pair[];
  /** The pairs that the list shows, and where the open one stands among them; -1 where the filter hides it. */
  readonly shown: readonly Pair[];
  readonly index: number;
  readonly groups: Groups | null;
  readonly state: AppState;
  readonly onReasons: () => void;
}

/** Flags with their reasons, counted: both are undone as one. */
let flags = 0;

/**
 * What can be decided of the open pair, and what that asks for: a reason for a flag, an editor for a side. Once a pair is
 * judged the next one opens that is not.
 */
export function useDecidingActions({ pair, pairs, shown, index, groups, state, onReasons }: Open): {
  readonly actions: DecisionActions;
  /** The reasons to choose from; null while none is asked for. */
  readonly asked: readonly string[] | null;
  readonly rewriting: SideName | null;
  readonly stopRewriting: () => void;
} {
  const { workspace, messages } = useInterface();
  const { settings, decisions, view } = state;
  const [flagged, setFlagged] = useState<PairId | null>(null);
  const [edited, setEdited] = useState<{ readonly pair: PairId; readonly side: SideName } | null>(null);
  const id = pair?.id ?? null;
  // A question is of one pair: whoever goes on leaves it. At once: an effect after painting would take back what was asked since.
  useLayoutEffect(() => {
    setFlagged(null);
    setEdited(null);
  }, [id]);

  const actions: DecisionActions = {
    decide(judgement) {
      if (pair === undefined) return;
      if (decisions.get(pair.id)?.judgement === judgement) {
        stay();
        setFlagged(null);
        void workspace.say([{ pair: pair.id, fields: { judgement: null, reason: '' } }], 'pair');
      } else if (judgement === 'flag') {
        stay();
        setFlagged(pair.id);
        void workspace.say(of(pair, { judgement }), 'pair', `flag ${++flags}`);
      } else {
        const gone =
          judgement === 'boilerplate' && groups !== null ? pairsOfGroup(pair, pairs, groups) : [pair];
        judge(of(pair, { judgement, reason: '' }), 'pair', gone);
      }
    },
    keepOnly(side) {
      if (pair === undefined || groups === null) return;
      const own = pairsOfGroup(pair, pairs, groups);
      judge(keepOnly(pair[side], own), 'group', own);
    },
    keepGroup() {
      if (pair === undefined || groups === null) return;
      const own = pairsOfGroup(pair, pairs, groups);
      const fields = { judgement: 'keep-all', reason: '' } as const;
      judge(
        own.map((each) => ({ pair: each.id, fields })),
        'group',
        own,
      );
    },
    rewrite(side) {
      if (pair === undefined) return;
      stay();
      setEdited(edited?.pair === pair.id && edited.side === side ? null : { pair: pair.id, side });
    },
    giveReason(reason) {
      if (pair === undefined) return;
      setFlagged(null);
      if (reason !== '' || decisions.get(pair.id)?.reason)
        void workspace.say(of(pair, { judgement: 'flag', reason }), 'pair', `flag ${flags}`);
      advance([pair]);
    },
    askReason: () => setFlagged(id),
    editReasons: onReasons,
  };
  return {
    actions,
    asked: flagged !== null && flagged === id ? (settings.reasons ?? messages.decideWords.reasons) : null,
    rewriting: edited !== null && edited.pair === id ? edited.side : null,
    stopRewriting: () => setEdited(null),
  };

  /** The first pair is open without having been chosen; judged, it must not make way for the next. */
  function stay(): void {
    if (pair !== undefined && view.pair !== pair.id) workspace.look({ pair: pair.id });
  }

  function judge(sayings: readonly Saying[], reach: 'pair' | 'group', judged: readonly Pair[]): void {
    setFlagged(null);
    stay();
    void workspace.say(sayings, reach);
    advance(judged);
  }

  /** Opens the next pair that nobody judged, or else the first; stays where there is none. */
  function advance(judged: readonly Pair[]): void {
    if (!settings.advance) return;
    const done = new Set(judged);
    const isOpen = (other: Pair) => !done.has(other) && !decisions.get(other.id)?.judgement;
    const next = shown.slice(index + 1).find(isOpen) ?? shown.slice(0, Math.max(0, index)).find(isOpen);
    if (next !== undefined) workspace.look({ pair: next.id, versions: false, difference: 0, compareTop: 0 });
  }
}

function of(
  pair: Pair,
  fields: { readonly judgement: Judgement; readonly reason?: string },
): readonly Saying[] {
  return [{ pair: pair.id, fields }];
}
