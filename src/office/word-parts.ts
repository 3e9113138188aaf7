import { ImportError } from '../core/text/imported.ts';
import { readRelations } from './relations.ts';
import { readXml } from './xml.ts';
import type { Zip } from './zip.ts';

/** The main part of a Word file and what it points to. */
export interface Parts {
  readonly main: Uint8Array;
  /** The path of the main part. */
  readonly mainPath: string;
  /** The part of a type (`styles`, `numbering`…); null when there is none. */
  ofType(type: string): Uint8Array | null;
  /** The path of the part of a type; null when there is none. */
  pathOf(type: string): string | null;
  /** The part that an id in the main part stands for, with its path; null when there is none. */
  ofId(id: string): { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | null;
}

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
  const relations = readRelations(zip, name);
  return {
    main,
    mainPath: name,
    ofType(type) {
      const path = pathOf(type);
      return path === null ? null : zip.read(path);
    },
    pathOf,
    ofId(id) {
      const path = relations.find((relation) => relation.id === id)?.path;
      const bytes = path === undefined ? null : zip.read(path);
      return path === undefined || bytes === null ? null : { name: path, bytes };
    },
  };

  function pathOf(type: string): string | null {
    return relations.find((relation) => relation.type === type)?.path ?? null;
  }
}

/** The main part's path, if it is one of WordprocessingML's. */
function mainName(zip: Zip): string | null {
  const target = readRelations(zip, '').find(({ type }) => type === 'officeDocument')?.path;
  if (target === undefined) return null;
  const types = zip.read('[Content_Types].xml');
  let isWord = false;
  if (types !== null) {
    readXml(types, {
      open(_name, { PartName, ContentType }) {
        // Document, template, and both with macros.
        if (PartName === `/${target}` && /word/u.test(ContentType ?? '')) isWord = true;
      },
    });
  }
  return isWord || target === USUAL_MAIN ? target : null;
}
