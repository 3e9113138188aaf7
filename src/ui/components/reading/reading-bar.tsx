import { memo } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import { lettersOf } from '../../../core/overview/letters.ts';
import { MARK_KINDS, type ReadingFilter, type ReadingMarks } from '../../../core/overview/reading-marks.ts';
import type { Survey } from '../../../core/overview/survey.ts';
import type { PairKind } from '../../../core/reuse/pair.ts';
import { useMessages } from '../../hooks/context.ts';

/** Groups that are listed at most, the most important ones; any other is chosen where it stands in the text. */
const GROUPS_MOST = 200;

/** Which repeats are marked, with the shapes of their lines. */
export const ReadingBar = memo(function ReadingBar(props: {
  survey: Survey | null;
  marks: ReadingMarks | null;
  filter: ReadingFilter;
  onFilter: (filter: ReadingFilter) => void;
}) {
  const { survey, marks, filter, onFilter } = props;
  const messages = useMessages();
  const { inReading: words, kinds: kindNames } = messages;
  const groups = useMemo(() => {
    const all = [...new Set(marks?.groups)].sort((g, h) => g - h).slice(0, GROUPS_MOST);
    return filter.group === null || all.includes(filter.group) ? all : [filter.group, ...all];
  }, [marks, filter.group]);
  return (
    <div class="reading-bar" role="group" aria-label={words.bar}>
      <span class="count" role="status">
        {marks === null ? words.counting : words.count(marks.starts.length)}
      </span>
      <select
        aria-label={words.group}
        value={filter.group ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, group: value === '' ? null : Number(value) })
        }
      >
        <option value="">{words.everyGroup}</option>
        {groups.map((group) => (
          <option key={group} value={group}>
            {words.groupOf(lettersOf(group), survey?.groups[group]?.marks.length ?? 0)}
          </option>
        ))}
      </select>
      <select
        aria-label={words.kind}
        value={filter.kind ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, kind: value === '' ? null : (value as PairKind) })
        }
      >
        <option value="">{words.everyKind}</option>
        {MARK_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {kindNames[kind]}
          </option>
        ))}
      </select>
      <select
        aria-label={words.decision}
        value={filter.decision ?? 'all'}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, decision: value === 'all' ? null : (value as 'open') })
        }
      >
        {(['all', 'open', 'settled', 'removed'] as const).map((decision) => (
          <option key={decision} value={decision}>
            {words.decisions[decision]}
          </option>
        ))}
      </select>
      <Legend />
    </div>
  );
});

/** The kinds, each under the line that stands for it. */
export function Legend() {
  const { kinds: kindNames } = useMessages();
  return (
    <span class="legend" aria-hidden="true">
      {MARK_KINDS.map((kind, index) => (
        <span key={kind} class="recurs" data-kind={index} data-lane={0}>
          {kindNames[kind]}
        </span>
      ))}
    </span>
  );
}
