/// <reference types="vite/client" />

/** The version in package.json. */
declare const __VERSION__: string;

/** The licences of all that is bundled, gathered at build time from the installed packages. */
declare module 'virtual:licences' {
  export interface BundledLicence {
    readonly name: string;
    readonly version: string;
    /** The SPDX identifier: MIT, Apache-2.0. */
    readonly licence: string;
    /** The licence file, whole. */
    readonly text: string;
  }
  const licences: readonly BundledLicence[];
  export default licences;
}

/** The packed tables of character codes of pdf.js, by name, a character for a byte. */
declare module 'virtual:cmaps' {
  const cmaps: Readonly<Record<string, string>>;
  export default cmaps;
}

/** Comes without types; it is loaded for what it does. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {}
