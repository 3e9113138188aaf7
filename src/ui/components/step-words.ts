import type { Command } from '../../app/commands.ts';
import type { DecisionFields } from '../../core/review/change.ts';
import type { Pair, PairId } from '../../core/reuse/pair.ts';
import { witnessesOf, type Witness } from '../../core/review/witness.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';
import type { Messages } from '../../i18n/index.ts';

/** What steps are told with. */
export interface StepSource {
  readonly pairs: ReadonlyMap<PairId, Pair>;
  readonly documents: ReadonlyMap<DocumentId, StructuredDocument>;
  readonly messages: Messages;
}

/** A step in words: what was done to what. */
export function stepWords(command: Command, source: StepSource): string {
  const words = source.messages.decideWords.steps;
  switch (command.kind) {
    case 'decide': {
      const { reach, changes } = command;
      const [first] = changes;
      if (first === undefined) return source.messages.decideWords.unreadable;
      if (reach === 'pair' && changes.length === 1)
        return words.pair(fieldWords(first.to, source.messages), pairName(first.pair, source));
      const said = new Set(changes.map(({ to }) => fieldWords(to, source.messages)));
      const what = said.size === 1 ? ([...said][0] as string) : words.mixed;
      return reach === 'many' ? words.many(what, changes.length) : words.group(what, changes.length);
    }
    case 'correct':
      return words.correct(command.name);
    case 'remove':
      return words.remove(command.name);
    case 'columns':
      return source.messages.columnsStep(command.name);
    case 'phrases':
      return words.phrases;
    case 'template':
      return words.template(command.name, command.isTemplate);
    case 'restored':
      return words.restored(command.isRestored);
    case 'swap':
      return source.messages.inProject.steps[command.what](command.name);
  }
}

function fieldWords(to: DecisionFields, messages: Messages): string {
  const words = messages.decideWords.steps;
  const parts: string[] = [];
  if (to.judgement !== undefined)
    parts.push(to.judgement === null ? words.taken : messages.judgements[to.judgement]);
  if (to.reason) parts.push(to.reason);
  if (to.note !== undefined) parts.push(`${words.note}“${to.note}”`);
  for (const field of ['rewriteA', 'rewriteB'] as const)
    if (to[field] !== undefined) parts.push(to[field] === null ? words.original : words[field]);
  return parts.length === 0 ? words.reason : parts.join('，');
}

function pairName(id: PairId, { pairs, documents, messages }: StepSource): string {
  const pair = pairs.get(id);
  const witnesses = pair && witnessesOf(pair, documents);
  if (!witnesses) return messages.decideWords.steps.gone;
  const nameOf = ({ speech, place }: Witness) =>
    `${speech.speaker || messages.unknownSpeaker} ${messages.place(place)}`;
  return `${nameOf(witnesses.a)} ${pair.kind === 'identical' ? '＝' : '≈'} ${nameOf(witnesses.b)}`;
}
