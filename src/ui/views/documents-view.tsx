import { useMemo } from 'preact/hooks';
import type { AppState } from '../../app/state.ts';
import type { Pair } from '../../core/reuse/pair.ts';
import type { Span } from '../../core/text/span.ts';
import { Outline } from '../components/outline.tsx';
import { ProjectActions } from '../components/project-actions.tsx';
import { Reading } from '../components/reading.tsx';
import { useInterface } from '../hooks/context.ts';

const NO_PASSAGES: readonly Span[] = [];

/** 稿件: the documents with their speeches and measures, and the text of one with the structure in it. */
export function DocumentsView({ state, findings }: { state: AppState; findings: readonly Pair[] | null }) {
  const { workspace, messages } = useInterface();
  const { documents, view, corrections, templates } = state;
  const shown = useMemo(
    () => documents.find(({ document }) => document.id === view.document) ?? documents[0],
    [documents, view.document],
  );
  // What came from the comparison sees its passages, and goes back there.
  const passages = useMemo(() => {
    const pair = findings?.find(({ id }) => id === view.pair);
    if (pair === undefined || shown === undefined) return NO_PASSAGES;
    return [pair.a, pair.b].filter(({ document }) => document === shown.document.id).map(({ span }) => span);
  }, [findings, view.pair, shown]);
  const cameFromPair = passages.some(({ start }) => start === view.documentAt);
  return (
    <div class="work">
      <aside class="panel" aria-label={messages.outline}>
        <Outline
          documents={documents}
          failures={state.failures}
          corrections={corrections}
          templates={templates}
          earlier={state.earlier}
          picks={view.picks}
          shown={shown?.document.id ?? null}
        />
        {view.picks.length === 1 && (
          <div class="list-foot" role="status">
            <span>{messages.pickAnother}</span>
            <button type="button" class="plain" onClick={() => workspace.look({ picks: [] })}>
              {messages.clearPicks}
            </button>
          </div>
        )}
        <ProjectActions state={state} />
      </aside>
      {shown === undefined ? (
        <main class="reading empty">
          <h1 class="unseen">{messages.documents}</h1>
          <p>{messages.chooseDocument}</p>
        </main>
      ) : (
        <Reading
          key={shown.document.id}
          structured={shown}
          isTemplate={templates.has(shown.document.id)}
          at={view.documentAt}
          passages={passages}
          onBack={cameFromPair ? () => workspace.look({ screen: 'compare' }) : undefined}
        />
      )}
    </div>
  );
}
