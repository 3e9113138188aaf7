import type { Mark, SurveyedSpeech } from './survey.ts';

/** How much room a ribbon has: for names and letters, for the name and one letter, or for the bar alone. */
export type Density = 'roomy' | 'compact' | 'dense';

/** One ribbon: a speech, or all speeches of a document that is folded. */
export interface RibbonRow {
  readonly document: number;
  /** Its speeches, from the first to before `to`. */
  readonly from: number;
  readonly to: number;
  /** Where its bar begins, in CSS pixels from the top of the picture. */
  readonly y: number;
}

/** Where everything stands, in CSS pixels. */
export interface RibbonPlan {
  readonly density: Density;
  readonly rows: readonly RibbonRow[];
  /** By speech: its row, where it begins, and how many pixels one UTF-16 unit takes. */
  readonly rowOf: Uint32Array;
  readonly x: Float64Array;
  readonly scale: Float64Array;
  readonly barHeight: number;
  /** From one row to the next. */
  readonly pitch: number;
  /** Where bars begin, and the most that one may reach; beside them stand names and figures. */
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle of the picture, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How ribbons are to be laid out. */
export interface RibbonOrder {
  /** Of the picture, in CSS pixels. */
  readonly width: number;
  /** What can be seen of it at once; few ribbons take it all. */
  readonly height: number;
  /** Whether a document is one ribbon; by document, since each can be opened by itself. */
  readonly isFolded: (document: number) => boolean;
  /** Whether all ribbons are equally long instead of to scale. */
  readonly isEven: boolean;
}

const ROOMY_MOST = 8;
const COMPACT_MOST = 60;

interface Metrics {
  readonly pitch: number;
  readonly pitchMost: number;
  readonly bar: number;
  /** Above the first bar, and below the last one. */
  readonly above: number;
  readonly below: number;
  readonly markLeast: number;
}

const METRICS: Readonly<Record<Density, Metrics>> = {
  roomy: { pitch: 93, pitchMost: 150, bar: 26, above: 46, below: 46, markLeast: 4 },
  compact: { pitch: 32, pitchMost: 44, bar: 14, above: 34, below: 12, markLeast: 3 },
  dense: { pitch: 17, pitchMost: 17, bar: 11, above: 8, below: 8, markLeast: 2 },
};
/** For names on the left and figures on the right. */
const LEFT = 116;
const RIGHT = 112;
/** Between two speeches of a folded document. */
const GAP = 2;
const SHORTEST_BAR = 2;

/** Lays the ribbons out. Linear in the speeches. */
export function planRibbons(speeches: readonly SurveyedSpeech[], order: RibbonOrder): RibbonPlan {
  const { width, isFolded, isEven } = order;
  const ranges = rangesOf(speeches, isFolded);
  const density: Density =
    ranges.length <= ROOMY_MOST ? 'roomy' : ranges.length <= COMPACT_MOST ? 'compact' : 'dense';
  const { pitch: least, pitchMost, bar, above, below } = METRICS[density];
  const free = Math.floor((order.height - above - below - bar) / Math.max(1, ranges.length - 1));
  const pitch = Math.min(pitchMost, Math.max(least, free));
  const left = Math.min(LEFT, width * 0.3);
  const right = Math.max(left + SHORTEST_BAR, width - RIGHT);
  const room = right - left;
  const lengths = ranges.map(({ from, to }) => lengthOf(speeches, from, to));
  const longest = lengths.reduce((most, length) => Math.max(most, length), 1);
  const rowOf = new Uint32Array(speeches.length);
  const x = new Float64Array(speeches.length);
  const scale = new Float64Array(speeches.length);
  const rows = ranges.map(({ document, from, to }, row): RibbonRow => {
    const gap = Math.min(GAP, room / 4 / (to - from));
    const gaps = gap * (to - from - 1);
    // To one scale, whatever gaps the longest needs: others may need more, and reach no farther for it.
    const unit = Math.max(0, room - gaps) / (isEven ? (lengths[row] as number) : longest);
    let at = left;
    for (let speech = from; speech < to; speech++) {
      rowOf[speech] = row;
      x[speech] = at;
      scale[speech] = unit;
      at += (speeches[speech] as SurveyedSpeech).length * unit + gap;
    }
    return { document, from, to, y: above + row * pitch };
  });
  const height = above + below + bar + Math.max(0, rows.length - 1) * pitch;
  return { density, rows, rowOf, x, scale, barHeight: bar, pitch, left, right, width, height };
}

/** Where a whole speech stands. */
export function speechBox(plan: RibbonPlan, speeches: readonly SurveyedSpeech[], speech: number): Box {
  const { length } = speeches[speech] as SurveyedSpeech;
  return boxOf(plan, speech, 0, length, Math.min(SHORTEST_BAR, plan.right - plan.left));
}

/** Where a mark stands: never too narrow to be seen, and never beyond the bars' room. */
export function markBox(plan: RibbonPlan, { speech, start, end }: Mark): Box {
  return boxOf(plan, speech, start, end, METRICS[plan.density].markLeast);
}

/** Where a stretch of a speech stands, at least `least` wide. */
export function boxOf(plan: RibbonPlan, speech: number, start: number, end: number, least: number): Box {
  const [from, unit] = [plan.x[speech] as number, plan.scale[speech] as number];
  const row = plan.rows[plan.rowOf[speech] as number] as RibbonRow;
  const width = Math.min(plan.right - plan.left, Math.max(least, (end - start) * unit));
  const x = Math.max(plan.left, Math.min(from + start * unit, plan.right - width));
  return { x, y: row.y, width, height: plan.barHeight };
}

/** The row at a height, or null; rows take all the height between them. */
export function rowAt({ rows, pitch, barHeight }: RibbonPlan, y: number): number | null {
  const [first] = rows;
  if (first === undefined) return null;
  const row = Math.floor((y - first.y + (pitch - barHeight) / 2) / pitch);
  return row >= 0 && row < rows.length ? row : null;
}

/** The rows of which something stands between two heights, from the first to before `to`. */
export function rowsBetween(
  { rows, pitch, barHeight }: RibbonPlan,
  top: number,
  bottom: number,
): { readonly from: number; readonly to: number } {
  const first = rows[0]?.y ?? 0;
  const from = Math.max(0, Math.floor((top - first - barHeight) / pitch));
  return { from, to: Math.max(from, Math.min(rows.length, Math.ceil((bottom - first) / pitch) + 1)) };
}

function rangesOf(
  speeches: readonly SurveyedSpeech[],
  isFolded: (document: number) => boolean,
): readonly Omit<RibbonRow, 'y'>[] {
  const ranges: { document: number; from: number; to: number }[] = [];
  for (const [speech, { document }] of speeches.entries()) {
    const last = ranges.at(-1);
    if (last !== undefined && last.document === document && isFolded(document)) last.to = speech + 1;
    else ranges.push({ document, from: speech, to: speech + 1 });
  }
  return ranges;
}

function lengthOf(speeches: readonly SurveyedSpeech[], from: number, to: number): number {
  let length = 0;
  for (let speech = from; speech < to; speech++) length += (speeches[speech] as SurveyedSpeech).length;
  return length;
}
