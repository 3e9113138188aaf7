import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a command was asked: which of its options were given. */
export type Arguments<Option extends string = never> = Readonly<Record<Option | 'json', boolean>> & {
  /** Files and folders, in the order given. */
  readonly paths: readonly string[];
};

/** Reads a command's arguments (without node's own two). Throws on an option that there is not; `--json` always is. */
export function readArguments<Option extends string = never>(
  words: readonly string[],
  others: readonly Option[] = [],
): Arguments<Option> {
  const options: readonly (Option | 'json')[] = ['json', ...others];
  const given = words.filter((word) => word.startsWith('--'));
  const unknown = given.find((option) => !options.some((each) => option === `--${each}`));
  if (unknown !== undefined) throw new Error(`there is no option ${unknown}`);
  const flags = Object.fromEntries(options.map((option) => [option, given.includes(`--${option}`)]));
  return {
    ...(flags as Record<Option | 'json', boolean>),
    paths: words.filter((word) => !word.startsWith('--')),
  };
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
