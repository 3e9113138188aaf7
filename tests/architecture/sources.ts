import { readFileSync, readdirSync } from 'node:fs';

/** A source file of the page or of its tools. */
export interface SourceFile {
  /** Below src/, with forward slashes. */
  readonly path: string;
  readonly source: string;
}

/** Every script and style below src/, sorted by path. */
export function sourceFiles(): SourceFile[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:tsx?|mjs|css)$/.test(path))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => ({ path, source: readFileSync(`src/${path}`, 'utf8') }));
}
