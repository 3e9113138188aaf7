import {
  dropHistory,
  HISTORY_PREFIX,
  putHistory,
  putRemoved,
  putUndone,
  REMOVED_PREFIX,
} from '../storage/schema.ts';
import { composed } from '../core/review/change.ts';
import type { Step } from '../storage/journal.ts';
import type { Snapshot } from '../storage/snapshot.ts';
import type { Command, HistoryEntry, HistoryList } from './commands.ts';
import type { Context } from './context.ts';
import { createQueue } from './queue.ts';
import { readHistoryEntry } from './step-record.ts';

/** Where a page gets the time and its own name among the open pages from. */
export interface Clock {
  /** In milliseconds since 1970. */
  now(): number;
  /** Another for each open page, so that no two write one record. */
  readonly page: string;
}

/** One step with its key. */
export interface KeyedEntry {
  readonly key: string;
  readonly entry: HistoryEntry;
}

/** What happened to the history, as other pages hear it. */
export interface Heard {
  readonly added: readonly KeyedEntry[];
  /** The keys of steps that are gone, undone, and done again. */
  readonly dropped: readonly string[];
  readonly undone: readonly string[];
  readonly redone: readonly string[];
}

const NOTHING: Heard = { added: [], dropped: [], undone: [], redone: [] };

/**
 * Writes a step and what remembers it in one transaction; what was undone before cannot be redone any more. A command of the
 * same `visit` (a stretch of typing) as the last one is one with it.
 */
type Write = (command: Command, step: Step, visit?: string) => Promise<Heard>;

/** All that the user did, on disk with what it changed. */
export interface History {
  readonly write: Write;
  /**
   * Runs what looks at decisions before it writes when no other step is half written: what the state shows is then what is on
   * disk. It writes by what it is given, and waits for nothing but storage.
   */
  inTurn<T>(task: (write: Write) => Promise<T>): Promise<T>;
  /** The last `count` steps that stand, the last one first; one that cannot be read changed nothing. */
  last(count: number): Promise<readonly KeyedEntry[]>;
  /** The first `count` steps that are undone, the first one first. */
  next(count: number): Promise<readonly KeyedEntry[]>;
  /** The operations that mark the steps of these keys as undone, or as done again. */
  marksFor(keys: readonly string[], isUndone: boolean): Step;
  /** Counts steps as undone, or as done again: what `marksFor` says is on disk. */
  move(keys: readonly string[], isUndone: boolean): Heard;
  /** The operations that forget everything; `clear` then forgets it here. */
  clearing(): Step;
  clear(): void;
  /** What another page did. */
  hear(heard: Heard): void;
  read(key: string): Promise<HistoryEntry | null>;
}

/** Digits of a step's number in its key, so that keys sort by number. */
const DIGITS = 9;

const UNREADABLE: HistoryEntry = { at: 0, who: '', command: { kind: 'decide', reach: 'pair', changes: [] } };

