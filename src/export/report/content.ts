import type { ReportModel } from '../../core/report/model.ts';
import type { ReportOrder } from '../../core/report/order.ts';
import type { ReportWords } from './words.ts';

/** What a format makes a report of. */
export interface ReportContent {
  readonly model: ReportModel;
  readonly order: ReportOrder;
  /** What a reader must know, a sentence each. */
  readonly notes: readonly string[];
  readonly words: ReportWords;
}

/** The bytes of a file, in parts. */
export type Parts = readonly Uint8Array<ArrayBuffer>[];
