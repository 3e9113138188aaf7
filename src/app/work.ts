import type { AppState, Work } from './state.ts';

/** One piece of work that can be cancelled. */
export interface Job {
  readonly signal: AbortSignal;
  /** Tells how much is done, 0 to 1. */
  progress(done: number): void;
  end(): void;
}

/** What is being worked on. */
export interface WorkBoard {
  begin(kind: Work['kind']): Job;
  /** Aborts all work of this kind. */
  cancel(kind: Work['kind']): void;
  isRunning(kind: Work['kind']): boolean;
}

/** In milliseconds: work that takes less is a blink, and showing it would only flicker. */
const BLINK = 150;
/** In milliseconds: how often progress is shown. */
const SHOW_EVERY = 100;

interface Running extends Work {
  readonly controller: AbortController;
}

/** What of the state the board says. */
type Shown = Pick<AppState, 'busy' | 'work'>;

/** A board that shows the work begun first, once it has taken longer than a blink. */
export function createWorkBoard(show: (shown: Shown) => void): WorkBoard {
  const jobs = new Map<Job, Running>();
  let timer: ReturnType<typeof setInterval> | undefined;

  return {
    begin(kind) {
      const controller = new AbortController();
      const job: Job = {
        signal: controller.signal,
        progress(done) {
          if (jobs.has(job)) jobs.set(job, { kind, controller, done });
        },
        end() {
          jobs.delete(job);
          if (jobs.size === 0) rest();
        },
      };
      jobs.set(job, { kind, controller, done: 0 });
      if (timer === undefined) {
        show({ busy: true, work: null });
        timer = setTimeout(() => {
          update();
          timer = setInterval(update, SHOW_EVERY);
        }, BLINK);
      }
      return job;
    },
    cancel(kind) {
      for (const running of jobs.values()) if (running.kind === kind) running.controller.abort();
    },
    isRunning: (kind) => [...jobs.values()].some((running) => running.kind === kind),
  };

  function update(): void {
    const [first] = jobs.values();
    if (first !== undefined) show({ busy: true, work: { kind: first.kind, done: first.done } });
  }

  function rest(): void {
    clearTimeout(timer);
    timer = undefined;
    show({ busy: false, work: null });
  }
}
