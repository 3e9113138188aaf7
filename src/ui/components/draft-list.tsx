import { useMemo } from 'preact/hooks';
import { tallyOf, type Tally } from '../../core/draft/plan.ts';
import type { Speech } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';
import { useMessages } from '../hooks/context.ts';
import type { Drafted } from '../views/draft-view.tsx';
import { VirtualEntries } from './virtual-entries.tsx';

type Entry =
  | { readonly kind: 'document'; readonly key: string; readonly drafted: Drafted; readonly tally: Tally }
  | {
      readonly kind: 'speech';
      readonly key: string;
      readonly drafted: Drafted;
      readonly speech: Speech;
      readonly tally: Tally;
    };

/** Heights in CSS pixels, to begin with. */
const ESTIMATES: Record<Entry['kind'], number> = { document: 56, speech: 84 };

function estimateOf({ kind }: Entry): number {
  return ESTIMATES[kind];
}

function classOf({ tally }: Entry): string {
  return isQuiet(tally) ? ' quiet' : '';
}

function testIdOf({ kind }: Entry): string {
  return `draft-${kind}`;
}

/** Every document with how much goes from it; of the open one, every speech. */
export function DraftList(props: {
  drafts: readonly Drafted[];
  shown: Drafted;
  onGo: (document: DocumentId, at: number) => void;
}) {
  const { drafts, shown, onGo } = props;
  const messages = useMessages();
  const words = messages.draftWords;
  const entries = useMemo(() => entriesOf(drafts, shown), [drafts, shown]);
  return (
    <VirtualEntries
      entries={entries}
      estimate={estimateOf}
      class="draft-list"
      classOf={classOf}
      testIdOf={testIdOf}
    >
      {(entry) => contentOf(entry)}
    </VirtualEntries>
  );

  function contentOf(entry: Entry) {
    const { document } = entry.drafted.structured;
    const at = entry.kind === 'speech' ? entry.speech.span.start : 0;
    return (
      <button
        type="button"
        aria-current={entry.kind === 'document' && entry.drafted === shown}
        onClick={() => onGo(document.id, at)}
      >
        {entry.kind === 'document' ? (
          <b>{document.origin === 'example' ? messages.example : document.name}</b>
        ) : (
          <>
            <b>{entry.speech.speaker || messages.unknownSpeaker}</b>
            <span class="title">{entry.speech.title || messages.noTitle}</span>
          </>
        )}
        <span class="tally">
          {words.brief(entry.tally)}
          {entry.tally.characters > 0 && <i>{words.loss(entry.tally.characters)}</i>}
        </span>
      </button>
    );
  }
}

function isQuiet({ removals, conflicts }: Tally): boolean {
  return removals + conflicts === 0;
}

function entriesOf(drafts: readonly Drafted[], shown: Drafted): readonly Entry[] {
  return drafts.flatMap((drafted): readonly Entry[] => {
    const { plan, structured } = drafted;
    const head: Entry = { kind: 'document', key: plan.document, drafted, tally: tallyOf(plan) };
    if (drafted !== shown || structured.speeches.length < 2) return [head];
    const speeches = structured.speeches.map((speech, index): Entry => ({
      kind: 'speech',
      key: `${plan.document}/${index}`,
      drafted,
      speech,
      tally: tallyOf(plan, index),
    }));
    return [head, ...speeches];
  });
}
