import { isSameStructure } from '../core/structure/same.ts';
import type { Correction } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import {
  dropDocument,
  putCorrections,
  putDocument,
  putTemplate,
  type StoredDocument,
} from '../storage/schema.ts';
import type { History } from './commands.ts';
import type { Context } from './context.ts';
import type { Detecting } from './detecting.ts';
import { relocated, withoutDocument } from './outdated.ts';
import { withMark } from './with-mark.ts';

/** What came of a correction: nothing, where the structure was so already or its place names nothing. */
export type CorrectionOutcome = 'done' | 'idle' | 'failed';

/** Changes of documents that are there. Calls must not overlap; detecting anew is the caller's. */
export interface Shelf {
  remove(id: DocumentId): Promise<void>;
  /** Puts a removed document back where it stood. */
  restore(stored: StoredDocument, corrections: readonly Correction[], isTemplate: boolean): Promise<void>;
  /** Adds a correction to a document and reads its structure anew; one that changes nothing is not kept. */
  correct(id: DocumentId, correction: Correction): Promise<CorrectionOutcome>;
  /** Takes the corrections at these indices back, and reads the structure anew. */
  uncorrect(id: DocumentId, indices: ReadonlySet<number>): Promise<void>;
  /** Puts the corrections of a document back as they were. */
  restoreCorrections(id: DocumentId, corrections: readonly Correction[]): Promise<void>;
}

/** The part of the workspace that keeps the documents. */
export function createShelf(context: Context, detecting: Detecting, history: History): Shelf {
  const { store, client, storage, patch, stored: archive } = context;

  return {
    async remove(id) {
      const stored = archive.get(id);
      if (stored === undefined) return;
      await storage.write(dropDocument(id));
      archive.delete(id);
      const { documents, detection, view, corrections, templates } = store.get();
      const removed = documents.find(({ document }) => document.id === id);
      patch({
        documents: documents.filter(({ document }) => document.id !== id),
        corrections: withEntry(corrections, id, []),
        templates: withMark(templates, id, false),
        detection: detection && removed ? withoutDocument(detection, removed) : detection,
        stale: true,
        ...(view.document === id && { view: { ...view, document: null, documentAt: 0 } }),
      });
      client.retain(store.get().documents.map(({ document }) => document.id));
      history.push({
        kind: 'remove',
        stored,
        corrections: corrections.get(id) ?? [],
        isTemplate: templates.has(id),
      });
    },

    async restore(stored, corrections, isTemplate) {
      const { document } = stored;
      if (archive.has(document.id)) return;
      const speeches = await detecting.structure(document, corrections, new AbortController().signal);
      await storage.write([
        putDocument(stored),
        putCorrections(document.id, corrections),
        putTemplate(document.id, isTemplate),
      ]);
      archive.set(document.id, stored);
      const documents = [...store.get().documents, { document, speeches }];
      const orderOf = (id: DocumentId) => archive.get(id)?.order ?? 0;
      patch({
        documents: documents.sort((a, b) => orderOf(a.document.id) - orderOf(b.document.id)),
        corrections: withEntry(store.get().corrections, document.id, corrections),
        templates: withMark(store.get().templates, document.id, isTemplate),
        stale: true,
      });
    },

    async correct(id, correction) {
      const before = store.get().corrections.get(id) ?? [];
      const outcome = await replaceCorrections(id, [...before, correction], true);
      if (outcome === 'done') history.push({ kind: 'correct', document: id, before });
      return outcome;
    },

    async uncorrect(id, indices) {
      const before = store.get().corrections.get(id) ?? [];
      const left = before.filter((_, index) => !indices.has(index));
      const outcome = await replaceCorrections(id, left);
      if (outcome === 'done') history.push({ kind: 'correct', document: id, before });
    },

    async restoreCorrections(id, list) {
      await replaceCorrections(id, list);
    },
  };

  async function replaceCorrections(
    id: DocumentId,
    list: readonly Correction[],
    mustChange = false,
  ): Promise<CorrectionOutcome> {
    const document = archive.get(id)?.document;
    if (document === undefined) return 'failed';
    const speeches = await detecting.structure(document, list, new AbortController().signal);
    // The worker failed, and the state says so: the structure stays as it was.
    if (speeches.length === 0) return 'failed';
    const current = store.get().documents.find((each) => each.document.id === id)?.speeches ?? [];
    if (mustChange && isSameStructure(current, speeches)) return 'idle';
    await storage.write([putCorrections(id, list)]);
    const { documents, corrections, detection } = store.get();
    const structured = { document, speeches };
    patch({
      documents: documents.map((each) => (each.document.id === id ? structured : each)),
      corrections: withEntry(corrections, id, list),
      detection: detection && relocated(detection, structured),
      stale: true,
    });
    return 'done';
  }
}

/** A copy of the map with these corrections under `id`; none leave no entry. */
function withEntry(
  corrections: ReadonlyMap<DocumentId, readonly Correction[]>,
  id: DocumentId,
  list: readonly Correction[],
): ReadonlyMap<DocumentId, readonly Correction[]> {
  const copy = new Map(corrections);
  if (list.length === 0) copy.delete(id);
  else copy.set(id, list);
  return copy;
}
