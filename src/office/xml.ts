import { SaxesParser } from 'saxes';
import { ImportError } from '../core/text/imported.ts';

/**
 * Who hears what an XML file is made of, in order. Names are as written, prefix included. `end` is where the tag ends, behind
 * its `>`, in UTF-16 units of the decoded file; of an element that one tag opens and closes both tags end at the same place.
 */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>, end: number): void;
  close?(name: string, end: number): void;
  /** Text between tags, CDATA included; may come in pieces. */
  text?(text: string): void;
}

type Entities = Readonly<Record<string, string>>;

const NONE: Entities = Object.freeze({});

/** Elements inside one another, at most: deeper ones are made to exhaust the stack of their reader. */
const DEPTH_MOST = 5_000;
/** Errors that are put up with: an entity that is not known, an attribute twice. */
const ERRORS_MOST = 1_000;
/** UTF-16 units that the parser is given at a time. */
const PIECE = 1 << 16;

/**
 * Reads an XML file without a DOM. No entity but the five of XML and those given is expanded and nothing is loaded, so there is no bomb and
 * no way out. Small errors are put up with; throws `ImportError('damaged')` where the file breaks off or is no XML.
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler, entities: Entities = NONE): void {
  const parser = new SaxesParser({ xmlns: false, fragment: false, position: false });
  Object.assign(parser.ENTITIES, entities);
  let depth = 0;
  let errors = 0;
  let isBegun = false;
  parser.on('error', () => {
    if (++errors > ERRORS_MOST) throw new ImportError('damaged');
  });
  parser.on('opentag', ({ name, attributes }) => {
    isBegun = true;
    if (++depth > DEPTH_MOST) throw new ImportError('damaged');
    handler.open?.(name, attributes, parser.position);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handler.close?.(name, parser.position);
  });
  // White space around the root is told, too.
  parser.on('text', (text) => depth > 0 && handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  const text = decodedXml(bytes);
  for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.close();
  if (!isBegun || depth > 0) throw new ImportError('damaged');
}

/** The text of an XML file. It is UTF-8, or UTF-16 with a byte order mark; old Chinese programs also declare GB2312. */
export function decodedXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const isChinese = /encoding=["'](?:gb2312|gbk|gb18030)["']/iu.test(head);
  return new TextDecoder(isChinese ? 'gb18030' : 'utf-8').decode(bytes);
}
