import type { WordPlaces } from '../../office/word-places.ts';
import type { Part } from './atoms.ts';
import type { Pen } from './pen.ts';
import { Forms, putInto } from './forms.ts';
import { RANK, type Splices } from './splices.ts';
import type { Scheme } from './scheme.ts';
import type { Node } from './tree.ts';

/** What could not be done to paragraphs, by the text's paragraph. */
export interface ParagraphTrouble {
  readonly kind: 'not-joined' | 'number-of-joined' | 'empty-number' | 'picture';
  readonly paragraph: number;
}

/** What was done to the paragraphs of a part. */
export interface ParagraphFates {
  /** Paragraphs that are no longer there, with all in them. */
  readonly dropped: ReadonlySet<Node>;
  readonly troubles: readonly ParagraphTrouble[];
}

/** What holds no text, and stays where the paragraph around it goes. */
const ANCHORED: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object', 'm:oMath', 'm:oMathPara']);
/** Marks of ranges, which have another end elsewhere. */
const RANGES =
  /^w:(?:bookmark|commentRange|perm|moveFromRange|moveToRange|customXml(?:Ins|Del|MoveFrom|MoveTo)Range)(?:Start|End)$/u;
const CONTAINERS_OF_ONE: ReadonlySet<string> = new Set(['w:tc', 'w:txbxContent', 'w:footnote', 'w:endnote']);

