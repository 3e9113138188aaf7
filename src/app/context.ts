import type { DocumentId } from '../core/text/document.ts';
import type { StoredDocument } from '../storage/schema.ts';
import type { Storage } from '../storage/storage.ts';
import type { WorkerClient } from '../worker/client.ts';
import type { AppState } from './state.ts';
import type { Store } from './store.ts';
import type { WorkBoard } from './work.ts';

/** What the parts of the workspace share. */
export interface Context {
  readonly store: Store<AppState>;
  readonly client: WorkerClient;
  readonly storage: Storage;
  readonly work: WorkBoard;
  /** Names the algorithm: what an older one derived is not used. */
  readonly derivedVersion: string;
  /** The documents of the state as they are stored, with what the views do not need. */
  readonly stored: Map<DocumentId, StoredDocument>;
  /** Where documents stood that are not there any more. */
  readonly places: Map<DocumentId, number>;
  /** Changes part of the state. */
  patch(change: Partial<AppState>): void;
}