/** The history in the state of the workspace. */
export function createHistory({ store, storage, patch }: Context, clock: Clock): History {
  /** Steps that were read or made. */
  const known = new Map<string, HistoryEntry>();
  let visited: { readonly key: string; readonly visit: string } | null = null;
  /** Documents change beside decisions: two steps at once would take one key, and each forget the other. */
  const oneByOne = createQueue();

  return {
    write: (...given) => oneByOne(() => write(...given)),
    inTurn: (task) => oneByOne(() => task(write)),
    last: async (count) => {
      const { keys, done } = listed();
      return readAll(keys.slice(Math.max(0, done - count), done).reverse());
    },
    next: async (count) => {
      const { keys, done } = listed();
      return readAll(keys.slice(done, done + count));
    },
    marksFor: (keys, isUndone) => keys.map((key) => putUndone(key, isUndone)),
    move: (keys, isUndone) => hear({ ...NOTHING, [isUndone ? 'undone' : 'redone']: keys }),
    clearing: () => [
      { kind: 'delete-under', key: HISTORY_PREFIX },
      { kind: 'delete-under', key: REMOVED_PREFIX },
    ],
    clear() {
      known.clear();
      patch({ history: { keys: [], done: 0 }, undoable: 0 });
    },
    hear: (heard) => void hear(heard),
    read,
  };

  async function write(command: Command, step: Step, visit?: string): Promise<Heard> {
    const { keys, done } = listed();
    const last = keys[done - 1];
    const isSameVisit = visit !== undefined && visited?.visit === visit && visited.key === last;
    const before = isSameVisit && last !== undefined ? known.get(last) : undefined;
    const entry = {
      at: clock.now(),
      who: store.get().settings.reviewer,
      command: before === undefined ? command : joined(before.command, command),
    };
    const dropped = keys.slice(done);
    const key = before === undefined || last === undefined ? nextKey(keys) : last;
    await storage.write([...step, ...dropped.flatMap(dropHistory), ...recordsOf(key, entry)]);
    const heard = hear({ ...NOTHING, added: [{ key, entry }], dropped });
    visited = visit === undefined ? null : { key, visit };
    return heard;
  }

  /** Lays what happened over the list as it is now, whatever else came into it meanwhile. */
  function hear(heard: Heard): Heard {
    const { added, dropped, undone, redone } = heard;
    const { keys, done } = listed();
    const come = new Set([...redone, ...added.map(({ key }) => key)]);
    const moved = new Set([...come, ...undone, ...dropped]);
    const stay = (key: string) => !moved.has(key);
    const standing = [...keys.slice(0, done).filter(stay), ...come].sort();
    const rest = [...keys.slice(done).filter(stay), ...undone].sort();
    for (const { key, entry } of added) known.set(key, entry);
    for (const key of dropped) known.delete(key);
    visited = null;
    patch({ history: { keys: [...standing, ...rest], done: standing.length }, undoable: standing.length });
    return heard;
  }

  function listed(): HistoryList {
    return store.get().history;
  }

  async function readAll(keys: readonly string[]): Promise<readonly KeyedEntry[]> {
    const entries: KeyedEntry[] = [];
    for (const key of keys) entries.push({ key, entry: (await read(key)) ?? UNREADABLE });
    return entries;
  }

  async function read(key: string): Promise<HistoryEntry | null> {
    const here = known.get(key);
    if (here !== undefined) return here;
    const entry = readHistoryEntry(await storage.read(HISTORY_PREFIX + key));
    if (entry !== null) known.set(key, entry);
    return entry;
  }

  function nextKey(keys: readonly string[]): string {
    const last = Math.max(0, ...[keys[listed().done - 1], keys.at(-1)].map(numberOf));
    const number = last + 1;
    return `${String(number).padStart(DIGITS, '0')}-${clock.page}`;
  }
}

/** The number of a step, which counts up; 0 for none. */
function numberOf(key: string | undefined): number {
  return Number.parseInt(key?.slice(0, DIGITS) ?? '0', 10);
}

/** What is stored of a step: a removed document apart, so that nobody clones it who only reads what was done. */
function recordsOf(key: string, entry: HistoryEntry): Step {
  const { command } = entry;
  if (command.kind !== 'remove' || command.stored === null) return [putHistory(key, entry)];
  return [
    putHistory(key, { ...entry, command: { ...command, stored: null } }),
    putRemoved(key, command.stored),
  ];
}

/** One command for two of the same visit: from what was before the first to what is after the second. */
function joined(first: Command, second: Command): Command {
  if (first.kind !== 'decide' || second.kind !== 'decide') return second;
  return { ...second, changes: composed([...first.changes, ...second.changes]) };
}

/** The history as it was stored: what is undone stands behind the rest. */
export function historyOf({ history, undone }: Pick<Snapshot, 'history' | 'undone'>): {
  readonly history: HistoryList;
  readonly undoable: number;
} {
  const done = history.filter((key) => !undone.has(key));
  return {
    history: { keys: [...done, ...history.filter((key) => undone.has(key))], done: done.length },
    undoable: done.length,
  };
}
