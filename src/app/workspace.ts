import type { Comparison } from '../core/diff/comparison.ts';
import type { Synopsis } from '../core/diff/synopsis.ts';
import type { DraftOrder, MadeFile, NotMade } from '../core/draft/order.ts';
import type { ReportOrder, ReportSource } from '../core/report/order.ts';
import type { Judgement } from '../core/review/decision.ts';
import type { Saying } from '../core/review/group-decisions.ts';
import type { BoilerplateId, PairId } from '../core/reuse/pair.ts';
import type { Correction, StructuredDocument } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import type { Snapshot } from '../storage/snapshot.ts';
import type { Storage, StorageFault } from '../storage/storage.ts';
import type { WorkerClient } from '../worker/client.ts';
import type { HistoryEntry, Reach } from './commands.ts';
import type { Context } from './context.ts';
import { createDeciding } from './deciding.ts';
import { createDetecting } from './detecting.ts';
import { createExporting } from './exporting.ts';
import type { ExampleText } from './example.ts';
import { createHistory, historyOf, type Clock } from './history.ts';
import { createLoading, type LoadSource } from './loading.ts';
import { createNeighbours, type Channel } from './neighbours.ts';
import { createQueue } from './queue.ts';
import { createRestoring } from './restoring.ts';
import { createShelf, type CorrectionOutcome } from './shelf.ts';
import { INITIAL_STATE, type AppState, type Settings, type View, type Work } from './state.ts';
import { createStore, type Store } from './store.ts';
import { readSettings, readView } from './stored-state.ts';
import { createTuning } from './tuning.ts';
import { createUndoing } from './undoing.ts';
import { createViewing } from './viewing.ts';
import { createWorkBoard, type Job } from './work.ts';

export type { FileSource, LoadSource } from './loading.ts';

/**
 * Everything that the user can do. The only place that joins worker, storage and state.
 * No call throws: what goes wrong is in the state (`failures`, `storageProblem`, `fault`).
 */
export interface Workspace {
  readonly store: Store<AppState>;
  /** Reads what is stored; on a first visit opens the example. */
  open(): Promise<void>;
  load(sources: readonly LoadSource[]): Promise<void>;
  paste(text: string, html?: string): Promise<void>;
  openExample(): Promise<void>;
  removeDocument(id: DocumentId): Promise<void>;
  dismissFailure(id: string): void;
  /** Adds a correction to a document's structure and detects anew; resolves when that has ended. */
  correct(id: DocumentId, correction: Correction): Promise<CorrectionOutcome>;
  /** Takes the corrections at these indices of the document's list back: what was guessed is there again. */
  uncorrect(id: DocumentId, indices: ReadonlySet<number>): Promise<void>;
  /** Takes all corrections of a document back. */
  resetCorrections(id: DocumentId): Promise<void>;
  /** Resolves when the decision is on disk; the state shows it only then. Null takes the judgement back. */
  decide(pair: PairId, judgement: Judgement | null): Promise<void>;
  /** Stores a note; `visit` names a stretch of typing, which is undone as one. */
  note(pair: PairId, note: string, visit?: string): Promise<void>;
  /** Says something of pairs, of each what is named alone, as one step that is on disk when this resolves. */
  say(all: readonly Saying[], reach: Reach, visit?: string): Promise<void>;
  /** Replaces the list of ritual phrases and detects anew; null brings back the one that ships. */
  setRitualPhrases(phrases: readonly string[] | null): Promise<void>;
  /** Names a document as a template, whose text is no finding, or takes that back; detects anew. */
  setTemplate(id: DocumentId, isTemplate: boolean): Promise<void>;
  /** Takes boilerplate back among the findings, or sets it apart again; nothing is detected for it. */
  setRestored(id: BoilerplateId, isRestored: boolean): Promise<void>;
  /** Undoes the last changes of decisions, notes, boilerplate, settings of detection, structure or documents. */
  undo(steps?: number): Promise<void>;
  /** Does again what was undone last. */
  redo(steps?: number): Promise<void>;
  /** A step of the history by its key; null when it cannot be read. */
  readStep(key: string): Promise<HistoryEntry | null>;
  /** Compares two texts off the main thread; null when it was stopped, another was asked for since, or the worker failed. */
  compare(a: string, b: string, signal: AbortSignal): Promise<Comparison | null>;
  /** Sets several texts against one of them off the main thread; null as for `compare`. */
  collate(texts: readonly string[], base: number, signal: AbortSignal): Promise<Synopsis | null>;
  /**
   * Makes a file of drafts off the main thread, or says why it cannot be made; null when it was stopped, another was asked
   * for since, or the worker failed.
   */
  exportDrafts(order: DraftOrder): Promise<MadeFile | NotMade | null>;
  /** Makes a report off the main thread; null as for `exportDrafts`. */
  exportReport(order: ReportOrder, source: ReportSource): Promise<MadeFile | null>;
  /** Changes what the user is looking at, and stores it without making anyone wait. */
  look(change: Partial<View>): void;
  set(change: Partial<Settings>): Promise<void>;
  /** Writes what `look` has not written yet; for when the page is about to go. */
  flush(): void;
  /** Stops what `work` names; what was there before stays. A cancelled detection leaves the state `stale`. */
  cancel(): void;
  /** Detects anew when what is shown is stale. */
  detectAgain(): Promise<void>;
  /** Removes everything that the page has stored, and starts empty. */
  eraseAll(): Promise<void>;
}

