import type { DraftOrder, MadeFile } from '../core/draft/order.ts';
import type { Context } from './context.ts';

/** Files for the user to take away. */
export interface Exporting {
  /** Makes a file; null when it was stopped, another was asked for since, or the worker failed, which the state says. */
  make(order: DraftOrder): Promise<MadeFile | null>;
}

/** The part of the workspace that exports. */
export function createExporting({ store, client, work, patch }: Context): Exporting {
  return { make };

  async function make(order: DraftOrder): Promise<MadeFile | null> {
    // Of the texts that are not exported the log says the speakers and places.
    const spoken = new Set([
      ...order.plans.map(({ document }) => document),
      ...order.pairs.flatMap(({ a, b }) => [a.document, b.document]),
    ]);
    const documents = store.get().documents.filter(({ document }) => spoken.has(document.id));
    const job = work.begin('exporting');
    const outcome = await client.exportDrafts(order, documents, job.signal, job.progress);
    job.end();
    if (outcome.kind === 'worker-failed') patch({ fault: 'export-failed' });
    else if (store.get().fault === 'export-failed') patch({ fault: null });
    return outcome.kind === 'done' ? outcome.value : null;
  }
}
