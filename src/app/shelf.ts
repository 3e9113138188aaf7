import { isSameStructure } from '../core/structure/same.ts';
import type { Correction } from '../core/structure/speech.ts';
import type { DocumentId, TextDocument } from '../core/text/document.ts';
import type { Step } from '../storage/journal.ts';
import {
  DERIVED_PREFIX,
  dropDocument,
  putCorrections,
  putDocument,
  putTemplate,
  type StoredDocument,
} from '../storage/schema.ts';
import type { Context } from './context.ts';
import type { Detecting } from './detecting.ts';
import type { History } from './history.ts';
import { relocated, withoutDocument } from './outdated.ts';
import { inPlace, takeOut } from './places.ts';
import { withMark } from './with-mark.ts';

/** What came of a correction: nothing, where the structure was so already or its place names nothing. */
export type CorrectionOutcome = 'done' | 'idle' | 'failed';

/** Changes of documents that are there. Calls must not overlap; detecting anew is the caller's. */
export interface Shelf {
  remove(id: DocumentId): Promise<void>;
  /** As `remove`, to redo it, together with `also`. */
  removeAgain(id: DocumentId, also: Step): Promise<void>;
  /** Puts a removed document back where it stood, together with `also`. */
  restore(
    stored: StoredDocument,
    corrections: readonly Correction[],
    isTemplate: boolean,
    also: Step,
  ): Promise<void>;
  /**
   * Puts a document in the place of one whose bytes were read otherwise; what was decided stays where the text is the same.
   * `write` makes the step. False when nothing was done.
   */
  replace(
    id: DocumentId,
    stored: StoredDocument,
    corrections: readonly Correction[],
    write: (step: Step) => Promise<unknown>,
  ): Promise<boolean>;
  /** Adds a correction to a document and reads its structure anew; one that changes nothing is not kept. */
  correct(id: DocumentId, correction: Correction): Promise<CorrectionOutcome>;
  /** Takes the corrections at these indices back, and reads the structure anew. */
  uncorrect(id: DocumentId, indices: ReadonlySet<number>): Promise<void>;
  /** Puts the corrections of a document back as they were, to undo or redo a change of them, together with `also`. */
  restoreCorrections(id: DocumentId, corrections: readonly Correction[], also: Step): Promise<void>;
}

/** The part of the workspace that keeps the documents. */
export function createShelf(context: Context, detecting: Detecting, history: History): Shelf {
  const { store, client, storage, patch, stored: archive } = context;

  return {
    async remove(id) {
      const stored = archive.get(id);
      if (stored === undefined) return;
      const { corrections, templates } = store.get();
      const command = {
        kind: 'remove',
        document: id,
        name: stored.document.name,
        stored,
        corrections: corrections.get(id) ?? [],
        isTemplate: templates.has(id),
      } as const;
      await history.write(command, dropDocument(id, stored.order));
      takeAway(id);
    },

    async removeAgain(id, also) {
      const { order } = archive.get(id) ?? {};
      await storage.write([...(order === undefined ? [] : dropDocument(id, order)), ...also]);
      if (archive.has(id)) takeAway(id);
    },

    async restore(stored, corrections, isTemplate, also) {
      const { document } = stored;
      if (archive.has(document.id)) return storage.write(also);
      const speeches = await detecting.structure(document, corrections, new AbortController().signal);
      await storage.write([
        putDocument(stored),
        putCorrections(document.id, corrections),
        putTemplate(document.id, isTemplate),
        ...also,
      ]);
      archive.set(document.id, stored);
      patch({
        documents: inPlace([...store.get().documents, { document, speeches }], archive),
        corrections: withEntry(store.get().corrections, document.id, corrections),
        templates: withMark(store.get().templates, document.id, isTemplate),
        stale: true,
      });
    },

    async replace(id, stored, own, write) {
      const { document } = stored;
      if (!archive.has(id)) return false;
      // Of the same text another structure is read: what was derived from the old one must not be taken for it.
      if (document.id === id) await storage.write([{ kind: 'delete-under', key: DERIVED_PREFIX }]);
      const speeches = await detecting.structure(document, own, new AbortController().signal);
      if (speeches.length === 0) return false;
      const { documents, corrections, detection, templates, view } = store.get();
      const isTemplate = templates.has(id);
      await write([
        ...dropDocument(id, stored.order),
        putDocument(stored),
        putCorrections(document.id, own),
        putTemplate(document.id, isTemplate),
      ]);
      takeOut(context, id);
      archive.set(document.id, stored);
      const old = documents.find((each) => each.document.id === id);
      patch({
        documents: documents.map((each) => (each.document.id === id ? { document, speeches } : each)),
        corrections: withEntry(withEntry(corrections, id, []), document.id, own),
        templates: withMark(withMark(templates, id, false), document.id, isTemplate),
        detection: detection && old ? withoutDocument(detection, old) : detection,
        stale: true,
        ...(view.document === id && { view: { ...view, document: document.id, documentAt: 0 } }),
      });
      client.retain(store.get().documents.map((each) => each.document.id));
      return true;
    },

    async correct(id, correction) {
      const before = store.get().corrections.get(id) ?? [];
      return replaceCorrections(id, [...before, correction], recording(before), true);
    },

    async uncorrect(id, indices) {
      const before = store.get().corrections.get(id) ?? [];
      const left = before.filter((_, index) => !indices.has(index));
      await replaceCorrections(id, left, recording(before));
    },

    async restoreCorrections(id, list, also) {
      const write = () => storage.write([putCorrections(id, list), ...also]);
      if ((await replaceCorrections(id, list, write)) !== 'done') await storage.write(also);
    },
  };

  /** Writes new corrections of a document together with the step that puts `before` back. */
  function recording(before: readonly Correction[]) {
    return ({ id, name }: TextDocument, after: readonly Correction[]) =>
      history.write({ kind: 'correct', document: id, name, before, after }, [putCorrections(id, after)]);
  }

  async function replaceCorrections(
    id: DocumentId,
    list: readonly Correction[],
    write: (document: TextDocument, list: readonly Correction[]) => Promise<unknown>,
    mustChange = false,
  ): Promise<CorrectionOutcome> {
    const document = archive.get(id)?.document;
    if (document === undefined) return 'failed';
    const speeches = await detecting.structure(document, list, new AbortController().signal);
    // The worker failed, and the state says so: the structure stays as it was.
    if (speeches.length === 0) return 'failed';
    const current = store.get().documents.find((each) => each.document.id === id)?.speeches ?? [];
    if (mustChange && isSameStructure(current, speeches)) return 'idle';
    await write(document, list);
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

  /** Shows a document as removed that is no more on disk. */
  function takeAway(id: DocumentId): void {
    takeOut(context, id);
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