/** Takes paragraphs of which nothing stays away, joins those whose end goes, and takes rows of which all goes. */
export function reviseParagraphs(
  part: Part,
  scheme: Scheme,
  places: WordPlaces,
  pen: Pen,
  splices: Splices,
): ParagraphFates {
  const { tree, paragraphOf } = part;
  const isTracked = pen.manner === 'tracked';
  const troubles: ParagraphTrouble[] = [];
  const dropped = new Set<Node>();
  const inRows = new Set<Node>();
  /** Paragraphs of the file whose mark goes, in order. */
  const going = new Set<Node>();
  const joining: { node: Node; paragraph: number }[] = [];
  const forms = new Forms(tree, pen, splices);

  takeRows();
  for (const [index, { part: at }] of places.paragraphs.entries()) {
    if (at === part.index && (scheme.whole[index] || scheme.endGone[index])) settle(index);
  }
  for (const [index, isGone] of scheme.gapGone.entries()) if (isGone) takeEmptyBehind(index);
  for (const { node, paragraph } of joining) if (scheme.endGone[paragraph] === true) join(node, paragraph);
  for (const [index, { span, number }] of places.layout.paragraphs.entries()) {
    const own = ownOf(index);
    const isNumberGone = number !== null && scheme.whole[index] !== true && scheme.gone[span.start] === 1;
    if (own === undefined || !isNumberGone || dropped.has(own) || going.has(own)) continue;
    if (!forms.dropNumber(own)) troubles.push({ kind: 'empty-number', paragraph: index });
  }
  if (isTracked) numberAsNext();
  for (const node of forms.nodes) if (isTracked || !going.has(node)) forms.write(node, going.has(node));
  for (const node of going) {
    if (!isTracked && !dropped.has(node)) drop(node);
    else if (isTracked && !forms.has(node)) forms.deleteMark(node);
  }
  return { dropped, troubles };

  function ownOf(index: number): Node | undefined {
    const place = places.paragraphs[index];
    return place?.part === part.index ? tree.at(place.elements.at(-1) ?? 0) : undefined;
  }

  function settle(index: number): void {
    const own = ownOf(index);
    if (own === undefined || inRows.has(own)) return;
    if (scheme.whole[index] !== true) {
      joining.push({ node: own, paragraph: index });
      return;
    }
    if (holds(own, isAnchored)) {
      troubles.push({ kind: 'picture', paragraph: index });
      return;
    }
    if (holds(own, ({ name }) => name === 'w:sectPr')) {
      if (isNumbered(index) && !forms.dropNumber(own))
        troubles.push({ kind: 'empty-number', paragraph: index });
      return;
    }
    if (!isTracked) {
      if (isLast(own) && CONTAINERS_OF_ONE.has(own.parent?.name ?? '')) {
        if (isNumbered(index)) forms.dropNumber(own);
        return;
      }
      // Paragraphs that an earlier deletion had joined to it go with it.
      for (const element of places.paragraphs[index]?.elements ?? []) {
        const node = tree.at(element);
        if (node !== undefined) going.add(node);
      }
      return;
    }
    if (!isLast(own) && nextOf(own)?.name !== 'w:tbl') going.add(own);
    else if (!runInto(own)) {
      if (!isLast(own)) going.add(own);
      if (isNumbered(index) && !forms.dropNumber(own))
        troubles.push({ kind: 'empty-number', paragraph: index });
    }
  }

  /**
   * The last paragraph of a cell or of the text, and one before a table, cannot lose its end: the one before it loses its own,
   * and it takes that one's form. False where there is none.
   */
  function runInto(own: Node): boolean {
    const before = previousOf(own);
    if (before?.name !== 'w:p' || inRows.has(before) || holds(before, ({ name }) => name === 'w:sectPr'))
      return false;
    if (!forms.takeOver(own, before)) return false;
    going.add(before);
    return true;
  }

  /**
   * LibreOffice gives the paragraph behind those that go the number of one of them, Word its own: so they take the form of the one
   * behind, where either is numbered and they are not in one list.
   */
  function numberAsNext(): void {
    const nextKept = new Map<Node, Node | undefined>();
    for (const node of [...going].toSorted((one, other) => other.start - one.start)) {
      const next = nextOf(node);
      const kept = next !== undefined && going.has(next) ? nextKept.get(next) : next;
      nextKept.set(node, kept);
      const index = paragraphOf.get(node);
      if (kept?.name !== 'w:p' || index === undefined || scheme.whole[index] !== true) continue;
      const other = paragraphOf.get(kept);
      const isListed = isNumbered(index) || (other !== undefined && isNumbered(other));
      if (isListed && !forms.isOneList(node, kept)) forms.takeOver(node, kept);
    }
  }

  /** The element before that stays; paragraphs that go are passed. */
  function previousOf({ parent, index }: Node): Node | undefined {
    for (let at = index - 1; at >= 0; at--) {
      const sibling = parent?.children[at] as Node;
      if (sibling.name === 'w:tbl' || (sibling.name === 'w:p' && !going.has(sibling))) return sibling;
    }
    return undefined;
  }

  function isNumbered(index: number): boolean {
    return places.layout.paragraphs[index]?.number != null;
  }

  function isLast({ parent, start }: Node): boolean {
    return parent?.children.findLast(({ name }) => name === 'w:p' || name === 'w:tbl')?.start === start;
  }

  /** Empty paragraphs between two that part them by a white line. */
  function takeEmptyBehind(index: number): void {
    const [own, next] = [ownOf(index), ownOf(index + 1)];
    if (own === undefined || next === undefined || own.parent !== next.parent || inRows.has(own)) return;
    for (const sibling of siblingsBehind(own)) {
      if (sibling.name !== 'w:p' || paragraphOf.has(sibling)) return;
      if (!isEmpty(sibling)) return;
      going.add(sibling);
    }
  }

  /** Runs a paragraph on into the next that stays. */
  function join(node: Node, paragraph: number): void {
    const between: Node[] = [];
    for (const sibling of siblingsBehind(node)) {
      if (sibling.name !== 'w:p') break;
      if (going.has(sibling)) {
        between.push(sibling);
        continue;
      }
      if (holds(node, ({ name }) => name === 'w:sectPr')) break;
      if (!isTracked) {
        runOn(node, sibling, between);
        return;
      }
      going.add(node);
      if (!forms.takeOver(sibling, node)) troubles.push({ kind: 'number-of-joined', paragraph });
      return;
    }
    troubles.push({ kind: 'not-joined', paragraph });
  }

  function runOn(node: Node, next: Node, between: readonly Node[]): void {
    const properties = next.children.find(({ name }) => name === 'w:pPr');
    for (const each of between) dropped.add(each);
    const ranges = between.map(rangesIn).join('');
    splices.replace(node.close, properties?.end ?? next.inner, ranges, RANK.stretch);
  }

  function drop(node: Node): void {
    dropped.add(node);
    splices.replace(node.start, node.end, rangesIn(node), RANK.stretch);
  }

  /** The marks of ranges directly inside a paragraph, which may stand between paragraphs too. */
  function rangesIn(node: Node): string {
    return node.children
      .filter(({ name }) => RANGES.test(name))
      .map(({ start, end }) => tree.xml.slice(start, end))
      .join('');
  }

  function takeRows(): void {
    for (const table of tree.named('w:tbl')) {
      const rows = table.children.filter(({ name }) => name === 'w:tr');
      const gone = rows.filter(isRowGone);
      if (gone.length === 0) continue;
      for (const row of gone) for (const paragraph of paragraphsIn(row)) inRows.add(paragraph);
      if (isTracked) for (const row of gone) deleteRow(row);
      else {
        for (const row of gone) for (const paragraph of paragraphsIn(row)) dropped.add(paragraph);
        if (gone.length === rows.length) splices.replace(table.start, table.end, '', RANK.stretch);
        else for (const { start, end } of gone) splices.replace(start, end, '', RANK.stretch);
      }
    }
  }

  function isRowGone(row: Node): boolean {
    const all = paragraphsIn(row);
    const known = all.filter((node) => paragraphOf.has(node));
    return (
      known.length > 0 &&
      known.every((node) => scheme.whole[paragraphOf.get(node) ?? -1]) &&
      all.every((node) => paragraphOf.has(node) || isEmpty(node)) &&
      !holds(row, isAnchored) &&
      !holds(row, ({ name }) => name === 'w:tbl')
    );
  }

  function deleteRow(row: Node): void {
    const mark = pen.tag('del', `${pen.attributes()}/`);
    const properties = row.children.find(({ name }) => name === 'w:trPr');
    if (properties !== undefined) {
      const behind = properties.children.find(({ name }) => name === 'w:trPrChange');
      putInto(tree, splices, properties, behind?.start ?? properties.close, mark);
      return;
    }
    const exceptions = row.children.find(({ name }) => name === 'w:tblPrEx');
    splices.put(exceptions?.end ?? row.inner, pen.tag('trPr') + mark + pen.end('trPr'), RANK.properties);
  }
}

/** What stands behind a paragraph in the same place; marks of ranges and of spelling left out. */
function nextOf(node: Node): Node | undefined {
  return siblingsBehind(node).next().value ?? undefined;
}

function* siblingsBehind({ parent, index }: Node): Generator<Node, void> {
  const all = parent?.children ?? [];
  for (let at = index + 1; at < all.length; at++) {
    const sibling = all[at] as Node;
    if (!RANGES.test(sibling.name) && sibling.name !== 'w:proofErr') yield sibling;
  }
}

function paragraphsIn(node: Node): readonly Node[] {
  return node.children.flatMap((child) => (child.name === 'w:p' ? [child] : paragraphsIn(child)));
}

function isEmpty(node: Node): boolean {
  return !holds(node, ({ name }) => name === 'w:r' || name === 'w:sectPr' || isAnchored({ name }));
}

function isAnchored({ name }: Pick<Node, 'name'>): boolean {
  return ANCHORED.has(name);
}

function holds(node: Node, isWanted: (node: Node) => boolean): boolean {
  return node.children.some((child) => isWanted(child) || holds(child, isWanted));
}
