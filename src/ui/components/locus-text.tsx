import type { ComponentChildren } from 'preact';
import type { Entry } from '../../core/diff/variorum.ts';
import { partitionPoint } from '../../core/text/partition-point.ts';
import { lastGraphemeOf } from '../../core/text/graphemes.ts';
import type { Span } from '../../core/text/span.ts';
import { inReadingOrder, type DrawnPiece } from './reading-order.tsx';
import { Words } from './words.tsx';

/** A stretch of the base with its loci, each with its number behind it. */
export function LocusText(props: {
  text: string;
  span: Span;
  /** In order and disjoint. */
  entries: readonly Entry[];
  /** The very characters that differ, in order and disjoint; null when only words are known. */
  strong: readonly Span[] | null;
  chosen: number;
  /** Whether what is put in at the edges of the stretch is shown elsewhere. */
  bare?: { readonly start: boolean; readonly end: boolean };
}) {
  const { text, span, entries, strong, chosen, bare } = props;
  const pieces: DrawnPiece[] = [];
  let at = span.start;
  const add = (start: number, end: number, wrap: (children: ComponentChildren) => ComponentChildren) => {
    const draw = (from: number, to: number) =>
      wrap(<Words text={text.slice(span.start + from, span.start + to)} />);
    pieces.push({ start: start - span.start, end: end - span.start, draw });
  };
  const plain = (end: number) => {
    if (end > at) add(at, end, (words) => words);
    at = Math.max(at, end);
  };
  const first = partitionPoint(entries, ({ locus }) => locus.base.end < span.start);
  for (let i = first; i < entries.length; i++) {
    const entry = entries[i] as Entry;
    const { start, end } = entry.locus.base;
    if (start > span.end || (start === span.end && (start < end || span.end < text.length))) break;
    if (start === end) {
      if (bare !== undefined && ((bare.start && start === span.start) || (bare.end && start === span.end)))
        continue;
      plain(start);
      add(start, start, () => <span key={`caret${start}`} {...attributesOf(entry, true, true, false)} />);
      continue;
    }
    if (end <= span.start) continue;
    plain(start);
    const to = Math.min(end, span.end);
    for (const part of partsOf(text, { start: Math.max(start, span.start), end: to }, strong, end)) {
      const isLast = part.end === end;
      add(part.start, part.end, (words) => (
        <mark {...attributesOf(entry, false, isLast, part.isStrong)}>{words}</mark>
      ));
    }
    at = to;
  }
  plain(span.end);
  return <>{inReadingOrder(text.slice(span.start, span.end), pieces)}</>;

  function attributesOf({ number, kind }: Entry, isCaret: boolean, isLast: boolean, isStrong: boolean) {
    const pencil = kind === 'replaced' || kind === 'only' || kind === 'moved' ? kind : 'form';
    const classes = [isCaret ? 'caret' : 'pencil', pencil];
    if (isStrong) classes.push('strong');
    if (number === chosen) classes.push('chosen');
    return {
      class: classes.join(' '),
      'data-difference': number,
      'data-number': isLast ? number : undefined,
      style: isLast ? { '--figures': String(number).length } : undefined,
    };
  }
}

interface Part extends Span {
  readonly isStrong: boolean;
}

/**
 * Cuts a stretch of a locus into strong parts and others. The last character of the locus stands apart: it does not part
 * from its number.
 */
function partsOf(text: string, { start, end }: Span, strong: readonly Span[] | null, locusEnd: number) {
  const parts: Part[] = [];
  let at = start;
  const first = partitionPoint(strong ?? [], (each) => each.end <= start);
  for (const each of strong?.slice(first) ?? []) {
    if (each.start >= end) break;
    const from = Math.max(each.start, start);
    const to = Math.min(each.end, end);
    if (from > at) parts.push({ start: at, end: from, isStrong: false });
    parts.push({ start: from, end: to, isStrong: true });
    at = to;
  }
  if (at < end) parts.push({ start: at, end, isStrong: false });
  const last = parts.at(-1);
  if (last === undefined || last.end !== locusEnd) return parts;
  const tail = last.start + lastGraphemeOf(text.slice(last.start, last.end));
  if (tail === last.start) return parts;
  return [...parts.slice(0, -1), { ...last, end: tail }, { ...last, start: tail }];
}
