import type { DetectionSettings } from '../core/reuse/pair.ts';
import { RITUAL_PHRASES } from '../core/reuse/ritual.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import { putRitualPhrases, putTemplate } from '../storage/schema.ts';
import type { History } from './commands.ts';
import type { Context } from './context.ts';
import type { AppState } from './state.ts';
import { withMark } from './with-mark.ts';

/** What the user sets for detection. Calls must not overlap; detecting anew is the caller's. */
export interface Tuning {
  /** Replaces the ritual phrases; null brings back the list that ships. */
  setPhrases(phrases: readonly string[] | null): Promise<void>;
  /** Names a document as a template, or takes that back. */
  setTemplate(id: DocumentId, isTemplate: boolean): Promise<void>;
  /** As the two above, to undo one. */
  putPhrasesBack(phrases: readonly string[] | null): Promise<void>;
  putTemplateBack(id: DocumentId, isTemplate: boolean): Promise<void>;
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
      await writePhrases(isShipped ? null : phrases);
      history.push({ kind: 'phrases', before });
    },

    async setTemplate(id, isTemplate) {
      const { templates, documents } = store.get();
      const before = templates.has(id);
      if (before === isTemplate || !documents.some(({ document }) => document.id === id)) return;
      await writeTemplate(id, isTemplate);
      history.push({ kind: 'template', document: id, before });
    },

    putPhrasesBack: writePhrases,
    putTemplateBack: writeTemplate,
  };

  async function writePhrases(ritualPhrases: readonly string[] | null): Promise<void> {
    await storage.write([putRitualPhrases(ritualPhrases)]);
    patch({ ritualPhrases, stale: store.get().documents.length > 0 });
  }

  async function writeTemplate(id: DocumentId, isTemplate: boolean): Promise<void> {
    await storage.write([putTemplate(id, isTemplate)]);
    patch({ templates: withMark(store.get().templates, id, isTemplate), stale: true });
  }
}

function isSame(list: readonly string[], other: readonly string[]): boolean {
  return list.length === other.length && list.every((phrase, index) => phrase === other[index]);
}
