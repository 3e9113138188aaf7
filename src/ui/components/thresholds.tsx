import type { ComponentChildren } from 'preact';
import type { Filter } from '../../core/review/filter.ts';
import { sharedLength } from '../../core/review/threshold.ts';
import type { Pair } from '../../core/reuse/pair.ts';
import { similarityText } from '../../i18n/similarity.ts';
import { useMessages } from '../hooks/context.ts';
import { useMadeLater } from '../hooks/use-made-later.ts';
import { binned, Histogram, NO_BINS, type Bins, type Scale } from './histogram.tsx';

export const SIMILARITIES: Scale = { least: 0.3, most: 1 };
/** In characters. Whoever shares more than that is seen anyway. */
export const LENGTHS: Scale = { least: 0, most: 140 };
const LENGTH_STEP = 5;

/** From which similarity and which shared length on findings are shown, each over its histogram. */
export function Thresholds(props: {
  pairs: readonly Pair[];
  filter: Filter;
  /** The similarity that holds while the filter leaves it open. */
  automatic: number;
  onChange: (change: Partial<Filter>) => void;
}) {
  const { pairs, filter, automatic, onChange } = props;
  const messages = useMessages();
  const similarities = useMadeLater(() => binned(pairs, similarityOf, SIMILARITIES), [pairs], NO_BINS);
  const lengths = useMadeLater(() => binned(pairs, sharedLength, LENGTHS), [pairs], NO_BINS);
  const isAutomatic = filter.similarity === null;
  const similarity = Math.max(SIMILARITIES.least, filter.similarity ?? automatic);
  return (
    <div class="thresholds">
      <Threshold
        words={`${messages.similarity} ≥ ${similarityText(similarity)}`}
        label={messages.similarityFrom(similarityText(similarity))}
        picture={messages.similarityHistogram}
        bins={similarities}
        scale={SIMILARITIES}
        step={0.01}
        value={similarity}
        onMove={(value) => onChange({ similarity: value <= SIMILARITIES.least ? 0 : value })}
      >
        <button
          type="button"
          class="plain"
          aria-pressed={isAutomatic}
          title={messages.automaticHint}
          onClick={() => onChange({ similarity: isAutomatic ? 0 : null })}
        >
          {messages.automatic}
        </button>
      </Threshold>
      <Threshold
        words={`${messages.shared} ≥ ${messages.sharedLength(filter.length)}`}
        label={messages.sharedFrom(filter.length)}
        picture={messages.sharedHistogram}
        bins={lengths}
        scale={LENGTHS}
        step={LENGTH_STEP}
        value={filter.length}
        onMove={(length) => onChange({ length })}
      />
    </div>
  );
}

function Threshold(props: {
  words: string;
  /** The words for whoever does not see the slider. */
  label: string;
  picture: string;
  bins: Bins;
  scale: Scale;
  step: number;
  value: number;
  onMove: (value: number) => void;
  children?: ComponentChildren;
}) {
  const { words, label, picture, bins, scale, step, value, onMove, children } = props;
  return (
    <div class="threshold">
      <span class="words">
        <span>{words}</span>
        {children}
      </span>
      <span class="slider">
        <Histogram bins={bins} scale={scale} from={value} label={picture} />
        <input
          type="range"
          min={scale.least}
          max={scale.most}
          step={step}
          value={value}
          aria-label={label}
          onInput={(event) => onMove(event.currentTarget.valueAsNumber)}
        />
      </span>
    </div>
  );
}

function similarityOf({ similarity }: Pair): number {
  return similarity;
}
