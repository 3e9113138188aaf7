import type { Detection } from '../core/reuse/pair.ts';
import type { Correction, Speech, StructuredDocument } from '../core/structure/speech.ts';
import type { TextDocument } from '../core/text/document.ts';
import { hashOf } from '../core/text/hash.ts';
import { type MadeDetection, unpacked } from '../worker/client.ts';
import type { Context } from './context.ts';
import { earlyDetection, hasRoomForEarly, stillOpen } from './early.ts';
import { detectionSettingsOf } from './tuning.ts';

/** Structure and detection: from the cache where they are there, else from the worker. */
export interface Detecting {
  /**
   * The speeches of a document: from the cache, else from the worker. Empty when the worker failed or `signal` was
   * aborted; every document that was read has at least one.
   */
  structure(
    document: TextDocument,
    corrections: readonly Correction[],
    signal: AbortSignal,
  ): Promise<readonly Speech[]>;
  /** The stored detection of these documents, or null. */
  stored(documents: readonly StructuredDocument[]): Promise<Detection | null>;
  /** Shows a detection of the documents of the state that was made already, and keeps it. */
  adopt(made: MadeDetection): void;
  /** Detects in the documents of the state; resolves when it has ended, was cancelled, or was overtaken by a newer one. */
  detect(): Promise<void>;
}

/** The parts of the workspace that detect. */
export function createDetecting(context: Context): Detecting {
  const { store, client, storage, work, patch } = context;
  /** Structures that are in the cache as they are. */
  const cachedSpeeches = new WeakSet<readonly Speech[]>();

  return { structure, stored, detect, adopt };

  async function stored(documents: readonly StructuredDocument[]): Promise<Detection | null> {
    const packed = await storage.derived.readDetection(keyOf(documents));
    return packed && unpacked(packed, new AbortController().signal);
  }

  async function structure(
    document: TextDocument,
    corrections: readonly Correction[],
    signal: AbortSignal,
  ): Promise<readonly Speech[]> {
    const cached = await storage.derived.readStructure(document.id, structureKey(corrections));
    if (cached !== null) {
      cachedSpeeches.add(cached);
      return cached;
    }
    const outcome = await client.structure(document, corrections, signal);
    if (outcome.kind === 'worker-failed') patch({ fault: 'worker-failed' });
    return outcome.kind === 'done' ? outcome.value : [];
  }

  async function detect(): Promise<void> {
    work.cancel('detecting');
    if (store.get().documents.length === 0) {
      patch({ detection: null, stale: false, early: false });
      return;
    }
    patch({ stale: true });
    const job = work.begin('detecting');
    await structureMissing(job.signal);
    if (job.signal.aborted) {
      job.end();
      return;
    }
    const { documents, ritualPhrases, templates } = store.get();
    // Whoever changes any of these detects anew: that result is the one that counts.
    const isCurrent = () => {
      const now = store.get();
      return (
        now.documents === documents && now.ritualPhrases === ritualPhrases && now.templates === templates
      );
    };
    const settings = detectionSettingsOf({ ritualPhrases, templates }, documents);
    const outcome = await client.detect(documents, settings, job.signal, {
      onProgress: job.progress,
      onFindings(pairs) {
        if (isCurrent() && hasRoomForEarly(store.get()))
          patch({ detection: earlyDetection(pairs, documents), early: true });
      },
    });
    job.end();
    if (outcome.kind === 'worker-failed') patch({ fault: 'worker-failed' });
    if (outcome.kind !== 'done' || !isCurrent()) return;
    const { detection } = outcome.value;
    const isWhole = !documents.some(isUnstructured);
    const { view, detection: before } = store.get();
    patch({
      detection,
      stale: !isWhole,
      early: false,
      fault: isWhole ? null : 'worker-failed',
      view: { ...view, pair: stillOpen(view.pair, before, detection) },
    });
    if (isWhole) void cache(documents, outcome.value);
  }

  function adopt(made: MadeDetection): void {
    patch({ detection: made.detection, stale: false, early: false });
    void cache(store.get().documents, made);
  }

  /** Keeps what was derived for the next visit, as long as it is what the state shows. */
  async function cache(
    documents: readonly StructuredDocument[],
    { detection, packed }: MadeDetection,
  ): Promise<void> {
    const isWanted = () => store.get().detection === detection && store.get().documents === documents;
    const key = keyOf(documents);
    for (const { document, speeches } of documents) {
      if (cachedSpeeches.has(speeches)) continue;
      const own = structureKey(store.get().corrections.get(document.id) ?? []);
      await storage.derived.writeStructure(document.id, own, speeches, isWanted);
      if (isWanted()) cachedSpeeches.add(speeches);
    }
    await storage.derived.writeDetection(key, packed, isWanted);
  }

  function structureKey(corrections: readonly Correction[]): string {
    return hashOf(context.derivedVersion + JSON.stringify(corrections));
  }

  /** Tries again where the worker failed before. */
  async function structureMissing(signal: AbortSignal): Promise<void> {
    for (const { document } of store.get().documents.filter(isUnstructured)) {
      const corrections = store.get().corrections.get(document.id) ?? [];
      const speeches = await structure(document, corrections, signal);
      if (signal.aborted) return;
      const documents = store
        .get()
        .documents.map((each) => (each.document === document ? { document, speeches } : each));
      if (speeches.length > 0) patch({ documents });
    }
  }

  function keyOf(documents: readonly StructuredDocument[]): string {
    const { corrections } = store.get();
    const parts = documents.map(({ document: { id } }) => [id, corrections.get(id) ?? []]);
    const settings = detectionSettingsOf(store.get(), documents);
    return hashOf(context.derivedVersion + JSON.stringify([parts, settings]));
  }
}

function isUnstructured({ speeches }: StructuredDocument): boolean {
  return speeches.length === 0;
}
