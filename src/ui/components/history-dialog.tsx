import { useEffect, useMemo, useState } from 'preact/hooks';
import type { HistoryEntry } from '../../app/commands.ts';
import type { AppState } from '../../app/state.ts';
import type { Pair } from '../../core/reuse/pair.ts';
import { useInterface } from '../hooks/context.ts';
import { Dialog } from './dialog.tsx';
import { stepWords, type StepSource } from './step-words.ts';
import { VirtualEntries } from './virtual-entries.tsx';

/** A step by its key and its place in the history. */
interface Step {
  readonly kind: 'step';
  readonly key: string;
  readonly index: number;
}

/** Height of a row in CSS pixels, to begin with. */
const ROW_ESTIMATE = 40;

/** All that was done, the newest first: who, when, what; a click undoes or redoes to there. */
export function HistoryDialog(props: {
  state: AppState;
  findings: readonly Pair[] | null;
  onClose: () => void;
}) {
  const { state, findings } = props;
  const { workspace, messages } = useInterface();
  const words = messages.decideWords;
  const { keys, done } = state.history;
  const entries = useMemo(
    () => keys.map((key, index): Step => ({ kind: 'step', key, index })).reverse(),
    [keys],
  );
  const source = useMemo((): StepSource => {
    const all = [...(findings ?? []), ...(state.detection?.pairs ?? [])];
    return {
      pairs: new Map(all.map((pair) => [pair.id, pair])),
      documents: new Map(state.documents.map((each) => [each.document.id, each])),
      messages,
    };
  }, [findings, state.detection, state.documents, messages]);
  const goTo = (index: number) =>
    void (index < done ? workspace.undo(done - 1 - index) : workspace.redo(index + 1 - done));
  return (
    <Dialog title={words.history} name="history" onClose={props.onClose}>
      <div class="actions">
        <p class="quiet">{entries.length === 0 ? words.noHistory : words.historyHint}</p>
        <button type="button" class="framed" disabled={done === 0} onClick={() => void workspace.undo()}>
          {messages.undo} <kbd>Z</kbd>
        </button>
        <button
          type="button"
          class="framed"
          disabled={done === keys.length}
          onClick={() => void workspace.redo()}
        >
          {words.redo} <kbd>⇧ Z</kbd>
        </button>
      </div>
      {entries.length > 0 && (
        <VirtualEntries
          entries={entries}
          estimate={estimateRow}
          class="steps"
          classOf={({ index }) => (index >= done ? ' undone' : index === done - 1 ? ' now' : '')}
          testIdOf={() => 'step'}
        >
          {({ key, index }) => (
            <button type="button" class="plain" onClick={() => goTo(index)}>
              <StepRow stepKey={key} isUndone={index >= done} source={source} />
            </button>
          )}
        </VirtualEntries>
      )}
    </Dialog>
  );
}

/** Read when it comes into sight. */
function StepRow({ stepKey, isUndone, source }: { stepKey: string; isUndone: boolean; source: StepSource }) {
  const { workspace, messages } = useInterface();
  const words = messages.decideWords;
  const [entry, setEntry] = useState<HistoryEntry | null | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      const step = await workspace.readStep(stepKey);
      if (isWanted) setEntry(step);
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [stepKey]);
  if (entry === undefined) return <span>…</span>;
  if (entry === null) return <span>{words.unreadable}</span>;
  return (
    <>
      <time dateTime={new Date(entry.at).toISOString()}>{timeOf(entry.at)}</time>
      <b>{entry.who || words.me}</b>
      <span>{stepWords(entry.command, source)}</span>
      {isUndone && <i>{words.undoneStep}</i>}
    </>
  );
}

/** 11-25 09:30, as the user's clock has it. */
function timeOf(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

function estimateRow(): number {
  return ROW_ESTIMATE;
}
