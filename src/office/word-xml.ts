import { readXml, type XmlHandler } from './xml.ts';

/** How the namespace of WordprocessingML ends, in the transitional and in the strict form of the standard. */
const NAMESPACE = /\/wordprocessingml\/(?:2006\/)?main$/u;

type Attributes = Readonly<Record<string, string>>;

/** Reads a part of a Word file; names come with the prefix `w:` whatever prefix the file has for it. */
export function readWordXml(bytes: Uint8Array, handler: XmlHandler): void {
  let prefix: string | null = null;
  const isForeign = () => prefix !== null && prefix !== 'w:';
  readXml(bytes, {
    open(name, attributes, end) {
      prefix ??= prefixOf(attributes);
      if (isForeign()) handler.open?.(renamed(name), renamedAttributes(attributes), end);
      else handler.open?.(name, attributes, end);
    },
    close: (name, end) => handler.close?.(isForeign() ? renamed(name) : name, end),
    text: (text) => handler.text?.(text),
  });

  function renamed(name: string): string {
    if (prefix === '') return name.includes(':') ? name : `w:${name}`;
    return prefix !== null && name.startsWith(prefix) ? `w:${name.slice(prefix.length)}` : name;
  }

  function renamedAttributes(attributes: Attributes): Attributes {
    return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [renamed(name), value]));
  }
}

/** What stands before the names of WordprocessingML, the colon included, as the first element declares it. */
function prefixOf(attributes: Attributes): string {
  for (const [name, value] of Object.entries(attributes)) {
    if (!NAMESPACE.test(value)) continue;
    if (name === 'xmlns') return '';
    if (name.startsWith('xmlns:')) return `${name.slice(6)}:`;
  }
  return 'w:';
}

/** Whether a switch is on: `w:b` and `w:b w:val="1"` are, `w:b w:val="0"` is not. */
export function isOn(attributes: Attributes): boolean {
  const value = attributes['w:val'];
  return value === undefined || !['0', 'false', 'off'].includes(value);
}

/** The attribute `w:val` as a whole number; null for what is none. */
export function numberIn(attributes: Attributes, name = 'w:val'): number | null {
  const value = attributes[name];
  return value !== undefined && /^-?\d{1,9}$/u.test(value) ? Number(value) : null;
}
