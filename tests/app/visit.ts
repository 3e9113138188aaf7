import type { Engine } from '../../src/worker/handlers.ts';
import { createStorage } from '../../src/storage/storage.ts';
import type { Clock } from '../../src/app/history.ts';
import type { Channel } from '../../src/app/neighbours.ts';
import { createWorkspace, type Workspace } from '../../src/app/workspace.ts';
import type { AppState } from '../../src/app/state.ts';
import { createClient } from '../../src/worker/client.ts';
import type { StartWorker } from '../../src/worker/connection.ts';
import { inProcess, lineEngine } from '../worker/in-process.ts';

export const EXAMPLE = [{ name: 'example.txt', text: '例\n同\n同' }];

/** Each visit is another page. */
let pages = 0;

/** A workspace as a new page load makes it: over the same database, with everything else new. */
export function visit(
  options: {
    engine?: Engine;
    version?: string;
    startWorker?: StartWorker;
    clock?: Clock;
    channel?: Channel;
  } = {},
): Workspace {
  return createWorkspace({
    client: createClient(options.startWorker ?? inProcess(options.engine ?? lineEngine())),
    openStorage: createStorage,
    example: EXAMPLE,
    derivedVersion: options.version ?? '1',
    clock: options.clock ?? { now: () => 0, page: `page${++pages}` },
    channel: options.channel ?? null,
  });
}

/** A text file to load. */
export function file(name: string, text: string) {
  return { name, bytes: new Blob([text]) };
}

/** Resolves when the state of the workspace is as wanted. */
export function until({ store }: Workspace, isWanted: (state: AppState) => boolean): Promise<AppState> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isWanted(store.get())) return;
      stop();
      resolve(store.get());
    };
    const stop = store.subscribe(look);
    look();
  });
}

/** What a user would see of the state, short enough to compare. */
export function seen({ store }: Workspace) {
  const { documents, detection, failures, stale } = store.get();
  return {
    documents: documents.map(({ document }) => document.name),
    pairs: detection?.pairs.length ?? null,
    failures: failures.map(({ name, problem }) => `${name}: ${problem}`),
    stale,
  };
}
