import { useMemo } from 'preact/hooks';
import type { Pair } from '../../core/reuse/pair.ts';
import { speakersIn, type Speakers } from '../../core/review/speakers.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';
import { useMessages } from '../hooks/context.ts';
import { useMadeLater } from '../hooks/use-made-later.ts';

/** Speakers that can be chosen from the list; the others are found by name. */
const SPEAKERS_MOST = 200;
const NOBODY: Speakers = { names: [], more: 0 };

/** Whose findings are shown: everybody's, or those of one of the speakers who have most of them. */
export function SpeakerSelect(props: {
  pairs: readonly Pair[];
  documents: ReadonlyMap<DocumentId, StructuredDocument>;
  /** Null for everybody. */
  chosen: string | null;
  onChoose: (speaker: string | null) => void;
}) {
  const { pairs, documents, chosen, onChoose } = props;
  const messages = useMessages();
  const speakers = useMadeLater(
    () => speakersIn(pairs, documents, SPEAKERS_MOST),
    [pairs, documents],
    NOBODY,
  );
  // The same elements are not compared again.
  const options = useMemo(() => {
    const { names } = speakers;
    const isElsewhere = chosen !== null && !names.includes(chosen);
    return [...(isElsewhere ? [chosen] : []), ...names].map((speaker) => (
      <option key={speaker} value={`=${speaker}`}>
        {speaker || messages.unknownSpeaker}
      </option>
    ));
  }, [speakers, chosen, messages]);
  return (
    <select
      value={chosen === null ? 'every' : `=${chosen}`}
      aria-label={messages.speaker}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChoose(value === 'every' ? null : value.slice(1));
      }}
    >
      <option value="every">{messages.everySpeaker}</option>
      {options}
      {speakers.more > 0 && <option disabled>{messages.moreSpeakers(speakers.more)}</option>}
    </select>
  );
}
