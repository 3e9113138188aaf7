import type { Operation } from './schema.ts';

/** One step of the user: all of it is written or nothing. */
export type Step = readonly Operation[];

/** A step that is to be written now, and the earlier ones that failed and still wait. */
export interface Journal {
  readonly step: Step;
  readonly waiting: readonly Step[];
}

/**
 * Lays a new step over those that wait: what it writes anew need not be written any more, and what waits to be merged
 * into the same record goes with it. Written in any order, the rest gives what the user did last.
 */
export function lay(step: Step, waiting: readonly Step[]): Journal {
  if (step.some(isClear)) return { step, waiting: [] };
  // What comes after an erasure must not be written before it.
  if (waiting.some((earlier) => earlier.some(isClear)))
    return { step: [...waiting.flat(), ...step], waiting: [] };
  const keys = new Set(step.map(keyOf));
  const merged = step.map((operation) => {
    if (operation.kind !== 'merge') return operation;
    const earlier = waiting.flat().filter((each) => each.kind === 'merge' && each.key === operation.key);
    const change = Object.assign({}, ...earlier.map((each) => (each.kind === 'merge' ? each.change : {})));
    return { ...operation, change: { ...change, ...operation.change } };
  });
  return {
    step: merged,
    waiting: waiting
      .map((earlier) => earlier.filter((operation) => !keys.has(keyOf(operation))))
      .filter((earlier) => earlier.length > 0),
  };
}

function isClear(operation: Operation): boolean {
  return operation.kind === 'clear';
}

function keyOf(operation: Operation): string | null {
  return operation.kind === 'clear' ? null : operation.key;
}
