import { seeded } from '../random.ts';
import { tell } from '../table.ts';
import { openVisit, type Visit } from '../detection/page/visit.ts';
import { untilRest } from './run.ts';

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
export async function stopAfter(visit: Visit, act: () => Promise<void>, delay: number): Promise<Stop | null> {
  const since = await visit.now();
  // No function in it has a name: tsx would wrap it in a call of what is not there in the page.
  const pressing = visit.page.evaluate(
    async ([from, wait, patience]) => {
      let begun = Infinity;
      while (performance.now() < from + patience) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        begun = window.journal.acts.find(({ at }) => at >= from)?.at ?? Infinity;
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
          const passed = performance.now() - at;
          if (Number.isNaN(rested)) {
            const status = document.querySelector('[data-testid=status]');
            if (status?.getAttribute('data-state') !== 'working') rested = passed;
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
          if (!Number.isNaN(rested) && (answer !== undefined || passed > 3_000)) break;
          if (asked === undefined && passed > 500 && !Number.isNaN(rested)) break;
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

/** A stop, and the detection that was asked for after it, in milliseconds; null where the stop came before any. */
export interface StopAndAgain extends Stop {
  readonly again: number | null;
}

/** In milliseconds. */
const WHOLE_PATIENCE = 180_000;

/**
 * Chooses files on `count` pages, one after the other, and stops each at a moment of its own, from the choice to the end; then
 * asks for the detection again. Gives also how long it all took where nobody stopped it, and the detection of it.
 */
export async function measureStops(
  url: string,
  files: readonly string[],
  count: number,
): Promise<{ whole: number; detecting: number; stops: readonly StopAndAgain[] }> {
  const random = seeded(7);
  const first = await openVisit(url);
  const from = await first.now();
  await first.choose(files);
  const rested = await untilRest(first.page, from, WHOLE_PATIENCE);
  await first.close();
  if (rested === null) throw new Error('the page did not come to rest');
  const whole = rested.at - rested.from;
  const stops: StopAndAgain[] = [];
  for (let index = 0; index < count; index++) {
    const visit = await openVisit(url);
    // One moment of each twentieth, so that no part of the work is left out.
    const stop = await stopAfter(visit, () => visit.choose(files), (whole * (index + random())) / count);
    if (stop !== null) {
      stops.push({ ...stop, again: await again(visit) });
      tell(JSON.stringify(stops.at(-1)));
    }
    await visit.close();
  }
  return { whole, detecting: rested.at - rested.asked, stops };
}

async function again({ page, now }: Visit): Promise<number | null> {
  const button = page.getByRole('alert').getByRole('button', { name: '重新比对' });
  if ((await button.count()) === 0) return null;
  const from = await now();
  await button.click();
  const rested = await untilRest(page, from, WHOLE_PATIENCE);
  return rested === null ? Number.NaN : rested.at - rested.asked;
}
