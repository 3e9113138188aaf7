import type { MadeFile } from '../core/draft/order.ts';
import { isMirrored, mirrored, type Opinion } from '../core/review/opinion.ts';
import type { Project, ProjectDocument } from '../core/review/project.ts';
import type { PairId } from '../core/reuse/pair.ts';
import { isEmptyDecision, type Decision } from '../core/review/decision.ts';
import type { DocumentId } from '../core/text/document.ts';
import { SETTINGS_KEY, type DocumentRecord } from '../storage/schema.ts';
import type { Context } from './context.ts';
import { emptied, NO_CHANGE, type Delta, type Holdings } from './holdings.ts';
import { lastPlace, placesFor } from './places.ts';
import { readFilter, readSettings } from './stored-state.ts';

/** Whole projects. Calls that change what is there must not overlap; detecting anew is the caller's. */
export interface Projects {
  /** Makes a file of everything; null when it was stopped or failed, which the state says. */
  pack(name: string): Promise<MadeFile | null>;
  /** Whether nothing is here that a project could take the place of. */
  isEmpty(): boolean;
  /** Puts a project in the place of what is there. */
  replace(project: Project<Blob>, signal: AbortSignal): Promise<void>;
  /**
   * Takes a project in beside what is there: the documents that are not here yet, the decisions where there are none, and all of
   * them as the opinions of `reviewer`.
   */
  add(project: Project<Blob>, reviewer: string, signal: AbortSignal): Promise<void>;
  /** Makes another's judgement the user's own, or puts it away. */
  settle(opinion: Opinion, isAdopted: boolean): Promise<void>;
}

