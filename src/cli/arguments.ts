import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a command was asked: which of its options were given. */
export type Arguments<Option extends string = never, Valued extends string = never> = Readonly<
  Record<Option | 'json', boolean>
> & {
  /** What was given behind options that take a value; undefined where one was not given. */
  readonly values: Readonly<Partial<Record<Valued, string>>>;
  /** Files and folders, in the order given. */
  readonly paths: readonly string[];
};

/**
 * Reads a command's arguments (without node's own two). Throws on an option that there is not; `--json` always is. The value of
 * one of `valued` stands behind it, as the next word or behind `=`.
 */
export function readArguments<Option extends string = never, Valued extends string = never>(
  all: readonly string[],
  others: readonly Option[] = [],
  valued: readonly Valued[] = [],
): Arguments<Option, Valued> {
  const options: readonly (Option | 'json')[] = ['json', ...others];
  const words = [...all];
  const values: Partial<Record<Valued, string>> = {};
  for (const option of valued) {
    const at = words.findIndex((word) => word === `--${option}` || word.startsWith(`--${option}=`));
    if (at < 0) continue;
    const [word = '', next] = words.splice(at, words[at] === `--${option}` ? 2 : 1);
    values[option] = word.includes('=') ? word.slice(word.indexOf('=') + 1) : (next ?? '');
  }
  const given = words.filter((word) => word.startsWith('--'));
  const unknown = given.find((option) => !options.some((each) => option === `--${each}`));
  if (unknown !== undefined) throw new Error(`there is no option ${unknown}`);
  const flags = Object.fromEntries(options.map((option) => [option, given.includes(`--${option}`)]));
  return {
    ...(flags as Record<Option | 'json', boolean>),
    values,
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
