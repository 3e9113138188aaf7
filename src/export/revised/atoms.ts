import type { WordPlaces } from '../../office/word-places.ts';
import type { Node, Tree } from './tree.ts';

/** What a run is made of: text, a tab, a picture, the mark of a note. */
export interface Atom {
  readonly node: Node;
  /** The units of the text that it says, in order; empty for what says nothing. */
  readonly units: readonly number[];
  /** Of text the unit that each of its characters is; -1 for white space that the page leaves out. Null for what is whole or not. */
  readonly unitOf: Int32Array | null;
}

/** A run of a part. */
export interface Run {
  readonly node: Node;
  /** Index of the text's paragraph in which it stands; -1 for none. */
  readonly paragraph: number;
  readonly atoms: readonly Atom[];
}

/** A part with all that stands in it. */
export interface Part {
  /** Its place in `WordPlaces.parts`. */
  readonly index: number;
  readonly tree: Tree;
  readonly runs: readonly Run[];
  /** The text's paragraph that a paragraph of the part belongs to. */
  readonly paragraphOf: ReadonlyMap<Node, number>;
  /** The first unit that an element says, by where its opening tag ends; in order of the part. */
  readonly firstUnits: ReadonlyMap<number, number>;
}

/** Finds the runs of a part and which units of the text they say. Linear time. */
export function partOf(index: number, tree: Tree, places: WordPlaces): Part {
  const firstUnits = new Map<number, number>();
  const paragraphOf = new Map<Node, number>();
  for (const [at, place] of places.paragraphs.entries()) {
    if (place.part !== index) continue;
    for (const element of place.elements) {
      const node = tree.at(element);
      if (node !== undefined) paragraphOf.set(node, at);
    }
    const { span } = places.layout.paragraphs[at] as (typeof places.layout.paragraphs)[number];
    for (let unit = span.start; unit < span.end; unit++) {
      const element = places.elements[unit] ?? 0;
      if (element > 0 && !firstUnits.has(element)) firstUnits.set(element, unit);
    }
  }
  const runs: Run[] = [];
  for (const node of tree.named('w:r')) {
    const holder = holderOf(node);
    if (holder === null) continue;
    const atoms = node.children.filter(({ name }) => name !== 'w:rPr').map(atomOf);
    if (atoms.length > 0) runs.push({ node, paragraph: paragraphOf.get(holder) ?? -1, atoms });
  }
  return { index, tree, runs, paragraphOf, firstUnits };

  function atomOf(node: Node): Atom {
    const units = unitsOf(node);
    if (node.name !== 'w:t' || units.length === 0 || places.offsets[units[0] as number] === -1)
      return { node, units, unitOf: null };
    const unitOf = new Int32Array(node.text.length).fill(-1);
    for (const unit of units) unitOf[places.offsets[unit] as number] = unit;
    return { node, units, unitOf };
  }

  /** What an element and those inside it say; paragraphs inside it (text boxes) are not its own. */
  function unitsOf(node: Node): readonly number[] {
    const units: number[] = [];
    const first = firstUnits.get(node.inner);
    if (first !== undefined)
      for (let unit = first; places.elements[unit] === node.inner; unit++) units.push(unit);
    for (const child of node.children) if (child.name !== 'w:txbxContent') units.push(...unitsOf(child));
    return units;
  }
}

/** The paragraph that a run stands in; null for a run inside another (the base of a ruby), which is part of that. */
function holderOf(run: Node): Node | null {
  for (let node = run.parent; node !== null; node = node.parent) {
    if (node.name === 'w:p') return node;
    if (node.name === 'w:r') return null;
  }
  return null;
}
