import type { Decision } from '../../core/review/decision.ts';
import type { Opinion } from '../../core/review/opinion.ts';
import { useInterface } from '../hooks/context.ts';
import { DecisionMark } from './decision-mark.tsx';

/** What others decided of the open pair, beside one's own decision: adopted or put away, one by one. */
export function Opinions(props: {
  decision: Decision | undefined;
  opinions: readonly Opinion[] | undefined;
}) {
  const { decision: own, opinions } = props;
  const { workspace, messages } = useInterface();
  const words = messages.inProject;
  if (opinions === undefined || opinions.length === 0) return null;
  return (
    <ul class="opinions" aria-label={words.opinions}>
      {opinions.map((opinion) => {
        const { reviewer, decision } = opinion;
        const { judgement, reason, note } = decision;
        const name = judgement === null ? messages.undecided : messages.judgements[judgement];
        const isSame = judgement === null || judgement === own?.judgement;
        return (
          <li key={reviewer} data-testid="opinion" class={isSame ? '' : 'differing'}>
            <b>{reviewer}</b>
            <span>
              <DecisionMark judgement={judgement} label={name} /> {name}
            </span>
            <q>{[reason, note].filter((each) => each !== '').join('　')}</q>
            {isSame ? (
              <i>{words.agrees}</i>
            ) : (
              <>
                <button
                  type="button"
                  class="framed"
                  aria-label={words.adoptNamed(reviewer)}
                  onClick={() => void workspace.settle(opinion, true)}
                >
                  {words.adopt}
                </button>
                <button
                  type="button"
                  class="framed"
                  aria-label={words.keepMineNamed(reviewer)}
                  onClick={() => void workspace.settle(opinion, false)}
                >
                  {words.keepMine}
                </button>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
