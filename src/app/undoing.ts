import { composed, reversed, type DecisionChange } from '../core/review/change.ts';
import type { Step } from '../storage/journal.ts';
import { REMOVED_PREFIX } from '../storage/schema.ts';
import type { Columns } from './columns.ts';
import type { Command } from './commands.ts';
import type { Context } from './context.ts';
import type { Deciding } from './deciding.ts';
import type { Heard, History, KeyedEntry } from './history.ts';
import type { Holdings } from './holdings.ts';
import type { Neighbours } from './neighbours.ts';
import type { Restoring } from './restoring.ts';
import type { Shelf } from './shelf.ts';
import type { Tuning } from './tuning.ts';

/** What undoing works with. */
export interface Undoables {
  readonly deciding: Deciding;
  readonly restoring: Restoring;
  readonly tuning: Tuning;
  readonly shelf: Shelf;
  readonly columns: Columns;
  readonly holdings: Holdings;
  readonly neighbours: Neighbours;
  /** Runs what changes documents behind what changes them now, and detects anew behind it. */
  changeDocuments(change: () => Promise<void>): Promise<void>;
}

/** Undoing and redoing without end. Calls must not overlap. */
export interface Undoing {
  /** Undoes, or redoes, so many steps. Decisions that follow one another are one transaction, however many they are. */
  walk(steps: number, isUndo: boolean): Promise<void>;
}

/** So many steps are read and undone at once at most. */
const AT_ONCE = 5_000;

/** The part of the workspace that undoes. */
export function createUndoing(
  { storage }: Pick<Context, 'storage'>,
  history: History,
  { deciding, restoring, tuning, shelf, columns, holdings, neighbours, changeDocuments }: Undoables,
): Undoing {
  return {
    async walk(steps, isUndo) {
      for (let left = steps; left > 0;) {
        const entries = await (isUndo ? history.last : history.next)(Math.min(left, AT_ONCE));
        if (entries.length === 0) return;
        const other = entries.findIndex(({ entry }) => entry.command.kind !== 'decide');
        const count = other < 0 ? entries.length : Math.max(1, other);
        await put(entries.slice(0, count), isUndo);
        left -= count;
      }
    },
  };

  /** Undoes or redoes one step, or several of decisions, with the marks that say so. */
  async function put(run: readonly KeyedEntry[], isUndo: boolean): Promise<void> {
    const keys = run.map(({ key }) => key);
    const marks = history.marksFor(keys, isUndo);
    const [first] = run as [KeyedEntry];
    const changes = composed(
      run.flatMap(({ entry: { command } }) => (command.kind === 'decide' ? changesOf(command, isUndo) : [])),
    );
    let heard: Heard | null = null;
    const show = () => (heard = history.move(keys, isUndo));
    if (first.entry.command.kind === 'decide') await deciding.put(changes, marks, show);
    else {
      await putOne(first.key, first.entry.command, isUndo, marks);
      show();
    }
    // What became of documents another page learns when it is opened again, and so what can be undone of it.
    if (changes.length > 0 && heard !== null) neighbours.tell({ heard, changes, isGuarded: true });
  }

  async function putOne(
    key: string,
    command: Exclude<Command, { kind: 'decide' }>,
    isUndo: boolean,
    also: Step,
  ): Promise<void> {
    switch (command.kind) {
      case 'restored':
        return restoring.putBack(command.boilerplate, command.isRestored !== isUndo, also);
      case 'phrases':
        return changeDocuments(() => tuning.putPhrasesBack(isUndo ? command.before : command.after, also));
      case 'template':
        return changeDocuments(() =>
          tuning.putTemplateBack(command.document, command.isTemplate !== isUndo, also),
        );
      case 'correct':
        return changeDocuments(() =>
          shelf.restoreCorrections(command.document, isUndo ? command.before : command.after, also),
        );
      case 'columns':
        return changeDocuments(() => columns.putBack(command, isUndo, also));
      case 'swap':
        return changeDocuments(() => holdings.put(isUndo ? command.before : command.after, also));
      case 'remove': {
        if (!isUndo) return changeDocuments(() => shelf.removeAgain(command.document, also));
        const stored = command.stored ?? (await storage.readDocument(REMOVED_PREFIX + key));
        if (stored === null) return storage.write(also);
        return changeDocuments(() => shelf.restore(stored, command.corrections, command.isTemplate, also));
      }
    }
  }
}

function changesOf({ changes }: Command & { kind: 'decide' }, isUndo: boolean): readonly DecisionChange[] {
  return isUndo ? changes.map(reversed).toReversed() : changes;
}
