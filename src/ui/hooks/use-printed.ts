import { render, type ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Puts what `draw` gives on paper in place of the page, whenever it is printed. */
export function usePrinted(draw: () => ComponentChild): void {
  const latest = useRef(draw);
  latest.current = draw;
  useEffect(() => {
    const stop = new AbortController();
    let sheet: HTMLElement | null = null;
    const clear = () => {
      if (sheet === null) return;
      render(null, sheet);
      sheet.remove();
      sheet = null;
    };
    window.addEventListener(
      'beforeprint',
      () => {
        clear();
        sheet = document.createElement('div');
        sheet.className = 'printed';
        document.body.append(sheet);
        render(latest.current(), sheet);
      },
      { signal: stop.signal },
    );
    window.addEventListener('afterprint', clear, { signal: stop.signal });
    return () => {
      stop.abort();
      clear();
    };
  }, []);
}
