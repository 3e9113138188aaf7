import { useEffect, useState } from 'preact/hooks';
import { TURN } from './turn.ts';

/**
 * What `make` returns, made anew whenever an input changes, in short turns behind the rendering: for what is not missed in
 * the first moment. Until then what was made before, `initial` at first.
 */
export function useMadeLater<T>(make: () => Generator<void, T>, inputs: readonly unknown[], initial: T): T {
  const [made, setMade] = useState(initial);
  useEffect(() => {
    const making = make();
    let timer = setTimeout(turn);
    return () => clearTimeout(timer);

    function turn() {
      const end = performance.now() + TURN;
      for (let step = making.next(); ; step = making.next()) {
        if (step.done === true) {
          const { value } = step;
          setMade(() => value);
          return;
        }
        if (performance.now() >= end) break;
      }
      timer = setTimeout(turn);
    }
  }, inputs);
  return made;
}
