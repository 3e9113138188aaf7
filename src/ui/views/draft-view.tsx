import { useMemo, useState } from 'preact/hooks';
import type { AppState } from '../../app/state.ts';
import { planDrafts } from '../../core/draft/draft.ts';
import {
  isWordDocument,
  orderOf,
  pairsOfPlans,
  type DraftFormat,
  type WordWay,
} from '../../core/draft/order.ts';
import { removedPlaces, type DraftPlan } from '../../core/draft/plan.ts';
import type { Pair } from '../../core/reuse/pair.ts';
import type { Groups } from '../../core/review/groups.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';
import { languageFor } from '../../i18n/index.ts';
import { DraftExport } from '../components/draft-export.tsx';
import { DraftList } from '../components/draft-list.tsx';
import { DraftGalley } from '../components/draft-galley.tsx';
import { useInterface } from '../hooks/context.ts';

/** A document with what becomes of it. */
export interface Drafted {
  readonly structured: StructuredDocument;
  readonly plan: DraftPlan;
}

/** 定稿: every document as it will be by the decisions, and the ways to take it away. */
export function DraftView(props: {
  state: AppState;
  findings: readonly Pair[] | null;
  groups: Groups | null;
  onReport: () => void;
}) {
  const { state, findings, groups } = props;
  const { workspace, messages } = useInterface();
  const words = messages.draftWords;
  const { documents, decisions, view } = state;
  const drafts = useMemo((): readonly Drafted[] => {
    if (findings === null || groups === null) return [];
    const plans = planDrafts({ documents, pairs: findings, groups, decisions });
    return documents.map((structured, index) => ({ structured, plan: plans[index] as DraftPlan }));
  }, [documents, findings, groups, decisions]);
  const pairs = useMemo(
    () =>
      new Map(
        pairsOfPlans(
          drafts.map(({ plan }) => plan),
          findings ?? [],
        ).map((pair) => [pair.id, pair]),
      ),
    [drafts, findings],
  );
  const removing = useMemo(
    () => new Set(drafts.flatMap(({ plan }) => removedPlaces(plan.edits).flatMap((place) => place.pairs))),
    [drafts],
  );
  /** Where the reader asked to go; a new one each time, so that the same place can be asked for again. */
  const [goal, setGoal] = useState({ at: view.documentAt });
  const isChanged = drafts.some(({ plan }) => plan.edits.length + plan.conflicts.length > 0);
  const shown =
    drafts.find(({ plan }) => plan.document === view.document) ?? drafts.find(hasChanges) ?? drafts[0];

  if (!isChanged || shown === undefined) {
    return (
      <main class="draft empty">
        <h1>{words.nothing}</h1>
        <p>{words.nothingHint}</p>
        <button type="button" class="framed" onClick={() => workspace.look({ screen: 'compare' })}>
          {words.toCompare}
        </button>
        <button type="button" class="plain" onClick={props.onReport}>
          {messages.report.open} <kbd>R</kbd>
        </button>
      </main>
    );
  }
  return (
    <div class="work">
      <aside class="panel drafts" aria-label={messages.documents}>
        <DraftList drafts={drafts} shown={shown} onGo={go} />
        <DraftExport
          count={drafts.length}
          isWord={isWordDocument(shown.structured.document)}
          hasWord={documents.some(({ document }) => isWordDocument(document))}
          way={state.settings.wordWay}
          onWay={(wordWay) => void workspace.set({ wordWay })}
          make={make}
          onReport={props.onReport}
        />
      </aside>
      <DraftGalley
        key={shown.plan.document}
        drafted={shown}
        documents={documents}
        pairs={pairs}
        decisions={decisions}
        removing={removing}
        view={view}
        goal={goal}
      />
    </div>
  );

  function go(document: DocumentId, at: number): void {
    setGoal({ at });
    workspace.step({ document, documentAt: at });
  }

  function make(format: DraftFormat, way: WordWay) {
    const plans = format === 'zip' ? drafts.map(({ plan }) => plan) : [(shown as Drafted).plan];
    const language = state.settings.language ?? languageFor(navigator.languages);
    const found = { pairs: findings ?? [], decisions };
    const revision = way === 'new' ? null : { manner: way, date: localDate(new Date()) };
    return workspace.exportDrafts(orderOf(format, plans, found, language, revision));
  }
}

/** A date as Word writes those of revisions: local time, with a Z that it does not mean. */
function localDate(date: Date): string {
  const minutes = date.getTimezoneOffset();
  return `${new Date(date.getTime() - minutes * 60_000).toISOString().slice(0, 19)}Z`;
}

function hasChanges({ plan }: Drafted): boolean {
  return plan.edits.length + plan.conflicts.length > 0;
}
