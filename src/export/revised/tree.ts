import { decodedXml } from '../../office/xml.ts';
import { readWordXml } from '../../office/word-xml.ts';

/** An element of a part with where its tags stand in the XML. */
export interface Node {
  /** With the prefix `w:`, whatever the file has for it. */
  readonly name: string;
  /** Where its opening tag begins and ends, its closing tag begins and ends. Of an empty element the last three are one. */
  readonly start: number;
  readonly inner: number;
  close: number;
  end: number;
  readonly parent: Node | null;
  /** Its place among its parent's children. */
  readonly index: number;
  readonly children: Node[];
  readonly attributes: Readonly<Record<string, string>>;
  /** Its characters, of those that hold text. */
  text: string;
}

/** A part as XML and as elements. */
export interface Tree {
  readonly xml: string;
  readonly root: Node;
  /** What new elements and attributes are written with: the file's own prefix of WordprocessingML, the colon included. */
  readonly prefix: string;
  /** The namespace's address, and whether the prefix has to be declared (a file may have it as the default alone). */
  readonly namespace: string;
  readonly isDeclared: boolean;
  /** The element whose opening tag ends there. */
  at(inner: number): Node | undefined;
  /** All elements of a name, in order. */
  named(name: string): readonly Node[];
}

/** Whose characters are kept. */
const TEXTS: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'm:t', 'w:instrText', 'w:delInstrText']);

/** Reads a part of a Word file. Throws `ImportError('damaged')` as `readXml` does. Linear. */
export function treeOf(bytes: Uint8Array): Tree {
  const xml = decodedXml(bytes);
  const byInner = new Map<number, Node>();
  const byName = new Map<string, Node[]>();
  let root: Node | null = null;
  let current: Node | null = null;
  readWordXml(bytes, {
    open(name, attributes, inner) {
      const start = xml.lastIndexOf('<', inner - 1);
      const node: Node = {
        name,
        start,
        inner,
        close: inner,
        end: inner,
        parent: current,
        index: current?.children.length ?? 0,
        children: [],
        attributes,
        text: '',
      };
      current?.children.push(node);
      root ??= node;
      current = node;
      byInner.set(inner, node);
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [node]);
      else same.push(node);
    },
    close(_name, end) {
      if (current === null) return;
      if (end > current.inner) {
        current.end = end;
        current.close = xml.lastIndexOf('<', end - 1);
      }
      current = current.parent;
    },
    text(text) {
      if (current !== null && TEXTS.has(current.name)) current.text += text;
    },
  });
  if (root === null) throw new Error('an XML file has a root');
  return {
    xml,
    root,
    ...namespaceIn(xml, root),
    at: (inner) => byInner.get(inner),
    named: (name) => byName.get(name) ?? [],
  };
}

const DECLARATION = /\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*\/wordprocessingml\/(?:2006\/)?main)["']/gu;
const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function namespaceIn(xml: string, { start, inner }: Node): Pick<Tree, 'prefix' | 'namespace' | 'isDeclared'> {
  const found = [...xml.slice(start, inner).matchAll(DECLARATION)];
  const prefixed = found.find(([, prefix]) => prefix !== undefined);
  return {
    prefix: `${prefixed?.[1] ?? 'w'}:`,
    namespace: (prefixed ?? found[0])?.[2] ?? TRANSITIONAL,
    isDeclared: prefixed !== undefined,
  };
}
