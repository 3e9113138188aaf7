import { detect } from '../../../src/core/reuse/detect.ts';
import type { Detection } from '../../../src/core/reuse/pair.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { readStructure } from '../../../src/core/structure/structure.ts';

/** One detection in Node; times in milliseconds. */
export interface NodeRun {
  readonly structuring: number;
  readonly detecting: number;
  /** The longest that the detection did not hear a cancellation. */
  readonly longestStep: number;
  readonly detection: Detection;
}

/** Detects in texts, without a browser. Documents are named by their place: `d0`, `d1`, … */
export function detectInNode(texts: readonly string[]): NodeRun {
  const begun = performance.now();
  const documents = texts.map(documentOf);
  const structured = performance.now();
  const steps = detect(documents);
  let last = structured;
  let longestStep = 0;
  for (;;) {
    const step = steps.next();
    const now = performance.now();
    longestStep = Math.max(longestStep, now - last);
    last = now;
    if (step.done !== true) continue;
    return {
      structuring: structured - begun,
      detecting: now - structured,
      longestStep,
      detection: step.value,
    };
  }
}

/** The largest number of passages that were put together, as findings or as boilerplate. */
export function largestGroup({ clusters, boilerplate }: Detection): number {
  const groups: readonly { readonly members: readonly unknown[] }[] = [...clusters, ...(boilerplate ?? [])];
  return groups.reduce((most, { members }) => Math.max(most, members.length), 0);
}

function documentOf(text: string, index: number): StructuredDocument {
  const document = {
    id: `d${index}`,
    name: `${index}.txt`,
    text,
    encoding: 'utf-8',
    layout: null,
    origin: 'file',
    byteLength: Buffer.byteLength(text),
  } as const;
  return { document, speeches: readStructure(text) };
}
