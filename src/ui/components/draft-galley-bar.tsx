import type { Tally } from '../../core/draft/plan.ts';
import { useInterface } from '../hooks/context.ts';

/** What becomes of the document, in words, and the ways to look at it. */
export function DraftGalleyBar(props: {
  tally: Tally;
  /** Length of the document in UTF-16 units. */
  before: number;
  isClean: boolean;
  isFolded: boolean;
  /** The number of the stop that the reader walked to; 0 for none. */
  stop: number;
  stops: number;
  onWalk: (by: number) => void;
}) {
  const { tally, isClean, isFolded, stop, stops, onWalk } = props;
  const { workspace, messages } = useInterface();
  const words = messages.draftWords;
  return (
    <div class="draft-bar">
      <div class="segmented" role="group" aria-label={words.appearance}>
        <button type="button" aria-pressed={!isClean} onClick={() => workspace.look({ draftClean: false })}>
          {words.proof}
        </button>
        <button type="button" aria-pressed={isClean} onClick={() => workspace.look({ draftClean: true })}>
          {words.clean}
        </button>
      </div>
      <span class="summary" data-testid="draft-summary">
        {words.summary(tally)}
      </span>
      {!isClean && (
        <label class="fold">
          <input
            type="checkbox"
            checked={isFolded}
            onChange={(event) => workspace.look({ draftFolded: event.currentTarget.checked })}
          />
          {words.fold}
        </label>
      )}
      <button type="button" class="plain" onClick={() => window.print()}>
        {words.print}
      </button>
      {!isClean && (
        <span class="walk">
          <span class="figure" role="status">
            {words.stopOf(stop, stops)}
          </span>
          <button type="button" class="arrow" aria-label={words.previousStop} onClick={() => onWalk(-1)}>
            ↑
          </button>
          <button type="button" class="arrow" aria-label={words.nextStop} onClick={() => onWalk(1)}>
            ↓
          </button>
        </span>
      )}
    </div>
  );
}
