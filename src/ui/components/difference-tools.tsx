import { LAYOUTS, type MarkKind, type Settings } from '../../app/state.ts';
import type { Comparison, Difference } from '../../core/diff/comparison.ts';
import { useInterface } from '../hooks/context.ts';
import { markOf } from './mark-kind.ts';
import { MarkSwitches } from './mark-switches.tsx';
import { Walk } from './walk.tsx';

/** Switches for the classes of marks, the way through the differences, and the layout. */
export function DifferenceTools(props: {
  comparison: Comparison;
  /** Those whose marks are on. */
  shown: readonly Difference[];
  chosen: number;
  settings: Settings;
  onWalk: (by: number) => void;
}) {
  const { comparison, shown, chosen, settings } = props;
  const { workspace, messages } = useInterface();
  const counts = new Map<MarkKind, number>();
  for (const difference of comparison.differences) {
    const mark = markOf(difference);
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const position = shown.findIndex(({ number }) => number === chosen) + 1;
  return (
    <div class="tools">
      <MarkSwitches counts={counts} hidden={settings.hiddenMarks} />
      <Walk
        words={messages.differenceOf(position, shown.length)}
        none={comparison.differences.length === 0 ? messages.noDifference : messages.allHidden}
        isNone={shown.length === 0}
        onWalk={props.onWalk}
      />
      <div class="layout">
        <button
          type="button"
          class="plain"
          aria-pressed={settings.context}
          onClick={() => void workspace.set({ context: !settings.context })}
        >
          {messages.context}
        </button>
        <button
          type="button"
          class="plain"
          title={messages.foldingHint}
          aria-pressed={settings.folding}
          onClick={() => void workspace.set({ folding: !settings.folding })}
        >
          {messages.folding}
        </button>
        <div class="segmented" role="group" aria-label={messages.layout}>
          {LAYOUTS.map((layout) => (
            <button
              key={layout}
              type="button"
              title={messages.layoutHints[layout]}
              aria-pressed={settings.layout === layout}
              onClick={() => void workspace.set({ layout })}
            >
              {messages.layouts[layout]}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}
