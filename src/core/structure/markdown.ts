import { readOrdinal } from '../text/ordinals.ts';
import { namesCollection } from './headings.ts';
import { readHead, type Outline } from './outline.ts';

/** The depth of heading at which a document's speeches stand. */
export interface MarkdownLevel {
  /** How many `#`. */
  readonly depth: number;
  /** Whether speeches are themselves numbered there: `## 一、狠抓落实` with a byline below. */
  readonly numbered: boolean;
}

interface Tally {
  headings: number;
  named: number;
  long: number;
  numbered: number;
  numberedAndNamed: number;
}

/** Without bylines, headings shorter than this, in characters, are sections (背景, 目标任务). */
const SPEECH_TITLE_LEAST = 8;

/**
 * The depth at which headings begin speeches: where most have a byline (or a salutation) below; failing that, the
 * outermost depth with two headings or more, when they are no sections of one report. Null where there is none.
 */
export function findMarkdownLevel(outline: Outline): MarkdownLevel | null {
  const tallies = countHeadings(outline);
  let best: number | null = null;
  for (const [depth, tally] of tallies) {
    if (tally.named > (best === null ? 0 : (tallies.get(best) as Tally).named)) best = depth;
  }
  best ??= findUnnamedDepth(outline, tallies);
  if (best === null) return null;
  const { numbered, numberedAndNamed } = tallies.get(best) as Tally;
  return { depth: best, numbered: numberedAndNamed * 2 > numbered };
}

/** Counts headings by depth, the outermost first. */
function countHeadings(outline: Outline): ReadonlyMap<number, Tally> {
  const { text, paragraphs, shapes } = outline;
  const tallies = new Map<number, Tally>();
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.heading === 0 || shapes[index]?.kind !== 'title') return;
    const tally = tallies.get(paragraph.heading) ?? {
      headings: 0,
      named: 0,
      long: 0,
      numbered: 0,
      numberedAndNamed: 0,
    };
    tallies.set(paragraph.heading, tally);
    const head = readHead(outline, index);
    const bylined = head.byline !== null;
    if (readOrdinal(text, paragraph.start) !== null) {
      tally.numbered++;
      if (bylined) tally.numberedAndNamed++;
      if (bylined) tally.named++;
      return;
    }
    tally.headings++;
    if (bylined || shapes[head.next]?.kind === 'salutation' || shapes[head.next]?.kind === 'turn')
      tally.named++;
    if (paragraph.end - paragraph.start >= SPEECH_TITLE_LEAST) tally.long++;
  });
  return new Map([...tallies].sort(([a], [b]) => a - b));
}

function findUnnamedDepth({ text, paragraphs }: Outline, tallies: ReadonlyMap<number, Tally>): number | null {
  const first = paragraphs.find((paragraph) => paragraph.heading > 0);
  let above = 0;
  for (const [depth, tally] of tallies) {
    if (tally.headings >= 2) {
      // One title above sections is a report, unless the title is a volume's.
      const volume = first !== undefined && namesCollection(text.slice(first.start, first.end));
      return tally.long * 2 >= tally.headings && (above === 0 || volume) ? depth : null;
    }
    above += tally.headings + tally.numbered;
  }
  return null;
}
