import { useMemo, useState } from 'preact/hooks';
import { createClashFinder } from '../../core/draft/clashes.ts';
import { changeOf, withChanges } from '../../core/review/change.ts';
import type { Decision } from '../../core/review/decision.ts';
import type { Saying } from '../../core/review/group-decisions.ts';
import type { Groups } from '../../core/review/groups.ts';
import { chosenPairs, sayingsOf, type Choice, type Verdict } from '../../core/review/many.ts';
import { witnessesOf, type Witness } from '../../core/review/witness.ts';
import type { Pair, PairId } from '../../core/reuse/pair.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';
import { similarityText } from '../../i18n/similarity.ts';
import { useInterface } from '../hooks/context.ts';
import { useMadeLater } from '../hooks/use-made-later.ts';
import { Dialog } from './dialog.tsx';
import { SpeakerSelect } from './speaker-select.tsx';
import { VirtualEntries } from './virtual-entries.tsx';

const CHOICES = ['shown', 'ordinal', 'form', 'speaker', 'similarity'] as const;
const VERDICTS: readonly Verdict[] = ['keep-first', 'keep-all', 'flag', 'boilerplate'];
/** Height of a row in CSS pixels, to begin with. */
const ROW_ESTIMATE = 32;

/** What a judgement of many would do to the draft; null while it is counted. */
interface Effect {
  readonly characters: number;
  readonly conflicts: number;
}

/** What is chosen, and what is said of it. */
interface Chosen {
  /** Names the question that this answers. */
  readonly asked: object | null;
  readonly chosen: readonly Pair[];
  readonly sayings: readonly Saying[];
}

const NOTHING: Chosen = { asked: null, chosen: [], sayings: [] };

