import type { Aside, LaidParagraph, LaidSpeech, Layout, ParagraphKind } from '../core/text/layout.ts';
import type { Span } from '../core/text/span.ts';

const KINDS: readonly ParagraphKind[] = ['text', 'heading', 'cell', 'note', 'box'];
const LEVEL_MOST = 9;

/** The layout that `value` holds; null where it holds none, or one that makes no sense: the text is there all the same. */
export function readLayout(value: unknown): Layout | null {
  if (!isRecord(value) || !Array.isArray(value['paragraphs']) || !Array.isArray(value['asides'])) return null;
  const paragraphs = value['paragraphs'].map(readParagraph);
  const asides = value['asides'].map(readAside);
  const isWhole = paragraphs.every((each) => each !== null) && asides.every((each) => each !== null);
  const isInOrder = paragraphs.every(
    (each, i) => i === 0 || (each?.span.start ?? 0) >= (paragraphs[i - 1]?.span.end ?? 0),
  );
  if (!isWhole || !isInOrder) return null;
  const speeches = Array.isArray(value['speeches']) ? value['speeches'].map(readSpeech) : [];
  // What says of one speech nothing sensible is left out as a whole: then speeches are guessed.
  const isMarked = speeches.length > 0 && speeches.every((each) => each !== null);
  return { paragraphs, asides, ...(isMarked && { speeches }) };
}

function readSpeech(value: unknown): LaidSpeech | null {
  if (!isRecord(value)) return null;
  const { at, speaker, role } = value;
  const title = readSpan(value['title']);
  const byline = readSpan(value['byline']);
  if (!isCount(at) || typeof speaker !== 'string' || typeof role !== 'string') return null;
  return { at, title, byline, speaker, role };
}

function readParagraph(value: unknown): LaidParagraph | null {
  if (!isRecord(value)) return null;
  const span = readSpan(value['span']);
  const kind = KINDS.find((each) => each === value['kind']);
  const { level, number, page } = value;
  if (span === null || kind === undefined || !isCount(level) || level > LEVEL_MOST) return null;
  if ((number !== null && typeof number !== 'string') || (page !== null && !isCount(page))) return null;
  return { span, kind, level, number, page };
}

function readAside(value: unknown): Aside | null {
  if (!isRecord(value)) return null;
  const { kind, at, text, author } = value;
  if ((kind !== 'deletion' && kind !== 'comment') || !isCount(at)) return null;
  return typeof text === 'string' && typeof author === 'string' ? { kind, at, text, author } : null;
}

function readSpan(value: unknown): Span | null {
  if (!isRecord(value)) return null;
  const { start, end } = value;
  return isCount(start) && isCount(end) && start <= end ? { start, end } : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
