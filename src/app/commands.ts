import type { BoilerplateId } from '../core/reuse/pair.ts';
import type { Decision } from '../core/review/decision.ts';
import type { Correction } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import type { StoredDocument } from '../storage/schema.ts';
import type { Delta } from './holdings.ts';

/** What the user did and can undo, as data: enough to put back what was there before. */
export type Command =
  | { readonly kind: 'decide'; readonly before: Decision }
  | { readonly kind: 'correct'; readonly document: DocumentId; readonly before: readonly Correction[] }
  | {
      readonly kind: 'remove';
      readonly stored: StoredDocument;
      readonly corrections: readonly Correction[];
      readonly isTemplate: boolean;
    }
  | { readonly kind: 'phrases'; readonly before: readonly string[] | null }
  | { readonly kind: 'template'; readonly document: DocumentId; readonly before: boolean }
  | { readonly kind: 'restored'; readonly boilerplate: BoilerplateId; readonly before: boolean }
  /** A new version, a project: all that changed with it. */
  | { readonly kind: 'swap'; readonly before: Delta };

/** The commands that can be undone, the last one first. Lives as long as the visit. */
export interface History {
  push(command: Command): void;
  pop(): Command | undefined;
  clear(): void;
}

/** An empty history; `onChange` hears how many commands it holds. */
export function createHistory(onChange: (undoable: number) => void): History {
  const commands: Command[] = [];
  return {
    push(command) {
      commands.push(command);
      onChange(commands.length);
    },
    pop() {
      const command = commands.pop();
      onChange(commands.length);
      return command;
    },
    clear() {
      commands.length = 0;
      onChange(0);
    },
  };
}
