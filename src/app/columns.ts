import type { StructuredDocument } from '../core/structure/speech.ts';
import {
  BY_GUESS,
  type TableOrder,
  type TableReading,
  type TableReadings,
  type TableSample,
} from '../core/table/table-reading.ts';
import { contentOf, documentIdOf, type DocumentId } from '../core/text/document.ts';
import type { Step } from '../storage/journal.ts';
import { putColumns, type StoredDocument } from '../storage/schema.ts';
import type { WorkerClient } from '../worker/client.ts';
import type { Command } from './commands.ts';
import type { Context } from './context.ts';
import type { History } from './history.ts';
import type { Shelf } from './shelf.ts';
import type { ColumnsQuestion } from './state.ts';
import type { Job } from './work.ts';

type ColumnsCommand = Command & { readonly kind: 'columns' };
/** By the keys of tables; null for by guess. */
type Readings = ColumnsCommand['before'];

/** Tables, and what the user said of their columns. Calls must not overlap, but for `answer`. */
export interface Columns {
  /** Takes in what is stored. */
  know(readings: ReadonlyMap<string, TableReading>): void;
  /** Forgets everything, also on disk by whoever calls. */
  forget(): void;
  /** Reads a file. Where it holds tables of which nobody knows how to read them, the user is asked first. */
  importFile: WorkerClient['importFile'];
  /** Asks how a document's tables are to be read, and reads its bytes anew by the answer. */
  askAgain(id: DocumentId, job: Job): Promise<void>;
  /** Answers a question, unless it is no longer open; null leaves it at what was shown first. */
  answer(question: ColumnsQuestion, readings: TableReadings | null): void;
  /** What the beginning of a table would be read as, with its structure; null when nothing, or it was stopped. */
  preview(
    sample: TableSample,
    reading: TableReading,
    signal: AbortSignal,
  ): Promise<StructuredDocument | null>;
  /** Undoes or redoes a change of reading, together with `also`. */
  putBack(command: ColumnsCommand, isUndo: boolean, also: Step): Promise<void>;
}

