import { withChanges, type DecisionChange } from '../core/review/change.ts';
import type { Context } from './context.ts';
import type { Heard, History } from './history.ts';

/** What one open page tells the others; it is on disk already. */
export interface Told {
  readonly heard: Heard;
  readonly changes: readonly DecisionChange[];
  readonly isGuarded: boolean;
}

/** The way to the other open pages. */
export interface Channel {
  tell(message: unknown): void;
  /** Calls `hear` with what the others tell. */
  listen(hear: (message: unknown) => void): void;
}

/** The other pages that are open over the same database. */
export interface Neighbours {
  /** Tells them what was decided here, and what became of the history. */
  tell(told: Told): void;
}

interface Message extends Told {
  readonly kind: 'decided';
}

/** Tells the others what is decided here, and shows here what they decided. Null where pages cannot hear one another. */
export function createNeighbours(
  { store, patch }: Context,
  history: History,
  channel: Channel | null,
): Neighbours {
  channel?.listen((message) => {
    if (!isMessage(message) || !store.get().opened) return;
    patch({ decisions: withChanges(store.get().decisions, message.changes, message.isGuarded) });
    history.hear(message.heard);
  });
  return { tell: (told) => channel?.tell({ kind: 'decided', ...told } satisfies Message) };
}

function isMessage(value: unknown): value is Message {
  return (Object(value) as { kind?: unknown }).kind === 'decided';
}
