import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { csvOf } from '../../../core/overview/csv.ts';
import { lettersOf } from '../../../core/overview/letters.ts';
import type { Selection } from '../../../core/overview/selection.ts';
import type { Survey, SurveyedGroup, SurveyedSpeech } from '../../../core/overview/survey.ts';
import type { Pair } from '../../../core/reuse/pair.ts';
import { shareOf, type Counts, type Rates } from '../../../core/review/rates.ts';
import type { Messages } from '../../../i18n/index.ts';
import { rateText, similarityText } from '../../../i18n/similarity.ts';
import { useMessages } from '../../hooks/context.ts';
import { Swatch } from './swatch.tsx';
import { TakeAlong } from './take-along.tsx';
import { useSorted, VirtualTable, type Column } from './virtual-table.tsx';
import { excerptOf, placesWords, speakerName } from './words.ts';

type Kind = 'groups' | 'perSpeech' | 'perSpeaker';
const KINDS: readonly Kind[] = ['groups', 'perSpeech', 'perSpeaker'];

interface TablesProps {
  readonly survey: Survey;
  readonly selection: Selection;
  readonly rates: Rates | null;
  readonly lit: number | null;
  readonly onLit: (group: number | null) => void;
  readonly onOpenGroup: (group: number) => void;
  readonly onOpenSpeech: (speech: number) => void;
}

/** What the pictures show, in words and numbers: the groups, the speeches, the speakers. */
export function Tables(props: TablesProps) {
  const { inOverview: words } = useMessages();
  const [kind, setKind] = useState<Kind>('groups');
  const choice = (
    <div class="options" role="group" aria-label={words.tables}>
      {KINDS.map((each) => (
        <button key={each} type="button" aria-pressed={kind === each} onClick={() => setKind(each)}>
          {words[each]}
        </button>
      ))}
    </div>
  );
  return (
    <section class="tables" aria-label={words.tables}>
      {kind === 'groups' ? (
        <Groups {...props}>{choice}</Groups>
      ) : (
        <Speakers key={kind} {...props} kind={kind}>
          {choice}
        </Speakers>
      )}
    </section>
  );
}

function Groups(props: TablesProps & { children: ComponentChildren }) {
  const { survey, selection, lit, onLit, onOpenGroup, children } = props;
  const messages = useMessages();
  const { inOverview: words } = messages;
  const columns = useMemo(() => groupColumns(survey, selection, messages), [survey, selection, messages]);
  const rows = useMemo(
    () => survey.groups.flatMap((_, group) => (selection.groups[group] === 1 ? [group] : [])),
    [survey, selection],
  );
  const { rows: sorted, sorting, sortBy } = useSorted(rows, columns);
  return (
    <>
      <header>
        {children}
        <span class="quiet">{words.rows(rows.length)}</span>
        <TakeAlong what={words.groups} csv={() => csvOf(plainRows(columns, sorted))} />
      </header>
      {rows.length === 0 ? (
        <p class="quiet none">{survey.groups.length === 0 ? messages.noFindings : words.noGroups}</p>
      ) : (
        <VirtualTable
          name="group"
          label={words.groups}
          columns={columns}
          rows={sorted}
          sorting={sorting}
          keyOf={itself}
          isLit={(group) => group === lit}
          onSort={sortBy}
          onPoint={onLit}
          onOpen={onOpenGroup}
        />
      )}
    </>
  );
}

/** What is known of a group. */
export function groupColumns(
  survey: Survey,
  selection: Selection,
  messages: Messages,
): readonly Column<number>[] {
  const { inOverview: words } = messages;
  const at = (group: number) => survey.groups[group] as SurveyedGroup;
  const first = (group: number) => survey.findings[at(group).pairs[0] as number] as Pair;
  const state = (group: number) =>
    words.settledInGroup(selection.settled[group] as number, selection.counts[group] as number);
  return [
    {
      key: 'group',
      title: words.group,
      width: '62px',
      cell: (group) => <Swatch group={group} />,
      plain: lettersOf,
    },
    {
      key: 'places',
      title: words.places,
      width: 'minmax(0, 4fr)',
      cell: (group) => (
        <span title={placesWords(survey, group, messages)}>{placesWords(survey, group, messages)}</span>
      ),
      plain: (group) => placesWords(survey, group, messages),
    },
    {
      key: 'excerpt',
      title: words.excerpt,
      width: 'minmax(0, 3fr)',
      cell: (group) => <span class="song">{excerptOf(survey, group)}</span>,
      plain: (group) => excerptOf(survey, group),
    },
    number('size', words.size, (group) => at(group).marks.length, words.figure),
    number('length', words.length, (group) => at(group).length, words.figure),
    number('people', words.people, (group) => at(group).speakers, words.figure),
    {
      ...number('similarity', words.similarity, (group) => first(group).similarity, similarityText),
    },
    {
      ...number('importance', words.importance, (group) => at(group).importance, words.figure),
      hint: words.importanceMeans,
      cell: (group) => group + 1,
      plain: (group) => group + 1,
    },
    { key: 'state', title: words.state, width: '62px', cell: state, order: state, plain: state },
  ];
}

