import { readXml } from './xml.ts';
import type { Zip } from './zip.ts';

/** What one part of an Office Open XML package points to. */
export interface Relation {
  readonly id: string;
  /** The last word of its type's address: worksheet, sharedStrings. */
  readonly type: string;
  /** The path of the part inside the package. */
  readonly path: string;
}

/** The relations of a part (`''` for the package itself); none where it has no list of them. */
export function readRelations(zip: Zip, part: string): readonly Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const bytes = zip.read(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  if (bytes === null) return [];
  const relations: Relation[] = [];
  readXml(bytes, {
    open(name, { Id = '', Type = '', Target = '', TargetMode = '' }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      relations.push({ id: Id, type, path: resolvePath(part, Target) });
    },
  });
  return relations;
}

/** The path that `target` means when it stands in the file `base`; both inside one archive, out of which nothing climbs. */
export function resolvePath(base: string, target: string): string {
  const parts = target.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
