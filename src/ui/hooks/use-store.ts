import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../../app/store.ts';

/** A part of the store's value; the component renders anew when that part changes (`Object.is`). */
export function useStore<T, Part>(store: Store<T>, select: (value: T) => Part): Part {
  const [part, setPart] = useState(() => select(store.get()));
  useEffect(() => {
    const update = () => setPart(() => select(store.get()));
    update();
    return store.subscribe(update);
    // `select` is written inline and is new at each render; what it reads does not change.
  }, [store]);
  return part;
}
