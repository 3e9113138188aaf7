import type { Comparison } from '../core/diff/comparison.ts';
import type { Synopsis } from '../core/diff/synopsis.ts';
import type { DraftOrder, MadeFile, NotMade } from '../core/draft/order.ts';
import type { ReportOrder, ReportSource } from '../core/report/order.ts';
import type { Judgement } from '../core/review/decision.ts';
import type { Opinion } from '../core/review/opinion.ts';
import type { Saying } from '../core/review/group-decisions.ts';
import type { BoilerplateId, PairId } from '../core/reuse/pair.ts';
import type { Correction, StructuredDocument } from '../core/structure/speech.ts';
import type { TableReading, TableReadings, TableSample } from '../core/table/table-reading.ts';
import type { DocumentId } from '../core/text/document.ts';
import { readText, type Snapshot } from '../storage/snapshot.ts';
import type { Storage, StorageFault } from '../storage/storage.ts';
import type { Outcome, WorkerClient } from '../worker/client.ts';
import type { AddressBar } from './address-bar.ts';
import { createAddressing } from './addressing.ts';
import { createColumns } from './columns.ts';
import { createAsking, reviewerOf } from './asking.ts';
import type { HistoryEntry, Reach } from './commands.ts';
import type { Context } from './context.ts';
import { createDeciding } from './deciding.ts';
import { createDetecting } from './detecting.ts';
import { createExporting } from './exporting.ts';
import type { ExampleText } from './example.ts';
import { createHoldings } from './holdings.ts';
import { createLoading, type FileSource, type LoadSource } from './loading.ts';
import { createProjects } from './projects.ts';
import { createHistory, historyOf, type Clock } from './history.ts';
import { createNeighbours, type Channel } from './neighbours.ts';
import { createQueue } from './queue.ts';
import { createRestoring } from './restoring.ts';
import { createRevising } from './revising.ts';
import { createShelf, type CorrectionOutcome } from './shelf.ts';
import {
  INITIAL_STATE,
  type Answer,
  type AppState,
  type ColumnsQuestion,
  type Settings,
  type View,
  type Work,
} from './state.ts';
import { createStore, type Store } from './store.ts';
import { readSettings } from './stored-state.ts';
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
  paste(text: string, rich?: string): Promise<void>;
  openExample(): Promise<void>;
  removeDocument(id: DocumentId): Promise<void>;
  /** Asks how a document's tables are to be read, and reads it anew by the answer. */
  askColumns(id: DocumentId): Promise<void>;
  /** Answers a question, unless it is no longer open; null leaves it at what was shown first. */
  answerColumns(question: ColumnsQuestion, readings: TableReadings | null): void;
  /** What the beginning of a table would be read as, off the main thread; null when nothing, or it was stopped. */
  previewTable(
    sample: TableSample,
    reading: TableReading,
    signal: AbortSignal,
  ): Promise<StructuredDocument | null>;
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
  /** Reads a file as the new version of a document: what was decided and still holds stays. */
  revise(id: DocumentId, source: FileSource): Promise<void>;
  /** Reads the version that a document took the place of, so that it can be compared; false when there is none. */
  recallFormer(id: DocumentId): Promise<boolean>;
  /** Answers one of the state's questions. */
  answer(question: string, answer: Answer): Promise<void>;
  /** Makes another reviewer's judgement the user's own, or puts it away. */
  settle(opinion: Opinion, isAdopted: boolean): Promise<void>;
  /** Makes a file of everything, of this name without an ending; null when it was stopped or failed. */
  saveProject(name: string): Promise<MadeFile | null>;
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
  /** As `look`, for a step that the browser's back key takes back. What leads to another screen always is one. */
  step(change: Partial<View>): void;
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
  /** Left out where a page has no address of its own. */
  readonly addressBar?: AddressBar;
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
  const kept = { stored: new Map(), places: new Map() } satisfies Partial<Context>;
  const context: Context = { store, client, storage, work, derivedVersion, patch, ...kept };
  const history = createHistory(context, parts.clock ?? MACHINE);
  const neighbours = createNeighbours(context, history, parts.channel ?? null);
  const detecting = createDetecting(context);
  const holdings = createHoldings(context, detecting, history);
  const revising = createRevising(context, detecting, holdings);
  const projects = createProjects(context, holdings);
  const asking = createAsking(
    (questions) => patch({ questions }),
    (id) => [...store.get().decisions.keys()].filter((pair) => pair.includes(id)).length,
  );
  const shelf = createShelf(context, detecting, history);
  const columns = createColumns(context, shelf, history);
  const loading = createLoading(context, detecting, columns, history);
  const tuning = createTuning(context, history);
  const deciding = createDeciding(context, history, neighbours);
  const restoring = createRestoring(context, history);
  const undoing = createUndoing(context, history, {
    deciding,
    restoring,
    tuning,
    shelf,
    columns,
    holdings,
    neighbours,
    changeDocuments: (change) => inDocumentOrder(change),
  });
  const viewing = createViewing(context, () => addressing.mark());
  const addressing = createAddressing(context, viewing.look, parts.addressBar);
  const exporting = createExporting(context);
  // Documents change one step at a time, and so do decisions, which must not wait for a large file.
  const inDocumentOrder = createQueue();
  const inDecisionOrder = createQueue();

  return {
    store,
    open: () => inDocumentOrder(open).then(detectIfStale),
    load: (sources) => (sources.length === 0 ? Promise.resolve() : bringIn((job) => loadOrAsk(sources, job))),
    paste: (text, rich = '') => bringIn((job) => loading.paste(text, rich, job)),
    openExample: () => bringIn(addExample),
    removeDocument: (id) => changeDocuments(() => shelf.remove(id)),
    askColumns: (id) => bringIn((job) => columns.askAgain(id, job)),
    answerColumns: columns.answer,
    previewTable: columns.preview,
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
    revise: (id, source) => bringIn((job) => revise(id, source, job)),
    recallFormer: (id) => inDocumentOrder(() => recallFormer(id)),
    answer,
    settle: (opinion, isAdopted) => inDecisionOrder(() => projects.settle(opinion, isAdopted)),
    saveProject: projects.pack,
    undo: (steps = 1) => walk(steps, true),
    redo: (steps = 1) => walk(steps, false),
    readStep: history.read,
    compare: (a, b, signal) => valueOf(client.compare(a, b, signal)),
    collate: (texts, base, signal) => valueOf(client.collate(texts, base, signal)),
    exportDrafts: exporting.make,
    exportReport: exporting.report,
    look: viewing.look,
    step: (change) => addressing.step(() => viewing.look(change)),
    flush() {
      viewing.flush();
      addressing.flush();
    },
    set: (change) => viewing.set(change),
    cancel: () => work.cancel(KINDS.find(work.isRunning) ?? 'detecting'),
    detectAgain: detectIfStale,
    eraseAll,
  };

  /** What the worker gave; null when it was stopped, overtaken, or failed, which the state says. */
  async function valueOf<T>(asked: Promise<Outcome<T>>): Promise<T | null> {
    const outcome = await asked;
    if (outcome.kind === 'worker-failed') patch({ fault: 'worker-failed' });
    return outcome.kind === 'done' ? outcome.value : null;
  }

  async function open(): Promise<void> {
    client.start();
    const snapshot = await storage.open();
    damaged = snapshot.damaged > 0;
    columns.know(snapshot.columns);
    for (const [id, order] of snapshot.places) context.places.set(id, order);
    patch({
      corrections: snapshot.corrections,
      decisions: snapshot.decisions,
      opinions: snapshot.opinions,
      earlier: snapshot.earlier,
      ritualPhrases: snapshot.ritualPhrases,
      templates: snapshot.templates,
      restored: snapshot.restored,
      ...historyOf(snapshot),
      settings: readSettings(snapshot.settings),
      ...addressing.arrive(snapshot.view),
      storageProblem: store.get().storageProblem ?? (damaged ? 'damaged' : null),
    });
    if (snapshot.isFirstVisit) await addExample(work.begin('importing'));
    else await reopen(snapshot);
    // What is shown may be a comparison with an earlier version.
    for (const { document: id } of store.get().view.picks) {
      const by = [...snapshot.earlier].find(([, { header }]) => header.id === id);
      if (by !== undefined) await recallFormer(by[0]);
    }
    patch({ opened: true });
    addressing.begin();
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

  /** Loads what needs no question, and asks of the rest. */
  async function loadOrAsk(sources: readonly LoadSource[], job: Job): Promise<void> {
    const aside = await loading.load(sources, job);
    if (aside.versions.length > 0) asking.ask({ kind: 'versions', versions: aside.versions });
    for (const { name, project } of aside.projects) {
      if (projects.isEmpty()) await projects.replace(project, new AbortController().signal);
      else asking.ask({ kind: 'project', name, project });
    }
  }

  async function revise(id: DocumentId, source: FileSource, job: Job): Promise<void> {
    const version = await loading.readVersion(source, id, job);
    if (version !== null) await revising.revise([version], job.signal, job.progress);
    job.end();
  }

  async function answer(question: string, given: Answer): Promise<void> {
    const waiting = asking.settle(question);
    if (waiting === undefined || given === 'cancel') return;
    await bringIn(async (job) => {
      if (waiting.kind === 'versions') {
        if (given === 'replace') await revising.revise(waiting.versions, job.signal, job.progress);
        else await loading.addBeside(waiting.versions, job);
      } else if (given === 'replace') await projects.replace(waiting.project, job.signal);
      else await projects.add(waiting.project, reviewerOf(waiting.project, waiting.name), job.signal);
      job.end();
    });
  }

  async function recallFormer(id: DocumentId): Promise<boolean> {
    const version = store.get().earlier.get(id);
    if (version === undefined) return false;
    if (store.get().former.some(({ document }) => document.id === version.header.id)) return true;
    const text = await readText(version.utf8 ?? version.bytes);
    if (text === null) return false;
    const document = { ...version.header, text };
    const speeches = await detecting.structure(document, version.corrections, new AbortController().signal);
    client.retain(store.get().documents.map((each) => each.document.id));
    if (speeches.length > 0) patch({ former: [...store.get().former, { document, speeches }] });
    return speeches.length > 0;
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
    context.places.clear();
    columns.forget();
    history.clear();
    asking.clear();
    patch({ ...INITIAL_STATE, opened: true, storageProblem: store.get().storageProblem });
    client.retain([]);
  }
}
