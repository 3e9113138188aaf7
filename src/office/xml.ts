import { ImportError } from '../core/text/imported.ts';

/** Who hears what an XML file is made of, in order. Names are as written, prefix included. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  /** Text between tags, CDATA included; may come in pieces. */
  text?(text: string): void;
}

/** Elements inside one another, at most: deeper ones are made to exhaust the stack of their reader. */
const DEPTH_MOST = 5_000;

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const SPACE = 0x20;

type Entities = Readonly<Record<string, string>>;

const ENTITIES: Entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const ENTITY = /&(?:#(\d{1,8})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/giu;
const NONE: Entities = Object.freeze({});

/**
 * Reads an XML file without a DOM. No entity but the five of XML and those given is expanded and nothing is loaded, so there
 * is no bomb and no way out. What a reader of documents needs and no more: a library that checks every character takes three times as long
 * for the 50 MB that a long Word file unpacks to. Small errors are put up with; throws `ImportError('damaged')` where the
 * file breaks off, its tags do not match or it is no XML. Linear time.
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler, entities: Entities = NONE): void {
  const xml = decoded(bytes);
  const { length } = xml;
  const open: string[] = [];
  let isBegun = false;
  let at = 0;
  while (at < length) {
    const tag = xml.indexOf('<', at);
    const end = tag < 0 ? length : tag;
    if (end > at && open.length > 0) handler.text?.(plain(xml.slice(at, end), entities));
    if (tag < 0) break;
    const next = xml.charCodeAt(tag + 1);
    if (next === EXCLAMATION || next === QUESTION) at = passMarkup(tag);
    else if (next === SLASH) at = closeTag(tag);
    else at = openTag(tag);
  }
  if (!isBegun || open.length > 0) throw new ImportError('damaged');

  /** Comments, CDATA, declarations and instructions. */
  function passMarkup(tag: number): number {
    if (xml.startsWith('<!--', tag)) return behind('-->', tag + 4);
    if (xml.startsWith('<![CDATA[', tag)) {
      const end = behind(']]>', tag + 9);
      if (open.length > 0) handler.text?.(xml.slice(tag + 9, end - 3));
      return end;
    }
    if (xml.charCodeAt(tag + 1) === QUESTION) return behind('?>', tag + 2);
    return behindDeclaration(tag);
  }

  function closeTag(tag: number): number {
    const end = behind('>', tag);
    let last = end - 1;
    while (xml.charCodeAt(last - 1) <= SPACE) last--;
    const name = open.pop();
    if (name === undefined || name.length !== last - tag - 2 || !xml.startsWith(name, tag + 2)) {
      throw new ImportError('damaged');
    }
    handler.close?.(name);
    return end;
  }

  function openTag(tag: number): number {
    let name = tag + 1;
    for (let unit = xml.charCodeAt(name); unit > SPACE && unit !== GREATER && unit !== SLASH;) {
      unit = xml.charCodeAt(++name);
    }
    if (name === tag + 1) throw new ImportError('damaged');
    const written = xml.slice(tag + 1, name);
    isBegun = true;
    let attributes: Record<string, string> | null = null;
    for (let place = name; place < length;) {
      const unit = xml.charCodeAt(place);
      if (unit <= SPACE) place++;
      else if (unit === GREATER) {
        if (open.push(written) > DEPTH_MOST) throw new ImportError('damaged');
        handler.open?.(written, attributes ?? NONE);
        return place + 1;
      } else if (unit === SLASH) {
        if (xml.charCodeAt(place + 1) === GREATER) {
          handler.open?.(written, attributes ?? NONE);
          handler.close?.(written);
          return place + 2;
        }
        place++;
      } else {
        attributes ??= {};
        place = readAttribute(place, attributes);
      }
    }
    throw new ImportError('damaged');
  }

  /** Reads `name="value"`; an attribute without a value is empty. Gives where it ends. */
  function readAttribute(from: number, attributes: Record<string, string>): number {
    let end = from;
    for (let unit = xml.charCodeAt(end); isNameUnit(unit);) unit = xml.charCodeAt(++end);
    const name = xml.slice(from, end);
    const equals = behindSpace(end);
    if (xml.charCodeAt(equals) !== EQUALS) {
      if (name !== '') attributes[name] = '';
      return Math.max(equals, from + 1);
    }
    const start = behindSpace(equals + 1);
    const quote = xml.charCodeAt(start);
    if (quote !== QUOTE && quote !== APOSTROPHE) throw new ImportError('damaged');
    const close = xml.indexOf(quote === QUOTE ? '"' : "'", start + 1);
    if (close < 0) throw new ImportError('damaged');
    attributes[name] = plain(xml.slice(start + 1, close), entities);
    return close + 1;
  }

  function behindSpace(from: number): number {
    let place = from;
    while (place < length && xml.charCodeAt(place) <= SPACE) place++;
    return place;
  }

  function behind(mark: string, from: number): number {
    const found = xml.indexOf(mark, from);
    if (found < 0) throw new ImportError('damaged');
    return found + mark.length;
  }

  /** A document type may hold declarations between brackets, and quotes in which anything stands. */
  function behindDeclaration(from: number): number {
    let depth = 0;
    for (let place = from + 2; place < length; place++) {
      const unit = xml.charCodeAt(place);
      if (unit === QUOTE || unit === APOSTROPHE) place = behind(xml.charAt(place), place + 1) - 1;
      else if (unit === LESS) {
        if (xml.startsWith('<!--', place)) place = behind('-->', place + 4) - 1;
        else depth++;
      } else if (unit === GREATER && depth-- === 0) return place + 1;
    }
    throw new ImportError('damaged');
  }
}

/** Whether a unit belongs to an attribute's name; NaN, behind the end, does not. */
function isNameUnit(unit: number): boolean {
  return unit > SPACE && unit !== EQUALS && unit !== GREATER && unit !== SLASH;
}

/** Text as it is meant: entities and numbers expanded, line ends as one character. */
function plain(text: string, entities: Entities): string {
  const one = text.includes('\r') ? text.replaceAll(/\r\n?/gu, '\n') : text;
  if (!one.includes('&')) return one;
  return one.replaceAll(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) {
      if (Object.hasOwn(ENTITIES, name)) return ENTITIES[name] ?? whole;
      return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
    }
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    return isCharacter ? String.fromCodePoint(point) : '';
  });
}

/** XML is UTF-8, or UTF-16 with a byte order mark; old Chinese programs also declare GB2312. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const isChinese = /encoding=["'](?:gb2312|gbk|gb18030)["']/iu.test(head);
  return new TextDecoder(isChinese ? 'gb18030' : 'utf-8').decode(bytes);
}
