import type { Comparison, Difference, SideName } from '../../core/diff/comparison.ts';
import { useMessages } from '../hooks/context.ts';

/** A long reading is shortened in the middle, as apparatuses do; in UTF-16 units. */
const READING_MOST = 40;

/** 校记: every difference in reading order, left］right; chosen by click; the text alternative of the marks. */
export function Apparatus(props: {
  comparison: Comparison;
  texts: Record<SideName, string>;
  chosen: number;
  onChoose: (number: number) => void;
}) {
  const { comparison, texts, chosen, onChoose } = props;
  const messages = useMessages();
  if (comparison.differences.length === 0) return null;
  return (
    <section class="apparatus" aria-label={messages.apparatus}>
      <h2>
        {messages.apparatus}
        <span>{messages.apparatusKey}</span>
      </h2>
      <ol class={columnsFor(comparison.differences.length)}>
        {comparison.differences.map((difference) => (
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
  return reading.trim() === '' ? <em>{messages.spaceMark}</em> : <>{shortened(reading)}</>;
}

function shortened(reading: string): string {
  const characters = [...reading];
  if (characters.length <= READING_MOST) return reading;
  const kept = READING_MOST / 2;
  return characters.slice(0, kept).join('') + '……' + characters.slice(-kept).join('');
}

function columnsFor(count: number): string {
  return count === 1 ? 'one' : count < 6 ? 'two' : 'three';
}
