import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ImportError } from '../../core/text/imported.ts';
import { provideResolvers, withoutPost } from './surroundings.ts';

/**
 * pdf.js, as far as text needs it: it runs in the thread that asks, draws nothing, runs no script of the file and asks for
 * nothing outside; what it would fetch (the tables of Chinese, Japanese and Korean character codes) it is given.
 */

/** Gives a table of character codes by its name (`UniGB-UCS2-H`); null when it is not on board. */
export type ReadCMap = (name: string) => Promise<Uint8Array | null>;

/** Text that the file shows in one go, as pdf.js gives it. */
export interface TextItem {
  readonly str: string;
  /** Where the baseline begins, and how large and in which direction the letters stand, in the file's own units. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** What one page shows. */
export interface PageText {
  readonly items: readonly TextItem[];
  /** The visible part of the page: left, bottom, right, top, in the file's own units. */
  readonly view: readonly number[];
  /** 0, 90, 180 or 270: how the page is turned clockwise before it is shown. */
  readonly rotation: number;
  /** Names of fonts that run from top to bottom. */
  readonly verticalFonts: ReadonlySet<string>;
}

/** A file that was opened. */
export interface OpenedPdf {
  readonly pageCount: number;
  /** What the page of this number shows, from 1. Throws `ImportError` `overfull` for one that is endless, and what pdf.js throws. */
  page(number: number): Promise<PageText>;
  /** Lets go of everything. */
  close(): Promise<void>;
}

/** Runs of text on one page, at most: more are no page to be read. */
const ITEMS_MOST = 50_000;
/** In milliseconds: as much as one page may take; those of real files take some hundredths of a second. */
const PAGE_TIME_MOST = 30_000;
/** Pages after which fonts and other shared things are let go: a Chinese font is some megabytes. */
const CLEAN_EVERY = 25;

/** Opens a file. Throws `ImportError`: `encrypted` when it wants a password, `damaged` when nothing can be made of it. */
export async function openPdf(bytes: Uint8Array, readCMap: ReadCMap): Promise<OpenedPdf> {
  const { getDocument, VerbosityLevel } = await load();
  const task = getDocument({
    data: new Uint8Array(bytes), // a copy: pdf.js takes what it is given for good
    verbosity: VerbosityLevel.ERRORS,
    BinaryDataFactory: onBoard(readCMap),
    cMapPacked: true,
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  let document: PDFDocumentProxy;
  try {
    document = await task.promise;
  } catch (error) {
    await task.destroy();
    throw new ImportError((error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged');
  }
  let read = 0;
  return {
    pageCount: document.numPages,
    async page(number) {
      const text = await inTime(pageText(document, number));
      if (++read % CLEAN_EVERY === 0) await document.cleanup();
      return text;
    },
    close: () => task.destroy(),
  };
}

async function pageText(document: PDFDocumentProxy, number: number): Promise<PageText> {
  const page = await document.getPage(number);
  const items: TextItem[] = [];
  const verticalFonts = new Set<string>();
  const reader = page.streamTextContent({ disableNormalization: true }).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    for (const item of value.items) if ('str' in item) items.push(item as TextItem);
    for (const [name, style] of Object.entries(value.styles)) {
      if ((style as { vertical: boolean }).vertical) verticalFonts.add(name);
    }
    if (items.length > ITEMS_MOST) throw new ImportError('overfull');
  }
  page.cleanup();
  return { items, view: page.view, rotation: page.rotate, verticalFonts };
}

/** Waits, but not for ever: a page may draw itself over and over. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ImportError('overfull')), PAGE_TIME_MOST);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loaded: Promise<PdfJs> | null = null;

/** Loads pdf.js with the first file, not before. */
function load(): Promise<PdfJs> {
  loaded ??= (async () => {
    provideResolvers();
    await withoutPost(() => import('pdfjs-dist/legacy/build/pdf.worker.mjs'));
    return import('pdfjs-dist/legacy/build/pdf.mjs');
  })();
  return loaded;
}

interface Asked {
  readonly kind: string;
  readonly filename: string;
}

/** What pdf.js asks for its data: tables of character codes are given, fonts to draw with are not. */
function onBoard(readCMap: ReadCMap) {
  return class {
    readonly fetch = async ({ kind, filename }: Asked): Promise<Uint8Array> => {
      const table = kind === 'cMapUrl' ? await readCMap(filename.replace(/\.bcmap$/, '')) : null;
      if (table === null) throw new Error(`${filename} is not on board`);
      return table;
    };
  };
}
