import { createPageWorkspace } from './app/browser.ts';
import { closeWaysOut } from './app/egress.ts';
import { keepForOffline } from './app/offline.ts';
import { EXAMPLE } from './app/example.ts';
import { start } from './ui/start.tsx';
import { serve } from './worker/entry.ts';

// Page and worker are one script: what both need stands in the page once (see `worker/browser.ts`).
if ('document' in globalThis) {
  closeWaysOut(window);
  keepForOffline(window);
  start(document.querySelector('#app') as HTMLElement, createPageWorkspace(window));
} else serve(EXAMPLE.map(({ text }) => text).join('\n'));
