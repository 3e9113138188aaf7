/** A value that changes and tells who listens. The only mutable thing that the views read. */
export interface Store<T> {
  get(): T;
  /** Replaces the value and tells every listener; an equal value (`Object.is`) tells nobody. */
  set(value: T): void;
  /** Calls `listener` after each change; gives the function that ends it. */
  subscribe(listener: () => void): () => void;
}

/** A store that holds `initial` to begin with. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
