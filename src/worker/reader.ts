/// <reference lib="webworker" />
import { createImporting, type ImportEngine } from './importing.ts';
import type { Request, Response } from './protocol.ts';

/** Makes this worker one that reads files and nothing else. */
export function serveReader(engine: ImportEngine): void {
  const post = (response: Response) => self.postMessage(response);
  const importing = createImporting(engine, post);
  const running = new Map<number, AbortController>();

  self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
    if (data.kind === 'import') void answer(data);
    else if (data.kind === 'cancel') cancel(data.request);
  });

  async function answer(request: Extract<Request, { kind: 'import' }>): Promise<void> {
    const controller = new AbortController();
    running.set(request.request, controller);
    try {
      await importing(request, controller.signal);
    } catch (error) {
      post({ kind: 'broken', request: request.request, message: String(error) });
    } finally {
      running.delete(request.request);
    }
  }

  function cancel(request: number): void {
    const controller = running.get(request);
    if (controller === undefined) post({ kind: 'cancelled', request });
    else controller.abort();
  }
}
