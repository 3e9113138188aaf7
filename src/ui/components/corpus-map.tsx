import type { Pair } from '../../core/reuse/pair.ts';
import { corpusMap, type MapSpeech } from '../../core/review/corpus-map.ts';
import { placeOf } from '../../core/structure/place.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import { useMemo } from 'preact/hooks';
import { useMessages } from '../hooks/context.ts';
import { MapBracket } from './map-bracket.tsx';

/** All speeches to scale, with their measures, what recurs, and the two passages of the open pair if there is one. */
export function CorpusMap(props: {
  documents: readonly StructuredDocument[];
  pairs: readonly Pair[];
  pair: Pair | null;
}) {
  const { documents, pairs, pair } = props;
  const messages = useMessages();
  const map = useMemo(() => corpusMap(documents, pairs, pair), [documents, pairs, pair]);
  return (
    <div class="corpus-map">
      <ol aria-label={messages.mapLabel}>
        {map.map((document) => (
          <li
            key={document.structured.document.id}
            data-testid="document"
            style={{ flexGrow: document.speeches.reduce((sum, speech) => sum + speech.length, 0) }}
          >
            <span class="unseen">{document.structured.document.name}</span>
            <ol>
              {document.speeches.map((speech) => (
                <SpeechStrip key={speech.index} speech={speech} pair={pair} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
      {pair !== null && <MapBracket documents={map} pair={pair} />}
    </div>
  );
}

function SpeechStrip({ speech, pair }: { speech: MapSpeech; pair: Pair | null }) {
  const messages = useMessages();
  const here = (pair === null ? [] : [pair.a, pair.b]).filter(
    (side) => side.document === speech.document && side.speech === speech.index,
  );
  return (
    <li
      data-testid="speech"
      class={here.length > 0 ? 'here' : undefined}
      style={{ flexGrow: speech.length }}
      title={[speech.speech.speaker, speech.speech.title].filter(Boolean).join('　')}
    >
      <ol class="strip-bar">
        {speech.measures.map(({ index, left, width }) => (
          <li
            key={index}
            data-testid="measure"
            class="segment"
            style={{ left: percent(left), width: percent(width) }}
          >
            <span class="unseen">{messages.place(placeOf(speech.speech, index, null))}</span>
          </li>
        ))}
        {speech.recurring.map(({ left, width }, index) => (
          <li key={`r${index}`} class="recurring" style={{ left: percent(left), width: percent(width) }} />
        ))}
        {here.map((side, index) => {
          const left = (side.span.start - speech.speech.span.start) / speech.length;
          const width = (side.span.end - side.span.start) / speech.length;
          return (
            <li key={`h${index}`} class="current" style={{ left: percent(left), width: percent(width) }} />
          );
        })}
      </ol>
      <span class="name">{speech.speech.speaker || speech.speech.title || messages.unknownSpeaker}</span>
    </li>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
