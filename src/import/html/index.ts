import { failed, type Imported } from '../../core/text/imported.ts';
import { extensionOf, type Importer } from '../importer.ts';
import { decodeHtml } from './charset.ts';
import { contentOf } from './content.ts';
import { isHtml } from './recognise.ts';
import { bodyOf } from './tree.ts';
import { compose } from './walk.ts';

/** In bytes. A page's tree takes some twenty times its size; saved pages of this length hold pictures, not text. */
const LARGEST_PAGE = 48 * 1024 * 1024;
/** In characters: where programs leave their name. */
const HEAD = 20_000;
/** What Word, WPS and LibreOffice write at the beginning: their pages are documents, without menus. */
const OFFICE =
  /urn:schemas-microsoft-com:office|name=["']?(?:generator|progid)["']? content=["']?(?:microsoft word|word\.document|libreoffice|openoffice|wps|kingsoft)|class=["']?MsoNormal/iu;

/** Clipboards put it before what was selected. */
const SELECTION = '<!--StartFragment-->';

/** Web pages, saved articles, and what office programs save or copy as HTML. */
export const html: Importer = {
  accepts: ({ name, bytes }) => isHtml(bytes, extensionOf(name)),
  read: ({ bytes }) => readHtml(bytes),
};

/** `encoding` is what a mail's header says; null where nothing is said. */
export function readHtml(bytes: Uint8Array, encoding: string | null = null): Imported {
  if (bytes.length > LARGEST_PAGE) return failed('too-large');
  const text = decodeHtml(bytes, encoding);
  if (text === null) return failed('unknown-encoding');
  const head = text.slice(0, HEAD);
  const isChosen = OFFICE.test(head) || head.includes(SELECTION);
  return compose(contentOf(bodyOf(text), isChosen)).finish();
}
