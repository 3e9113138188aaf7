import type { Judgement } from '../core/review/decision.ts';
import type { PairId } from '../core/reuse/pair.ts';
import type { Correction } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import type { AppState, Settings, View } from './state.ts';
import type { Store } from './store.ts';

/** A file to load as the browser hands it over; a folder has no bytes. */
export interface LoadSource {
  readonly name: string;
  readonly bytes: Blob | null;
}

/**
 * Everything that the user can do. The only place that joins worker, storage and state.
 * No call throws: what goes wrong is in the state (`failures`, `storageProblem`, `fault`).
 */
export interface Workspace {
  readonly store: Store<AppState>;
  /** Reads what is stored; on a first visit opens the example. */
  open(): Promise<void>;
  load(sources: readonly LoadSource[]): Promise<void>;
  paste(text: string): Promise<void>;
  openExample(): Promise<void>;
  removeDocument(id: DocumentId): Promise<void>;
  dismissFailure(id: string): void;
  /** Adds a correction to a document's structure and detects anew. */
  correct(id: DocumentId, correction: Correction): Promise<void>;
  /** Takes all corrections of a document back. */
  resetCorrections(id: DocumentId): Promise<void>;
  /** Resolves when the decision is on disk; the state shows it only then. Null takes the judgement back. */
  decide(pair: PairId, judgement: Judgement | null): Promise<void>;
  note(pair: PairId, note: string): Promise<void>;
  /** Undoes the last decision, note or correction. */
  undo(): Promise<void>;
  /** Changes what the user is looking at; stored a moment later. */
  look(change: Partial<View>): void;
  set(change: Partial<Settings>): Promise<void>;
  /** Stops what `work` names; what was there before stays. */
  cancel(): void;
  /** Removes everything that the page has stored, and starts empty. */
  eraseAll(): Promise<void>;
}
