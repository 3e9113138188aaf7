import type { Decision } from '../../core/review/decision.ts';
import type { Mark } from '../../core/review/filter.ts';
import type { Pair } from '../../core/reuse/pair.ts';
import type { Witness } from '../../core/review/witness.ts';
import { withoutMarker } from '../../core/review/excerpt.ts';
import { similarityText } from '../../i18n/similarity.ts';
import { useMessages } from '../hooks/context.ts';
import { DecisionMark } from './decision-mark.tsx';
import { ExtentMark } from './extent-mark.tsx';

/** Names of so many characters are always shown whole: 欧阳建国. */
const NAME_WHOLE = 4;

/** One finding: who and which item on both sides, how alike, how they differ, and how the text begins. */
export function FindingRow(props: {
  pair: Pair;
  a: Witness;
  b: Witness;
  brief: string;
  /** How many places say it. */
  groupSize: number;
  decision: Decision | undefined;
  mark: Mark | null;
  /** Whether another decision contradicts this one. */
  isClashing: boolean;
}) {
  const { pair, a, b, brief, groupSize, decision, mark, isClashing } = props;
  const messages = useMessages();
  const judgement = decision?.judgement ?? null;
  const verdict = judgement === null ? messages.undecided : messages.decided(messages.judgements[judgement]);
  return (
    <>
      <span class="state">
        <DecisionMark judgement={judgement} label={verdict} />
      </span>
      <span class="who">
        <Name witness={a} /> <em>{messages.place(a.place)}</em>
        <s aria-hidden="true">{pair.kind === 'identical' ? '＝' : '≈'}</s>
        {pair.scope === 'across' && (
          <>
            <Name witness={b} />{' '}
          </>
        )}
        <em>{messages.place(b.place)}</em>
      </span>
      <span class="similarity">{similarityText(pair.similarity)}</span>
      <span class="how">
        <span class="brief">{brief}</span>
        {mark !== null && <span class={mark}>{messages.inProject.marked[mark]}</span>}
        {groupSize > 2 && <span class="group">{messages.groupOf(groupSize)}</span>}
        {judgement === null ? (
          <ExtentMark pair={pair} />
        ) : (
          <span class="verdict-short">{(judgement === 'flag' && decision?.reason) || verdict}</span>
        )}
        {isClashing && <b class="clash">{messages.decideWords.clash}</b>}
        {decision !== undefined && (decision.rewriteA !== null || decision.rewriteB !== null) && (
          <span>{messages.decideWords.hasRewrite}</span>
        )}
        {decision !== undefined && decision.note !== '' && (
          <span title={decision.note}>{messages.hasNote}</span>
        )}
      </span>
      <span class="excerpt">{withoutMarker(a)}</span>
    </>
  );
}

/** Only a long name gives way where the row is narrow. */
function Name({ witness }: { witness: Witness }) {
  const messages = useMessages();
  const name = witness.speech.speaker || messages.unknownSpeaker;
  return <span class={[...name].length > NAME_WHOLE ? 'name long' : 'name'}>{name}</span>;
}
