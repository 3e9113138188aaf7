import type { Pick } from '../../core/review/pick.ts';
import { isSamePick, picked } from '../../core/review/pick.ts';
import { useInterface } from '../hooks/context.ts';

/** Picks a place to compare with another one; with the second, the comparison opens. */
export function PickButton({ pick, picks }: { pick: Pick; picks: readonly Pick[] }) {
  const { workspace, messages } = useInterface();
  const order = picks.findIndex((each) => isSamePick(each, pick));
  return (
    <button
      type="button"
      class="plain pick"
      data-testid="pick"
      aria-pressed={order >= 0}
      title={messages.pickHint}
      onClick={(event) => {
        event.stopPropagation();
        const now = picked(picks, pick);
        workspace.look({
          picks: now,
          ...(now.length === 2 && { screen: 'compare', versions: false, difference: 0, compareTop: 0 }),
        });
      }}
    >
      {order < 0 ? messages.pick : messages.pickedAs(order)}
    </button>
  );
}
