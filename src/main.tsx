import { createPageWorkspace } from './app/browser.ts';
import { closeWaysOut } from './app/egress.ts';
import { keepForOffline } from './app/offline.ts';
import { start } from './ui/start.tsx';

closeWaysOut(window);
keepForOffline(window);
start(document.querySelector('#app') as HTMLElement, createPageWorkspace(window));
