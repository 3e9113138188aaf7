import { ImportError, type Imported } from '../../core/text/imported.ts';
import { Composer } from '../composer.ts';
import type { Importer } from '../importer.ts';
import { openPdf, type OpenedPdf, type ReadCMap } from './engine.ts';
import { pageOf, type Page } from './fragments.ts';
import { composePages } from './read.ts';
import { isPdf } from './signature.ts';

/** Pages, at most: more are no draft, and would not fit into a tab. */
const PAGES_MOST = 5_000;
/** Characters, at most, of all pages. */
const CHARACTERS_MOST = 20_000_000;
/** Characters on a page that holds text: a stamp on a scan, or its page number, has fewer. */
const TEXT_LEAST = 10;
/** Of the pages: so many without text make a scan, if the file holds pictures. */
const WITHOUT_TEXT = 0.7;
/** Of all characters: more that mean nothing make a text that cannot be read. */
const UNREADABLE_MOST = 0.5;
const UNREADABLE = /[\p{Co}\p{Cc}\ufffd]/gu;
const PICTURE = /\/Subtype\s{0,8}\/Image\b/u;

/** Reads PDF. `readCMap` gives the tables of character codes. Loads pdf.js with the first file. */
export function pdfImporter(readCMap: ReadCMap): Importer {
  return {
    accepts: ({ bytes }) => isPdf(bytes),
    async read({ bytes }, onProgress): Promise<Imported> {
      const opened = await openPdf(bytes, readCMap);
      try {
        const pages = await readPages(opened, onProgress);
        if (isScan(pages, bytes)) throw new ImportError('scan');
        const composer = new Composer();
        composePages(pages, composer);
        return composer.finish();
      } finally {
        await opened.close();
      }
    },
  };
}

/** What each page shows. One that is broken is left out; when all are, so is the file: `damaged`. */
async function readPages(opened: OpenedPdf, onProgress: (done: number) => void): Promise<readonly Page[]> {
  if (opened.pageCount > PAGES_MOST) throw new ImportError('overfull');
  const pages: Page[] = [];
  let characters = 0;
  for (let number = 1; number <= opened.pageCount; number++) {
    const text = await opened.page(number).catch(brokenPage);
    if (text !== null) pages.push(pageOf(number, text));
    characters += pages.at(-1)?.characters ?? 0;
    if (characters > CHARACTERS_MOST) throw new ImportError('overfull');
    onProgress(number / opened.pageCount);
  }
  if (pages.length === 0) throw new ImportError('damaged');
  return pages;
}

/** A page that is broken is left out: the others may be whole. */
function brokenPage(error: unknown): null {
  if (error instanceof ImportError) throw error;
  return null;
}

function isScan(pages: readonly Page[], bytes: Uint8Array): boolean {
  const empty = pages.filter(({ characters }) => characters < TEXT_LEAST).length;
  return (empty >= WITHOUT_TEXT * pages.length && holdsPictures(bytes)) || isUnreadable(pages);
}

/** Fonts may keep to themselves which characters they draw: like a picture, the text is seen and not read. */
function isUnreadable(pages: readonly Page[]): boolean {
  let unreadable = 0;
  let all = 0;
  for (const { text } of pages.flatMap(({ fragments }) => fragments)) {
    all += text.length;
    unreadable += text.match(UNREADABLE)?.length ?? 0;
  }
  return unreadable > UNREADABLE_MOST * all;
}

/** Pictures are objects of their own, whose heads are written in the clear. */
function holdsPictures(bytes: Uint8Array): boolean {
  const piece = 1 << 20;
  const overlap = 64;
  const decoder = new TextDecoder('latin1');
  for (let at = 0; at < bytes.length; at += piece) {
    if (PICTURE.test(decoder.decode(bytes.subarray(at, at + piece + overlap)))) return true;
  }
  return false;
}