/** The part of the workspace that saves and opens projects. */
export function createProjects(context: Context, holdings: Holdings): Projects {
  const { store, client, storage, work, patch, stored: archive } = context;

  return {
    async pack(name) {
      const job = work.begin('exporting');
      const outcome = await client.packProject(current(), name, job.signal, job.progress);
      job.end();
      if (outcome.kind === 'worker-failed') patch({ fault: 'export-failed' });
      else if (store.get().fault === 'export-failed') patch({ fault: null });
      return outcome.kind === 'done' ? outcome.value : null;
    },

    isEmpty() {
      const { documents, decisions } = store.get();
      // Of the example only what was decided is the user's.
      return documents.every(({ document }) => document.origin === 'example') && decisions.size === 0;
    },

    async replace(project, signal) {
      const last = lastPlace(context);
      const documents = recordsOf(project.documents, (_, index) => last + index + 1);
      const templates = new Map(project.templates.map((id) => [id, true]));
      const isDone = await holdings.change(
        () => {
          const empty = emptied(store.get());
          return {
            documents: new Map([...empty.documents, ...documents]),
            corrections: new Map([...empty.corrections, ...correctionsOf(project.documents)]),
            templates: new Map([...empty.templates, ...templates]),
            earlier: new Map([...empty.earlier, ...project.earlier]),
            decisions: new Map([...empty.decisions, ...byPair(project.decisions)]),
            opinions: new Map([...empty.opinions, ...opinionsByPair(project.opinions)]),
            restored: new Map([...empty.restored, ...project.restored.map((id) => [id, true] as const)]),
            ritualPhrases: project.ritualPhrases,
          };
        },
        'opened',
        project.reviewer,
        signal,
      );
      if (!isDone) return;
      const { reasons } = project.settings;
      if (Array.isArray(reasons) && store.get().settings.reasons === null) {
        const change = { reasons: readSettings(project.settings).reasons };
        patch({ settings: { ...store.get().settings, ...change } });
        await storage.write([{ kind: 'merge', key: SETTINGS_KEY, change }]);
      }
      const { view } = store.get();
      const filter = project.settings['filter'];
      if (filter !== undefined)
        patch({ view: { ...view, filter: readFilter(filter), pair: null, picks: [] } });
    },

    async add(project, reviewer, signal) {
      const state = store.get();
      const isExample = state.documents.every(({ document }) => document.origin === 'example');
      const example = isExample ? emptied(state).documents : NO_CHANGE.documents;
      const wanted = project.documents.filter(({ header }) => !archive.has(header.id));
      const documents = recordsOf(wanted, placesFor(context));
      const theirs = new Map(project.documents.map(({ header }, index) => [header.id, index]));
      const ours = new Map([...archive, ...documents].map(([id, { order }]) => [id, order]));
      const here = (decision: Decision): Decision =>
        isMirrored(decision.pair, theirs, ours) ? mirrored(decision) : decision;
      const isTheir = (id: string) => documents.has(id);
      const opinions = [
        ...project.decisions.map((decision) => ({ reviewer, decision })),
        ...project.opinions.filter((opinion) => opinion.reviewer !== reviewer),
      ].map((opinion) => ({ ...opinion, decision: here(opinion.decision) }));
      const isOpen = ({ pair }: Decision) => {
        const own = store.get().decisions.get(pair);
        return own === undefined || isEmptyDecision(own);
      };
      await holdings.change(
        () => ({
          documents: new Map([...example, ...documents]),
          corrections: correctionsOf(wanted),
          templates: new Map(project.templates.filter(isTheir).map((id) => [id, true])),
          earlier: new Map(project.earlier.filter(([id]) => isTheir(id))),
          decisions: byPair(project.decisions.filter(isOpen).map(here)),
          opinions: new Map(
            [...opinionsByPair(opinions)].map(([pair, list]) => [
              pair,
              joined(store.get().opinions.get(pair), list),
            ]),
          ),
          restored: new Map(project.restored.map((id) => [id, true])),
          ritualPhrases: undefined,
        }),
        'added',
        reviewer,
        signal,
      );
    },

    async settle(opinion, isAdopted) {
      const { opinions, decisions } = store.get();
      const { pair, note } = opinion.decision;
      const others = (opinions.get(pair) ?? []).filter(({ reviewer }) => reviewer !== opinion.reviewer);
      const own = decisions.get(pair)?.note ?? '';
      await holdings.change(
        isAdopted
          ? { ...NO_CHANGE, decisions: byPair([{ ...opinion.decision, note: note === '' ? own : note }]) }
          : { ...NO_CHANGE, opinions: new Map([[pair, others]]) },
        isAdopted ? 'adopted' : 'dismissed',
        opinion.reviewer,
        new AbortController().signal,
      );
    },
  };

  function current(): Project<Blob> {
    const { documents, corrections, templates, decisions, opinions, earlier, ...state } = store.get();
    return {
      reviewer: state.settings.reviewer,
      documents: documents.flatMap(({ document: { text: _text, ...header } }) => {
        const stored = archive.get(header.id);
        if (stored === undefined) return [];
        const { bytes, utf8 } = stored;
        return [{ header, bytes, utf8, corrections: corrections.get(header.id) ?? [] }];
      }),
      templates: documents.map(({ document }) => document.id).filter((id) => templates.has(id)),
      decisions: [...decisions.values()],
      opinions: [...opinions.values()].flat(),
      earlier: documents.flatMap(({ document: { id } }) => {
        const version = earlier.get(id);
        return version === undefined ? [] : [[id, version] as const];
      }),
      ritualPhrases: state.ritualPhrases,
      restored: [...state.restored],
      settings: { filter: state.view.filter, reasons: state.settings.reasons },
    };
  }
}

/** The records of documents, each with its place. */
function recordsOf(
  documents: readonly ProjectDocument<Blob>[],
  placeOf: (id: DocumentId, index: number) => number,
): ReadonlyMap<DocumentId, DocumentRecord> {
  return new Map(
    documents.map(({ header, bytes, utf8 }, i) => [
      header.id,
      { header, bytes, utf8, order: placeOf(header.id, i) },
    ]),
  );
}

function correctionsOf(documents: readonly ProjectDocument<Blob>[]): Delta['corrections'] {
  return new Map(documents.map(({ header, corrections }) => [header.id, corrections]));
}

function byPair(decisions: readonly Decision[]): ReadonlyMap<PairId, Decision> {
  return new Map(decisions.map((decision) => [decision.pair, decision]));
}

function opinionsByPair(opinions: readonly Opinion[]): ReadonlyMap<PairId, readonly Opinion[]> {
  const lists = new Map<PairId, Opinion[]>();
  for (const opinion of opinions) {
    const list = lists.get(opinion.decision.pair);
    if (list === undefined) lists.set(opinion.decision.pair, [opinion]);
    else list.push(opinion);
  }
  return lists;
}

/** What is there with what has come: of one reviewer the newest alone. */
function joined(there: readonly Opinion[] = [], come: readonly Opinion[]): readonly Opinion[] {
  const names = new Set(come.map(({ reviewer }) => reviewer));
  return [...there.filter(({ reviewer }) => !names.has(reviewer)), ...come];
}
