import { isWordDocument, type DraftOrder, type MadeFile, type NotMade } from '../core/draft/order.ts';
import { materialOf, type ReportOrder, type ReportSource } from '../core/report/order.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';
import type { Outcome } from '../worker/client.ts';
import type { Job } from './work.ts';
import type { Context } from './context.ts';

/** Files for the user to take away. */
export interface Exporting {
  /** Makes a file, or says in words why it cannot be made; null when it was stopped, another was asked for since, or the worker failed, which the state says. */
  make(order: DraftOrder): Promise<MadeFile | NotMade | null>;
  /** Makes a report of all documents; null as for `make`. */
  report(order: ReportOrder, source: ReportSource): Promise<MadeFile | null>;
}

/** The part of the workspace that exports. */
export function createExporting({ store, client, work, stored, patch }: Context): Exporting {
  return { make, report };

  async function make(order: DraftOrder): Promise<MadeFile | NotMade | null> {
    // Of the texts that are not exported the log says the speakers and places.
    const spoken = new Set([
      ...order.plans.map(({ document }) => document),
      ...order.pairs.flatMap(({ a, b }) => [a.document, b.document]),
    ]);
    const documents = store.get().documents.filter(({ document }) => spoken.has(document.id));
    const planned = new Set(order.plans.map(({ document }) => document));
    const isRevised = order.revision !== null && ['docx', 'zip'].includes(order.format);
    const originals = documents.flatMap(({ document }) => {
      const bytes = stored.get(document.id)?.bytes;
      const isWanted = isRevised && planned.has(document.id) && isWordDocument(document);
      return isWanted && bytes !== undefined ? [{ document: document.id, bytes }] : [];
    });
    return finish((job) => client.exportDrafts(order, documents, originals, job.signal, job.progress));
  }

  function report(order: ReportOrder, source: ReportSource): Promise<MadeFile | null> {
    const documents: readonly StructuredDocument[] = store.get().documents;
    return finish((job) =>
      client.exportReport(order, materialOf(source), documents, job.signal, job.progress),
    );
  }

  async function finish<T>(ask: (job: Job) => Promise<Outcome<T>>): Promise<T | null> {
    const job = work.begin('exporting');
    const outcome = await ask(job);
    job.end();
    if (outcome.kind === 'worker-failed') patch({ fault: 'export-failed' });
    else if (store.get().fault === 'export-failed') patch({ fault: null });
    return outcome.kind === 'done' ? outcome.value : null;
  }
}
