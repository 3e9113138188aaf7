import { useCallback, useRef } from 'preact/hooks';
import type { Passage } from '../../core/reuse/pair.ts';
import { placeOf } from '../../core/structure/place.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';
import { useInterface } from '../hooks/context.ts';
import { useVirtualList } from '../hooks/use-virtual-list.ts';

/** Height of a row in CSS pixels, to begin with. */
const ROW_ESTIMATE = 33;

/** Where a passage stands: who says it, in which item, of which speech, and the way there. A virtual list. */
export function BoilerplatePlaces(props: {
  members: readonly Passage[];
  documents: ReadonlyMap<DocumentId, StructuredDocument>;
  templates: ReadonlySet<DocumentId>;
}) {
  const { members, documents, templates } = props;
  const { messages } = useInterface();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualList({
    count: members.length,
    scroller,
    estimate: estimateRow,
    keyOf: useCallback((index) => index, [members]),
    kept: null,
  });
  return (
    <div ref={scroller} class="scroll" tabIndex={0} aria-label={messages.places(members.length)}>
      <ul class="rows" style={{ height: `${list.height}px` }}>
        {list.rows.map((row) => {
          const member = members[row.index];
          const structured = member && documents.get(member.document);
          if (!member || !structured) return null;
          return (
            <li
              key={row.key}
              ref={list.measure}
              data-index={row.index}
              data-testid="place"
              class="place-row"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <PlaceRow member={member} structured={structured} isTemplate={templates.has(member.document)} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function PlaceRow(props: { member: Passage; structured: StructuredDocument; isTemplate: boolean }) {
  const { member, structured, isTemplate } = props;
  const { workspace, messages } = useInterface();
  const speech = structured.speeches[member.speech];
  if (speech === undefined) return null;
  return (
    <>
      <b>{speech.speaker || messages.unknownSpeaker}</b>
      <span>{messages.place(placeOf(speech, member.measure, member.paragraph))}</span>
      <span class="title">{speech.title || structured.document.name}</span>
      {isTemplate && <span class="badge">{messages.template}</span>}
      <button
        type="button"
        class="plain"
        onClick={() =>
          workspace.look({
            screen: 'documents',
            document: member.document,
            documentAt: member.span.start,
          })
        }
      >
        {messages.openInDocument}
      </button>
    </>
  );
}

function estimateRow(): number {
  return ROW_ESTIMATE;
}
