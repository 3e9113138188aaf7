import type { Visit } from '../detection/page/visit.ts';

/** When the stop button was pressed, and what came of it; times in milliseconds. */
export interface Stop {
  /** From the choice of the files. */
  readonly pressed: number;
  /** What the worker was doing: the last request that it had. */
  readonly during: string;
  /** Until the page no longer says that it works; NaN when it did not come within the patience. */
  readonly page: number;
  /** Until the worker answered; NaN when it was ended instead, or the request had ended by itself. */
  readonly worker: number;
}

/**
 * Does `act` (which chooses files) and presses the stop button `delay` ms later, from within the page so that nothing comes
 * between; null when all was done before.
 */
export async function stopAfter(
  { page, now }: Visit,
  act: () => Promise<void>,
  delay: number,
): Promise<Stop | null> {
  const since = await now();
  // No function in it has a name: tsx would wrap it in a call of what is not there in the page.
  const pressing = page.evaluate(
    async ([from, wait, patience]) => {
      let begun = Infinity;
      while (performance.now() < from + patience) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        const act = window.journal.acts.find(({ at }) => at >= from);
        if (act !== undefined) begun = act.at;
        if (performance.now() < begun + wait) continue;
        const button = document.querySelector<HTMLElement>('.work-status button');
        const state = document.querySelector('[data-testid=status]')?.getAttribute('data-state');
        if (state !== 'working' && performance.now() > begun + wait + 300) return null;
        if (button === null) continue;
        const last = window.journal.messages.findLast(
          ({ way, kind }) => way === 'asked' && kind !== 'retain' && kind !== 'keep',
        );
        const at = performance.now();
        button.click();
        let rested = Number.NaN;
        let answered = Number.NaN;
        while (performance.now() < at + 5_000) {
          await new Promise((resolve) => setTimeout(resolve, 1));
          const now = performance.now();
          if (Number.isNaN(rested)) {
            const status = document.querySelector('[data-testid=status]');
            if (status?.getAttribute('data-state') !== 'working') rested = now - at;
          }
          const asked = window.journal.messages.find((each) => each.at >= at && each.kind === 'cancel');
          const answer = window.journal.messages.find(
            (each) =>
              each.at >= (asked?.at ?? Infinity) &&
              each.way === 'answered' &&
              each.worker === asked?.worker &&
              each.request === asked.request &&
              each.kind !== 'progress' &&
              each.kind !== 'pairs' &&
              each.kind !== 'clusters' &&
              each.kind !== 'boilerplate' &&
              each.kind !== 'speeches' &&
              each.kind !== 'early',
          );
          if (answer !== undefined) answered = answer.at - at;
          if (!Number.isNaN(rested) && (answer !== undefined || now > at + 3_000)) break;
          if (asked === undefined && now > at + 500 && !Number.isNaN(rested)) break;
        }
        return { pressed: at - begun, during: last?.kind ?? '', page: rested, worker: answered };
      }
      return null;
    },
    [since, delay, 180_000] as const,
  );
  await act();
  return pressing;
}
