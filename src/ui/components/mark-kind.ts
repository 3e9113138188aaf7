import type { MarkKind } from '../../app/state.ts';
import type { Difference } from '../../core/diff/comparison.ts';

/** Which switch a difference belongs to. */
export function markOf(difference: Difference): MarkKind {
  if (difference.kind === 'form') return difference.class === 'text' ? 'replaced' : difference.class;
  return difference.kind === 'only-a' || difference.kind === 'only-b' ? 'only' : difference.kind;
}
