import type { DraftOrder } from '../core/draft/order.ts';
import type { Pair, PairId, Passage } from '../core/reuse/pair.ts';
import type { Decision } from '../core/review/decision.ts';
import { placeOf } from '../core/structure/place.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import type { Messages } from '../i18n/index.ts';

/** Says of places and decisions what a reader of the log wants to know. */
export interface Reasons {
  /** 张健 措施四; with the document's name when that is another than `home`. */
  nameOf(passage: PlaceInSpeech, home: DocumentId): string;
  /** What the decision keeps instead of the other side; undefined when it keeps none or both. */
  keptBy(pair: PairId): Passage | undefined;
  decisionOf(pair: PairId): Decision | undefined;
  /** What is flagged or noted, in the order of the findings. */
  remarked(): readonly { readonly pair: Pair; readonly decision: Decision }[];
}

/** Where something stands; a passage is one. */
export type PlaceInSpeech = Pick<Passage, 'document' | 'speech' | 'measure' | 'paragraph' | 'span'>;

/** The reasons of an order; `documents` hold all that its pairs speak of. */
export function reasonsOf(
  { pairs, decisions }: DraftOrder,
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
  messages: Messages,
): Reasons {
  const byId = new Map<PairId, Pair>(pairs.map((pair) => [pair.id, pair]));
  const decided = new Map(decisions.map((decision) => [decision.pair, decision]));
  return {
    nameOf({ document, speech, measure, paragraph }, home) {
      const structured = documents.get(document);
      const own = structured?.speeches[speech];
      if (structured === undefined || own === undefined) return '';
      const words = [own.speaker || own.title, messages.place(placeOf(own, measure, paragraph))];
      if (document !== home) words.unshift(structured.document.name);
      return words.filter((each) => each !== '').join(' ');
    },
    keptBy(id) {
      const judgement = decided.get(id)?.judgement;
      if (judgement === 'keep-a') return byId.get(id)?.a;
      return judgement === 'keep-b' ? byId.get(id)?.b : undefined;
    },
    decisionOf: (id) => decided.get(id),
    remarked: () =>
      pairs.flatMap((pair) => {
        const decision = decided.get(pair.id);
        const isRemarked = decision !== undefined && (decision.judgement === 'flag' || decision.note !== '');
        return isRemarked ? [{ pair, decision }] : [];
      }),
  };
}
