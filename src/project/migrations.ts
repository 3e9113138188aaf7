/** Brings a manifest from one version to the next. What it is given is of no known shape; it must not throw. */
export type Migration = (manifest: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** The first one brings version 1 to 2, and so on; whoever changes the format adds one here, which raises the version. */
export const MIGRATIONS: readonly Migration[] = [addReasonsAndVersions];

/** The version that is written; its history is the list above. */
export const PROJECT_VERSION = 1 + MIGRATIONS.length;

/** The manifest as this version has it; `newer` for one of a version that is not known, null for what has no version. */
export function migrated(
  manifest: Readonly<Record<string, unknown>>,
  migrations: readonly Migration[] = MIGRATIONS,
): Readonly<Record<string, unknown>> | 'newer' | null {
  const version = manifest['version'];
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return null;
  if (version > 1 + migrations.length) return 'newer';
  return migrations.slice(version - 1).reduce((older, migrate) => migrate(older), manifest);
}

/**
 * Version 2: decisions have a reason and rewritten passages (who reads a decision fills in what it lacks), and there are
 * opinions of other reviewers and earlier versions of documents.
 */
function addReasonsAndVersions(
  manifest: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return { ...manifest, version: 2, opinions: [], earlier: [] };
}
