import type { BoilerplateId } from '../core/reuse/pair.ts';
import type { DecisionChange } from '../core/review/change.ts';
import type { Correction } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import type { StoredDocument } from '../storage/schema.ts';

/** How many pairs one judgement was of: one, all of a group, or what the dialog of many chose. */
export type Reach = 'pair' | 'group' | 'many';

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
  | { readonly kind: 'restored'; readonly boilerplate: BoilerplateId; readonly isRestored: boolean };

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

const KINDS: readonly Command['kind'][] = ['decide', 'correct', 'remove', 'phrases', 'template', 'restored'];

/** The step that a record holds; null for what is none. */
export function readHistoryEntry(value: unknown): HistoryEntry | null {
  const { at, who, command } = Object(value) as Record<string, unknown>;
  const { kind, changes } = Object(command) as Record<string, unknown>;
  const isKnown = KINDS.some((each) => each === kind) && (kind !== 'decide' || Array.isArray(changes));
  return typeof at === 'number' && typeof who === 'string' && isKnown
    ? { at, who, command: command as Command }
    : null;
}
