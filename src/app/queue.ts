/** Runs tasks one after the other, in the order they came. A task that rejects does not stop the next. */
export type Queue = <T>(task: () => Promise<T>) => Promise<T>;

/** An empty queue. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };
}
