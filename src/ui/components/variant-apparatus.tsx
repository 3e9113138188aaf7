import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Collation, Reading } from '../../core/diff/collate.ts';
import { type Entry, otherEndOf } from '../../core/diff/variorum.ts';
import { type Holder, holdersOf } from '../../core/review/versions.ts';
import type { Witness } from '../../core/review/witness.ts';
import type { Messages } from '../../i18n/index.ts';
import { useMessages } from '../hooks/context.ts';
import { usePrinting } from '../hooks/use-printing.ts';
import { shortened } from './apparatus.tsx';
import { Pages } from './pages.tsx';

/** So many entries are listed at once, each with all its readings. */
const PAGE = 100;
/** So many name a reading; the rest are counted, and named when the entry is chosen, or in its title. */
const NAMED = 3;
const NAMED_OPEN = 200;
/** So many readings of an entry are listed; the rest are counted until it is chosen. */
const READINGS = 12;
const READINGS_OPEN = 200;

/** 校记 of many versions: number, what the base has］ what others have and who they are. Chosen by click. */
export function VariantApparatus(props: {
  collation: Collation;
  /** Those whose marks are on. */
  entries: readonly Entry[];
  versions: readonly Witness[];
  chosen: number;
  onChoose: (number: number) => void;
}) {
  const { collation, entries, versions, chosen, onChoose } = props;
  const messages = useMessages();
  const isPrinting = usePrinting();
  const [turned, setTurned] = useState(0);
  const place = entries.findIndex(({ number }) => number === chosen);
  useEffect(() => setTurned(Math.floor(Math.max(0, place) / PAGE)), [collation, place]);
  const page = Math.min(turned, Math.floor(Math.max(0, entries.length - 1) / PAGE));
  const listed = isPrinting ? entries : entries.slice(page * PAGE, (page + 1) * PAGE);
  const unlisted = collation.loci.length - entries.length;
  if (collation.loci.length === 0) return null;
  return (
    <section class="apparatus variants" aria-label={messages.apparatus}>
      <h2>
        {messages.apparatus}
        <span>{messages.variantsKey}</span>
      </h2>
      <ol start={isPrinting ? 1 : page * PAGE + 1}>
        {listed.map((entry) => (
          <VariantEntry
            key={entry.number}
            entry={entry}
            collation={collation}
            versions={versions}
            isChosen={entry.number === chosen}
            onChoose={onChoose}
          />
        ))}
      </ol>
      {!isPrinting && <Pages page={page} size={PAGE} all={entries.length} onTurn={setTurned} />}
      {unlisted > 0 && <p class="quiet">{messages.unlisted(unlisted)}</p>}
    </section>
  );
}

function VariantEntry(props: {
  entry: Entry;
  collation: Collation;
  versions: readonly Witness[];
  isChosen: boolean;
  onChoose: (number: number) => void;
}) {
  const { entry, collation, versions, isChosen, onChoose } = props;
  const messages = useMessages();
  const { number, locus, kind } = entry;
  const lemma = collation.base.slice(locus.base.start, locus.base.end);
  const readings = useMemo(
    () =>
      entry.readings.slice(0, READINGS_OPEN).map(({ reading, kind: of }) => ({
        reading,
        isForm: of !== 'replaced' && of !== 'only' && of !== 'moved',
        holders: holdersOf(reading.witnesses, versions),
        move: of === 'moved' ? otherEnd(collation, reading) : undefined,
      })),
    [entry, versions, collation],
  );
  const shown = isChosen ? readings : readings.slice(0, READINGS);
  const more = entry.readings.length - shown.length;
  const pencil = kind === 'replaced' || kind === 'only' || kind === 'moved' ? kind : 'form';
  const words = messages.variantWords(
    number,
    lemma === '' ? messages.lacks : messages.lemmaIs(lemma),
    readings
      .map(({ reading: { text }, holders, move }) =>
        messages.readingWords(
          namesOf(holders, messages, NAMED_OPEN),
          [
            text === '' ? (move === undefined ? messages.lacks : '') : messages.reads(text),
            move === undefined ? '' : messages.movedSee(move),
          ]
            .filter((part) => part !== '')
            .join('　'),
        ),
      )
      .join(messages.readingsComma),
  );
  return (
    <li aria-current={isChosen ? 'true' : undefined} data-difference={number}>
      <button type="button" onClick={() => onChoose(number)}>
        <span class="unseen">{words}</span>
        <i class={pencil} aria-hidden="true">
          {number}
        </i>
        <span class="lemma" aria-hidden="true">
          {lemma === '' ? <em>{messages.absentFromBase}</em> : setWords(lemma)}
          <s>］</s>
          {shown.map(({ reading, isForm, holders, move }, index) => (
            <span key={index} class={isForm ? 'variant form' : 'variant'}>
              {index > 0 && <s class="between">{messages.readingsComma}</s>}
              {reading.text === ''
                ? move === undefined && <em>{messages.omitted}</em>
                : setWords(reading.text)}
              {move !== undefined && <em class="moved">{messages.movedSee(move)}</em>}
              <small title={namesOf(holders, messages, NAMED_OPEN)}>
                <Holders holders={holders} most={isChosen ? NAMED_OPEN : NAMED} />
              </small>
            </span>
          ))}
          {more > 0 && (
            <>
              <s class="between">{messages.readingsComma}</s>
              <em>{messages.moreReadings(more)}</em>
            </>
          )}
        </span>
      </button>
    </li>
  );

  function setWords(reading: string) {
    if (reading.trim() === '') return <em>{messages.spaceMark}</em>;
    // Isolated, so that a reading from right to left does not turn the bracket round.
    return <bdi>{isChosen ? reading : shortened(reading)}</bdi>;
  }
}

function Holders({ holders, most }: { holders: readonly Holder[]; most: number }) {
  const messages = useMessages();
  return (
    <>
      {holders.slice(0, most).map(({ speaker, versions }, index) => (
        <span key={index}>
          <b>{messages.sigla(versions)}</b>
          {speaker || messages.unknownSpeaker}
          {index < Math.min(most, holders.length) - 1 && messages.holderComma}
        </span>
      ))}
      {holders.length > most && messages.holdersMore(holders.length, holders.length - most)}
    </>
  );
}

/** The same in words alone. */
function namesOf(holders: readonly Holder[], messages: Messages, most: number): string {
  const names = holders
    .slice(0, most)
    .map(({ speaker, versions }) => `${messages.sigla(versions)} ${speaker || messages.unknownSpeaker}`);
  const rest = holders.length - names.length;
  return names.join(messages.holderComma) + (rest > 0 ? messages.holdersMore(holders.length, rest) : '');
}

/** The number of the locus where the rest of the moved passage is; null when it is not to be told. */
function otherEnd(collation: Collation, { transposed }: Reading): number | null {
  const [first] = transposed;
  return first === undefined ? null : otherEndOf(collation, first);
}
