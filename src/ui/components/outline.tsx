import { useMemo, useState } from 'preact/hooks';
import type { FailedLoad } from '../../app/state.ts';
import { placeOf } from '../../core/structure/place.ts';
import type { EarlierVersion } from '../../core/review/project.ts';
import type { Pick } from '../../core/review/pick.ts';
import type { Correction, Measure, Speech, StructuredDocument } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';
import { useInterface } from '../hooks/context.ts';
import { EarlierDialog } from './earlier-dialog.tsx';
import { chooseFiles } from './file-input.tsx';
import { Failure } from './notices.tsx';
import { PickButton } from './pick-button.tsx';
import { VirtualEntries } from './virtual-entries.tsx';

type Entry =
  | { readonly kind: 'failure'; readonly key: string; readonly failure: FailedLoad }
  | { readonly kind: 'document'; readonly key: string; readonly structured: StructuredDocument }
  | {
      readonly kind: 'speech';
      readonly key: string;
      readonly structured: StructuredDocument;
      readonly speech: Speech;
      readonly at: number;
    }
  | {
      readonly kind: 'measure';
      readonly key: string;
      readonly structured: StructuredDocument;
      readonly speech: Speech;
      readonly at: number;
      readonly measure: Measure;
      readonly index: number;
    };

/** Heights in CSS pixels, to begin with. */
const ESTIMATES: Record<Entry['kind'], number> = { failure: 84, document: 54, speech: 62, measure: 25 };
function estimateOf({ kind }: Entry): number {
  return ESTIMATES[kind];
}

/** How much of a measure's heading is shown, in UTF-16 units. */
const HEADING_MOST = 40;

/** Every document with its speeches and their measures, as one virtual list; what could not be loaded stands first. */
export function Outline(props: {
  documents: readonly StructuredDocument[];
  failures: readonly FailedLoad[];
  corrections: ReadonlyMap<DocumentId, readonly Correction[]>;
  templates: ReadonlySet<DocumentId>;
  earlier: ReadonlyMap<DocumentId, EarlierVersion<Blob>>;
  picks: readonly Pick[];
  shown: DocumentId | null;
}) {
  const { documents, failures, corrections, templates, earlier, picks, shown } = props;
  const [opened, setOpened] = useState<DocumentId | null>(null);
  const former = opened === null ? undefined : earlier.get(opened);
  const { workspace, messages } = useInterface();
  const entries = useMemo(() => entriesOf(documents, failures), [documents, failures]);
  const show = (id: DocumentId, at: number) => workspace.step({ document: id, documentAt: at });

  return (
    <>
      <VirtualEntries entries={entries} estimate={estimateOf} class="outline">
        {(entry) => (
          <>
            {contentOf(entry)}
            {entry.kind !== 'failure' && <PickButton pick={pickOf(entry)} picks={picks} />}
          </>
        )}
      </VirtualEntries>
      {opened !== null && former !== undefined && (
        <EarlierDialog document={opened} earlier={former} onClose={() => setOpened(null)} />
      )}
    </>
  );

  function contentOf(entry: Entry) {
    switch (entry.kind) {
      case 'failure':
        return <Failure failure={entry.failure} />;
      case 'document':
        return documentContent(entry.structured);
      case 'speech':
        return (
          <button
            type="button"
            data-testid="speech"
            onClick={() => show(entry.structured.document.id, entry.speech.span.start)}
          >
            <b>{entry.speech.speaker || messages.unknownSpeaker}</b> <span>{entry.speech.role}</span>
            <i>{messages.measureCount(entry.speech.measures.length)}</i>
            <span class="title">{entry.speech.title || messages.noTitle}</span>
          </button>
        );
      case 'measure':
        return (
          <button
            type="button"
            data-testid="measure"
            data-level={entry.measure.level}
            onClick={() => show(entry.structured.document.id, entry.measure.span.start)}
          >
            <em>{messages.place(placeOf(entry.speech, entry.index, null))}</em>
            <span class="song">
              {entry.structured.document.text
                .slice(entry.measure.marker.end, entry.measure.heading.end)
                .slice(0, HEADING_MOST)}
            </span>
          </button>
        );
    }
  }

  function documentContent(structured: StructuredDocument) {
    const { id, name, text, encoding, origin, isTable } = structured.document;
    const isTemplate = templates.has(id);
    const revision = earlier.get(id)?.revision;
    const words = messages.inProject;
    return (
      <div data-testid="document" data-state="ready" class={id === shown ? 'head shown' : 'head'}>
        <button type="button" aria-current={id === shown} onClick={() => show(id, 0)}>
          <b>{origin === 'example' ? messages.example : name}</b>
        </button>
        {isTemplate && (
          <span class="badge" title={messages.templateHint}>
            {messages.template}
          </span>
        )}
        <span class="quiet">
          {messages.speechCount(structured.speeches.length)}　{messages.characters(text.length)}
          {encoding !== 'utf-8' && `　${messages.encodings[encoding]}`}
        </span>
        <span class="acts">
          {corrections.has(id) && (
            <button type="button" class="plain" onClick={() => void workspace.resetCorrections(id)}>
              {messages.resetCorrections}
            </button>
          )}
          {isTable === true && (
            <button
              type="button"
              class="plain template"
              title={messages.chooseColumnsHint}
              aria-label={messages.chooseColumnsOf(name)}
              onClick={() => void workspace.askColumns(id)}
            >
              {messages.chooseColumns}
            </button>
          )}
          {origin !== 'example' && (
            <button
              type="button"
              class="plain"
              title={words.newVersionHint}
              aria-label={words.newVersionOf(name)}
              onClick={() => chooseFiles(id)}
            >
              {words.newVersion}
            </button>
          )}
          <button
            type="button"
            class="plain template"
            title={messages.templateHint}
            onClick={() => void workspace.setTemplate(id, !isTemplate)}
          >
            {isTemplate ? messages.unmarkTemplate : messages.markTemplate}
          </button>
          <button
            type="button"
            class="plain remove"
            aria-label={messages.removeNamed(name)}
            onClick={() => void workspace.removeDocument(id)}
          >
            {messages.remove}
          </button>
        </span>
        {revision !== undefined && (
          <span class="quiet revised" data-testid="revised">
            {words.revised(revision.carried, revision.gone.length, revision.fresh.length)}{' '}
            <button
              type="button"
              class="plain"
              aria-label={words.earlierOf(name)}
              onClick={() => setOpened(id)}
            >
              {words.earlier}
            </button>
          </span>
        )}
      </div>
    );
  }
}

function pickOf(entry: Exclude<Entry, { kind: 'failure' }>): Pick {
  return {
    document: entry.structured.document.id,
    speech: entry.kind === 'document' ? null : entry.at,
    measure: entry.kind === 'measure' ? entry.index : null,
    paragraph: null,
  };
}

function entriesOf(
  documents: readonly StructuredDocument[],
  failures: readonly FailedLoad[],
): readonly Entry[] {
  const entries: Entry[] = failures.map((failure) => ({ kind: 'failure', key: `f${failure.id}`, failure }));
  for (const structured of documents) {
    const { id } = structured.document;
    entries.push({ kind: 'document', key: id, structured });
    structured.speeches.forEach((speech, at) => {
      entries.push({ kind: 'speech', key: `${id}/${at}`, structured, speech, at });
      speech.measures.forEach((measure, index) => {
        entries.push({
          kind: 'measure',
          key: `${id}/${at}/${index}`,
          structured,
          speech,
          at,
          measure,
          index,
        });
      });
    });
  }
  return entries;
}
