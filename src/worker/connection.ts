import type { Request, Response } from './protocol.ts';

/** How a request ended. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'cancelled' }
  /** The worker died, hung or broke; a new one starts with the next request. */
  | { readonly kind: 'worker-failed' };

/** A worker that runs. */
export interface WorkerPort {
  post(request: Request): void;
  /** Ends the worker at once, whatever it does. */
  end(): void;
}

/** Starts a worker; `heard` is called with its answers, `died` when it cannot go on. */
export type StartWorker = (heard: (response: Response) => void, died: () => void) => WorkerPort;

/** How a question is put and its answers are heard. */
export interface Exchange<T> {
  /**
   * Sends the request, whatever must come before it first; `post` gives false when it is no longer wanted. Called
   * again when the worker was started anew.
   */
  send(request: number, post: (message: Request) => boolean): void | Promise<void>;
  /** Takes an answer in; gives the value when it was the last. */
  hear(response: Response): T | undefined;
}

/** The way to one worker at a time. */
export interface Connection {
  start(): void;
  /** Puts a question. The promise resolves as soon as `signal` aborts, and never rejects. */
  ask<T>(signal: AbortSignal, exchange: Exchange<T>): Promise<Outcome<T>>;
  /** Says something that has no answer; unsaid when no worker runs. */
  tell(request: Request): void;
  /** Ends the worker if it has nothing to do. */
  rest(): void;
}

/** In milliseconds: how often the worker's silence is looked at. */
const LOOK_EVERY = 5_000;
/** How many looks in a row a worker may be silent with work to do. A count and not a time: a computer may sleep. */
const SILENT_LOOKS_MOST = 12;
/** In milliseconds: how long a cancelled request may go on before its worker is ended. */
const CANCEL_PATIENCE = 2_000;

interface Pending {
  readonly send: () => void;
  readonly hear: (response: Response) => void;
  readonly fail: () => void;
}

/** A connection that starts workers as they are needed; `onEnd` is called when one has ended, with all that it held. */
export function createConnection(startWorker: StartWorker, onEnd: () => void): Connection {
  const pending = new Map<number, Pending>();
  /** Requests that were cancelled and on which the worker may still sit, with the timers that end its time. */
  const cancelled = new Map<number, ReturnType<typeof setTimeout>>();
  let port: WorkerPort | null = null;
  let watch: ReturnType<typeof setInterval> | undefined;
  let silentLooks = 0;
  let last = 0;

  return { start, ask, tell: (request) => port?.post(request), rest };

  function start(): void {
    running();
  }

  /** The worker that runs, started now if need be; null when none can be started. */
  function running(): WorkerPort | null {
    if (port !== null) return port;
    let started: WorkerPort | null = null;
    // An ended worker may have answers on the way.
    const isCurrent = () => started !== null && started === port;
    try {
      started = startWorker(
        (response) => isCurrent() && hear(response),
        () => isCurrent() && fail(),
      );
    } catch {
      return null;
    }
    port = started;
    return port;
  }

  function ask<T>(signal: AbortSignal, exchange: Exchange<T>): Promise<Outcome<T>> {
    return new Promise((resolve) => {
      if (signal.aborted) {
        resolve({ kind: 'cancelled' });
        return;
      }
      const request = ++last;
      const settle = (outcome: Outcome<T>) => {
        signal.removeEventListener('abort', abort);
        pending.delete(request);
        watchSilence();
        resolve(outcome);
      };
      const abort = () => {
        settle({ kind: 'cancelled' });
        cancel(request);
      };
      const send = async () => {
        const to = running();
        if (to === null) {
          settle({ kind: 'worker-failed' });
          return;
        }
        await exchange.send(request, (message) => {
          const isWanted = port === to && pending.has(request);
          if (isWanted) to.post(message);
          return isWanted;
        });
      };
      pending.set(request, {
        send: () => void send().catch(fail),
        hear(response) {
          if (response.kind === 'broken') return settle({ kind: 'worker-failed' });
          if (response.kind === 'cancelled') return settle({ kind: 'cancelled' });
          const value = exchange.hear(response);
          if (value !== undefined) settle({ kind: 'done', value });
        },
        fail: () => settle({ kind: 'worker-failed' }),
      });
      signal.addEventListener('abort', abort);
      pending.get(request)?.send();
      watchSilence();
    });
  }

  function hear(response: Response): void {
    silentLooks = 0;
    if (cancelled.has(response.request)) {
      if (isLast(response)) forgive(response.request);
      return;
    }
    pending.get(response.request)?.hear(response);
  }

  function cancel(request: number): void {
    if (port === null) return;
    port.post({ kind: 'cancel', request });
    // A worker in the middle of one long step hears nothing: a new one takes over what still waits.
    const timer = setTimeout(() => {
      end();
      for (const { send } of [...pending.values()]) send();
    }, CANCEL_PATIENCE);
    cancelled.set(request, timer);
  }

  function forgive(request: number): void {
    clearTimeout(cancelled.get(request));
    cancelled.delete(request);
  }

  function fail(): void {
    end();
    for (const each of [...pending.values()]) each.fail();
  }

  function rest(): void {
    if (port !== null && pending.size === 0) end();
  }

  function end(): void {
    port?.end();
    port = null;
    for (const request of [...cancelled.keys()]) forgive(request);
    onEnd();
  }

  /** Looks at the worker's silence while it has work to do. */
  function watchSilence(): void {
    if (pending.size === 0) {
      clearInterval(watch);
      watch = undefined;
    } else if (watch === undefined) {
      silentLooks = 0;
      watch = setInterval(() => {
        silentLooks++;
        if (silentLooks >= SILENT_LOOKS_MOST) fail();
      }, LOOK_EVERY);
    }
  }
}

/** Answers after which more come. */
const UNFINISHED: ReadonlySet<Response['kind']> = new Set(['progress', 'early', 'speeches']);

function isLast({ kind }: Response): boolean {
  return !UNFINISHED.has(kind);
}
