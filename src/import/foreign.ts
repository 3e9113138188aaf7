import { failed, type LoadProblem } from '../core/text/imported.ts';
import { extensionOf, type Importer, type SourceBytes } from './importer.ts';

/** Formats that hold text and are not read; by extension, since their content may look like text. */
const UNREAD_EXTENSIONS: ReadonlySet<string> = new Set(
  'ods odp fods fodp mobi ppt pptx dps xml caj'.split(' '),
);

/** What Word and Excel write that say all in one piece of XML: no text to be read as it is. */
const OFFICE_XML =
  /^[\s\xef\xbb\xbf]*<\?xml[^>]*>\s*(?:<\?mso-application|<(?:pkg:package|w:wordDocument)\b)/u;
/** In bytes: as much tells. */
const HEAD = 400;

/** First bytes that name a format, and what is wrong with it. Zip and OLE are told apart by extension before. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], problem: LoadProblem])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'unsupported'], // .xls, .et, .ppt
  [ascii('%PDF-'), 'unsupported'], // where the importer for PDF is not on board
  [[0x89, 0x50, 0x4e, 0x47], 'binary'], // PNG
  [[0xff, 0xd8, 0xff], 'binary'], // JPEG
  [ascii('GIF8'), 'binary'],
  [ascii('RIFF'), 'binary'],
  [[0x1f, 0x8b, 0x08], 'binary'], // gzip
  [ascii('Rar!\x1a'), 'binary'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'binary'], // 7z
  [[0x7f, 0x45, 0x4c, 0x46], 'binary'], // ELF
];

/** Recognises what is not text, so that it is refused with its reason and not shown as noise. */
export const foreign: Importer = {
  accepts: (source) => problemOf(source) !== null,
  read: (source) => failed(problemOf(source) ?? 'unsupported'),
};

function problemOf({ name, bytes }: SourceBytes): LoadProblem | null {
  if (UNREAD_EXTENSIONS.has(extensionOf(name))) return 'unsupported';
  if (OFFICE_XML.test(headOf(bytes))) return 'unsupported';
  const found = SIGNATURES.find(([signature]) => signature.every((byte, i) => bytes[i] === byte));
  return found?.[1] ?? null;
}

/** The beginning, as far as it is ASCII. */
function headOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, HEAD));
}

function ascii(signature: string): readonly number[] {
  return [...signature].map((character) => character.charCodeAt(0));
}
