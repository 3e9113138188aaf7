import type { Edit } from '../../core/draft/plan.ts';
import { partitionPoint } from '../../core/text/partition-point.ts';
import type { Span } from '../../core/text/span.ts';
import type { WordOriginal, WordPlaces } from '../../office/word-places.ts';
import { partsOf } from '../../office/word-parts.ts';
import { partOf, type Part } from './atoms.ts';
import { changesOf } from './changes.ts';
import { commentsXml, declare, inUtf8, rangeOf, type NumberedComment, type Remarked } from './comments.ts';
import { fieldFatesOf } from './fields.ts';
import { Insets } from './insets.ts';
import { Package } from './package.ts';
import { reviseParagraphs } from './paragraph-surgery.ts';
import { penFor, type Manner, type Pen } from './pen.ts';
import type { Remark } from '../../core/draft/remark.ts';
import { cutRun } from './run-surgery.ts';
import { schemeOf, type Scheme } from './scheme.ts';
import { Splices } from './splices.ts';
import { treeOf, type Node, type Tree } from './tree.ts';

/** What is to be made of a Word file. */
export interface Wish {
  readonly manner: Manner;
  /** In order, disjoint, in the text that its places speak of. */
  readonly edits: readonly Pick<Edit, 'span' | 'text'>[];
  readonly comments: readonly Remarked[];
  /** When the revisions are made, as Word writes it: 2024-01-01T09:00:00Z. */
  readonly date: string;
  /** Whether the file is only to be read again: then it is not packed. */
  readonly isLoose?: boolean;
}

/** A changed file, and what is to be said of it. */
export interface Revised {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly remarks: readonly Remark[];
}

/** Runs that may go with the whole of their paragraph although they say nothing. */
const SILENT: ReadonlySet<string> = new Set(
  (
    'w:t w:tab w:ptab w:br w:cr w:noBreakHyphen w:softHyphen w:sym w:ruby w:footnoteReference w:endnoteReference ' +
    'w:lastRenderedPageBreak'
  ).split(' '),
);
const NOTE_MARKS: ReadonlySet<string> = new Set(['w:footnoteReference', 'w:endnoteReference']);

/** A Word file that was taken apart, to be revised more than once. */
export interface Prepared {
  readonly original: WordOriginal;
  readonly trees: readonly (Tree | null)[];
  readonly parts: readonly Part[];
}

/** Takes a Word file apart. Throws `ImportError` for one that cannot be read. */
export function prepare(original: WordOriginal): Prepared {
  const { bytes, places } = original;
  const { zip } = new Package(bytes);
  const { main } = partsOf(zip);
  const trees = places.parts.map((path, index): Tree | null => {
    const read = index === 0 ? main : path === '' ? null : zip.read(path);
    return read === null ? null : treeOf(read);
  });
  const parts = trees.flatMap((tree, index) => (tree === null ? [] : [partOf(index, tree, places)]));
  return { original, trees, parts };
}

/**
 * A Word file with changes: as revisions or made. Its XML is changed by cutting and putting in alone; what is not touched stays byte for
 * byte. Throws `ImportError` for a file that cannot be read.
 */
