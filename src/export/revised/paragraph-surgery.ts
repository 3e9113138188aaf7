import type { WordPlaces } from '../../office/word-places.ts';
import type { Part } from './atoms.ts';
import type { Pen } from './pen.ts';
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

  takeRows();
  const unshifted = new Set<number>();
  for (const { first, last } of scheme.tails) settleTail(first, last);
  for (const [index, { part: at }] of places.paragraphs.entries()) {
    if (at === part.index && (scheme.whole[index] || scheme.endGone[index])) settle(index);
  }
  for (const [index, isGone] of scheme.gapGone.entries()) if (isGone) takeEmptyBehind(index);
  for (const { node, paragraph } of joining) join(node, paragraph);
  for (const node of going) {
    if (isTracked) deleteMark(node);
    else if (!dropped.has(node)) drop(node);
  }
  return { dropped, troubles };

  function ownOf(index: number): Node | undefined {
    const place = places.paragraphs[index];
    return place?.part === part.index ? tree.at(place.elements.at(-1) ?? 0) : undefined;
  }

  /** Where the text ends behind `first`, its end goes and the last one's stays, if they have one form. */
  function settleTail(first: number, last: number): void {
    const [before, own] = [ownOf(first), ownOf(last)];
    if (before === undefined || own === undefined || before.parent !== own.parent) return;
    if (!isTracked || !isLast(own) || formOf(before) !== formOf(own)) return;
    unshifted.add(last);
    going.add(before);
  }

  function settle(index: number): void {
    const own = ownOf(index);
    if (own === undefined || inRows.has(own) || unshifted.has(index)) return;
    if (scheme.whole[index] !== true) {
      joining.push({ node: own, paragraph: index });
      return;
    }
    if (holds(own, isAnchored)) {
      troubles.push({ kind: 'picture', paragraph: index });
      return;
    }
    const mustStay = holds(own, ({ name }) => name === 'w:sectPr') || (isLast(own) && !canDropLast(own));
    if (!mustStay) going.add(own);
    else if (places.layout.paragraphs[index]?.number != null && !unshifted.has(index))
      troubles.push({ kind: 'empty-number', paragraph: index });
    // Paragraphs that an earlier deletion had joined to it go with it.
    if (mustStay || isTracked) return;
    for (const element of places.paragraphs[index]?.elements ?? []) {
      const node = tree.at(element);
      if (node !== undefined) going.add(node);
    }
  }

  /** The last paragraph of a cell or of the text cannot be deleted; when the changes are made it may, if another is left. */
  function canDropLast({ parent }: Node): boolean {
    if (isTracked || parent === null) return false;
    return !CONTAINERS_OF_ONE.has(parent.name);
  }

  function isLast({ parent, start }: Node): boolean {
    return parent?.children.findLast(({ name }) => name === 'w:p' || name === 'w:tbl')?.start === start;
  }

  function formOf(node: Node): string {
    const properties = node.children.find(({ name }) => name === 'w:pPr');
    return properties === undefined ? '' : tree.xml.slice(properties.start, properties.end);
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
      if (
        places.layout.paragraphs[paragraph]?.number != null &&
        isTracked &&
        formOf(node) !== formOf(sibling)
      )
        troubles.push({ kind: 'number-of-joined', paragraph });
      if (isTracked) going.add(node);
      else runOn(node, sibling, between);
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

  function deleteMark(node: Node): void {
    const mark = pen.tag('del', `${pen.attributes()}/`);
    const marked = pen.tag('rPr') + mark + pen.end('rPr');
    const properties = node.children.find(({ name }) => name === 'w:pPr');
    if (properties === undefined) {
      putInto(node, node.inner, pen.tag('pPr') + marked + pen.end('pPr'));
      return;
    }
    const form = properties.children.find(({ name }) => name === 'w:rPr');
    if (form === undefined) {
      const behind = properties.children.find(({ name }) => ['w:sectPr', 'w:pPrChange'].includes(name));
      putInto(properties, behind?.start ?? properties.close, marked);
      return;
    }
    if (form.children.some(({ name }) => name === 'w:del')) return;
    const inserted = form.children.find(({ name }) => name === 'w:ins');
    putInto(form, inserted?.end ?? form.inner, mark);
  }

  /** Puts something into an element, which is opened for it where one tag was all of it. */
  function putInto(node: Node, at: number, xml: string): void {
    if (node.end > node.inner) {
      splices.put(at, xml, RANK.properties);
      return;
    }
    const opening = tree.xml.slice(node.start, node.inner).replace(/\s*\/>$/u, '>');
    const name = /^<([^\s>]+)/u.exec(opening)?.[1] ?? '';
    splices.replace(node.start, node.end, `${opening}${xml}</${name}>`, RANK.properties);
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
      putInto(properties, behind?.start ?? properties.close, mark);
      return;
    }
    const exceptions = row.children.find(({ name }) => name === 'w:tblPrEx');
    splices.put(exceptions?.end ?? row.inner, pen.tag('trPr') + mark + pen.end('trPr'), RANK.properties);
  }
}

/** What stands behind a paragraph in the same place; marks of ranges and of spelling left out. */
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
