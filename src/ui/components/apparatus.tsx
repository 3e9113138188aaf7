import type { Comparison, Difference, SideName } from '../../core/diff/comparison.ts';
import { useEffect, useState } from 'preact/hooks';
import { useMessages } from '../hooks/context.ts';
import { usePrinting } from '../hooks/use-printing.ts';
import { Pages } from './pages.tsx';

/** A long reading is shortened in the middle, as apparatuses do; in UTF-16 units. */
const READING_MOST = 40;

/** So many entries are listed at once: a list of thousands is neither read nor drawn in one go. */
const PAGE = 200;

/** 校记: every difference in reading order, left］right; chosen by click; the text alternative of the marks. */
export function Apparatus(props: {
  comparison: Comparison;
  /** Those whose marks are on. */
  shown: readonly Difference[];
  chosen: number;
  onChoose: (number: number) => void;
}) {
  const { comparison, shown, chosen, onChoose } = props;
  const { texts } = comparison;
  const messages = useMessages();
  const isPrinting = usePrinting();
  const [turned, setTurned] = useState(0);
  const place = shown.findIndex(({ number }) => number === chosen);
  useEffect(() => setTurned(Math.floor(Math.max(0, place) / PAGE)), [comparison, place]);
  if (comparison.differences.length === 0) return null;
  const page = Math.min(turned, Math.floor(Math.max(0, shown.length - 1) / PAGE));
  const from = isPrinting ? 0 : page * PAGE;
  const to = isPrinting ? shown.length : Math.min(shown.length, from + PAGE);
  const unlisted = comparison.differences.length - shown.length;
  return (
    <section class="apparatus" aria-label={messages.apparatus}>
      <h2>
        {messages.apparatus}
        <span>{messages.apparatusKey}</span>
      </h2>
      <ol class={columnsFor(shown.length)} start={from + 1}>
        {shown.slice(from, to).map((difference) => (
          <li key={difference.number} aria-current={difference.number === chosen ? 'true' : undefined}>
            <button type="button" onClick={() => onChoose(difference.number)}>
              <i class={difference.kind}>{difference.number}</i>
              <span class="lemma">
                <Reading difference={difference} side="a" text={texts.a} />
                <s>］</s>
                <Reading difference={difference} side="b" text={texts.b} />
              </span>
              <u>{messages.differenceKind(difference)}</u>
            </button>
          </li>
        ))}
      </ol>
      {!isPrinting && <Pages page={page} size={PAGE} all={shown.length} onTurn={setTurned} />}
      {unlisted > 0 && <p class="quiet">{messages.unlisted(unlisted)}</p>}
    </section>
  );
}

function Reading(props: { difference: Difference; side: SideName; text: string }) {
  const { difference, side, text } = props;
  const messages = useMessages();
  const span = difference[side];
  const reading = text.slice(span.start, span.end);
  if (reading === '') return <em>{messages.absent[side]}</em>;
  if (difference.kind === 'moved' && side === 'b') return <em>{messages.moved}</em>;
  // Isolated, so that a reading from right to left does not turn the bracket round.
  return reading.trim() === '' ? <em>{messages.spaceMark}</em> : <bdi>{shortened(reading)}</bdi>;
}

/** A long reading without its middle. */
export function shortened(reading: string): string {
  const characters = [...reading];
  if (characters.length <= READING_MOST) return reading;
  const kept = READING_MOST / 2;
  return characters.slice(0, kept).join('') + '……' + characters.slice(-kept).join('');
}

function columnsFor(count: number): string {
  return count === 1 ? 'one' : count < 6 ? 'two' : 'three';
}
