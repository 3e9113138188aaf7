import type { Mark } from '../../core/review/filter.ts';
import { useInterface } from '../hooks/context.ts';
import type { Marks } from '../hooks/use-marks.ts';

const MARKS: readonly Mark[] = ['fresh', 'differing'];

/** Shows only what a new version brought, or only what reviewers differ on; nothing while there is neither. */
export function MarkFilter(props: {
  marks: Marks;
  chosen: Mark | null;
  onChoose: (mark: Mark | null) => void;
}) {
  const { marks, chosen, onChoose } = props;
  const { messages } = useInterface();
  const words = messages.inProject;
  const offered = MARKS.filter((mark) => marks[mark].size > 0 || mark === chosen);
  if (offered.length === 0) return null;
  return (
    <div class="mark-filter options">
      {offered.map((mark) => (
        <button
          key={mark}
          type="button"
          title={words.marksHint[mark]}
          aria-pressed={mark === chosen}
          data-testid={`mark-${mark}`}
          onClick={() => onChoose(mark === chosen ? null : mark)}
        >
          {words.marks[mark]}
          <i>{marks[mark].size}</i>
        </button>
      ))}
    </div>
  );
}
