import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is served: path → body; null for a path that gets no answer, ever. What does not end in .js is HTML. */
export type Files = Readonly<Record<string, string | null>>;

/** A web server on this machine alone that can go away and come back at the same address. */
export interface TestServer {
  /** With a slash at its end. */
  readonly url: string;
  /** The paths that were asked for, in order. */
  readonly requests: string[];
  /** How many connections were opened: also those on which nothing was asked. */
  connections(): number;
  /** Serves other files from now on. */
  serve(files: Files): void;
  /** Takes the network away: every connection ends, new ones are refused. */
  stop(): Promise<void>;
  /** Brings it back. */
  restart(): Promise<void>;
}

/** The built page as a server gives it. Throws when it has not been built. */
export function builtFiles(): Record<'/' | '/index.html' | '/service-worker.js', string> {
  const page = readFileSync('dist/index.html', 'utf8');
  return {
    '/': page,
    '/index.html': page,
    '/service-worker.js': readFileSync('dist/service-worker.js', 'utf8'),
  };
}

/** Serves `files` on a free port. */
export async function startServer(files: Files): Promise<TestServer> {
  let served = files;
  let connections = 0;
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    requests.push(path);
    const body = served[path];
    if (body === null) return;
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type, 'cache-control': 'no-cache' });
    response.end(body);
  });
  server.on('connection', () => connections++);
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    connections: () => connections,
    serve(next) {
      served = next;
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
    restart: () => listen(server, port),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
