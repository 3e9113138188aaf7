import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { parseSync } from 'vite';
import { ENGINES, PARTS, type Engine, type Part } from './rules.ts';

/** One import of one file. */
export interface Import {
  /** The importing file, below src/. */
  readonly from: string;
  /** What it names: `../core/text/span.ts`, `preact/hooks`, `node:fs`. */
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/**
 * Every import of a source file, as the compiler's parser reads it: static, re-exported and dynamic.
 * Throws when the file cannot be parsed, and when a dynamic import names no fixed module.
 */
export function importsOf(from: string, source: string): Import[] {
  const { module, errors } = parseSync(from, source);
  if (errors.length > 0) throw new Error(`${from}: ${errors[0]?.message}`);
  const found: Import[] = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    found.push({ from, specifier: moduleRequest.value, typeOnly });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest !== null) found.push({ from, specifier: moduleRequest.value, typeOnly: isType });
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = source.slice(moduleRequest.start, moduleRequest.end);
    const quoted = /^(['"`])([^'"`$]*)\1$/.exec(literal);
    if (quoted === null) throw new Error(`${from}: import(${literal}) names no fixed module`);
    found.push({ from, specifier: quoted[2] ?? '', typeOnly: false });
  }
  return found;
}

/** What is wrong with one import, in a sentence; null when it is allowed. */
export function violationOf(one: Import): string | null {
  const part = partOf(one.from);
  if (part === undefined) return `${one.from} belongs to no part of the design`;
  if (one.specifier.startsWith('.')) return violationWithin(one, part);
  if (one.specifier.startsWith('virtual:')) return null;
  if (one.specifier.startsWith('node:') || builtinModules.includes(one.specifier)) {
    return part.node ? null : `${one.from} uses Node's ${one.specifier}`;
  }
  const engine = engineOf(one.specifier);
  if (engine?.within.some((path) => one.from.startsWith(path))) return null;
  return `${one.from} must not import the package ${one.specifier}`;
}

/** Which files import each package that only one file may import; types count. */
export function importersOf(imports: readonly Import[], engine: Engine): string[] {
  const importers = imports.filter(({ specifier }) => engineOf(specifier) === engine);
  return [...new Set(importers.map(({ from }) => from))];
}

function violationWithin({ from, specifier, typeOnly }: Import, part: Part): string | null {
  const query = specifier.indexOf('?');
  const target = posix.join(posix.dirname(from), query < 0 ? specifier : specifier.slice(0, query));
  const targetPart = partOf(target);
  const allowed = [...part.mayImport, ...(typeOnly ? (part.mayImportTypes ?? []) : [])];
  if (targetPart === part || allowed.some((path) => target.startsWith(path))) return null;
  // A file with a rule of its own is still a file of its folder: its neighbours may use it, unless they are bound, too.
  if (targetPart !== undefined && isFile(targetPart) && targetPart.path.startsWith(part.path)) return null;
  return `${from} must not import ${target}${typeOnly ? ' (types)' : ''}`;
}

function partOf(path: string): Part | undefined {
  const parts = PARTS.filter((part) => (isFile(part) ? path === part.path : path.startsWith(part.path)));
  return parts.toSorted((a, b) => b.path.length - a.path.length)[0];
}

function isFile(part: Part): boolean {
  return !part.path.endsWith('/');
}

function engineOf(specifier: string): Engine | undefined {
  return ENGINES.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
}
