import { failed, type Imported } from '../core/text/imported.ts';
import { decodeHtml } from './html/charset.ts';
import { readHtml } from './html/index.ts';
import { Composer } from './composer.ts';
import type { Importer } from './importer.ts';

/** A part of a message: its header's fields by their names in lower case, and its body. */
interface Part {
  readonly fields: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** In bytes: as much as is looked at to recognise a message. */
const HEAD = 4_096;
/** Multiparts inside one another, at most. */
const DEPTH_MOST = 8;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Web pages in one file, as Word, WPS and browsers save them (.mht): a message, of which the first page is read. */
export const mht: Importer = {
  accepts: ({ bytes }) => isMessage(bytes),
  read({ bytes }) {
    const found = firstPart(partOf(bytes), 'text/html', 0) ?? firstPart(partOf(bytes), 'text/plain', 0);
    return found === null ? failed('damaged') : readPart(found);
  },
};

/** Fields, and among them the one that says MIME. */
function isMessage(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).replace(/^ï»¿/u, '');
  if (!/^\s{0,20}[A-Za-z-]{2,40}:/u.test(head)) return false;
  return /^mime-version:|^content-type:\s{0,20}multipart\//imu.test(head);
}

function readPart({ fields, body }: Part): Imported {
  const type = fields.get('content-type') ?? '';
  const bytes = decoded(body, (fields.get('content-transfer-encoding') ?? '').trim().toLowerCase());
  const encoding = parameter(type, 'charset');
  if (typeOf(type) === 'text/html') return readHtml(bytes, encoding);
  const text = decodeHtml(bytes, encoding);
  if (text === null) return failed('unknown-encoding');
  const composer = new Composer();
  for (const line of text.split(/\r?\n/u)) composer.add(line);
  return composer.finish();
}

/** The first part of a type that is no attachment, in the order of the message. */
function firstPart(part: Part, type: string, depth: number): Part | null {
  const content = part.fields.get('content-type') ?? 'text/plain';
  if (/^\s*attachment/iu.test(part.fields.get('content-disposition') ?? '')) return null;
  if (typeOf(content) === type) return part;
  const boundary = parameter(content, 'boundary');
  if (!typeOf(content).startsWith('multipart/') || boundary === null || depth === DEPTH_MOST) return null;
  for (const inside of partsIn(part.body, boundary)) {
    const found = firstPart(inside, type, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** Splits a body at the lines that begin with its boundary. A message that is cut off gives what is there. */
function* partsIn(body: Uint8Array, boundary: string): Generator<Part> {
  const mark = new TextEncoder().encode(`--${boundary}`);
  let start = -1;
  for (let line = 0; line < body.length; line = nextLine(body, line)) {
    if (!beginsWith(body, line, mark)) continue;
    if (start >= 0) yield partOf(body.subarray(start, line));
    const after = line + mark.length;
    if (body[after] === 0x2d && body[after + 1] === 0x2d) return;
    start = nextLine(body, line);
  }
  if (start >= 0 && start < body.length) yield partOf(body.subarray(start));
}

/** Reads a header; its fields may go on in lines that begin with a space. */
function partOf(bytes: Uint8Array): Part {
  const fields = new Map<string, string>();
  let at = 0;
  let name = '';
  const latin = new TextDecoder('latin1');
  while (at < bytes.length) {
    const end = nextLine(bytes, at);
    const line = latin.decode(bytes.subarray(at, end)).trimEnd();
    at = end;
    if (line.trim() === '') {
      if (fields.size > 0) break;
      continue;
    }
    if (/^[ \t]/u.test(line) && name !== '') fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
    else {
      const colon = line.indexOf(':');
      if (colon < 0) continue;
      name = line.slice(0, colon).replace(/^ï»¿/u, '').trim().toLowerCase();
      if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
    }
  }
  return { fields, body: bytes.subarray(at) };
}

function typeOf(content: string): string {
  return (content.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** `charset` from `text/html; charset="gb2312"`. */
function parameter(content: string, name: string): string | null {
  for (const piece of content.split(';').slice(1)) {
    const equals = piece.indexOf('=');
    if (equals < 0 || piece.slice(0, equals).trim().toLowerCase() !== name) continue;
    return piece
      .slice(equals + 1)
      .trim()
      .replaceAll('"', '');
  }
  return null;
}

function decoded(body: Uint8Array, encoding: string): Uint8Array {
  if (encoding === 'base64') return fromBase64(body);
  return encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body;
}

/** Skips what is no digit; a last character that is cut in two is left out. */
function fromBase64(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(body.length * 0.75));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const unit of body) {
    const digit = base64Digit(unit);
    if (digit < 0) continue;
    held = ((held << 6) | digit) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 0xff;
  }
  return bytes.subarray(0, length);
}

function base64Digit(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit - 0x41;
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x61 + 26;
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30 + 52;
  if (unit === 0x2b) return 62;
  return unit === 0x2f ? 63 : -1;
}

/** `=E4=B8=80` is a byte each; `=` at the end of a line takes the line end out. */
function fromQuotedPrintable(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const unit = body[at] as number;
    if (unit !== 0x3d) {
      bytes[length++] = unit;
      continue;
    }
    const high = hexDigit(body[at + 1]);
    const low = hexDigit(body[at + 2]);
    if (high >= 0 && low >= 0) {
      bytes[length++] = high * 16 + low;
      at += 2;
    } else if (body[at + 1] === CARRIAGE_RETURN && body[at + 2] === LINE_FEED) at += 2;
    else if (body[at + 1] === LINE_FEED) at += 1;
    else if (at + 1 < body.length) bytes[length++] = unit;
  }
  return bytes.subarray(0, length);
}

function hexDigit(unit: number | undefined): number {
  if (unit === undefined) return -1;
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Where the next line begins; the end of the bytes behind the last. */
function nextLine(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(LINE_FEED, from);
  return end < 0 ? bytes.length : end + 1;
}

function beginsWith(bytes: Uint8Array, at: number, mark: Uint8Array): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark[i]) return false;
  return true;
}
