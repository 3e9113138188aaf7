/** What recorder.js writes down of a page; times in milliseconds since it was opened. */
export interface Journal {
  readonly messages: Message[];
  /** What the page said of its state, whenever that changed. */
  readonly states: { readonly at: number; readonly state: string }[];
  /** Tasks of the main thread of 50 ms or more. */
  readonly tasks: Stretch[];
  /** Gaps between heartbeats: what the main thread did, and what the machine did else. */
  readonly silences: Stretch[];
  /** What the user did: files chosen (`change`), buttons pressed (`click`). */
  readonly acts: { readonly at: number; readonly type: string }[];
}

/** A message to or from a worker; workers are counted from 0 in the order they were started. */
export interface Message {
  readonly worker: number;
  readonly way: 'asked' | 'answered';
  readonly kind: string;
  readonly request: number;
  readonly at: number;
  /** The lengths of the lists in it, by name. */
  readonly lengths: Readonly<Record<string, number>>;
  /** The most passages that a detection put together. */
  readonly largest: number;
}

interface Stretch {
  readonly at: number;
  readonly duration: number;
}

declare global {
  interface Window {
    journal: Journal;
  }
}

/** How a wait of the user went that led to a detection; times in milliseconds, NaN for what did not happen. */
export interface Wait {
  /** From what the user did to the detection's request. */
  readonly loading: number;
  /** From the request to the worker's last answer. */
  readonly detecting: number;
  /** From what the user did to the page that says it is ready. */
  readonly whole: number;
  readonly blocked: { readonly loading: Blocked; readonly detecting: Blocked; readonly after: Blocked };
  readonly pairs: number;
  readonly clusters: number;
  /** The most passages that were put together. */
  readonly largest: number;
}

/** The longest task, 0 where none took 50 ms, and the longest silence of the main thread. */
export interface Blocked {
  readonly task: number;
  readonly silence: number;
}

/** What the journal tells of the last act before the last detection; `since` is when to begin reading. */
export function waitIn(journal: Journal, since: number): Wait {
  const asked = detectionIn(journal, since);
  const from = journal.acts.findLast(({ at }) => at >= since && at <= (asked?.at ?? Infinity))?.at ?? since;
  const answer = journal.messages.find(
    ({ way, worker, request, kind }) =>
      way === 'answered' && worker === asked?.worker && request === asked.request && kind === 'detected',
  );
  const detected = answer?.at ?? Number.NaN;
  const ready = journal.states.find(({ at, state }) => at >= detected && state === 'ready')?.at ?? Number.NaN;
  const begun = asked?.at ?? Number.NaN;
  return {
    loading: begun - from,
    detecting: detected - begun,
    whole: ready - from,
    blocked: {
      loading: blockedBetween(journal, from, begun),
      detecting: blockedBetween(journal, begun, detected),
      after: blockedBetween(journal, detected, Infinity),
    },
    pairs: answer?.lengths['pairs'] ?? 0,
    clusters: answer?.lengths['clusters'] ?? 0,
    largest: answer?.largest ?? 0,
  };
}

/**
 * The request of the detection that counts: of the last ones, that with the most documents, and of equal ones the first
 * (another worker may be asked for a quick answer to a part).
 */
export function detectionIn({ messages }: Journal, since: number): Message | undefined {
  const requests = messages.filter(
    ({ at, way, kind }) => at >= since && way === 'asked' && kind === 'detect',
  );
  const sizeOf = ({ lengths }: Message): number => lengths.documents ?? 0;
  return requests.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
}

function blockedBetween({ tasks, silences }: Journal, from: number, to: number): Blocked {
  const longest = (stretches: readonly Stretch[]): number =>
    stretches
      .filter(({ at, duration }) => isWithin(at + duration / 2, from, to))
      .reduce((most, { duration }) => Math.max(most, duration), 0);
  return { task: longest(tasks), silence: longest(silences) };
}

/** Whether a stretch with this middle counts: what an answer sets off begins a moment before the answer is written down. */
function isWithin(middle: number, from: number, to: number): boolean {
  return middle > from && middle < to;
}
