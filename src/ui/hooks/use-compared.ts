import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { Pair } from '../../core/reuse/pair.ts';
import { useInterface } from './context.ts';
import type { Compared, Comparisons } from './use-comparisons.ts';
import { witnessesOf } from '../../core/review/witness.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';

/** Characters of both sides that are compared at once, in the time of a frame or two; longer pairs in a worker. */
const AT_ONCE_MOST = 4_000;

/** The comparison of the open pair, or how far it is. */
export type OpenComparison =
  | { readonly kind: 'made'; readonly compared: Compared }
  /** The worker compares; `stop` ends it. */
  | { readonly kind: 'making'; readonly characters: number; readonly stop: () => void }
  | { readonly kind: 'stopped'; readonly again: () => void }
  /** There is no pair, or its document is gone. */
  | { readonly kind: 'none' };

/** The comparison of `pair`: a short one at once, a long one by the worker, which keeps the page awake and can be stopped. */
export function useCompared(
  pair: Pair | undefined,
  comparisons: Comparisons,
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
): OpenComparison {
  const { workspace } = useInterface();
  const [, render] = useReducer((n: number, _: undefined) => n + 1, 0);
  const running = useRef<AbortController | null>(null);
  const stopped = useRef<Pair | null>(null);
  const isLong = pair !== undefined && lengthOf(pair) > AT_ONCE_MOST && comparisons.known(pair) === undefined;
  const asked = isLong && stopped.current !== pair ? pair : null;

  useEffect(() => {
    if (asked === null) return undefined;
    const witnesses = witnessesOf(asked, documents);
    if (witnesses === null) return undefined;
    const controller = new AbortController();
    running.current = controller;
    void compareThere(witnesses.a.text, witnesses.b.text, controller.signal, asked);
    return () => controller.abort();
  }, [asked, comparisons]);

  async function compareThere(a: string, b: string, signal: AbortSignal, wanted: Pair): Promise<void> {
    const comparison = await workspace.compare(a, b, signal);
    if (signal.aborted) return;
    if (comparison === null) stopped.current = wanted;
    else comparisons.keep(wanted, comparison);
    render(undefined);
  }

  if (pair === undefined) return { kind: 'none' };
  if (asked !== null) {
    const stop = () => {
      running.current?.abort();
      stopped.current = pair;
      render(undefined);
    };
    return { kind: 'making', characters: lengthOf(pair), stop };
  }
  if (isLong) {
    const again = () => {
      stopped.current = null;
      render(undefined);
    };
    return { kind: 'stopped', again };
  }
  const compared = comparisons.of(pair);
  return compared === null ? { kind: 'none' } : { kind: 'made', compared };
}

function lengthOf({ a, b }: Pair): number {
  return a.span.end - a.span.start + b.span.end - b.span.start;
}
