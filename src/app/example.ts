/// <reference types="vite/client" />

/** A text of the example project. */
export interface ExampleText {
  readonly name: string;
  readonly text: string;
}

const SEEDS: Readonly<Record<string, string>> = import.meta.glob('../../seeds/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The documents of the example project, by name. */
export const EXAMPLE: readonly ExampleText[] = Object.entries(SEEDS)
  .map(([path, text]) => ({ name: path.slice(path.lastIndexOf('/') + 1), text }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));
