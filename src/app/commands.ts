import type { BoilerplateId } from '../core/reuse/pair.ts';
import type { DecisionChange } from '../core/review/change.ts';
import type { Correction } from '../core/structure/speech.ts';
import type { TableReading } from '../core/table/table-reading.ts';
import type { DocumentId } from '../core/text/document.ts';
import type { StoredDocument } from '../storage/schema.ts';
import type { Delta } from './holdings.ts';

/** How many pairs one judgement was of: one, all of a group, or what the dialog of many chose. */
export type Reach = 'pair' | 'group' | 'many';

/** What changes much at once. */
export type Swap = 'revised' | 'opened' | 'added' | 'adopted' | 'dismissed';

/** What the user did and can undo and redo, as data. */
export type Command =
  | { readonly kind: 'decide'; readonly reach: Reach; readonly changes: readonly DecisionChange[] }
  | {
      readonly kind: 'correct';
      readonly document: DocumentId;
      readonly name: string;
      readonly before: readonly Correction[];
      readonly after: readonly Correction[];
    }
  | {
      readonly kind: 'remove';
      readonly document: DocumentId;
      readonly name: string;
      readonly corrections: readonly Correction[];
      readonly isTemplate: boolean;
      /** What puts it back; null when it is to be read from where removed documents are stored. */
      readonly stored: StoredDocument | null;
    }
  | {
      readonly kind: 'columns';
      /** The document as it was, and the one that took its place; of equal text they are one. */
      readonly document: DocumentId;
      readonly replacement: DocumentId;
      readonly name: string;
      readonly corrections: readonly Correction[];
      /** How tables were read before and are since, by their keys; null for by guess. */
      readonly before: Readonly<Record<string, TableReading | null>>;
      readonly after: Readonly<Record<string, TableReading | null>>;
    }
  | {
      readonly kind: 'phrases';
      readonly before: readonly string[] | null;
      readonly after: readonly string[] | null;
    }
  | {
      readonly kind: 'template';
      readonly document: DocumentId;
      readonly name: string;
      readonly isTemplate: boolean;
    }
  | { readonly kind: 'restored'; readonly boilerplate: BoilerplateId; readonly isRestored: boolean }
  /** A new version, a project, another's opinion: all that changed with it; `name` is of the document or the reviewer. */
  | {
      readonly kind: 'swap';
      readonly what: Swap;
      readonly name: string;
      readonly before: Delta;
      readonly after: Delta;
    };

/** One step of the history. */
export interface HistoryEntry {
  /** When it was done, in milliseconds since 1970. */
  readonly at: number;
  /** The name that the reviewer gave; empty for none. */
  readonly who: string;
  readonly command: Command;
}

/** What of the history everybody sees: the keys of its steps, the oldest first, and how many of them stand. */
export interface HistoryList {
  readonly keys: readonly string[];
  /** Those from here on are undone and can be redone. */
  readonly done: number;
}
