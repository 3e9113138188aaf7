import { memo } from 'preact/compat';
import type { Survey } from '../../../core/overview/survey.ts';
import { csvOf } from '../../../core/overview/csv.ts';
import { shareOf, type Rates } from '../../../core/review/rates.ts';
import type { Messages } from '../../../i18n/index.ts';
import { rateText } from '../../../i18n/similarity.ts';
import { useMessages } from '../../hooks/context.ts';
import { TakeAlong } from './take-along.tsx';
import { speakerName } from './words.ts';

/** A number with what it is made of and a sentence that says how. */
interface Figure {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly detail: string;
  readonly means: string;
  /** What it counts, and of how many. */
  readonly part: number;
  readonly all: number;
}

interface FiguresProps {
  readonly survey: Survey | null;
  readonly rates: Rates | null;
  /** How many findings are settled. */
  readonly settled: number;
  /** Boilerplate that is set apart. */
  readonly apart: number;
  readonly onReport: () => void;
}

/** The numbers that editors know; each says how it is made when it is pointed at or has the focus. */
export const Figures = memo(function Figures(props: FiguresProps) {
  const messages = useMessages();
  const { inOverview: words } = messages;
  const figures = figuresOf(props, messages);
  return (
    <section class="figures" aria-label={words.figures}>
      <div class="numbers">
        {figures.map(({ key, name, value, detail, means }) => (
          // A number can be reached by Tab, so that its sentence can be read without a mouse.
          <div
            key={key}
            role="group"
            data-figure={key}
            tabIndex={0}
            aria-label={`${name} ${value}`}
            aria-describedby={`means-${key}`}
          >
            <span class="name">{name}</span>
            <b>{value}</b>
            <span class="detail">{detail}</span>
            <span id={`means-${key}`} class="means">
              {means}
            </span>
          </div>
        ))}
      </div>
      <div class="ways">
        <button type="button" class="plain report" onClick={props.onReport}>
          {messages.report.open} <kbd>R</kbd>
        </button>
        <TakeAlong
          what={words.figures}
          csv={() =>
            csvOf(figures.map(({ name, part, all, means }) => [name, part, all, shareOf(part, all), means]))
          }
        />
      </div>
    </section>
  );
});

function figuresOf(
  { survey, rates, settled, apart }: Omit<FiguresProps, 'onReport'>,
  messages: Messages,
): readonly Figure[] {
  const { inOverview: words } = messages;
  const { all = 0, repeated = 0, within = 0, across = 0, withoutBoilerplate = 0 } = rates?.total ?? {};
  const share = (key: string, name: string, part: number, of: number, means: string): Figure => ({
    key,
    name,
    value: rates === null ? '—' : rateText(shareOf(part, of)),
    detail: rates === null ? words.counting : words.ofCharacters(part, of),
    means,
    part,
    all: of,
  });
  const findings = survey?.findings.length ?? 0;
  return [
    share('rate', words.rate, repeated, all, words.rateMeans(repeated, all)),
    share('within', words.within, within, all, words.withinMeans(within, all)),
    share('across', words.across, across, all, words.acrossMeans(across, all)),
    share(
      'findings',
      words.withoutBoilerplate,
      withoutBoilerplate,
      all,
      words.withoutBoilerplateMeans(withoutBoilerplate, all, apart),
    ),
    largest(),
    {
      key: 'settled',
      name: words.settled,
      value: words.settledOf(settled, findings),
      detail: rateText(shareOf(settled, findings)),
      means: words.settledMeans(settled, findings),
      part: settled,
      all: findings,
    },
  ];

  function largest(): Figure {
    const most = rates?.largest;
    if (!survey || !rates || !most)
      return { ...share('largest', words.largest, 0, 0, words.largestNone), detail: '—' };
    const [who, other] = [most.speech, most.other].map((speech) =>
      speakerName(survey.speeches, speech, messages),
    ) as [string, string];
    const of = rates.speeches[most.speech]?.all ?? 0;
    const figure = share(
      'largest',
      words.largest,
      most.shared,
      of,
      words.largestMeans(most.shared, of, who, other),
    );
    return { ...figure, detail: words.largestOf(who, other) };
  }
}
