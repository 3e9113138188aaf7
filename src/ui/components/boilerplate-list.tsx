import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { BoilerplateId } from '../../core/reuse/pair.ts';
import type { Apart } from '../../core/review/set-apart.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';
import { useInterface } from '../hooks/context.ts';
import { useScrollMemory } from '../hooks/use-scroll-memory.ts';
import { useVirtualList } from '../hooks/use-virtual-list.ts';

/** Height of a row in CSS pixels, to begin with; real heights are measured. */
const ROW_ESTIMATE = 58;
/** How much of a text a row shows, in UTF-16 units. */
const EXCERPT_MOST = 60;

/** What is set apart, the most frequent first, as a virtual list box. */
export function BoilerplateList(props: {
  entries: readonly Apart[];
  documents: ReadonlyMap<DocumentId, StructuredDocument>;
  restored: ReadonlySet<BoilerplateId>;
  speechCount: number;
  /** Index of the shown one. */
  chosen: number;
  top: number;
}) {
  const { entries, documents, restored, speechCount, chosen, top } = props;
  const { workspace, messages } = useInterface();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualList({
    count: entries.length,
    scroller,
    estimate: estimateRow,
    keyOf: useCallback((index) => entries[index]?.id ?? index, [entries]),
    kept: chosen,
  });
  useScrollMemory(scroller, 'list', top, (boilerplateTop) => workspace.look({ boilerplateTop }));
  const revealed = useRef(chosen);
  useEffect(() => {
    if (revealed.current !== chosen) list.reveal(chosen);
    revealed.current = chosen;
  }, [chosen]);

  return (
    <div
      ref={scroller}
      class="list"
      role="listbox"
      tabIndex={0}
      aria-label={messages.boilerplate}
      aria-activedescendant={rowId(chosen)}
    >
      <div class="rows" style={{ height: `${list.height}px` }}>
        {list.rows.map((row) => {
          const entry = entries[row.index];
          if (entry === undefined) return null;
          return (
            <div
              key={row.key}
              id={rowId(row.index)}
              ref={list.measure}
              data-index={row.index}
              data-testid="boilerplate"
              data-reason={entry.reason}
              class={restored.has(entry.id) ? 'finding apart restored' : 'finding apart'}
              role="option"
              aria-selected={row.index === chosen}
              aria-setsize={entries.length}
              aria-posinset={row.index + 1}
              style={{ transform: `translateY(${row.start}px)` }}
              onClick={() => workspace.look({ boilerplate: entry.id })}
            >
              <span class="excerpt">{excerptOf(entry)}</span>
              <span class="how">
                <span>{messages.inSpeechesShort(entry.speeches, speechCount)}</span>
                <span class="brief">{messages.boilerplateReasons[entry.reason].name}</span>
                {restored.has(entry.id) && <b>{messages.takenBack}</b>}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );

  function excerptOf({ members: [first] }: Apart): string {
    const text = first && documents.get(first.document)?.document.text;
    if (!first || text === undefined) return '';
    const { start, end } = first.span;
    return text
      .slice(start, Math.min(end, start + EXCERPT_MOST))
      .replace(/\s+/g, ' ')
      .trim();
  }
}

function estimateRow(): number {
  return ROW_ESTIMATE;
}

function rowId(index: number): string {
  return `boilerplate-${index}`;
}
