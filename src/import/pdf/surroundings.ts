/** What pdf.js must find around it, and what it must not. */

interface Scope {
  postMessage?: unknown;
}

/**
 * Loads what, in a worker, takes the thread for its own and would answer the page itself. While it is loaded the worker
 * cannot post.
 */
export async function withoutPost<T>(load: () => Promise<T>): Promise<T> {
  const scope = globalThis as Scope;
  const { postMessage } = scope;
  if (postMessage === undefined) return load();
  scope.postMessage = undefined;
  try {
    return await load();
  } finally {
    scope.postMessage = postMessage;
  }
}

interface WithResolvers {
  withResolvers?: unknown;
}

/** Gives `Promise.withResolvers` where it is missing: Node 20, and browsers before 2024. */
export function provideResolvers(): void {
  (Promise as unknown as WithResolvers).withResolvers ??= function <T>() {
    let settle: { resolve: (value: T) => void; reject: (reason: unknown) => void } | undefined;
    const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
    return { promise, ...settle };
  };
}
