import type { BoilerplateReason, Pair } from '../../core/reuse/pair.ts';
import { percentText } from '../similarity.ts';
import { count } from './count.ts';

/** From this share on a passage is all but the whole of its item. */
const ALL_BUT_WHOLE = 0.9;

/** Why a pair is of its kind, without a full stop. `shared`: how many characters are the same. */
export function reasonText({ kind, containmentA, containmentB }: Pair, shared: number): string {
  const [a, b] = [percentText(containmentA), percentText(containmentB)];
  switch (kind) {
    case 'identical':
      return 'Same: ordinals, punctuation and the like set aside, the text agrees';
    case 'near-identical':
      return `Similar: ${count(shared, 'character')} shared, ${a} of the left and ${b} of the right, so the items are a pair as a whole`;
    case 'partial':
      if (containmentA >= ALL_BUT_WHOLE)
        return `Passage: ${a} of the left stands in the right, but is only ${b} of it`;
      if (containmentB >= ALL_BUT_WHOLE)
        return `Passage: ${b} of the right stands in the left, but is only ${a} of it`;
      return `Passage: only this much is shared, ${a} of the left and ${b} of the right`;
    case 'paraphrase':
      return `Reworded: the clauses correspond in other words; ${a} of the left and ${b} of the right are the same letters`;
  }
}

/** Why a passage is boilerplate: in a word, and in a sentence. */
export const BOILERPLATE_REASONS: Record<
  BoilerplateReason,
  { readonly name: string; readonly words: string }
> = {
  template: { name: 'Template', words: 'It stands in a template; to use it is not to copy.' },
  ritual: { name: 'Ritual', words: 'It is mostly made of phrases from the list, said out of duty.' },
  'lead-in': { name: 'Lead-in', words: 'It only announces what follows.' },
  salutation: { name: 'Salutation', words: 'It greets or thanks.' },
  parallel: {
    name: 'Parallel',
    words: 'One law goes through cases in like sentences, or says a duty again with its sanction.',
  },
  term: { name: 'Term', words: 'A name, a term or a part of a list, torn out of its sentence.' },
  common: {
    name: 'Common',
    words: 'Said in several places; by itself it does not show that anybody copied.',
  },
  stock: { name: 'Stock', words: 'It is made of words that every official speech is made of.' },
};
