import type { StructuredDocument } from '../core/structure/speech.ts';
import {
  BY_GUESS,
  type TableOrder,
  type TableReading,
  type TableReadings,
  type TableSample,
} from '../core/table/table-reading.ts';
import { contentOf, documentIdOf, type DocumentId } from '../core/text/document.ts';
import { putColumns, type StoredDocument } from '../storage/schema.ts';
import type { WorkerClient } from '../worker/client.ts';
import type { History } from './commands.ts';
import type { Context } from './context.ts';
import type { Shelf } from './shelf.ts';
import type { ColumnsQuestion } from './state.ts';
import type { Job } from './work.ts';

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
  /** Undoes one change of reading. */
  restore(readings: ReadonlyMap<string, TableReading | null>): Promise<void>;
}

/** The part of the workspace that asks about columns. */
export function createColumns(context: Context, shelf: Pick<Shelf, 'replace'>, history: History): Columns {
  const { store, client, storage, patch, stored: archive } = context;
  const known = new Map<string, TableReading>();
  let previewed = 0;
  let open: { question: ColumnsQuestion; end: (readings: TableReadings | null) => void } | null = null;

  return {
    know: (readings) => readings.forEach((reading, key) => known.set(key, reading)),
    forget: () => known.clear(),

    async importFile(name, file, signal, onProgress) {
      const order = orderOf('unsure');
      const outcome = await client.importFile(name, file, signal, onProgress, order);
      if (outcome.kind !== 'done' || outcome.value.kind !== 'tables') return outcome;
      const { tables } = outcome.value;
      const answer = await ask({ name, tables, isAgain: false }, signal);
      if (signal.aborted) return { kind: 'cancelled' };
      if (answer !== null) await remember(new Map(Object.entries(answer)));
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

    restore: remember,
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
    const outcome = await read({ ...BY_GUESS, readings: { ...Object.fromEntries(known), ...answer } });
    if (outcome.kind === 'worker-failed') patch({ fault: 'worker-failed' });
    if (outcome.kind !== 'done' || outcome.value.kind !== 'imported') return;
    const { text, layout, encoding, content, bytes, utf8 } = outcome.value;
    const readings = new Map(Object.keys(answer).map((key) => [key, known.get(key) ?? null]));
    const replacement = { ...before.document, id: freeId(content, id), text, layout, encoding };
    const corrections = await shelf.replace(id, { ...before, document: replacement, bytes, utf8 }, []);
    await remember(new Map(Object.entries(answer)));
    if (corrections === null) return;
    history.push({ kind: 'columns', stored: before, corrections, replacement: replacement.id, readings });
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

  async function remember(readings: ReadonlyMap<string, TableReading | null>): Promise<void> {
    await storage.write([...readings].map(([key, reading]) => putColumns(key, reading)));
    for (const [key, reading] of readings) {
      if (reading === null) known.delete(key);
      else known.set(key, reading);
    }
  }
}
