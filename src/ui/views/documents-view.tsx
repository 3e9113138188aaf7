import { useMemo } from 'preact/hooks';
import type { AppState } from '../../app/state.ts';
import { Outline } from '../components/outline.tsx';
import { Reading } from '../components/reading.tsx';
import { useInterface } from '../hooks/context.ts';

/** 稿件: the documents with their speeches and measures, and the text of one with the structure in it. */
export function DocumentsView({ state }: { state: AppState }) {
  const { workspace, messages } = useInterface();
  const { documents, view, corrections, templates } = state;
  const shown = useMemo(
    () => documents.find(({ document }) => document.id === view.document) ?? documents[0],
    [documents, view.document],
  );
  return (
    <div class="work">
      <aside class="panel" aria-label={messages.outline}>
        <Outline
          documents={documents}
          failures={state.failures}
          corrections={corrections}
          templates={templates}
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
        />
      )}
    </div>
  );
}
