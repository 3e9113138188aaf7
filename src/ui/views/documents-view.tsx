import { useMemo } from 'preact/hooks';
import type { AppState } from '../../app/state.ts';
import { choiceOfFilter, filterOfChoice, type ReadingFilter } from '../../core/overview/reading-marks.ts';
import type { Pair } from '../../core/reuse/pair.ts';
import type { Hit } from '../../core/review/find.ts';
import type { Correction } from '../../core/structure/speech.ts';
import type { Span } from '../../core/text/span.ts';
import { Outline } from '../components/outline.tsx';
import { ProjectActions } from '../components/project-actions.tsx';
import { Reading } from '../components/reading/reading.tsx';
import { useInterface } from '../hooks/context.ts';
import type { Memory } from '../hooks/use-made-once.ts';
import { useStable } from '../hooks/use-stable.ts';
import { useSurvey } from '../hooks/use-survey.ts';

const NO_PASSAGES: readonly Span[] = [];
const NO_CORRECTIONS: readonly Correction[] = [];
const NO_PAIRS: readonly Pair[] = [];

/**
 * 稿件: the documents with their speeches and measures, and the text of one with the structure and all that recurs in it.
 * `memory` keeps what took long to make.
 */
export function DocumentsView(props: {
  state: AppState;
  /** Null while nothing is known. */
  findings: readonly Pair[] | null;
  /** What was found of what is sought, in all documents. */
  hits: readonly Hit[];
  memory: Memory;
}) {
  const { state, findings, hits, memory } = props;
  const { workspace, messages } = useInterface();
  const survey = useSurvey(memory, state, findings ?? NO_PAIRS);
  const { documents, view, corrections, templates } = state;
  const { reading } = view;
  const filter = useMemo<ReadingFilter>(
    () => (survey === null ? { ...reading, group: null } : filterOfChoice(survey, reading)),
    [survey, reading],
  );
  const setFilter = useStable((changed: ReadingFilter) => {
    if (survey !== null) workspace.look({ reading: choiceOfFilter(survey, changed) });
  });
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
          survey={survey}
          decisions={state.decisions}
          filter={filter}
          onFilter={setFilter}
          isTemplate={templates.has(shown.document.id)}
          corrections={corrections.get(shown.document.id) ?? NO_CORRECTIONS}
          findings={state.stale ? null : (findings?.length ?? null)}
          isBusy={state.busy}
          undoable={state.undoable}
          at={view.documentAt}
          passages={passages}
          hits={hits}
          onBack={passages.length > 0 ? () => workspace.look({ screen: 'compare' }) : undefined}
        />
      )}
    </div>
  );
}
