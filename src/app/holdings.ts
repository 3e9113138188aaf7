import type { Decision } from '../core/review/decision.ts';
import { emptyDecision, isEmptyDecision } from '../core/review/decision.ts';
import type { Opinion } from '../core/review/opinion.ts';
import type { EarlierVersion } from '../core/review/project.ts';
import type { BoilerplateId, PairId } from '../core/reuse/pair.ts';
import type { Correction, StructuredDocument } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import {
  dropDocument,
  dropOpinion,
  putCorrections,
  putDecision,
  documentRecordOf,
  putDocumentRecord,
  putEarlier,
  putOpinion,
  putRestored,
  putRitualPhrases,
  putTemplate,
  type DocumentRecord,
  type StoredDocument,
} from '../storage/schema.ts';
import type { Step } from '../storage/journal.ts';
import { withText } from '../storage/snapshot.ts';
import type { Swap } from './commands.ts';
import type { Context } from './context.ts';
import type { Detecting } from './detecting.ts';
import type { History } from './history.ts';
import { inPlace, takeOut } from './places.ts';
import type { AppState } from './state.ts';

/**
 * A change of much of what the user has at once, as data: what is named gets this value, what is not stays. Null, an empty list,
 * and a decision that says nothing mean that there is none.
 */
export interface Delta {
  readonly documents: ReadonlyMap<DocumentId, DocumentRecord | null>;
  readonly corrections: ReadonlyMap<DocumentId, readonly Correction[]>;
  readonly templates: ReadonlyMap<DocumentId, boolean>;
  readonly earlier: ReadonlyMap<DocumentId, EarlierVersion<Blob> | null>;
  readonly decisions: ReadonlyMap<PairId, Decision>;
  readonly opinions: ReadonlyMap<PairId, readonly Opinion[]>;
  readonly restored: ReadonlyMap<BoilerplateId, boolean>;
  /** Undefined leaves the phrases as they are. */
  readonly ritualPhrases: readonly string[] | null | undefined;
}

/** The delta that changes nothing. */
export const NO_CHANGE: Delta = {
  documents: new Map(),
  corrections: new Map(),
  templates: new Map(),
  earlier: new Map(),
  decisions: new Map(),
  opinions: new Map(),
  restored: new Map(),
  ritualPhrases: undefined,
};

/** Changes much of what the user has in one step. Detecting anew is the caller's. */
export interface Holdings {
  /**
   * Writes a delta, with what remembers it in the history, in one step of storage, and shows it. False, with nothing changed,
   * when a document could not be read or `signal` was aborted before. Documents stand in their stored order afterwards. A
   * delta that looks at decisions is given as a function, which is asked again when documents are ready to be written: what
   * was decided while they were read counts.
   */
  change(delta: Delta | (() => Delta), what: Swap, name: string, signal: AbortSignal): Promise<boolean>;
  /** As `change`, to undo or redo one, together with `also`. */
  put(delta: Delta, also: Step): Promise<void>;
}

