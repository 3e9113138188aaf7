/** A part of src/ to which a rule applies: the longest that begins a file's path. */
export interface Part {
  /** Below src/: a folder with a slash at its end, or a file. */
  readonly path: string;
  /** Parts of src/ that it may import beside itself. */
  readonly mayImport: readonly string[];
  /** Parts of which it may import types alone. */
  readonly mayImportTypes?: readonly string[];
  /** Whether it runs in Node and may use what comes with it. */
  readonly node?: true;
}

/** Who may import whom. A file under no part may import nothing, so a new folder needs a line here. */
export const PARTS: readonly Part[] = [
  { path: 'core/', mayImport: [] },
  { path: 'office/', mayImport: ['core/'] },
  { path: 'storage/', mayImport: ['core/'] },
  { path: 'i18n/', mayImport: [], mayImportTypes: ['core/'] },
  { path: 'import/', mayImport: ['core/', 'office/'] },
  { path: 'export/', mayImport: ['core/', 'office/', 'i18n/'] },
  { path: 'project/', mayImport: ['core/', 'office/', 'storage/records.ts'] },
  { path: 'cli/', mayImport: ['core/', 'import/', 'i18n/'], node: true },
  { path: 'worker/', mayImport: ['core/', 'import/', 'export/', 'project/'] },
  { path: 'worker/protocol.ts', mayImport: ['core/'] },
  { path: 'worker/browser.ts', mayImport: ['worker/'] },
  { path: 'worker/offline.ts', mayImport: [] },
  {
    path: 'app/',
    mayImport: ['core/', 'storage/', 'worker/browser.ts', 'worker/client.ts'],
    mayImportTypes: ['import/', 'worker/protocol.ts'],
  },
  { path: 'ui/', mayImport: ['app/', 'core/', 'i18n/'] },
  { path: 'main.tsx', mayImport: ['app/', 'ui/', 'worker/entry.ts'] },
];

/** A package that the page is made of, and where it may be imported. */
export interface Engine {
  /** The package's name; its subpaths (preact/hooks) belong to it. */
  readonly name: string;
  /** Below src/, like a part's path. */
  readonly within: readonly string[];
  /** Whether a single file stands between the package and all others. */
  readonly oneImporter: boolean;
}

/** Every package that src/ may import. */
export const ENGINES: readonly Engine[] = [
  { name: 'preact', within: ['ui/', 'main.tsx'], oneImporter: false },
  { name: 'diff-match-patch', within: ['core/diff/'], oneImporter: true },
  { name: 'idb-keyval', within: ['storage/'], oneImporter: true },
  { name: '@tanstack/virtual-core', within: ['ui/hooks/'], oneImporter: true },
  { name: 'saxes', within: ['office/'], oneImporter: true },
  { name: 'fflate', within: ['office/'], oneImporter: true },
  { name: 'write-excel-file', within: ['export/report/'], oneImporter: true },
  { name: 'parse5', within: ['import/html/'], oneImporter: true },
  { name: 'pdfjs-dist', within: ['import/pdf/'], oneImporter: true },
  { name: 'vite', within: ['cli/start.mjs'], oneImporter: true },
];
