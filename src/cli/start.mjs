// `npm start`: installs what is missing, builds, serves the page on this machine alone, prints its address.
import { fileURLToPath } from 'node:url';
import { installPackages, requireNode } from './install.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOST = '127.0.0.1';
/** Where the page is served; the next free port when it is taken. */
const PORT = 4173;

requireNode();
process.chdir(ROOT);
installPackages(ROOT);

// Imported only now: before, it may not have been there.
const { build, preview } = await import('vite');
console.log('Building …');
await build({ root: ROOT, logLevel: 'warn' });
const server = await preview({ root: ROOT, logLevel: 'warn', preview: { host: HOST, port: PORT } });
console.log('The page is served until you press Ctrl-C:');
console.log(server.resolvedUrls?.local[0]);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => process.exit(0));
}
