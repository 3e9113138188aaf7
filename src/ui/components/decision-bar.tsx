import { useEffect, useRef, useState } from 'preact/hooks';
import { JUDGEMENTS, type Decision, type Judgement } from '../../core/review/decision.ts';
import type { PairId } from '../../core/reuse/pair.ts';
import { useInterface } from '../hooks/context.ts';

/** The judgements that have a button. */
const CHOICES: readonly Judgement[] = JUDGEMENTS.slice(0, 4);

/** The four judgements, each with its consequence and its key, and the note. */
export function DecisionBar(props: {
  pair: PairId;
  decision: Decision | undefined;
  /** Characters of the two passages. */
  lengthA: number;
  lengthB: number;
  onDecide: (judgement: Judgement) => void;
}) {
  const { pair, decision, lengthA, lengthB, onDecide } = props;
  const { messages } = useInterface();
  return (
    <div class="decision-bar" role="toolbar" aria-label={messages.decide}>
      {CHOICES.map((judgement, index) => (
        <button
          key={judgement}
          type="button"
          data-judgement={judgement}
          aria-pressed={decision?.judgement === judgement}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => onDecide(judgement)}
        >
          <b>{messages.judgements[judgement]}</b>
          <kbd>{index + 1}</kbd>
          <span>{messages.consequences[judgement](lengthA, lengthB)}</span>
        </button>
      ))}
      <Note key={pair} pair={pair} note={decision?.note ?? ''} />
    </div>
  );
}

/** How long typing must rest before a note is stored, in milliseconds. */
const NOTE_REST = 400;

/** Stored while it is written, when typing rests, and when the field is left. */
function Note({ pair, note }: { pair: PairId; note: string }) {
  const { workspace, messages } = useInterface();
  const [draft, setDraft] = useState(note);
  const stored = useRef(note);
  useEffect(() => {
    // Changed from elsewhere: undone, or by another tab.
    if (note !== stored.current) setDraft(note);
    stored.current = note;
  }, [note]);
  const save = () => {
    if (draft === stored.current) return;
    stored.current = draft;
    void workspace.note(pair, draft);
  };
  useEffect(() => {
    const timer = setTimeout(save, NOTE_REST);
    return () => clearTimeout(timer);
  }, [draft]);
  return (
    <div class="note">
      <label for="note">
        <span>
          {messages.note} <kbd>0</kbd>
        </span>
        <span class="quiet" aria-hidden="true">
          <kbd>↑</kbd> <kbd>↓</kbd> {messages.pairKeys}　<kbd>Z</kbd> {messages.undo}
        </span>
      </label>
      <input
        id="note"
        value={draft}
        placeholder={messages.notePlaceholder}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={save}
      />
    </div>
  );
}
