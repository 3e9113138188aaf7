import type { Apart } from '../../core/review/set-apart.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';
import { useInterface } from '../hooks/context.ts';
import { BoilerplatePlaces } from './boilerplate-places.tsx';

/** One passage that is set apart: how many say it, why it is no finding, its text, its places, and the way back. */
export function BoilerplateEntry(props: {
  entry: Apart;
  documents: ReadonlyMap<DocumentId, StructuredDocument>;
  templates: ReadonlySet<DocumentId>;
  isRestored: boolean;
  speechCount: number;
}) {
  const { entry, documents, templates, isRestored, speechCount } = props;
  const { workspace, messages } = useInterface();
  const { id, reason, members, speeches, pairs, judged } = entry;
  const own = messages.decideWords;
  const [first] = members;
  const text = first && documents.get(first.document)?.document.text.slice(first.span.start, first.span.end);
  const { name, words } = messages.boilerplateReasons[reason];
  return (
    <main class="boilerplate">
      <div class="verdict">
        <h1>{messages.inSpeeches(speeches, speechCount)}</h1>
        <p class="reason">
          <b>{name}</b> {words}
        </p>
      </div>
      <blockquote class="song">{text}</blockquote>
      <div class="way-back">
        <button
          type="button"
          class={isRestored ? 'framed' : 'framed primary'}
          onClick={() =>
            void (judged.length === 0
              ? workspace.setRestored(id, !isRestored)
              : workspace.say(
                  judged.map((pair) => ({ pair, fields: { judgement: null } })),
                  'pair',
                ))
          }
        >
          {judged.length > 0 ? own.takeBackJudged : isRestored ? messages.setApart : messages.takeBack}
        </button>
        <span class="quiet">
          {judged.length > 0
            ? own.takeBackJudgedHint(pairs.length)
            : isRestored
              ? messages.setApartConsequence(pairs.length)
              : messages.takeBackConsequence(pairs.length)}
        </span>
        {isRestored && pairs[0] !== undefined && (
          <button
            type="button"
            class="plain"
            onClick={() =>
              workspace.look({
                screen: 'compare',
                pair: pairs[0]?.id ?? null,
                picks: [],
                versions: false,
                difference: 0,
                compareTop: 0,
              })
            }
          >
            {messages.showInList}
          </button>
        )}
      </div>
      <h2>{messages.places(members.length)}</h2>
      <BoilerplatePlaces members={members} documents={documents} templates={templates} />
    </main>
  );
}
