import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a command was asked. */
export interface Arguments {
  readonly json: boolean;
  /** Files and folders, in the order given. */
  readonly paths: readonly string[];
}

/** Reads a command's arguments (without node's own two). Throws on an option that there is not. */
export function readArguments(words: readonly string[]): Arguments {
  const options = words.filter((word) => word.startsWith('--'));
  const unknown = options.find((option) => option !== '--json');
  if (unknown !== undefined) throw new Error(`there is no option ${unknown}`);
  return { json: options.length > 0, paths: words.filter((word) => !word.startsWith('--')) };
}

/** The files that `paths` name, those of folders (all depths, by name, hidden ones left out) included. */
export function expandPaths(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    // One that is not there is passed on: reading it says so.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
    const inside = readdirSync(path).filter((name) => !name.startsWith('.'));
    return expandPaths(inside.sort().map((name) => join(path, name)));
  });
}
