/** In milliseconds: how long work goes on before others are heard; one frame. */
const SLICE = 16;

/** Resolves in a later turn of the event loop, after the messages that wait have been heard. Without a timer's delay. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Drives a generator to its end in slices of one frame, so that messages are heard between them. Calls `onStep` with each
 * step; where that says so, messages are heard at once. Gives null when `signal` was aborted on the way.
 */
export async function inSlices<Step, Result>(
  generator: Generator<Step, Result>,
  signal: AbortSignal,
  onStep: (step: Step) => boolean,
): Promise<Result | null> {
  for (;;) {
    const sliceEnd = performance.now() + SLICE;
    let isWaiting: boolean;
    do {
      const step = generator.next();
      if (step.done === true) return step.value;
      isWaiting = onStep(step.value);
    } while (!isWaiting && performance.now() < sliceEnd);
    await nextTurn();
    if (signal.aborted) return null;
  }
}
