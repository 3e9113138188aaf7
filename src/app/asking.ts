import type { Project } from '../core/review/project.ts';
import type { DocumentId } from '../core/text/document.ts';
import type { NewVersion } from './revising.ts';
import type { Question } from './state.ts';

/** What waits for an answer. Nothing of it is loaded yet. */
export type Waiting =
  | { readonly kind: 'project'; readonly name: string; readonly project: Project<Blob> }
  | { readonly kind: 'versions'; readonly versions: readonly NewVersion[] };

/** Questions that only the user can answer, one after the other. */
export interface Asking {
  ask(waiting: Waiting): void;
  /** Takes the question of this id away and gives what waited for it; undefined when it is not asked any more. */
  settle(id: string): Waiting | undefined;
  clear(): void;
}

/** No questions; `show` hears them all whenever one comes or goes, `decidedIn` counts the decisions of a document. */
export function createAsking(
  show: (questions: readonly Question[]) => void,
  decidedIn: (id: DocumentId) => number,
): Asking {
  const waiting = new Map<string, Waiting>();
  let last = 0;

  return {
    ask(each) {
      waiting.set(`question-${++last}`, each);
      tell();
    },
    settle(id) {
      const each = waiting.get(id);
      waiting.delete(id);
      if (each !== undefined) tell();
      return each;
    },
    clear() {
      waiting.clear();
      tell();
    },
  };

  function tell(): void {
    show([...waiting].map(([id, each]) => questionOf(id, each)));
  }

  function questionOf(id: string, each: Waiting): Question {
    if (each.kind === 'versions') {
      const names = each.versions.map(({ stored, replaces }) => ({
        name: stored.document.name,
        decided: decidedIn(replaces),
      }));
      return { kind: 'versions', id, names };
    }
    const { reviewer, documents, decisions } = each.project;
    return {
      kind: 'project',
      id,
      name: each.name,
      reviewer,
      documents: documents.length,
      decisions: decisions.length,
    };
  }
}

/** The name under which somebody's decisions stand beside the user's: who saved them, or else the file. */
export function reviewerOf(project: Project<Blob>, fileName: string): string {
  const path = fileName.split('/');
  return project.reviewer || (path.at(-1) ?? '').replace(/\.[a-z]{1,8}$/iu, '') || '?';
}
