import { ImportError } from '../../core/text/imported.ts';
import { readXml } from '../../office/xml.ts';
import type { Zip } from '../../office/zip.ts';

/** Where a part points to. */
interface Relation {
  /** The last word of its type: `styles`, `footnotes`, `aFChunk`; the same in transitional and strict files. */
  readonly type: string;
  /** A path in the archive. */
  readonly target: string;
}

/** The main part of a Word file and what it points to. */
export interface Parts {
  readonly main: Uint8Array;
  /** The part of a type (`styles`, `numbering`…); null when there is none. */
  ofType(type: string): Uint8Array | null;
  /** The part that an id in the main part stands for, with its path; null when there is none. */
  ofId(id: string): { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | null;
}

const ROOT_RELATIONS = '_rels/.rels';
const USUAL_MAIN = 'word/document.xml';

/** Whether an archive is a Word file (and not a workbook, a presentation or another archive). */
export function isWordFile(zip: Zip): boolean {
  return zip.entries.some(({ name }) => name === USUAL_MAIN) || mainName(zip) !== null;
}

/** Throws `ImportError('damaged')` where the main part is missing. */
export function partsOf(zip: Zip): Parts {
  const name = mainName(zip) ?? USUAL_MAIN;
  const main = zip.read(name);
  if (main === null) throw new ImportError('damaged');
  const slash = name.lastIndexOf('/') + 1;
  const relations = relationsIn(
    zip,
    `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`,
    name.slice(0, slash),
  );
  return {
    main,
    ofType(type) {
      const found = [...relations.values()].find((relation) => relation.type === type);
      return found === undefined ? null : zip.read(found.target);
    },
    ofId(id) {
      const found = relations.get(id);
      const bytes = found === undefined ? null : zip.read(found.target);
      return found === undefined || bytes === null ? null : { name: found.target, bytes };
    },
  };
}

/** The main part's path, if it is one of WordprocessingML's. */
function mainName(zip: Zip): string | null {
  const relations = [...relationsIn(zip, ROOT_RELATIONS, '').values()];
  const target = relations.find(({ type }) => type === 'officeDocument')?.target;
  if (target === undefined) return null;
  const types = zip.read('[Content_Types].xml');
  let isWord = false;
  if (types !== null) {
    readXml(types, {
      open(_name, { PartName, ContentType }) {
        // Document, template, and both with macros.
        if (PartName === `/${target}` && /word|msword/u.test(ContentType ?? '')) isWord = true;
      },
    });
  }
  return isWord || target === USUAL_MAIN ? target : null;
}

function relationsIn(zip: Zip, name: string, folder: string): ReadonlyMap<string, Relation> {
  const found = new Map<string, Relation>();
  const bytes = zip.read(name);
  if (bytes === null) return found;
  readXml(bytes, {
    open(_name, { Id, Type, Target, TargetMode }) {
      if (Id === undefined || Type === undefined || Target === undefined || TargetMode === 'External') return;
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: pathOf(Target, folder) });
    },
  });
  return found;
}

/** A target as a path in the archive: from the root with a slash, else from the folder of the part that points. */
function pathOf(target: string, folder: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
