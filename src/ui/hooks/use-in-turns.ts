import { useEffect, useReducer } from 'preact/hooks';
import { TURN } from './turn.ts';

/** Does `work` for each of the items that are `missing` something, in short turns behind the rendering, and renders anew behind each. */
export function useInTurns<T>(missing: readonly T[], work: (item: T) => void): void {
  const [, render] = useReducer((n: number, _: undefined) => n + 1, 0);
  useEffect(() => {
    if (missing.length === 0) return undefined;
    const timer = setTimeout(() => {
      const end = performance.now() + TURN;
      for (const item of missing) {
        work(item);
        if (performance.now() >= end) break;
      }
      render(undefined);
    });
    return () => clearTimeout(timer);
    // What is missing is another list at each rendering.
  });
}
