import type { StructuredDocument } from '../structure/speech.ts';
import { SPACE, classOf } from '../text/characters.ts';
import type { Span } from '../text/span.ts';

/** How a report calls people. */
export interface Naming {
  /** A speaker by name; empty for a speech without one. */
  speaker(name: string): string;
  /** Words about speeches (titles, roles, files' names, notes), the speakers' names in them masked. */
  words(text: string): string;
  /** A stretch of a document, masked where it lies in a title or a byline; the text itself stays as it is. */
  text(structured: StructuredDocument, span: Span): string;
}

/** A shorter name is a part of other words too often to be looked for in a text, in UTF-16 units. */
const SOUGHT_LEAST = 2;

/** Calls everybody by name. */
export const PLAIN_NAMING: Naming = {
  speaker: (name) => name,
  words: (text) => text,
  text: ({ document }, { start, end }) => document.text.slice(start, end),
};

/**
 * Calls the speakers by labels, the first in loading order `labelOf(0)`; one name is one person. Names are found with blanks
 * between their characters, too (徐　伟).
 */
export function maskedNaming(
  documents: readonly StructuredDocument[],
  labelOf: (index: number) => string,
): Naming {
  const labels = new Map<string, string>();
  for (const { speeches } of documents) {
    for (const { speaker } of speeches) {
      if (speaker !== '' && !labels.has(speaker)) labels.set(speaker, labelOf(labels.size));
    }
  }
  /** By first unit, the longest name first: 欧阳明 before 欧阳. */
  const byFirst = new Map<string, string[]>();
  for (const name of [...labels.keys()].sort((p, q) => q.length - p.length)) {
    if (name.length < SOUGHT_LEAST) continue;
    const known = byFirst.get(name.charAt(0));
    if (known === undefined) byFirst.set(name.charAt(0), [name]);
    else known.push(name);
  }
  return { speaker: (name) => labels.get(name) ?? name, words, text };

  function words(given: string): string {
    let masked = '';
    let kept = 0;
    for (let at = 0; at < given.length;) {
      const found = nameAt(given, at);
      if (found === null) {
        at++;
        continue;
      }
      masked += given.slice(kept, at) + (labels.get(found.name) ?? '');
      at = kept = found.end;
    }
    return masked + given.slice(kept);
  }

  function nameAt(given: string, at: number): { readonly name: string; readonly end: number } | null {
    for (const name of byFirst.get(given.charAt(at)) ?? []) {
      const end = endOf(given, at, name);
      if (end !== null) return { name, end };
    }
    return null;
  }

  function text({ document, speeches }: StructuredDocument, { start, end }: Span): string {
    let masked = '';
    let at = start;
    for (const { titleSpan, bylineSpan } of speeches) {
      for (const head of [titleSpan, bylineSpan]) {
        if (head === null || head.end <= at || head.start >= end) continue;
        const from = Math.max(at, head.start);
        const to = Math.min(end, head.end);
        masked += document.text.slice(at, from) + words(document.text.slice(from, to));
        at = to;
      }
    }
    return masked + document.text.slice(at, end);
  }
}

/** Where a name ends that begins at `at`, blanks between its characters set aside; null where it does not stand. */
function endOf(text: string, at: number, name: string): number | null {
  let next = 0;
  for (let end = at; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === name.charCodeAt(next)) next++;
    else if (next === 0 || classOf(unit) !== SPACE) return null;
    if (next === name.length) return end + 1;
  }
  return null;
}