/** What a workspace joins. */
export interface Parts {
  readonly client: WorkerClient;
  openStorage(onFault: (fault: StorageFault | null) => void): Storage;
  readonly example: readonly ExampleText[];
  /** Names the version of structure and detection: what another one derived is made anew. */
  readonly derivedVersion: string;
  readonly clock?: Clock;
  /** The way to the other pages over the same storage; none when they cannot hear one another. */
  readonly channel?: Channel | null;
}

/** The time as the machine has it, and a name that no other page is likely to have. */
const MACHINE: Clock = { now: () => Date.now(), page: Math.random().toString(36).slice(2, 10) };

/** What is stopped before what: an export does not wait for the detection that was begun earlier. */
const KINDS: readonly Work['kind'][] = ['importing', 'exporting', 'detecting'];

/** A workspace over these parts, not opened yet. */
export function createWorkspace(parts: Parts): Workspace {
  const { client, openStorage, example, derivedVersion } = parts;
  const store = createStore(INITIAL_STATE);
  const patch = (change: Partial<AppState>) => store.set({ ...store.get(), ...change });
  /** Whether a record was left out when storage was read: the user must know, also after later writes succeed. */
  let damaged = false;
  const storage = openStorage((fault) => {
    const storageProblem = fault ?? (damaged ? 'damaged' : null);
    if (storageProblem !== store.get().storageProblem) patch({ storageProblem });
  });
  const work = createWorkBoard(patch);
  const context: Context = { store, client, storage, work, derivedVersion, stored: new Map(), patch };
  const history = createHistory(context, parts.clock ?? MACHINE);
  const neighbours = createNeighbours(context, history, parts.channel ?? null);
  const detecting = createDetecting(context);
  const loading = createLoading(context, detecting, history);
  const shelf = createShelf(context, detecting, history);
  const tuning = createTuning(context, history);
  const deciding = createDeciding(context, history, neighbours);
  const restoring = createRestoring(context, history);
  const undoing = createUndoing(context, history, {
    deciding,
    restoring,
    tuning,
    shelf,
    neighbours,
    changeDocuments: (change) => inDocumentOrder(change),
  });
  const viewing = createViewing(context);
  const exporting = createExporting(context);
  // Documents change one step at a time, and so do decisions, which must not wait for a large file.
  const inDocumentOrder = createQueue();
  const inDecisionOrder = createQueue();

  return {
    store,
    open: () => inDocumentOrder(open).then(detectIfStale),
    load: (sources) =>
      sources.length === 0 ? Promise.resolve() : bringIn((job) => loading.load(sources, job)),
    paste: (text, html = '') => bringIn((job) => loading.paste(text, html, job)),
    openExample: () => bringIn(addExample),
    removeDocument: (id) => changeDocuments(() => shelf.remove(id)),
    dismissFailure: (id) => patch({ failures: store.get().failures.filter((failure) => failure.id !== id) }),
    correct: (id, correction) => changeDocuments(() => shelf.correct(id, correction)),
    uncorrect: (id, indices) => changeDocuments(() => shelf.uncorrect(id, indices)),
    resetCorrections: (id) =>
      changeDocuments(() => shelf.uncorrect(id, new Set(store.get().corrections.get(id)?.keys()))),
    decide: (pair, judgement) => say([{ pair, fields: { judgement } }], 'pair'),
    note: (pair, note, visit) => say([{ pair, fields: { note } }], 'pair', visit),
    say,
    setRitualPhrases: (phrases) => changeDocuments(() => tuning.setPhrases(phrases)),
    setTemplate: (id, isTemplate) => changeDocuments(() => tuning.setTemplate(id, isTemplate)),
    setRestored: (id, isRestored) => inDecisionOrder(() => restoring.set(id, isRestored)),
    undo: (steps = 1) => walk(steps, true),
    redo: (steps = 1) => walk(steps, false),
    readStep: history.read,
    compare,
    collate,
    exportDrafts: exporting.make,
    exportReport: exporting.report,
    look: viewing.look,
    flush: viewing.flush,
    set: (change) => viewing.set(change),
    cancel: () => work.cancel(KINDS.find(work.isRunning) ?? 'detecting'),
    detectAgain: detectIfStale,
    eraseAll,
  };

  async function compare(a: string, b: string, signal: AbortSignal): Promise<Comparison | null> {
    const outcome = await client.compare(a, b, signal);
    if (outcome.kind === 'worker-failed') patch({ fault: 'worker-failed' });
    return outcome.kind === 'done' ? outcome.value : null;
  }

  async function collate(
    texts: readonly string[],
    base: number,
    signal: AbortSignal,
  ): Promise<Synopsis | null> {
    const outcome = await client.collate(texts, base, signal);
    if (outcome.kind === 'worker-failed') patch({ fault: 'worker-failed' });
    return outcome.kind === 'done' ? outcome.value : null;
  }

  async function open(): Promise<void> {
    client.start();
    const snapshot = await storage.open();
    damaged = snapshot.damaged > 0;
    patch({
      corrections: snapshot.corrections,
      decisions: snapshot.decisions,
      ritualPhrases: snapshot.ritualPhrases,
      templates: snapshot.templates,
      restored: snapshot.restored,
      ...historyOf(snapshot),
      settings: readSettings(snapshot.settings),
      view: readView(snapshot.view),
      storageProblem: store.get().storageProblem ?? (damaged ? 'damaged' : null),
    });
    if (snapshot.isFirstVisit) await addExample(work.begin('importing'));
    else await reopen(snapshot);
    patch({ opened: true });
  }

  async function reopen({ documents: all, corrections }: Snapshot): Promise<void> {
    const job = work.begin('importing');
    const documents: StructuredDocument[] = [];
    for (const stored of all) {
      const { document } = stored;
      context.stored.set(document.id, stored);
      const own = corrections.get(document.id) ?? [];
      documents.push({ document, speeches: await detecting.structure(document, own, job.signal) });
      job.progress(documents.length / all.length);
    }
    // Without its structure (the worker failed, or the user would not wait) a stored detection points nowhere.
    const isWhole = documents.every(({ speeches }) => speeches.length > 0);
    const detection = documents.length > 0 && isWhole ? await detecting.stored(documents) : null;
    patch({ documents, detection, stale: documents.length > 0 && detection === null });
    job.end();
  }

  async function addExample(job: Job): Promise<void> {
    if (store.get().documents.length === 0) await loading.openExample(example, job);
    else job.end();
  }

  /** Brings new documents in; what runs makes way, and is taken up again with whatever has come. */
  async function bringIn(load: (job: Job) => Promise<void>): Promise<void> {
    const job = work.begin('importing');
    work.cancel('detecting');
    await inDocumentOrder(() => load(job));
    await detectIfStale();
  }

  async function changeDocuments<T>(change: () => Promise<T>): Promise<T> {
    const outcome = await inDocumentOrder(change);
    await detectIfStale();
    return outcome;
  }

  async function detectIfStale(): Promise<void> {
    if (store.get().stale) await detecting.detect();
  }

  function say(all: readonly Saying[], reach: Reach, visit?: string): Promise<void> {
    return inDecisionOrder(() => deciding.say(all, reach, visit));
  }

  async function walk(steps: number, isUndo: boolean): Promise<void> {
    await inDecisionOrder(() => undoing.walk(steps, isUndo));
    void detectIfStale();
  }

  async function eraseAll(): Promise<void> {
    work.cancel('importing');
    work.cancel('detecting');
    // Nothing may be written behind the erasure that was meant before it.
    await inDecisionOrder(() => inDocumentOrder(erase));
  }

  async function erase(): Promise<void> {
    viewing.forget();
    damaged = false;
    await storage.erase();
    context.stored.clear();
    history.clear();
    patch({ ...INITIAL_STATE, opened: true, storageProblem: store.get().storageProblem });
    client.retain([]);
  }
}