export function revise({ original: { bytes, places }, trees, parts }: Prepared, wish: Wish): Revised {
  const { manner, date } = wish;
  const file = new Package(bytes);
  const wordParts = partsOf(file.zip);
  const scheme = schemeOf(places, changesOf(places.text, wish.edits));
  const remarks: Remark[] = [];
  const nextId = idsBehind(file);
  const main = trees[0] as Tree;
  const insets = new Insets(places.text.length, parts);
  for (const { paragraph, at, text } of scheme.insertions) {
    const span = (places.layout.paragraphs[paragraph] as { span: Span }).span;
    if (!insets.putWords(span, at, text)) remarks.push({ kind: 'unparted', span });
  }
  const comments: NumberedComment[] = [];
  const mainPen = penFor(main, manner, nextId, date);
  for (const { start, end, words } of wish.comments) {
    if (manner === 'applied' && end > start && !scheme.gone.subarray(start, end).includes(0)) continue;
    const id = nextId();
    if (insets.putRange(rangeNear(start, end), rangeOf(id, mainPen))) comments.push({ id, words });
    else remarks.push({ kind: 'comment', span: { start, end }, words });
  }
  for (const part of parts) {
    const pen = penFor(part.tree, manner, nextId, date);
    const splices = new Splices();
    revisePart(part, pen, splices);
    if (splices.isEmpty) continue;
    declare(part.tree, splices);
    file.write(places.parts[part.index] as string, inUtf8(splices.applyTo(part.tree.xml)));
  }
  if (comments.length > 0) addComments();
  if (file.dropSignatures()) remarks.push({ kind: 'signature' });
  if (isProtected(wordParts.ofType('settings'))) remarks.push({ kind: 'protected' });
  return { bytes: file.finish(wish.isLoose), remarks };

  function revisePart(part: Part, pen: Pen, splices: Splices): void {
    const fields = fieldFatesOf(part, scheme);
    for (const unit of fields.touched) remarks.push({ kind: 'field', span: { start: unit, end: unit + 1 } });
    const { dropped, troubles } = reviseParagraphs(part, scheme, places, pen, splices);
    for (const { kind, paragraph } of troubles)
      remarks.push({ kind, span: (places.layout.paragraphs[paragraph] as { span: Span }).span });
    const isSilentGone = (node: Node, paragraph: number) =>
      fields.gone.has(node) ||
      (scheme.whole[paragraph] === true && SILENT.has(node.name) && !isPageBreak(node));
    for (const run of part.runs) {
      if (isInside(run.node, dropped)) continue;
      for (const { node, units } of run.atoms) {
        const [first] = units;
        if (first !== undefined && scheme.gone[first] === 1 && NOTE_MARKS.has(node.name))
          remarks.push({ kind: 'note', span: { start: first, end: first + units.length } });
      }
      if (!isTouched(run.paragraph, run.atoms, scheme, insets, fields.gone)) continue;
      const fate = {
        isUnitGone: (unit: number) => scheme.gone[unit] === 1,
        isSilentGone,
        before: (unit: number) => insets.before.get(unit) ?? [],
        after: (unit: number) => insets.after.get(unit) ?? [],
        onUnparted: ({ units }: { readonly units: readonly number[] }) =>
          remarks.push({
            kind: 'unparted',
            span: { start: units[0] as number, end: (units.at(-1) as number) + 1 },
          }),
      };
      cutRun(run, part.tree, fate, pen, splices);
    }
    for (const { start, end } of lostOutsideOfRuns(part, places, scheme, insets))
      remarks.push({ kind: 'unparted', span: { start, end } });
  }

  /**
   * The units from `start` to `end` beside which a comment can stand; where there is none (a number that is counted), the nearest
   * of the paragraph. Null for none.
   */
  function rangeNear(start: number, end: number): Span | null {
    const { paragraphs } = places.layout;
    const at = Math.max(0, partitionPoint(paragraphs, ({ span }) => span.start <= start) - 1);
    const own = paragraphs[at]?.span ?? { start, end };
    let [first, last] = [start, Math.max(end, start + 1) - 1];
    while (first < last && !canHold(first)) first++;
    while (last > first && !canHold(last)) last--;
    if (!canHold(first)) {
      first = Math.min(start, own.end - 1);
      while (first < own.end && !canHold(first)) first++;
      if (first >= own.end) for (first = own.end - 1; first > own.start && !canHold(first);) first--;
      last = first;
    }
    return canHold(first) ? { start: first, end: last + 1 } : null;
  }

  /** A program lets comments stand in the text and its tables, not in notes and boxes. */
  function canHold(unit: number): boolean {
    const { paragraphs } = places.layout;
    const at = partitionPoint(paragraphs, ({ span }) => span.start <= unit) - 1;
    return insets.isInRun[unit] === 1 && places.paragraphs[at]?.part === 0 && paragraphs[at]?.kind !== 'box';
  }

  function addComments(): void {
    const known = wordParts.pathOf('comments');
    const bytesKnown = known === null ? null : file.read(known);
    const path = known !== null && bytesKnown !== null ? known : file.addComments(wordParts.mainPath);
    const penOf = ({ prefix }: Pick<Tree, 'prefix'>) => penFor({ ...main, prefix }, manner, nextId, date);
    file.write(path, commentsXml(bytesKnown, comments, penOf, { namespace: main.namespace, date }));
  }
}

function isTouched(
  paragraph: number,
  atoms: Part['runs'][number]['atoms'],
  { gone, whole }: Scheme,
  { before, after }: Insets,
  signs: ReadonlySet<Node>,
): boolean {
  if (whole[paragraph] === true) return true;
  return atoms.some(
    ({ node, units }) =>
      signs.has(node) || units.some((unit) => gone[unit] === 1 || before.has(unit) || after.has(unit)),
  );
}

/** Stretches that are to go and that no run says: formulas. */
function lostOutsideOfRuns(
  { firstUnits }: Part,
  { elements }: WordPlaces,
  { gone }: Scheme,
  { isInRun }: Insets,
): readonly Span[] {
  const spans: Span[] = [];
  for (const [element, start] of firstUnits) {
    if (isInRun[start] === 1) continue;
    let end = start;
    while (elements[end] === element && gone[end] === 1) end++;
    if (end > start) spans.push({ start, end });
  }
  return spans;
}

function isPageBreak({ name, attributes }: Node): boolean {
  return name === 'w:br' && ['page', 'column'].includes(attributes['w:type'] ?? '');
}

function isInside(run: Node, dropped: ReadonlySet<Node>): boolean {
  if (dropped.size === 0) return false;
  for (let node: Node | null = run; node !== null; node = node.parent) if (dropped.has(node)) return true;
  return false;
}

/** Whether a program lets nobody change the file, or only in some way. */
function isProtected(settings: Uint8Array | null): boolean {
  const text = settings === null ? '' : new TextDecoder().decode(settings);
  const tag = /<[\w.-]*:?documentProtection\b[^>]{0,2000}>/u.exec(text)?.[0] ?? '';
  return /enforcement=["'](?:1|true|on)["']/u.test(tag);
}

const ID = /\bid="(\d{1,9})"/gu;

/** Gives ids above all that the file has, in any of its parts. */
function idsBehind({ zip }: Package): () => number {
  let last = 0;
  for (const bytes of zip.readAll((name) => /^word\/.*\.xml$/u.test(name)).values()) {
    for (const [, digits] of new TextDecoder().decode(bytes).matchAll(ID))
      last = Math.max(last, Number(digits));
  }
  return () => ++last;
}
