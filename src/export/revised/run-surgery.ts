import type { Atom, Run } from './atoms.ts';
import type { Pen } from './pen.ts';
import type { Node, Tree } from './tree.ts';
import type { Splices } from './splices.ts';

/** What is put between two characters: words, in the form of the run, or ready markup (the ends of a comment's range). */
export type Inset =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'markup'; readonly xml: string };

/** What decides on the atoms of a run. */
export interface Fate {
  isUnitGone(unit: number): boolean;
  /** Whether what says nothing goes: it does with the whole of its paragraph, if it is of those that may. */
  isSilentGone(node: Node, paragraph: number): boolean;
  before(unit: number): readonly Inset[];
  after(unit: number): readonly Inset[];
  /** Hears of an atom of which a part goes and that cannot be parted; it stays. */
  onUnparted(atom: Atom): void;
}

/** A stretch of a run that stays or goes; `source` says that its XML is that of the file, as it stands there. */
interface Piece {
  readonly isGone: boolean;
  readonly xml: string;
  readonly source: boolean;
}

type Step = Piece | Inset;

/** Where revisions of others begin that a run can stand in: a new one does not stand inside of them, but between two halves. */
const INSERTED: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo']);

/**
 * Cuts a run where what becomes of its characters changes, and puts in what is to be put in. Each part keeps the run's own
 * properties, byte for byte.
 */
