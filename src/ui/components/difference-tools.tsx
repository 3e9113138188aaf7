import { LAYOUTS, type MarkKind, type Settings } from '../../app/state.ts';
import type { Comparison, Difference } from '../../core/diff/comparison.ts';
import { useInterface } from '../hooks/context.ts';
import { markOf } from './mark-kind.ts';

const SUBSTANCE: readonly MarkKind[] = ['replaced', 'only', 'moved'];
const FORM: readonly MarkKind[] = ['ordinal', 'punctuation', 'width', 'space', 'script'];

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
  const count = (mark: MarkKind) => comparison.differences.filter((d) => markOf(d) === mark).length;
  // The three of substance always show, so that the row keeps its shape from pair to pair.
  const marks = [...SUBSTANCE, ...FORM.filter((mark) => count(mark) > 0)];
  const position = shown.findIndex(({ number }) => number === chosen) + 1;
  return (
    <div class="tools">
      <div class="classes" role="group" aria-label={messages.classesLabel}>
        {marks.map((mark) => (
          <button
            key={mark}
            type="button"
            aria-pressed={!settings.hiddenMarks.includes(mark)}
            disabled={count(mark) === 0}
            onClick={() => void workspace.set({ hiddenMarks: toggled(settings.hiddenMarks, mark) })}
          >
            <span class={`swatch ${SUBSTANCE.includes(mark) ? mark : 'form'}`}>{labelOf(mark)}</span>
            <b>{count(mark)}</b>
          </button>
        ))}
      </div>
      <div class="walk">
        {shown.length === 0 ? (
          <span class="quiet">
            {comparison.differences.length === 0 ? messages.noDifference : messages.allHidden}
          </span>
        ) : (
          <>
            <button
              type="button"
              class="arrow"
              aria-label={messages.previousDifference}
              onClick={() => props.onWalk(-1)}
            >
              ←
            </button>
            <span class="count">{messages.differenceOf(position, shown.length)}</span>
            <button
              type="button"
              class="arrow"
              aria-label={messages.nextDifference}
              onClick={() => props.onWalk(1)}
            >
              →
            </button>
          </>
        )}
      </div>
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

  function labelOf(mark: MarkKind): string {
    return mark === 'replaced' || mark === 'only' || mark === 'moved'
      ? messages.marks[mark]
      : messages.classes[mark];
  }
}

function toggled(hidden: readonly MarkKind[], mark: MarkKind): readonly MarkKind[] {
  return hidden.includes(mark) ? hidden.filter((other) => other !== mark) : [...hidden, mark];
}
