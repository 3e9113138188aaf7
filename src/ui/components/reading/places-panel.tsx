import { useEffect, useMemo, useRef } from 'preact/hooks';
import { lettersOf } from '../../../core/overview/letters.ts';
import { otherPlaces, type ReadingMarks } from '../../../core/overview/reading-marks.ts';
import type { Selection } from '../../../core/overview/selection.ts';
import type { Mark, Survey, SurveyedSpeech } from '../../../core/overview/survey.ts';
import type { Pair } from '../../../core/reuse/pair.ts';
import { similarityText } from '../../../i18n/similarity.ts';
import { useInterface } from '../../hooks/context.ts';
import { markName } from '../overview/words.ts';
import { VirtualEntries } from '../virtual-entries.tsx';

type Entry =
  | { readonly kind: 'group-head'; readonly key: string; readonly group: number; readonly others: number }
  | { readonly kind: 'other'; readonly key: string; readonly mark: number; readonly pair: Pair };

const ROW = 34;
function estimateOf(): number {
  return ROW;
}

/** All other places of the passages that lie at one place of the text, with the way to each comparison. */
export function PlacesPanel(props: {
  survey: Survey;
  selection: Selection;
  marks: ReadingMarks;
  /** Numbers of `marks`. */
  at: readonly number[];
  /** In CSS pixels from the top of the view. */
  top: number;
  /** The group that alone is marked; null for all. */
  onlyGroup: number | null;
  onOnlyGroup: (group: number | null) => void;
  onClose: () => void;
}) {
  const { survey, selection, marks, at, top, onlyGroup, onOnlyGroup, onClose } = props;
  const { workspace, messages } = useInterface();
  const { inReading: words } = messages;
  const panel = useRef<HTMLElement>(null);
  const entries = useMemo(
    () =>
      at.flatMap((mark): Entry[] => {
        const others = otherPlaces(survey, selection, marks.marks[mark] as number);
        const group = marks.groups[mark] as number;
        return [
          { kind: 'group-head', key: `${mark}`, group, others: others.length },
          ...others.map((other): Entry => ({
            kind: 'other',
            key: `${mark}/${other.mark}`,
            mark: other.mark,
            pair: survey.findings[other.pair] as Pair,
          })),
        ];
      }),
    [survey, selection, marks, at],
  );
  useEffect(() => {
    const inside = panel.current;
    (inside?.querySelector<HTMLElement>('.entry.other button') ?? inside)?.focus();
  }, [at]);
  return (
    <section
      ref={panel}
      class="places-panel"
      role="dialog"
      aria-label={words.places}
      tabIndex={-1}
      style={{ top: `${top}px`, height: `${Math.min(9, entries.length) * ROW + 8}px` }}
      onKeyDown={(event) => {
        if (event.code === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }
        const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        walk(step);
      }}
    >
      <button type="button" class="plain close" onClick={onClose}>
        {messages.close}
      </button>
      <VirtualEntries entries={entries} estimate={estimateOf} class="places-list">
        {(entry) => (entry.kind === 'group-head' ? head(entry) : place(entry))}
      </VirtualEntries>
    </section>
  );

  function head({ group, others }: Entry & { kind: 'group-head' }) {
    const letters = lettersOf(group);
    return (
      <>
        <b>{words.groupPlaces(letters, others)}</b>
        <button type="button" class="plain" onClick={() => onOnlyGroup(onlyGroup === null ? group : null)}>
          {onlyGroup === null ? words.onlyGroup(letters) : words.allGroups}
        </button>
      </>
    );
  }

  function place({ mark, pair }: Entry & { kind: 'other' }) {
    const name = markName(survey, mark, messages);
    const { speech, start } = survey.marks[mark] as Mark;
    const { structured, speech: said } = survey.speeches[speech] as SurveyedSpeech;
    const similarity = similarityText(pair.similarity);
    return (
      <>
        <button
          type="button"
          class="go"
          title={name}
          aria-label={words.openPlace(name, similarity)}
          onClick={() =>
            workspace.look({
              screen: 'compare',
              pair: pair.id,
              picks: [],
              versions: false,
              difference: 0,
              compareTop: 0,
            })
          }
        >
          <b>{name}</b>
          <span class="title">{said.title || structured.document.name}</span>
          <i>
            {messages.kinds[pair.kind]} {similarity}
            {selection.removed[mark] === 1 && ` ${words.gone}`}
          </i>
        </button>
        <button
          type="button"
          class="plain"
          onClick={() => {
            onClose();
            workspace.step({ document: structured.document.id, documentAt: said.span.start + start });
          }}
        >
          {messages.openInDocument}
        </button>
      </>
    );
  }

  function walk(step: number): void {
    const buttons = [...(panel.current?.querySelectorAll<HTMLElement>('.entry.other .go') ?? [])];
    const now = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, now + step))]?.focus();
  }
}
