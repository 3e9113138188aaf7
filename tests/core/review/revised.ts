import { createDetector } from '../../../src/core/reuse/detect.ts';
import { DEFAULT_DETECTION_SETTINGS } from '../../../src/core/reuse/ritual.ts';
import type { Detection, Pair, Passage } from '../../../src/core/reuse/pair.ts';
import type { RevisionQuestion } from '../../../src/core/review/revision.ts';

import type { StructuredDocument } from '../../../src/core/structure/speech.ts';

import { load } from '../reuse/load.ts';

/** What is done to a text. Shares are of its lines; 0 to 1. */
export interface Edits {
  readonly deleted: number;
  readonly added: number;
  readonly moved: number;
  /** The share of lines that are edited, and of how many of their characters. */
  readonly edited: number;
  readonly rate: number;
}

/** A line of a text, and which line of the old text it was; null for a new one. */
export interface RevisedLine {
  readonly text: string;
  readonly from: number | null;
}

/** The lines of a revised text. Characters are replaced, put in or taken out with equal chances, by others of the text. */
export function revisedLines(
  text: string,
  { deleted, added, moved, edited, rate }: Edits,
  random: () => number,
): readonly RevisedLine[] {
  const old = text.split('\n');
  const characters = [...text.replace(/\s/gu, '')];
  const other = () => characters[Math.floor(random() * characters.length)] ?? '新';
  const kept = old.flatMap((line, from): RevisedLine[] => {
    if (line !== '' && random() < deleted) return [];
    const now = random() < edited ? editedLine(line, rate, random, other) : line;
    const lines: RevisedLine[] = [{ text: now, from }];
    if (line !== '' && random() < added) lines.push({ text: reversed(old, random), from: null });
    return lines;
  });
  for (let i = 0; i < kept.length; i++) {
    if (random() >= moved) continue;
    const [line] = kept.splice(i, 1);
    if (line !== undefined) kept.splice(Math.floor(random() * kept.length), 0, line);
  }
  return kept;
}

/** A line with so many of its characters changed, behind its ordinal. */
function editedLine(line: string, rate: number, random: () => number, other: () => string): string {
  const units = [...line];
  const edits = Math.round(units.length * rate);
  for (let i = 0; i < edits; i++) {
    const at = 3 + Math.floor(random() * Math.max(1, units.length - 3));
    const kind = Math.floor(random() * 3);
    if (kind === 0) units[at] = other();
    else if (kind === 1) units.splice(at, 0, other());
    else units.splice(at, 1);
  }
  return units.join('');
}

/** Words that nobody else says: a line read backwards. */
function reversed(lines: readonly string[], random: () => number): string {
  return [...(lines[Math.floor(random() * lines.length)] ?? '')].reverse().join('');
}

/** Documents that were revised, with what was found before and after. */
export interface Revised {
  readonly question: RevisionQuestion;
  readonly before: Detection;
  readonly after: Detection;
  /** Whether a passage of the old texts and one of the new have a line of the old in common. */
  isSame(old: Passage, anew: Passage): boolean;
}

/** Revises the document at `index` of these texts into `lines`. */
export function revise(texts: readonly string[], index: number, lines: readonly RevisedLine[]): Revised {
  const old = texts.map((text) => load('', text));
  const revised = load('', lines.map(({ text }) => text).join('\n'));
  const anew = old.map((each, i) => (i === index ? revised : each));
  const { detect } = createDetector();
  const [before, after] = [old, anew].map((documents) =>
    finished(detect(documents, DEFAULT_DETECTION_SETTINGS)),
  );
  if (before === undefined || after === undefined) throw new Error('nothing was detected');
  const from = (old[index] as StructuredDocument).document.id;
  const to = revised.document.id;
  const byId = new Map([...old, revised].map(({ document }) => [document.id, document.text]));
  const linesOf = ({ document, span }: Passage) => {
    const text = byId.get(document) ?? '';
    return numbers(lineAt(text, span.start), lineAt(text, span.end - 1));
  };
  return {
    before,
    after,
    question: {
      replaced: [[from, to]],
      texts: byId,
      before: pairsOf(before, from),
      after: pairsOf(after, to),
    },
    isSame(p, q) {
      const was = linesOf(q).map((line) => (q.document === to ? (lines[line]?.from ?? -1) : line));
      return (
        (p.document === from ? to : p.document) === q.document &&
        linesOf(p).some((line) => was.includes(line))
      );
    },
  };
}

function pairsOf({ pairs, boilerplate }: Detection, id: string): readonly Pair[] {
  return [...pairs, ...boilerplate.flatMap((entry) => entry.pairs)].filter(
    ({ a, b }) => a.document === id || b.document === id,
  );
}

function numbers(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function lineAt(text: string, at: number): number {
  let line = 0;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

function finished<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
