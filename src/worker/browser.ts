import type { StartWorker } from './connection.ts';
import type { Request, Response } from './protocol.ts';

/** Where Vite serves the worker while there is no page to take it from. */
const WHILE_SERVED = '/src/worker/served.ts?worker_file&type=module';

/** Bytes of documents from which on a second worker is worth its start and its copy of the text. */
const ASSISTED_FROM = 3_000_000;

/**
 * Starts workers from the page's own `script`; and, once one has much to do and the machine has the cores, another one
 * that assists it. `script` is empty while Vite serves the modules one by one.
 */
export function startBrowserWorker(script: string): StartWorker {
  return (heard, died) => startAssistedWorker(() => startScript(script), heard, died);
}

/** Starts a script as a worker. Classic, from a blob: a module worker does not start on a page opened from disk. */
function startScript(script: string): Worker {
  if (script === '') return new Worker(new URL(WHILE_SERVED, location.href), { type: 'module' });
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function startAssistedWorker(
  start: () => Worker,
  heard: Parameters<StartWorker>[0],
  died: Parameters<StartWorker>[1],
): ReturnType<StartWorker> {
  const worker = start();
  worker.onmessage = (event: MessageEvent<Response>) => heard(event.data);
  worker.onmessageerror = died;
  worker.onerror = died;
  let assistant: Worker | null = null;
  let bytes = 0;
  return {
    post(request) {
      bytes += sizeOf(request);
      const isWorth = request.kind === 'warm-up' || (request.kind === 'detect' && bytes >= ASSISTED_FROM);
      if (isWorth) assistant ??= startAssistant(start, worker, died);
      if (request.kind === 'warm-up') assistant?.postMessage(request);
      worker.postMessage(request);
    },
    end() {
      worker.terminate();
      assistant?.terminate();
    },
  };
}

/** Starts a worker whose code is a part of the page that has to be unpacked first. What is posted before waits for it. */
export function startPartWorker(part: () => Promise<Blob>): StartWorker {
  return (heard, died) => {
    let worker: Worker | null = null;
    let isEnded = false;
    let waiting: Request[] = [];
    void start().catch(died);
    return {
      post(request) {
        if (worker === null) waiting.push(request);
        else worker.postMessage(request);
      },
      end() {
        isEnded = true;
        worker?.terminate();
      },
    };

    async function start(): Promise<void> {
      const url = URL.createObjectURL(await part());
      try {
        if (isEnded) return;
        worker = new Worker(url);
      } finally {
        URL.revokeObjectURL(url);
      }
      worker.onmessage = (event: MessageEvent<Response>) => heard(event.data);
      worker.onmessageerror = died;
      worker.onerror = died;
      for (const request of waiting) worker.postMessage(request);
      waiting = [];
    }
  };
}

/** Bytes of the document that a request gives the worker; 0 for other requests. */
function sizeOf(request: Request): number {
  if (request.kind === 'structure') return request.header.byteLength;
  return request.kind === 'keep' ? request.structured.document.byteLength : 0;
}

/** Starts a worker that aligns beside `worker`; null where there is one core alone. */
function startAssistant(start: () => Worker, worker: Worker, died: () => void): Worker | null {
  if (navigator.hardwareConcurrency < 2) return null;
  const assistant = start();
  assistant.onmessageerror = died;
  assistant.onerror = died;
  const { port1, port2 } = new MessageChannel();
  post(worker, { kind: 'assisted', port: port1 });
  post(assistant, { kind: 'assist', port: port2 });
  return assistant;

  function post(to: Worker, request: Extract<Request, { port: MessagePort }>): void {
    to.postMessage(request, [request.port]);
  }
}
