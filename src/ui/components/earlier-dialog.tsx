import { useState } from 'preact/hooks';
import type { EarlierVersion } from '../../core/review/project.ts';
import type { GonePassage } from '../../core/review/revision.ts';
import type { DocumentId } from '../../core/text/document.ts';
import { useInterface } from '../hooks/context.ts';
import { DecisionMark } from './decision-mark.tsx';
import { Dialog } from './dialog.tsx';

/** The version that a document took the place of: what became of its decisions, and the way to compare the two. */
export function EarlierDialog(props: {
  document: DocumentId;
  earlier: EarlierVersion<Blob>;
  onClose: () => void;
}) {
  const { earlier, onClose } = props;
  const { workspace, messages } = useInterface();
  const words = messages.inProject;
  const { carried, gone } = earlier.revision;
  const [isLost, setLost] = useState(false);
  const compare = async () => {
    if (!(await workspace.recallFormer(props.document))) {
      setLost(true);
      return;
    }
    onClose();
    const whole = { speech: null, measure: null, paragraph: null };
    workspace.look({
      picks: [
        { document: earlier.header.id, ...whole },
        { document: props.document, ...whole },
      ],
      screen: 'compare',
      versions: false,
      difference: 0,
      compareTop: 0,
    });
  };
  return (
    <Dialog title={words.earlierTitle} name="earlier" onClose={onClose}>
      <p>{words.carriedWords(carried)}</p>
      <p>{words.goneTitle(gone.length)}</p>
      {gone.length > 0 && (
        <ol class="gone" tabIndex={0}>
          {gone.map(({ decision, a, b }) => (
            <li key={decision.pair} data-testid="gone">
              <p>
                <DecisionMark
                  judgement={decision.judgement}
                  label={
                    decision.judgement === null ? messages.undecided : messages.judgements[decision.judgement]
                  }
                />{' '}
                <b>
                  {decision.judgement === null ? messages.undecided : messages.judgements[decision.judgement]}
                </b>
                {[decision.reason, decision.note]
                  .filter((each) => each !== '')
                  .map((each) => (
                    <span key={each}> {each}</span>
                  ))}
              </p>
              <Side passage={a} />
              <Side passage={b} />
            </li>
          ))}
        </ol>
      )}
      <div class="actions">
        {isLost && (
          <span class="quiet" role="alert">
            {words.unreadable}
          </span>
        )}
        <button
          type="button"
          class="framed primary"
          data-testid="compare-earlier"
          onClick={() => void compare()}
        >
          {words.compareEarlier}
        </button>
      </div>
    </Dialog>
  );
}

function Side({ passage: { speaker, document, text } }: { passage: GonePassage }) {
  return (
    <blockquote>
      <cite>{speaker || document}</cite> {text}
    </blockquote>
  );
}
