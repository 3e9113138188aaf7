import { ImportError } from '../../core/text/imported.ts';
import { readRelations } from '../../office/relations.ts';
import { readXml } from '../../office/xml.ts';
import type { Zip } from '../../office/zip.ts';

/** The main part of a Word file and what it points to. */
export interface Parts {
  readonly main: Uint8Array;
  /** The part of a type (`styles`, `numbering`…); null when there is none. */
  ofType(type: string): Uint8Array | null;
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
    ofType(type) {
      const path = relations.find((relation) => relation.type === type)?.path;
      return path === undefined ? null : zip.read(path);
    },
    ofId(id) {
      const path = relations.find((relation) => relation.id === id)?.path;
      const bytes = path === undefined ? null : zip.read(path);
      return path === undefined || bytes === null ? null : { name: path, bytes };
    },
  };
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
