import type { Span } from '../../core/text/span.ts';
import type { Part } from './atoms.ts';
import type { Inset } from './run-surgery.ts';

/** What is put in, by the units beside which it stands. */
export class Insets {
  readonly before = new Map<number, Inset[]>();
  readonly after = new Map<number, Inset[]>();
  /** For each unit 1 if it stands in a run, beside which something can be put. */
  readonly isInRun: Uint8Array;

  constructor(length: number, parts: readonly Part[]) {
    this.isInRun = new Uint8Array(length);
    for (const { runs } of parts)
      for (const { atoms } of runs)
        for (const { units } of atoms) for (const unit of units) this.isInRun[unit] = 1;
  }

  /** Puts words behind the units of a paragraph that stand before `at`; false when it has no run. */
  putWords({ start, end }: Span, at: number, text: string): boolean {
    const inset: Inset = { kind: 'words', text };
    for (let unit = Math.min(at, end) - 1; unit >= start; unit--)
      if (this.isInRun[unit] === 1) return put(this.after, unit, inset);
    for (let unit = Math.max(at, start); unit < end; unit++)
      if (this.isInRun[unit] === 1) return put(this.before, unit, inset);
    return false;
  }

  /** Puts a range around the units of a span; false when there is none. */
  putRange(span: Span | null, range: { readonly start: string; readonly end: string }): boolean {
    if (span === null) return false;
    putFirst(this.before, span.start, { kind: 'markup', xml: range.start });
    return put(this.after, span.end - 1, { kind: 'markup', xml: range.end });
  }
}

function put(insets: Map<number, Inset[]>, unit: number, inset: Inset): true {
  const known = insets.get(unit);
  if (known === undefined) insets.set(unit, [inset]);
  else known.push(inset);
  return true;
}

function putFirst(insets: Map<number, Inset[]>, unit: number, inset: Inset): void {
  insets.set(unit, [inset, ...(insets.get(unit) ?? [])]);
}
