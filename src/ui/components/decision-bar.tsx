import { useEffect, useRef, useState } from 'preact/hooks';
import type { SideName } from '../../core/diff/comparison.ts';
import { JUDGEMENTS, type Decision, type Judgement } from '../../core/review/decision.ts';
import type { Clash } from '../../core/draft/clashes.ts';
import type { PairId } from '../../core/reuse/pair.ts';
import { useInterface } from '../hooks/context.ts';

/** The judgements that have a button. */
const CHOICES: readonly Judgement[] = JUDGEMENTS.slice(0, 5);
const SIDES = ['a', 'b'] as const;

/** What can be done with the open pair. */
export interface DecisionActions {
  decide(judgement: Judgement): void;
  /** Keeps one side, and of its group nothing else. */
  keepOnly(side: SideName): void;
  keepGroup(): void;
  rewrite(side: SideName): void;
  /** Gives a flag its reason; empty for none. */
  giveReason(reason: string): void;
  /** Shows the reasons of a flag to choose from. */
  askReason(): void;
  editReasons(): void;
}

/** The judgements, each with its consequence and its key, and the note; above them what is rarer, and what contradicts. */
export function DecisionBar(props: {
  pair: PairId;
  decision: Decision | undefined;
  /** Characters of the two passages. */
  lengthA: number;
  lengthB: number;
  groupSize: number;
  clashes: readonly Clash[];
  /** The reasons that can be chosen now; null while no reason is asked for. */
  reasons: readonly string[] | null;
  actions: DecisionActions;
}) {
  const { pair, decision, lengthA, lengthB, groupSize, clashes, reasons, actions } = props;
  const { messages } = useInterface();
  const words = messages.decideWords;
  return (
    <div class="decision">
      {clashes.length > 0 && <Clashes clashes={clashes} />}
      {reasons === null ? (
        <div class="decision-more">
          {SIDES.map((side) => {
            const isRewritten = (side === 'a' ? decision?.rewriteA : decision?.rewriteB) != null;
            return (
              <button
                key={side}
                type="button"
                class="plain"
                data-rewrite={side}
                aria-pressed={isRewritten}
                onClick={() => actions.rewrite(side)}
              >
                {(isRewritten ? words.rewritten : words.rewrite)[side]}{' '}
                <kbd>{side === 'a' ? 'E' : '⇧ E'}</kbd>
              </button>
            );
          })}
          {decision?.judgement === 'flag' && (
            <button type="button" class="plain" onClick={actions.askReason}>
              {words.reasonIs(decision.reason)}
            </button>
          )}
          {groupSize > 2 && (
            <span class="of-group" role="group" aria-label={words.group(groupSize)}>
              <span>{words.group(groupSize)}</span>
              {SIDES.map((side, index) => (
                <button
                  key={side}
                  type="button"
                  class="plain"
                  title={words.onlyHint(groupSize - 1)}
                  onClick={() => actions.keepOnly(side)}
                >
                  {side === 'a' ? words.onlyA : words.onlyB} <kbd>{6 + index}</kbd>
                </button>
              ))}
              <button type="button" class="plain" title={words.keepGroupHint} onClick={actions.keepGroup}>
                {words.keepGroup} <kbd>8</kbd>
              </button>
            </span>
          )}
        </div>
      ) : (
        <Reasons reasons={reasons} chosen={decision?.reason ?? ''} actions={actions} />
      )}
      <div class="decision-bar" role="toolbar" aria-label={messages.decide}>
        {CHOICES.map((judgement, index) => (
          <button
            key={judgement}
            type="button"
            data-judgement={judgement}
            aria-pressed={decision?.judgement === judgement}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => actions.decide(judgement)}
          >
            <b>{messages.judgements[judgement]}</b>
            <kbd>{index + 1}</kbd>
            <span>{messages.consequences[judgement](lengthA, lengthB)}</span>
          </button>
        ))}
        <Note key={pair} pair={pair} note={decision?.note ?? ''} />
      </div>
    </div>
  );
}

/** What other decisions say against this one, with the ways to them. */
function Clashes({ clashes }: { clashes: readonly Clash[] }) {
  const { workspace, messages } = useInterface();
  const words = messages.decideWords;
  return (
    <ul class="clashes" role="status">
      {clashes.map(({ kind, others }) => (
        <li key={kind}>
          <b>{words.clash}</b> {words.clashText[kind]}{' '}
          {others.slice(0, LINKS_MOST).map((pair, index) => (
            <button
              key={pair}
              type="button"
              class="plain"
              onClick={() =>
                workspace.look({ pair, picks: [], versions: false, difference: 0, compareTop: 0 })
              }
            >
              {words.toOther(index + 1, others.length)}
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** More ways than this lead nowhere. */
const LINKS_MOST = 4;

/** The reasons of a flag; their digits are the keys while they are shown. */
function Reasons(props: { reasons: readonly string[]; chosen: string; actions: DecisionActions }) {
  const { reasons, chosen, actions } = props;
  const words = useInterface().messages.decideWords;
  useEffect(() => {
    // Before all other keys: while reasons are shown, digits are theirs.
    const onKey = (event: KeyboardEvent) => {
      const { code, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (target instanceof HTMLElement && target.matches('input, textarea, select')) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/u.exec(code)?.[1];
      const reason = code === 'Escape' ? '' : digit === undefined ? undefined : reasons[Number(digit) - 1];
      if (reason === undefined) return;
      event.preventDefault();
      actions.giveReason(reason);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  });
  return (
    <div class="reasons" role="group" aria-label={words.chooseReason}>
      <b>{words.reason}</b>
      {reasons.map((reason, index) => (
        <button
          key={reason}
          type="button"
          class="framed"
          aria-pressed={reason === chosen}
          onClick={() => actions.giveReason(reason)}
        >
          {index < 9 && <kbd>{index + 1}</kbd>} {reason}
        </button>
      ))}
      <button type="button" class="plain" onClick={() => actions.giveReason('')}>
        {words.noReason} <kbd>Esc</kbd>
      </button>
      <button type="button" class="plain" onClick={actions.editReasons}>
        {words.editReasons}
      </button>
    </div>
  );
}

/** How long typing must rest before a note is stored, in milliseconds. */
const NOTE_REST = 400;
/** Stretches of typing, counted: each is undone as one. */
let visits = 0;

/** Stored while it is written, when typing rests, and when the field is left. */
function Note({ pair, note }: { pair: PairId; note: string }) {
  const { workspace, messages } = useInterface();
  const [draft, setDraft] = useState(note);
  const stored = useRef(note);
  const visit = useRef(0);
  useEffect(() => {
    // Changed from elsewhere: undone, or by another tab.
    if (note !== stored.current) setDraft(note);
    stored.current = note;
  }, [note]);
  const save = () => {
    if (draft === stored.current) return;
    stored.current = draft;
    void workspace.note(pair, draft, `note ${visit.current}`);
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
        onFocus={() => (visit.current = ++visits)}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={save}
      />
    </div>
  );
}
