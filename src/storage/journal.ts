import { changed, composed } from '../core/review/change.ts';
import { readDecision } from './records.ts';
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
  // What deletes all below a prefix takes what waits there with it, and goes before what comes there anew.
  const first = waiting.flat().filter((earlier) => step.some((operation) => isBelow(operation, earlier)));
  const isDone = (earlier: Operation) =>
    keys.has(keyOf(earlier)) || first.includes(earlier) || step.some((each) => isBelow(earlier, each));
  const merged = step.map((operation) => {
    if (operation.kind === 'amend') return amended(operation, waiting.flat());
    if (operation.kind !== 'merge') return operation;
    const earlier = waiting.flat().filter((each) => each.kind === 'merge' && each.key === operation.key);
    const change = Object.assign({}, ...earlier.map((each) => (each.kind === 'merge' ? each.change : {})));
    return { ...operation, change: { ...change, ...operation.change } };
  });
  return {
    step: [...first, ...merged],
    waiting: waiting
      .map((earlier) => earlier.filter((operation) => !isDone(operation)))
      .filter((earlier) => earlier.length > 0),
  };
}

/** A change of a decision, over what waits to be written of it. */
function amended(operation: Operation & { kind: 'amend' }, waiting: Step): Operation {
  let result: Operation = operation;
  for (const earlier of waiting.toReversed()) {
    if (!('key' in earlier) || earlier.key !== operation.key || result.kind !== 'amend') continue;
    const { change, isGuarded } = result;
    if (earlier.kind === 'amend') {
      const [one = change] = composed([earlier.change, change]);
      // A guard holds for what is on disk: that is what the first of them found.
      result = { ...result, change: one, isGuarded: isGuarded && earlier.isGuarded };
    } else if (earlier.kind === 'put' || earlier.kind === 'delete') {
      const before = earlier.kind === 'put' ? readDecision(earlier.value) : null;
      const value = changed(before, change, isGuarded);
      const { key } = operation;
      result = value === null ? { kind: 'delete', key } : { kind: 'put', key, value };
    }
  }
  return result;
}

function isBelow(operation: Operation, other: Operation): boolean {
  const key = keyOf(operation);
  return other.kind === 'delete-under' && key !== null && key.startsWith(other.key);
}

function isClear(operation: Operation): boolean {
  return operation.kind === 'clear';
}

function keyOf(operation: Operation): string | null {
  return operation.kind === 'clear' ? null : operation.key;
}
