import { memo } from 'preact/compat';
import { csvOf } from '../../../core/overview/csv.ts';
import type { Pair } from '../../../core/reuse/pair.ts';
import type { Filter } from '../../../core/review/filter.ts';
import { sharedLength } from '../../../core/review/threshold.ts';
import type { Messages } from '../../../i18n/index.ts';
import { similarityText } from '../../../i18n/similarity.ts';
import type { Picture } from '../../drawing/shape.ts';
import { useMessages } from '../../hooks/context.ts';
import { binned, type Bins } from '../histogram.tsx';
import { LENGTHS, SIMILARITIES, Thresholds } from '../thresholds.tsx';
import { HISTOGRAM, histogramShapes, type NamedHistogram } from './histogram-shapes.ts';
import { TakeAlong } from './take-along.tsx';

interface Gated {
  readonly pairs: readonly Pair[];
  readonly filter: Filter;
  /** The similarity that holds while the filter leaves it open. */
  readonly automatic: number;
}

/** From which similarity and length on findings are shown, set over histograms that can be taken along. */
export const Gates = memo(function Gates(props: Gated & { onChange: (change: Partial<Filter>) => void }) {
  const messages = useMessages();
  const { inOverview: words } = messages;
  return (
    <section class="gates" aria-label={words.thresholds}>
      <header>
        <h2>{words.thresholds}</h2>
        <TakeAlong
          what={words.thresholds}
          picture={() => histogramPicture(props, messages)}
          csv={() => csvOf(histogramRows(props, messages))}
        />
      </header>
      <Thresholds {...props} />
    </section>
  );
});

/** Both histograms, one below the other. */
export function histogramPicture(gated: Gated, messages: Messages): Picture {
  const all = histogramsOf(gated, messages);
  const { width, height } = HISTOGRAM;
  return {
    width,
    height: height * all.length,
    shapes: all.flatMap((each, index) => histogramShapes(each, index * height)),
  };
}

function histogramRows(gated: Gated, messages: Messages): readonly (readonly (string | number)[])[] {
  const rows = histogramsOf(gated, messages).flatMap(({ name, bins, scale: { least, most } }) => {
    const edge = (bin: number) => Math.round((least + (bin / bins.length) * (most - least)) * 1000) / 1000;
    return bins.map((count, bin) => [name, edge(bin), edge(bin + 1), count]);
  });
  return [[...messages.inOverview.histogramHead], ...rows];
}

function histogramsOf({ pairs, filter, automatic }: Gated, messages: Messages): readonly NamedHistogram[] {
  const similarity = Math.max(SIMILARITIES.least, filter.similarity ?? automatic);
  return [
    {
      name: `${messages.similarityHistogram}　≥ ${similarityText(similarity)}`,
      bins: whole(binned(pairs, (pair) => pair.similarity, SIMILARITIES)),
      scale: SIMILARITIES,
      from: similarity,
      written: similarityText,
    },
    {
      name: `${messages.sharedHistogram}　≥ ${messages.sharedLength(filter.length)}`,
      bins: whole(binned(pairs, sharedLength, LENGTHS)),
      scale: LENGTHS,
      from: filter.length,
      written: String,
    },
  ];
}

function whole(making: Generator<void, Bins>): Bins {
  for (;;) {
    const step = making.next();
    if (step.done === true) return step.value;
  }
}
