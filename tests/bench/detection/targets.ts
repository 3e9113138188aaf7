import { figure } from '../table.ts';

/** A figure beside what is promised of it; both in `unit`. */
export interface Promised {
  readonly what: string;
  /** NaN when it could not be measured. */
  readonly value: number;
  readonly most?: number;
  readonly least?: number;
  readonly unit: string;
}

/** What is promised of detection. */
export const TARGETS = {
  seconds: { small: 0.15, medium: 1, large: 6, copies: 0.5, added: 0.15 },
  /** Times as long for ten times as much. */
  growth: 12,
  /** Of the whole page at 100 MB. */
  megabytes: 600,
  /** Bytes of memory for a byte of text. */
  bytesPerByte: 5,
  /** How long the page may be deaf, and go on after it was told to stop; in milliseconds. */
  block: 50,
  cancel: 50,
  /** Times as fast as they are, on 10 MB. */
  peers: { sim: 1, dolos: 20 },
} as const;

/** The rows of a table of promises: kept, BROKEN, or not measured. */
export function promisedRows(promises: readonly Promised[]): string[][] {
  return [
    ['', 'figure', 'target', ''],
    ...promises.map(({ what, value, most, least, unit }) => [
      what,
      Number.isNaN(value) ? '–' : `${figure(value)} ${unit}`.trim(),
      `${most === undefined ? `≥ ${least ?? ''}` : `≤ ${most}`} ${unit}`.trim(),
      Number.isNaN(value) ? 'not measured' : isKept(value, most, least) ? 'kept' : 'BROKEN',
    ]),
  ];
}

function isKept(value: number, most = Infinity, least = -Infinity): boolean {
  return value <= most && value >= least;
}