/** The part of the workspace that asks about columns. */
export function createColumns(context: Context, shelf: Pick<Shelf, 'replace'>, history: History): Columns {
  const { store, client, storage, patch, stored: archive } = context;
  const known = new Map<string, TableReading>();
  let previewed = 0;
  let open: { question: ColumnsQuestion; end: (readings: TableReadings | null) => void } | null = null;

  return {
    know: (readings) => know(Object.fromEntries(readings)),
    forget: () => known.clear(),

    async importFile(name, file, signal, onProgress) {
      const order = orderOf('unsure');
      const outcome = await client.importFile(name, file, signal, onProgress, order);
      if (outcome.kind !== 'done' || outcome.value.kind !== 'tables') return outcome;
      const { tables } = outcome.value;
      const answer = await ask({ name, tables, isAgain: false }, signal);
      if (signal.aborted) return { kind: 'cancelled' };
      if (answer !== null) {
        await storage.write(stepOf(answer));
        know(answer);
      }
      // Whoever puts the question away is not asked again for the next file of the same kind in this visit.
      else for (const { key, reading } of tables) known.set(key, reading);
      return client.importFile(name, file, signal, onProgress, orderOf('never'));
    },

    async askAgain(id, job) {
      const before = archive.get(id);
      if (before !== undefined) await readAgain(before, job);
      client.retain(store.get().documents.map(({ document }) => document.id));
      job.end();
    },

    answer(question, readings) {
      if (open?.question === question) open.end(readings);
    },

    async preview(sample, reading, signal) {
      const read = await client.previewTable(sample, reading, signal);
      if (read.kind !== 'done' || read.value.kind !== 'imported') return null;
      const { text, layout } = read.value;
      const plain = { name: '', encoding: 'utf-8', origin: 'file', byteLength: 0 } as const;
      // No document of the user: the worker forgets it with the next change of documents.
      const document = { ...plain, id: `previewed ${++previewed}`, text, layout };
      const structured = await client.structure(document, [], signal);
      return structured.kind === 'done' ? { document, speeches: structured.value } : null;
    },

    async putBack({ document, replacement, corrections, before, after }, isUndo, also) {
      const [from, to, readings] = isUndo ? [replacement, document, before] : [document, replacement, after];
      const { signal } = new AbortController();
      const stored = await readBy(from, to, readings, signal, () => {});
      const isDone =
        stored !== null &&
        (await shelf.replace(from, stored, isUndo ? corrections : [], (step) =>
          storage.write([...step, ...stepOf(readings), ...also]),
        ));
      if (!isDone) await storage.write(also);
      know(readings);
    },
  };

  async function readAgain(before: StoredDocument, job: Job): Promise<void> {
    const { id, name } = before.document;
    const read = (order: TableOrder) =>
      client.importFile(name, before.bytes, job.signal, job.progress, order);
    const sampled = await read(orderOf('always'));
    if (sampled.kind === 'worker-failed') patch({ fault: 'worker-failed' });
    if (sampled.kind !== 'done' || sampled.value.kind !== 'tables') return;
    const answer = await ask({ name, tables: sampled.value.tables, isAgain: true }, job.signal);
    if (answer === null) return;
    const readings = Object.keys(answer).map((key) => [key, known.get(key) ?? null] as const);
    const stored = await readBy(id, null, answer, job.signal, job.progress);
    if (stored === null) return;
    const corrections = store.get().corrections.get(id) ?? [];
    const command = {
      ...({ kind: 'columns', document: id, replacement: stored.document.id, name } as const),
      ...{ corrections, before: Object.fromEntries(readings), after: answer },
    };
    const isDone = await shelf.replace(id, stored, [], (step) =>
      history.write(command, [...step, ...stepOf(answer)]),
    );
    if (isDone) know(answer);
  }

  /** The document of this id with its bytes read anew by these readings, under the id `to` where its text has that; null on failure. */
  async function readBy(
    id: DocumentId,
    to: DocumentId | null,
    changed: Readings,
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<StoredDocument | null> {
    const before = archive.get(id);
    if (before === undefined) return null;
    const all = Object.entries({ ...Object.fromEntries(known), ...changed });
    const readings = Object.fromEntries(all.flatMap(([key, reading]) => (reading ? [[key, reading]] : [])));
    const { name } = before.document;
    const outcome = await client.importFile(name, before.bytes, signal, onProgress, {
      ...BY_GUESS,
      readings,
    });
    if (outcome.kind === 'worker-failed') patch({ fault: 'worker-failed' });
    if (outcome.kind !== 'done' || outcome.value.kind !== 'imported') return null;
    const { text, layout, encoding, content, bytes, utf8 } = outcome.value;
    const own = to !== null && contentOf(to) === content ? to : freeId(content, id);
    return { ...before, document: { ...before.document, id: own, text, layout, encoding }, bytes, utf8 };
  }

  /** An id for this content that no other document has; `own` may be taken again. */
  function freeId(content: string, own: DocumentId): DocumentId {
    if (contentOf(own) === content) return own;
    let ordinal = 1;
    while (archive.has(documentIdOf(content, ordinal))) ordinal++;
    return documentIdOf(content, ordinal);
  }

  function orderOf(when: TableOrder['ask']): TableOrder {
    return { ...BY_GUESS, ask: when, readings: Object.fromEntries(known) };
  }

  /** Shows a question and waits for the answer; null when it was put away or stopped. */
  function ask(question: ColumnsQuestion, signal: AbortSignal): Promise<TableReadings | null> {
    return new Promise((settle) => {
      const end = (readings: TableReadings | null) => {
        signal.removeEventListener('abort', stop);
        open = null;
        patch({ columnsQuestion: null });
        settle(readings);
      };
      const stop = () => end(null);
      if (signal.aborted) {
        settle(null);
        return;
      }
      signal.addEventListener('abort', stop);
      open = { question, end };
      patch({ columnsQuestion: question });
    });
  }

  function know(readings: Readings): void {
    for (const [key, reading] of Object.entries(readings)) {
      if (reading === null) known.delete(key);
      else known.set(key, reading);
    }
  }

  function stepOf(readings: Readings): Step {
    return Object.entries(readings).map(([key, reading]) => putColumns(key, reading));
  }
}