/** Which findings, what is said of them, and what then happens; one step. */
export function ManyDialog(props: {
  pairs: readonly Pair[];
  /** What the list shows. */
  shown: readonly Pair[];
  groups: Groups;
  documents: ReadonlyMap<DocumentId, StructuredDocument>;
  decisions: ReadonlyMap<PairId, Decision>;
  reasons: readonly string[] | null;
  /** The speaker that the list is of; null for all. */
  speaker: string | null;
  onClose: () => void;
}) {
  const { pairs, shown, groups, documents, decisions, onClose } = props;
  const { workspace, messages } = useInterface();
  const words = messages.decideWords;
  const reasons = props.reasons ?? words.reasons;
  const [kind, setKind] = useState<Choice['kind']>('shown');
  const [speaker, setSpeaker] = useState(props.speaker);
  const [least, setLeast] = useState(0.9);
  const [verdict, setVerdict] = useState<Verdict>('keep-first');
  const [reason, setReason] = useState('');
  const [finder] = useState(createClashFinder);
  const inputs = [kind, speaker, least, verdict, reason, pairs, shown, documents, decisions, groups] as const;
  const asked = useMemo(() => ({}), inputs);

  const made = useMadeLater(
    function* (): Generator<void, Chosen> {
      if (kind === 'speaker' && speaker === null) return NOTHING;
      const choice: Choice =
        kind === 'speaker'
          ? { kind, speaker: speaker ?? '' }
          : kind === 'similarity'
            ? { kind, least }
            : { kind };
      const chosen = yield* chosenPairs(choice, pairs, shown, documents, decisions);
      const order = new Map([...documents.keys()].map((id, index) => [id, index]));
      const sayings = yield* sayingsOf(verdict, reason, chosen, groups, order);
      return { asked, chosen, sayings };
    },
    [asked],
    NOTHING,
  );
  // What was asked before says nothing of what is asked now.
  const { chosen, sayings } = made.asked === asked ? made : NOTHING;
  const counted = useMadeLater<{ sayings: typeof sayings; effect: Effect } | null>(
    function* () {
      const all = [...documents.values()];
      const now = yield* finder.find(all, pairs, groups, decisions);
      const changes = sayings.flatMap(
        ({ pair, fields }) => changeOf(pair, decisions.get(pair), fields) ?? [],
      );
      const then = yield* finder.find(all, pairs, groups, withChanges(decisions, changes, false));
      const characters = Math.max(0, then.characters - now.characters);
      return { sayings, effect: { characters, conflicts: Math.max(0, then.conflicts - now.conflicts) } };
    },
    [sayings, documents, pairs, groups, decisions],
    null,
  );
  const effect = made.asked === asked && counted?.sayings === sayings ? counted.effect : null;
  const said = useMemo(() => new Map(sayings.map(({ pair, fields }) => [pair, fields.judgement])), [sayings]);
  const entries = useMemo(() => chosen.map((pair) => ({ kind: 'pair', key: pair.id, pair })), [chosen]);

  return (
    <Dialog title={words.manyTitle} name="many" onClose={onClose}>
      <form method="dialog" onSubmit={() => void workspace.say(sayings, 'many')}>
        <div class="two">
          <fieldset>
            <legend>{words.which}</legend>
            {CHOICES.map((each) => (
              <div key={each} class="line">
                <label>
                  <input type="radio" name="which" checked={kind === each} onChange={() => setKind(each)} />{' '}
                  {words.choices[each]}
                </label>
                {each === 'speaker' && (
                  <SpeakerSelect
                    pairs={pairs}
                    documents={documents}
                    chosen={speaker}
                    onChoose={(name) => {
                      setSpeaker(name);
                      setKind('speaker');
                    }}
                  />
                )}
                {each === 'similarity' && (
                  <input
                    type="number"
                    min="0"
                    max="1"
                    step="0.01"
                    value={least}
                    aria-label={words.choices.similarity}
                    onInput={(event) => {
                      const value = event.currentTarget.valueAsNumber;
                      setKind('similarity');
                      if (value >= 0 && value <= 1) setLeast(value);
                    }}
                  />
                )}
              </div>
            ))}
          </fieldset>
          <fieldset>
            <legend>{words.verdict}</legend>
            {VERDICTS.map((each) => (
              <div key={each} class="line">
                <label>
                  <input
                    type="radio"
                    name="verdict"
                    checked={verdict === each}
                    onChange={() => setVerdict(each)}
                  />{' '}
                  {words.verdicts[each]}
                </label>
                {each === 'flag' && (
                  <select
                    value={reason}
                    aria-label={words.reason}
                    onChange={(event) => {
                      setReason(event.currentTarget.value);
                      setVerdict('flag');
                    }}
                  >
                    <option value="">{words.noReason}</option>
                    {reasons.map((name) => (
                      <option key={name}>{name}</option>
                    ))}
                  </select>
                )}
              </div>
            ))}
          </fieldset>
        </div>
        <p class="effect" role="status" data-testid="many-effect">
          <b>{words.manyCount(chosen.length)}</b>{' '}
          {effect === null ? words.counting : words.manyEffect(effect.characters, effect.conflicts)}
        </p>
        <VirtualEntries
          entries={entries}
          estimate={estimateRow}
          class="chosen"
          label={words.manyCount(chosen.length)}
          testIdOf={() => 'many-pair'}
        >
          {({ pair }) => {
            const judgement = said.get(pair.id);
            return (
              <>
                <span>{nameOf(pair)}</span>
                <span class="figure">{similarityText(pair.similarity)}</span>
                <b>{judgement == null ? '' : messages.judgements[judgement]}</b>
              </>
            );
          }}
        </VirtualEntries>
        <div class="actions">
          <span class="quiet">{words.manyHint}</span>
          <button type="submit" class="framed primary" disabled={chosen.length === 0}>
            {words.apply(chosen.length)}
          </button>
        </div>
      </form>
    </Dialog>
  );

  function nameOf(pair: Pair): string {
    const witnesses = witnessesOf(pair, documents);
    const name = ({ speech, place }: Witness) =>
      `${speech.speaker || messages.unknownSpeaker} ${messages.place(place)}`;
    return witnesses === null
      ? ''
      : `${name(witnesses.a)} ${pair.kind === 'identical' ? '＝' : '≈'} ${name(witnesses.b)}`;
  }
}

function estimateRow(): number {
  return ROW_ESTIMATE;
}
