import { useEffect, useState } from 'preact/hooks';

/** What was made, with what it was made of; lives as long as the page. */
export type Memory = Map<string, { readonly inputs: readonly unknown[]; readonly value: unknown }>;

/** How long the page works in one go on what the user waits for, in milliseconds: two frames. */
const WAITED_TURN = 28;

/**
 * What `make` returns, kept in `memory` under `name` and made anew only when an input changes; in turns that leave the
 * page awake. Until then what was made before, null at first.
 */
export function useMadeOnce<T>(
  memory: Memory,
  name: string,
  make: () => Generator<void, T>,
  inputs: readonly unknown[],
): T | null {
  const [, render] = useState(0);
  const known = memory.get(name);
  const isKnown =
    known !== undefined && inputs.every((input, index) => Object.is(input, known.inputs[index]));
  useEffect(() => {
    if (isKnown) return undefined;
    const making = make();
    let timer = setTimeout(turn);
    return () => clearTimeout(timer);

    function turn() {
      const end = performance.now() + WAITED_TURN;
      for (let step = making.next(); ; step = making.next()) {
        if (step.done === true) {
          memory.set(name, { inputs, value: step.value });
          render((n) => n + 1);
          return;
        }
        if (performance.now() >= end) break;
      }
      timer = setTimeout(turn);
    }
  }, inputs);
  return (known?.value as T | undefined) ?? null;
}
