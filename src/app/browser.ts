import { DETECTION_VERSION } from '../core/reuse/detect.ts';
import { STRUCTURE_VERSION } from '../core/structure/structure.ts';
import { createStorage } from '../storage/storage.ts';
import { createPageClient } from '../worker/client.ts';
import { createAddressBar } from './address-bar.ts';
import { EXAMPLE } from './example.ts';
import type { Channel } from './neighbours.ts';
import { unpackPart } from './parts.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/**
 * The workspace of the page, with the browser's worker and database, not opened yet. Stores the view when `page` goes. To
 * be called while the page's script runs for the first time: only then is it known which one that is.
 */
export function createPageWorkspace(page: Window): Workspace {
  const script = page.document.currentScript?.textContent ?? '';
  const client = createPageClient(script, (reader) => unpackPart(page.document, reader));
  const workspace = createWorkspace({
    client,
    openStorage: createStorage,
    example: EXAMPLE,
    channel: openChannel(),
    derivedVersion: `${STRUCTURE_VERSION}.${DETECTION_VERSION}`,
    addressBar: createAddressBar(page),
  });
  page.addEventListener('pagehide', workspace.flush);
  // A tab that the system closes in the background only ever hears this.
  page.document.addEventListener('visibilitychange', () => {
    if (page.document.visibilityState === 'hidden') workspace.flush();
  });
  // Once all is shown there is time for it.
  return { ...workspace, open: () => workspace.open().then(client.warmUp) };
}

/** The way to the other tabs; null where the browser has none for pages opened from disk. */
function openChannel(): Channel | null {
  try {
    const channel = new BroadcastChannel('leitong');
    return {
      tell: (message) => channel.postMessage(message),
      listen: (hear) => (channel.onmessage = ({ data }: MessageEvent<unknown>) => hear(data)),
    };
  } catch {
    return null;
  }
}
