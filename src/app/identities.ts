import { contentOf, documentIdOf, type DocumentId, type TextDocument } from '../core/text/document.ts';

/** Gives ids to documents that come, one after the other, beside those that are there. Every call takes constant time. */
export interface Identities {
  /** Whether a document of this content, given as its hash, and of this name is there. */
  isThere(content: string, name: string): boolean;
  /** The id of a document that comes. */
  give(content: string, name: string): DocumentId;
}

/** The documents of one content. */
interface Alike {
  readonly names: Set<string>;
  readonly ids: Set<DocumentId>;
  /** No ordinal below this one is free. */
  ordinal: number;
}

/** The identities beside `documents`. */
export function createIdentities(documents: readonly TextDocument[]): Identities {
  const byContent = new Map<string, Alike>();
  for (const { id, name } of documents) keep(alike(contentOf(id)), id, name);

  return {
    isThere: (content, name) => byContent.get(content)?.names.has(name) === true,
    give(content, name) {
      const there = alike(content);
      while (there.ids.has(documentIdOf(content, there.ordinal))) there.ordinal++;
      const id = documentIdOf(content, there.ordinal);
      keep(there, id, name);
      return id;
    },
  };

  function alike(content: string): Alike {
    const there = byContent.get(content) ?? { names: new Set(), ids: new Set(), ordinal: 1 };
    byContent.set(content, there);
    return there;
  }

  function keep({ ids, names }: Alike, id: DocumentId, name: string): void {
    ids.add(id);
    names.add(name);
  }
}