/** A speech, or all speeches of a speaker. */
interface Said {
  readonly speech: number;
  readonly counts: Counts;
  readonly speeches: number;
}

function Speakers(props: TablesProps & { kind: 'perSpeech' | 'perSpeaker'; children: ComponentChildren }) {
  const { survey, rates, kind, onOpenSpeech, children } = props;
  const messages = useMessages();
  const { inOverview: words } = messages;
  const columns = useMemo(() => saidColumns(survey, kind, messages), [survey, kind, messages]);
  const rows = useMemo(
    () => (rates === null ? [] : kind === 'perSpeech' ? saidBySpeech(rates) : bySpeaker(survey, rates)),
    [survey, rates, kind],
  );
  const { rows: sorted, sorting, sortBy } = useSorted(rows, columns);
  return (
    <>
      <header>
        {children}
        <span class="quiet">{rates === null ? words.counting : words.rows(rows.length)}</span>
        <TakeAlong what={words[kind]} csv={() => csvOf(plainRows(columns, sorted))} />
      </header>
      <VirtualTable
        name={kind}
        label={words[kind]}
        columns={columns}
        rows={sorted}
        sorting={sorting}
        keyOf={({ speech }) => speech}
        isLit={() => false}
        onSort={sortBy}
        onPoint={ignore}
        onOpen={({ speech }) => onOpenSpeech(speech)}
      />
    </>
  );
}

/** What is known of a speech or a speaker. */
export function saidColumns(
  survey: Survey,
  kind: 'perSpeech' | 'perSpeaker',
  messages: Messages,
): readonly Column<Said>[] {
  const { inOverview: words } = messages;
  // Speeches without a name are counted together.
  const name = ({ speech }: Said) =>
    kind === 'perSpeech'
      ? speakerName(survey.speeches, speech, messages)
      : (survey.speeches[speech] as SurveyedSpeech).speech.speaker || messages.unknownSpeaker;
  const at = ({ speech }: Said) => survey.speeches[speech] as SurveyedSpeech;
  const share = (key: string, title: string, part: (counts: Counts) => number): Column<Said> => ({
    ...number(key, title, ({ counts }) => shareOf(part(counts), counts.all), rateText),
    width: '92px',
  });
  const speaker = text('speaker', words.speaker, 'minmax(0, 1.4fr)', name);
  const own: readonly Column<Said>[] =
    kind === 'perSpeaker'
      ? [number('speeches', words.speeches, ({ speeches }) => speeches, words.figure)]
      : [
          text('title', words.title, 'minmax(0, 3fr)', (said) => at(said).speech.title),
          text('document', words.document, 'minmax(0, 1.6fr)', (said) => at(said).structured.document.name),
        ];
  return [
    speaker,
    ...own,
    { ...number('compared', words.compared, ({ counts }: Said) => counts.all, words.figure), width: '76px' },
    {
      ...number('repeated', words.length, ({ counts }: Said) => counts.repeated, words.figure),
      width: '64px',
    },
    share('rate', words.rate, ({ repeated }) => repeated),
    share('within', words.within, ({ within }) => within),
    share('across', words.across, ({ across }) => across),
    share('findings', words.withoutBoilerplate, ({ withoutBoilerplate }) => withoutBoilerplate),
  ];
}

/** A row for each speech. */
export function saidBySpeech({ speeches }: Rates): readonly Said[] {
  return speeches.map((counts, speech) => ({ speech, counts, speeches: 1 }));
}

function bySpeaker({ speeches }: Survey, { speakers }: Rates): readonly Said[] {
  const found = new Map<string, { speech: number; speeches: number }>();
  for (const [
    speech,
    {
      speech: { speaker },
    },
  ] of speeches.entries()) {
    const known = found.get(speaker);
    if (known === undefined) found.set(speaker, { speech, speeches: 1 });
    else known.speeches++;
  }
  return [...found].flatMap(([speaker, said]) => {
    const counts = speakers.get(speaker);
    return counts === undefined ? [] : [{ ...said, counts }];
  });
}

function text(key: string, title: string, width: string, of: (said: Said) => string): Column<Said> {
  return {
    key,
    title,
    width,
    cell: (said) => <span title={of(said)}>{of(said)}</span>,
    order: of,
    plain: of,
  };
}

function number<Row>(
  key: string,
  title: string,
  of: (row: Row) => number,
  written: (value: number) => string,
): Column<Row> {
  return { key, title, isNumber: true, width: '52px', cell: (row) => written(of(row)), order: of, plain: of };
}

function plainRows<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): readonly (readonly (string | number)[])[] {
  return [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ plain }) => plain(row)))];
}

function itself(group: number): number {
  return group;
}

function ignore(): void {}
