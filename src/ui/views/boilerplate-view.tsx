import { useMemo } from 'preact/hooks';
import type { AppState } from '../../app/state.ts';
import { asApart, type Apart } from '../../core/review/set-apart.ts';
import { BoilerplateEntry } from '../components/boilerplate-entry.tsx';
import { BoilerplateList } from '../components/boilerplate-list.tsx';
import { useInterface } from '../hooks/context.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';

/** 套话: what recurs and is no finding, each with its reason and its places, and the way to count it as one. */
export function BoilerplateView(props: {
  state: AppState;
  /** What the user set apart. */
  apart: readonly Apart[];
  onPhrases: () => void;
}) {
  const { state, apart, onPhrases } = props;
  const { workspace, messages } = useInterface();
  const { documents, detection, restored, templates, view } = state;
  // What is found early has none yet, and says nothing of what there will be.
  const isKnown = detection !== null && !state.early;
  const byId = useMemo(() => new Map(documents.map((d) => [d.document.id, d])), [documents]);
  const entries = useMemo(() => [...apart, ...asApart(detection?.boilerplate ?? [])], [apart, detection]);
  const index = useMemo(
    () =>
      Math.max(
        0,
        entries.findIndex(({ id }) => id === view.boilerplate),
      ),
    [entries, view.boilerplate],
  );
  const shown = entries[index];
  const step = (by: number) => {
    const to = entries[index + by];
    if (to !== undefined) workspace.look({ boilerplate: to.id });
  };
  useShortcuts((command) => {
    if (command !== 'previous-pair' && command !== 'next-pair') return false;
    step(command === 'next-pair' ? 1 : -1);
    return true;
  });

  return (
    <div class="work">
      <aside class="panel" aria-label={messages.boilerplate}>
        <div class="boilerplate-head">
          <p>{messages.boilerplateHint}</p>
          <button type="button" class="plain" onClick={onPhrases}>
            {messages.editRitualPhrases}
          </button>
        </div>
        {entries.length > 0 && (
          <BoilerplateList
            entries={entries}
            documents={byId}
            restored={restored}
            speechCount={detection?.speechCount ?? 0}
            chosen={index}
            top={view.boilerplateTop}
          />
        )}
      </aside>
      {shown === undefined ? (
        <main class="boilerplate empty">
          <h1>{isKnown ? messages.noBoilerplate : messages.boilerplate}</h1>
          {isKnown && <p>{messages.noBoilerplateHint}</p>}
        </main>
      ) : (
        <BoilerplateEntry
          key={shown.id}
          entry={shown}
          documents={byId}
          templates={templates}
          isRestored={restored.has(shown.id)}
          speechCount={detection?.speechCount ?? 0}
        />
      )}
    </div>
  );
}