export function cutRun(run: Run, tree: Tree, fate: Fate, pen: Pen, splices: Splices): void {
  const { node } = run;
  const isTracked = pen.manner === 'tracked';
  const properties = node.children.find(({ name }) => name === 'w:rPr');
  const form = properties === undefined ? '' : tree.xml.slice(properties.start, properties.end);
  const opening = tree.xml.slice(node.start, node.inner);
  const stepsOf = run.atoms.map((atom) => ({ atom, steps: stepsOfAtom(atom, run.paragraph) }));
  const isUntouched = stepsOf.every(({ steps }) =>
    steps.every((step) => 'isGone' in step && !step.isGone && step.source),
  );
  if (isUntouched) return;

  /** What the run that is open now holds; null while none was begun. */
  let state: boolean | null = null;
  let insets: Inset[] = [];
  const inside: (readonly [start: number, end: number, text: string])[] = [];
  for (const { atom, steps } of stepsOf) {
    let text = '';
    let boundary = '';
    for (const step of steps) {
      if (!('isGone' in step)) {
        insets.push(step);
        continue;
      }
      if (step.isGone && !isTracked) continue;
      boundary = turnTo(step.isGone);
      text += boundary + step.xml;
    }
    const [only, ...others] = steps.filter((step) => 'isGone' in step);
    const isAsBefore =
      only !== undefined && others.length === 0 && only.source && (isTracked || !only.isGone);
    inside.push([
      atom.node.start,
      isAsBefore ? atom.node.start : atom.node.end,
      isAsBefore ? boundary : text,
    ]);
  }
  const rest = insets.map(insetXml).join('');
  if (state === null) {
    splices.replace(node.start, node.end, rest);
    return;
  }
  for (const [start, end, text] of inside) splices.replace(start, end, text);
  splices.put(node.end, (state ? pen.end('del') : '') + rest);

  /** Ends the run that is open, if what comes is of another kind or something stands between, and begins the next. */
  function turnTo(isGone: boolean): string {
    const between = insets.map(insetXml).join('');
    insets = [];
    if (state === null) {
      // The file's own beginning of the run stays.
      splices.put(node.start, between + (isGone ? pen.tag('del', pen.attributes()) : ''));
      state = isGone;
      return '';
    }
    if (state === isGone && between === '') return '';
    const ending = tree.xml.slice(node.close, node.end) + (state ? pen.end('del') : '');
    state = isGone;
    return ending + between + (isGone ? pen.tag('del', pen.attributes()) : '') + opening + fresh(form, pen);
  }

  function insetXml(inset: Inset): string {
    if (inset.kind === 'markup') return inset.xml;
    const words = `${pen.tag('r')}${withoutChange(form, pen)}${pen.words(inset.text)}${pen.end('r')}`;
    if (!isTracked) return words;
    const inserted = pen.tag('ins', pen.attributes()) + words + pen.end('ins');
    const { parent } = node;
    if (parent === null || !INSERTED.has(parent.name)) return inserted;
    return (
      tree.xml.slice(parent.close, parent.end) +
      inserted +
      withNewId(tree.xml.slice(parent.start, parent.inner), pen)
    );
  }

  function stepsOfAtom(atom: Atom, paragraph: number): readonly Step[] {
    const whole = tree.xml.slice(atom.node.start, atom.node.end);
    if (atom.unitOf !== null) return stepsOfText(atom, atom.unitOf, paragraph);
    const lost = atom.units.filter(fate.isUnitGone);
    let isGone = atom.units.length > 0 ? lost.length > 0 : fate.isSilentGone(atom.node, paragraph);
    if (isGone && lost.length < atom.units.length) {
      fate.onUnparted(atom);
      isGone = false;
    }
    const xml = isGone && isTracked ? deletedForm(atom.node) : whole;
    return [
      ...atom.units.flatMap(fate.before),
      { isGone, xml, source: xml === whole },
      ...atom.units.flatMap(fate.after),
    ];
  }

  function stepsOfText({ node: text }: Atom, unitOf: Int32Array, paragraph: number): readonly Step[] {
    const isRestGone = fate.isSilentGone(text, paragraph);
    const isGoneAt = (at: number) => {
      const unit = unitOf[at] ?? -1;
      return unit < 0 ? isRestGone : fate.isUnitGone(unit);
    };
    const steps: Step[] = [];
    // What the file does not preserve is not shown, and stays out of pieces that preserve all.
    const [least, most] = isPreserved(text) ? [0, unitOf.length] : shownRange(text.text);
    let from = least;
    const flush = (to: number) => {
      if (to > from) steps.push(pieceOf(text, from, to, isGoneAt(from), to - from === most - least));
      from = to;
    };
    for (let at = least; at < most; at++) {
      const unit = unitOf[at] ?? -1;
      const [before, after] = unit < 0 ? [[], []] : [fate.before(unit), fate.after(unit)];
      if (before.length > 0 || (at > least && isGoneAt(at) !== isGoneAt(at - 1))) flush(at);
      steps.push(...before);
      if (after.length === 0) continue;
      flush(at + 1);
      steps.push(...after);
    }
    flush(most);
    return steps;
  }

  function pieceOf(text: Node, from: number, to: number, isGone: boolean, isAll: boolean): Piece {
    if (isAll && !isGone) return { isGone, xml: tree.xml.slice(text.start, text.end), source: true };
    if (isAll && isTracked) return { isGone, xml: deletedForm(text), source: false };
    return { isGone, xml: pen.text(isGone ? 'delText' : 't', text.text.slice(from, to)), source: false };
  }

  /** The element as it stands in a run that was deleted. */
  function deletedForm(of: Node): string {
    const { start, inner, close, end, name } = of;
    const deleted = name === 'w:t' ? 'delText' : name === 'w:instrText' ? 'delInstrText' : null;
    if (deleted === null || close === inner) return tree.xml.slice(start, end);
    const space = isPreserved(of) ? ' xml:space="preserve"' : '';
    // The characters as the file has them, whatever way they are escaped.
    return pen.tag(deleted, space) + tree.xml.slice(inner, close) + pen.end(deleted);
  }

  function isPreserved(of: Node): boolean {
    return [of, tree.root].some(({ attributes }) => attributes['xml:space'] === 'preserve');
  }
}

/** What is shown of characters whose white space at the ends is not preserved. */
function shownRange(text: string): readonly [start: number, end: number] {
  const shown = text.replace(/^[ \t\r\n]+/u, '');
  const start = text.length - shown.length;
  return [start, start + shown.trimEnd().length];
}

/** Run properties for a second copy: a change of form that they tell of gets an id of its own. */
function fresh(form: string, pen: Pen): string {
  const at = form.indexOf('rPrChange');
  return at < 0 ? form : form.slice(0, at) + withNewId(form.slice(at), pen);
}

/** Run properties without the change of form that they tell of. */
function withoutChange(form: string, pen: Pen): string {
  const name = pen.tag('rPrChange').slice(1, -1);
  const [start, end] = [form.indexOf(`<${name}`), form.lastIndexOf(`</${name}>`)];
  return start < 0 || end < 0 ? form : form.slice(0, start) + form.slice(end + name.length + 3);
}

/** A tag with another id. */
function withNewId(tag: string, pen: Pen): string {
  return tag.replace(/(:id=)(?:"[^"]*"|'[^']*')/u, (_, name: string) => `${name}"${pen.id()}"`);
}
