import { useEffect, useState } from 'preact/hooks';

/** Whether the page is being printed: then everything is drawn. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    window.addEventListener('beforeprint', () => setPrinting(true), { signal: stop.signal });
    window.addEventListener('afterprint', () => setPrinting(false), { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return isPrinting;
}
