import type { MarkKind, Settings } from '../../app/state.ts';
import type { Comparison } from '../../core/diff/comparison.ts';
import { useInterface } from '../hooks/context.ts';
import { DifferenceStrip } from './difference-strip.tsx';
import { markOf } from './mark-kind.ts';

const SUBSTANCE: readonly MarkKind[] = ['replaced', 'only', 'moved'];
const FORM: readonly MarkKind[] = ['ordinal', 'punctuation', 'width', 'space', 'script'];

/** Switches for the classes of marks, the strip of differences with the way through them, and the layout. */
export function DifferenceTools(props: {
  comparison: Comparison;
  chosen: number;
  settings: Settings;
  onWalk: (by: number) => void;
  onChoose: (number: number) => void;
}) {
  const { comparison, chosen, settings } = props;
  const { workspace, messages } = useInterface();
  const count = (mark: MarkKind) => comparison.differences.filter((d) => markOf(d) === mark).length;
  // The three of substance always show, so that the row keeps its shape from pair to pair.
  const marks = [...SUBSTANCE, ...FORM.filter((mark) => count(mark) > 0)];
  const total = comparison.differences.length;
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
        {total === 0 ? (
          <span class="quiet">{messages.noDifference}</span>
        ) : (
          <>
            <DifferenceStrip comparison={comparison} chosen={chosen} onChoose={props.onChoose} />
            <button
              type="button"
              class="arrow"
              aria-label={messages.previousDifference}
              onClick={() => props.onWalk(-1)}
            >
              ←
            </button>
            <span class="count">{messages.differenceOf(chosen, total)}</span>
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
        <div class="segmented" role="group" aria-label={messages.layout}>
          <button
            type="button"
            aria-pressed={settings.layout === 'clauses'}
            onClick={() => void workspace.set({ layout: 'clauses' })}
          >
            {messages.byClause}
          </button>
          <button
            type="button"
            aria-pressed={settings.layout === 'running'}
            onClick={() => void workspace.set({ layout: 'running' })}
          >
            {messages.running}
          </button>
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
