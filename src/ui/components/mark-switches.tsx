import type { MarkKind } from '../../app/state.ts';
import { useInterface } from '../hooks/context.ts';

const SUBSTANCE: readonly MarkKind[] = ['replaced', 'only', 'moved'];
const FORM: readonly MarkKind[] = ['ordinal', 'punctuation', 'width', 'space', 'script'];

/** A switch for each class of marks, with its count. */
export function MarkSwitches(props: {
  counts: ReadonlyMap<MarkKind, number>;
  /** Those that are off. */
  hidden: readonly MarkKind[];
}) {
  const { counts, hidden } = props;
  const { workspace, messages } = useInterface();
  // The three of substance always show, so that the row keeps its shape from pair to pair.
  const marks = [...SUBSTANCE, ...FORM.filter((mark) => counts.has(mark))];
  return (
    <div class="classes" role="group" aria-label={messages.classesLabel}>
      {marks.map((mark) => (
        <button
          key={mark}
          type="button"
          aria-pressed={!hidden.includes(mark)}
          disabled={!counts.has(mark)}
          onClick={() => void workspace.set({ hiddenMarks: toggled(hidden, mark) })}
        >
          <span class={`swatch ${SUBSTANCE.includes(mark) ? mark : 'form'}`}>{labelOf(mark)}</span>
          <b>{counts.get(mark) ?? 0}</b>
        </button>
      ))}
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
