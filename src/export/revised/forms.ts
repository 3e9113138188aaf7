import type { Pen } from './pen.ts';
import { RANK, type Splices } from './splices.ts';
import type { Node, Tree } from './tree.ts';

/** What of a paragraph's properties is its own, whatever form it has: that of its mark, a section, an earlier change of form. */
const OWN: ReadonlySet<string> = new Set(['w:rPr', 'w:sectPr', 'w:pPrChange']);
/** What stands before `numPr` in the order that the schema wants. */
const BEFORE_NUMBER: ReadonlySet<string> = new Set(
  'w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl'.split(' '),
);

/** Changes of paragraphs' properties, as revisions where those are wanted: the mark that goes, the form, the number. */
export class Forms {
  /** The new properties of paragraphs whose form changes. */
  private readonly changed = new Map<Node, string>();
  private readonly tree: Tree;
  private readonly pen: Pen;
  private readonly splices: Splices;

  constructor(tree: Tree, pen: Pen, splices: Splices) {
    this.tree = tree;
    this.pen = pen;
    this.splices = splices;
  }

  get nodes(): readonly Node[] {
    return [...this.changed.keys()];
  }

  has(node: Node): boolean {
    return this.changed.has(node);
  }

  /**
   * Gives a paragraph the form of the one before, which runs on into it: whichever of both forms a program gives to the two in one,
   * it is that of the first. False where an earlier change of form is in the way.
   */
  takeOver(node: Node, from: Node): boolean {
    const form = this.formOf(from);
    if (form === this.formOf(node)) return true;
    return this.change(node, form);
  }

  /** Whether two paragraphs have one style and stand in one list at one level. */
  isOneList(node: Node, other: Node): boolean {
    const [one, two] = [node, other].map((each) =>
      (propertiesOf(each)?.children ?? [])
        .filter(({ name }) => name === 'w:pStyle' || name === 'w:numPr')
        .map((child) => sliceOf(this.tree, child))
        .join(''),
    );
    return one === two;
  }

  /** Takes a paragraph out of its list. False where an earlier change of form is in the way. */
  dropNumber(node: Node): boolean {
    const { pen, tree } = this;
    const none = pen.tag('numPr') + pen.tag('numId', `${pen.attribute('val', 0)}/`) + pen.end('numPr');
    const children = propertiesOf(node)?.children.filter(({ name }) => !OWN.has(name)) ?? [];
    const others = children.filter(({ name }) => name !== 'w:numPr');
    const isBefore = ({ name }: Node) => BEFORE_NUMBER.has(name);
    const xml = (nodes: readonly Node[]) =>
      nodes.map(({ start, end }) => tree.xml.slice(start, end)).join('');
    return this.change(
      node,
      xml(others.filter(isBefore)) + none + xml(others.filter((each) => !isBefore(each))),
    );
  }

  /** Writes the new form of a paragraph, whose mark goes or not. */
  write(node: Node, isMarkGone: boolean): void {
    const { pen, tree, splices } = this;
    const properties = propertiesOf(node);
    const mark = properties?.children.find(({ name }) => name === 'w:rPr');
    const section = properties?.children.find(({ name }) => name === 'w:sectPr');
    const change =
      pen.tag('pPrChange', pen.attributes()) +
      pen.tag('pPr') +
      this.fileFormOf(node) +
      pen.end('pPr') +
      pen.end('pPrChange');
    const xml =
      pen.tag('pPr') +
      (this.changed.get(node) ?? '') +
      (isMarkGone ? this.markGone(mark) : sliceOf(tree, mark)) +
      sliceOf(tree, section) +
      (pen.manner === 'tracked' ? change : '') +
      pen.end('pPr');
    if (properties === undefined) putInto(tree, splices, node, node.inner, xml);
    else splices.replace(properties.start, properties.end, xml, RANK.properties);
  }

  /** Marks a paragraph's end as deleted. */
  deleteMark(node: Node): void {
    const { pen, tree, splices } = this;
    const properties = propertiesOf(node);
    if (properties === undefined) {
      putInto(tree, splices, node, node.inner, pen.tag('pPr') + this.markGone(undefined) + pen.end('pPr'));
      return;
    }
    const mark = properties.children.find(({ name }) => name === 'w:rPr');
    if (mark !== undefined) {
      splices.replace(mark.start, mark.end, this.markGone(mark), RANK.properties);
      return;
    }
    const behind = properties.children.find(({ name }) => OWN.has(name));
    putInto(tree, splices, properties, behind?.start ?? properties.close, this.markGone(undefined));
  }

  /** The properties of a mark that goes: the sign of it stands behind that of its insertion, before all others. */
  private markGone(mark: Node | undefined): string {
    const { pen, tree } = this;
    const sign = pen.tag('del', `${pen.attributes()}/`);
    if (mark === undefined || mark.end === mark.inner) return pen.tag('rPr') + sign + pen.end('rPr');
    if (mark.children.some(({ name }) => name === 'w:del')) return sliceOf(tree, mark);
    const at = mark.children.find(({ name }) => name === 'w:ins')?.end ?? mark.inner;
    return tree.xml.slice(mark.start, at) + sign + tree.xml.slice(at, mark.end);
  }

  private change(node: Node, form: string): boolean {
    const isChanged = propertiesOf(node)?.children.some(({ name }) => name === 'w:pPrChange') ?? false;
    if (isChanged && this.pen.manner === 'tracked') return false;
    this.changed.set(node, form);
    return true;
  }

  /** The form of a paragraph as it will be. */
  private formOf(node: Node): string {
    return this.changed.get(node) ?? this.fileFormOf(node);
  }

  private fileFormOf(node: Node): string {
    const children = propertiesOf(node)?.children.filter(({ name }) => !OWN.has(name)) ?? [];
    return children.map((each) => sliceOf(this.tree, each)).join('');
  }
}

/** Puts something into an element, which is opened for it where one tag was all of it. */
export function putInto(tree: Tree, splices: Splices, node: Node, at: number, xml: string): void {
  if (node.end > node.inner) {
    splices.put(at, xml, RANK.properties);
    return;
  }
  const opening = `${tree.xml.slice(node.start, node.inner - 2).trimEnd()}>`;
  const name = /^<([^\s>]+)/u.exec(opening)?.[1] ?? '';
  splices.replace(node.start, node.end, `${opening}${xml}</${name}>`, RANK.properties);
}

function propertiesOf(node: Node): Node | undefined {
  return node.children.find(({ name }) => name === 'w:pPr');
}

function sliceOf({ xml }: Tree, node: Node | undefined): string {
  return node === undefined ? '' : xml.slice(node.start, node.end);
}