/** The part of the workspace that changes much at once. Its calls must not overlap. */
export function createHoldings(context: Context, detecting: Detecting, history: History): Holdings {
  const { store, client, storage, patch, stored: archive } = context;

  return {
    change: (given, what, name, signal) =>
      change(given, signal, (after, step, write) =>
        write({ kind: 'swap', what, name, before: inverse(after), after }, step),
      ),
    async put(delta, also) {
      const write = (_: Delta, step: Step) => storage.write([...step, ...also]);
      const isDone = await change(delta, new AbortController().signal, write);
      if (!isDone) await storage.write(also);
    },
  };

  async function change(
    given: Delta | (() => Delta),
    signal: AbortSignal,
    write: (delta: Delta, step: Step, remember: History['write']) => Promise<unknown>,
  ): Promise<boolean> {
    const asked = () => whole(typeof given === 'function' ? given() : given);
    const { documents, corrections } = asked();
    const structured: StructuredDocument[] = [];
    const come: StoredDocument[] = [];
    for (const [id, record] of documents) {
      if (record === null) continue;
      const stored = await withText(record);
      if (stored === null) return false;
      const own = corrections.get(id) ?? store.get().corrections.get(id) ?? [];
      const speeches = await detecting.structure(stored.document, own, signal);
      if (speeches.length === 0 || signal.aborted) return false;
      come.push(stored);
      structured.push({ document: stored.document, speeches });
    }
    await history.inTurn(async (remember) => {
      const delta = { ...asked(), documents, corrections };
      await write(delta, operationsOf(delta), remember);
      show(delta, come, structured);
    });
    return true;
  }

  /** Shows a delta that is on disk. */
  function show(
    delta: Delta,
    come: readonly StoredDocument[],
    structured: readonly StructuredDocument[],
  ): void {
    for (const id of delta.documents.keys()) takeOut(context, id);
    for (const stored of come) archive.set(stored.document.id, stored);
    const state = store.get();
    // The list itself stays where it says the same: a detection that runs is of it.
    const documents =
      delta.documents.size === 0
        ? state.documents
        : inPlace(
            [...state.documents.filter(({ document }) => !delta.documents.has(document.id)), ...structured],
            archive,
          );
    const isShown = (id: DocumentId | null) => id === null || archive.has(id);
    patch({
      documents,
      corrections: laid(state.corrections, delta.corrections, (list) => list.length === 0),
      templates: marked(state.templates, delta.templates),
      earlier: laid(state.earlier, delta.earlier, (version) => version === null),
      decisions: laid(state.decisions, delta.decisions, isEmptyDecision),
      opinions: laid(state.opinions, delta.opinions, (list) => list.length === 0),
      restored: marked(state.restored, delta.restored),
      ...(delta.ritualPhrases !== undefined && { ritualPhrases: delta.ritualPhrases }),
      ...([...delta.documents.values()].includes(null) && { detection: null, early: false }),
      stale: documents.length > 0 && (state.stale || isDetectedAnew(delta)),
      ...(!isShown(state.view.document) && { view: { ...state.view, document: null, documentAt: 0 } }),
    });
    if (delta.documents.size > 0) client.retain(documents.map(({ document }) => document.id));
  }

  /** With a document goes what is stored under its name. */
  function whole(delta: Delta): Delta {
    const { corrections, templates, earlier } = store.get();
    const gone = [...delta.documents].flatMap(([id, stored]) => (stored === null ? [id] : []));
    const of = <T>(ids: { has(id: DocumentId): boolean }, none: T) =>
      gone.filter((id) => ids.has(id)).map((id) => [id, none] as const);
    return {
      ...delta,
      corrections: new Map([...of(corrections, []), ...delta.corrections]),
      templates: new Map([...of(templates, false), ...delta.templates]),
      earlier: new Map([...of(earlier, null), ...delta.earlier]),
    };
  }

  function inverse(delta: Delta): Delta {
    const state = store.get();
    return {
      documents: before(delta.documents, (id) => recordOf(archive.get(id))),
      corrections: before(delta.corrections, (id) => state.corrections.get(id) ?? []),
      templates: before(delta.templates, (id) => state.templates.has(id)),
      earlier: before(delta.earlier, (id) => state.earlier.get(id) ?? null),
      decisions: before(delta.decisions, (pair) => state.decisions.get(pair) ?? emptyDecision(pair)),
      opinions: before(delta.opinions, (pair) => state.opinions.get(pair) ?? []),
      restored: before(delta.restored, (id) => state.restored.has(id)),
      ritualPhrases: delta.ritualPhrases === undefined ? undefined : state.ritualPhrases,
    };
  }

  function recordOf(stored: StoredDocument | undefined): DocumentRecord | null {
    return stored === undefined ? null : documentRecordOf(stored);
  }

  function operationsOf(delta: Delta): Step {
    const { opinions } = store.get();
    const all = [...delta.documents];
    return [
      ...all.flatMap(([id, stored]) => (stored === null ? dropDocument(id, archive.get(id)?.order) : [])),
      ...all.flatMap(([, stored]) => (stored === null ? [] : [putDocumentRecord(stored)])),
      ...[...delta.corrections].map(([id, list]) => putCorrections(id, list)),
      ...[...delta.templates].map(([id, isTemplate]) => putTemplate(id, isTemplate)),
      ...[...delta.earlier].map(([id, version]) => putEarlier(id, version)),
      ...[...delta.decisions.values()].map(putDecision),
      ...[...delta.opinions].flatMap(([pair, list]) => [
        ...(opinions.get(pair) ?? []).map(dropOpinion),
        ...list.map(putOpinion),
      ]),
      ...[...delta.restored].map(([id, isRestored]) => putRestored(id, isRestored)),
      ...(delta.ritualPhrases === undefined ? [] : [putRitualPhrases(delta.ritualPhrases)]),
    ];
  }
}

function isDetectedAnew({ documents, corrections, templates, ritualPhrases }: Delta): boolean {
  return documents.size + corrections.size + templates.size > 0 || ritualPhrases !== undefined;
}

function before<Key, Value>(
  change: ReadonlyMap<Key, unknown>,
  valueOf: (key: Key) => Value,
): ReadonlyMap<Key, Value> {
  return new Map([...change.keys()].map((key) => [key, valueOf(key)]));
}

/** The map with these entries laid over it, those that say nothing left out. */
function laid<Key, Value, Given extends Value | null>(
  map: ReadonlyMap<Key, Value>,
  change: ReadonlyMap<Key, Given>,
  isNothing: (value: Given) => boolean,
): ReadonlyMap<Key, Value> {
  if (change.size === 0) return map;
  const copy = new Map(map);
  for (const [key, value] of change) {
    if (value === null || isNothing(value)) copy.delete(key);
    else copy.set(key, value);
  }
  return copy;
}

function marked<Key>(set: ReadonlySet<Key>, change: ReadonlyMap<Key, boolean>): ReadonlySet<Key> {
  if (change.size === 0) return set;
  const copy = new Set(set);
  for (const [key, isIn] of change) {
    if (isIn) copy.add(key);
    else copy.delete(key);
  }
  return copy;
}

/** What of a state is in a project, a delta away from nothing. */
export function emptied(state: AppState): Delta {
  const none = <Key, Value>(keys: Iterable<Key>, value: (key: Key) => Value) =>
    new Map([...keys].map((key) => [key, value(key)] as const));
  return {
    documents: none(
      state.documents.map(({ document }) => document.id),
      () => null,
    ),
    corrections: none(state.corrections.keys(), () => []),
    templates: none(state.templates, () => false),
    earlier: none(state.earlier.keys(), () => null),
    decisions: none(state.decisions.keys(), emptyDecision),
    opinions: none(state.opinions.keys(), () => []),
    restored: none(state.restored, () => false),
    ritualPhrases: null,
  };
}
