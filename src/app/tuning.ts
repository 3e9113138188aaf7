import type { DetectionSettings } from '../core/reuse/pair.ts';
import { RITUAL_PHRASES } from '../core/reuse/ritual.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import type { Step } from '../storage/journal.ts';
import { putRitualPhrases, putTemplate } from '../storage/schema.ts';
import type { Context } from './context.ts';
import type { History } from './history.ts';
import type { AppState } from './state.ts';
import { withMark } from './with-mark.ts';

/** What the user sets for detection. Calls must not overlap; detecting anew is the caller's. */
export interface Tuning {
  /** Replaces the ritual phrases; null brings back the list that ships. */
  setPhrases(phrases: readonly string[] | null): Promise<void>;
  /** Names a document as a template, or takes that back. */
  setTemplate(id: DocumentId, isTemplate: boolean): Promise<void>;
  /** As the two above, to undo or redo one, together with `also`. */
  putPhrasesBack(phrases: readonly string[] | null, also: Step): Promise<void>;
  putTemplateBack(id: DocumentId, isTemplate: boolean, also: Step): Promise<void>;
}

/** The settings of a detection in `documents`; templates stand in their order. */
export function detectionSettingsOf(
  { ritualPhrases, templates }: Pick<AppState, 'ritualPhrases' | 'templates'>,
  documents: readonly StructuredDocument[],
): DetectionSettings {
  return {
    ritualPhrases: ritualPhrases ?? RITUAL_PHRASES,
    templates: documents.map(({ document }) => document.id).filter((id) => templates.has(id)),
  };
}

/** The part of the workspace that sets how to detect. */
export function createTuning({ store, storage, patch }: Context, history: History): Tuning {
  return {
    async setPhrases(phrases) {
      const before = store.get().ritualPhrases;
      const isShipped = phrases === null || isSame(phrases, RITUAL_PHRASES);
      if (isSame(phrases ?? RITUAL_PHRASES, before ?? RITUAL_PHRASES)) return;
      const after = isShipped ? null : phrases;
      await history.write({ kind: 'phrases', before, after }, [putRitualPhrases(after)]);
      showPhrases(after);
    },

    async setTemplate(id, isTemplate) {
      const { templates, documents } = store.get();
      const { document } = documents.find((each) => each.document.id === id) ?? {};
      if (templates.has(id) === isTemplate || document === undefined) return;
      await history.write({ kind: 'template', document: id, name: document.name, isTemplate }, [
        putTemplate(id, isTemplate),
      ]);
      showTemplate(id, isTemplate);
    },

    async putPhrasesBack(phrases, also) {
      await storage.write([putRitualPhrases(phrases), ...also]);
      showPhrases(phrases);
    },

    async putTemplateBack(id, isTemplate, also) {
      await storage.write([putTemplate(id, isTemplate), ...also]);
      showTemplate(id, isTemplate);
    },
  };

  function showPhrases(ritualPhrases: readonly string[] | null): void {
    patch({ ritualPhrases, stale: store.get().documents.length > 0 });
  }

  function showTemplate(id: DocumentId, isTemplate: boolean): void {
    patch({ templates: withMark(store.get().templates, id, isTemplate), stale: true });
  }
}

function isSame(list: readonly string[], other: readonly string[]): boolean {
  return list.length === other.length && list.every((phrase, index) => phrase === other[index]);
}
