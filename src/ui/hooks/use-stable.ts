import { useRef, useState } from 'preact/hooks';

/** One function as long as the component lives, which calls the `act` of the last rendering: so that a memo holds. */
export function useStable<Arguments extends readonly unknown[], Result>(
  act: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  const latest = useRef(act);
  latest.current = act;
  const [stable] = useState(
    () =>
      (...args: Arguments) =>
        latest.current(...args),
  );
  return stable;
}
