import { memo } from 'preact/compat';
import { useMemo, useState } from 'preact/hooks';
import type { AppState } from '../../app/state.ts';
import { axisOf, type MatrixOf } from '../../core/overview/matrix.ts';
import type { PlotRange } from '../../core/overview/plot.ts';
import { select } from '../../core/overview/selection.ts';
import type { Pair } from '../../core/reuse/pair.ts';
import {
  DEFAULT_FILTER,
  EVERYTHING,
  filterPairs,
  withoutRanges,
  type Filter,
} from '../../core/review/filter.ts';
import { ratesOf } from '../../core/review/rates.ts';
import { searchFor } from '../../core/review/search.ts';
import { automaticThreshold } from '../../core/review/threshold.ts';
import { Figures } from '../components/overview/figures.tsx';
import { Matrix } from '../components/overview/matrix.tsx';
import { Plot } from '../components/overview/plot.tsx';
import { Ribbons } from '../components/overview/ribbons.tsx';
import { Tables } from '../components/overview/tables.tsx';
import { Thresholds } from '../components/thresholds.tsx';
import { useInterface } from '../hooks/context.ts';
import { useMadeOnce, type Memory } from '../hooks/use-made-once.ts';
import { useStable } from '../hooks/use-stable.ts';
import { NO_DETECTION, useSurvey } from '../hooks/use-survey.ts';

const Gates = memo(Thresholds);

const NO_PAIRS: readonly Pair[] = [];

/** 总览: how much recurs, where, and who with whom. `memory` keeps what took long to make. */
export function OverviewView(props: {
  state: AppState;
  /** Null while nothing is known. */
  findings: readonly Pair[] | null;
  memory: Memory;
  onReport: () => void;
}) {
  const { state, memory } = props;
  const { workspace, messages } = useInterface();
  const { inOverview: words } = messages;
  const { view, decisions, restored } = state;
  const detection = state.detection ?? NO_DETECTION;
  const findings = props.findings ?? NO_PAIRS;
  const survey = useSurvey(memory, state, findings);
  // The picture comes first: what is counted and ordered waits for it.
  const rates = useMadeOnce(
    memory,
    'rates',
    function* () {
      if (survey === null) return null;
      return yield* ratesOf(survey.documents, survey.findings, detection.boilerplate, restored);
    },
    [survey],
  );
  const [of, setOf] = useState<MatrixOf>('speakers');
  const axis = useMadeOnce(
    memory,
    `axis ${of}`,
    function* () {
      return survey === null ? null : yield* axisOf(survey, of);
    },
    [survey],
  );
  const [lit, setLit] = useState<number | null>(null);

  const all = survey?.findings ?? NO_PAIRS;
  const byId = useMemo(
    () => new Map((survey?.documents ?? []).map((each) => [each.document.id, each])),
    [survey],
  );
  const automatic = useMemo(() => automaticThreshold(all), [all]);
  const query = view.filter.query.trim();
  const search = useMemo(() => searchFor(query, byId), [query, byId]);
  const shown = useMemo(
    () => filterPairs(all, view.filter, automatic, byId, decisions, search),
    [all, view.filter, automatic, byId, decisions, search],
  );
  const selection = useMemo(() => survey && select(survey, shown, decisions), [survey, shown, decisions]);
  const { scope, kinds, speaker, openOnly } = view.filter;
  const candidates = useMemo(() => {
    if (survey === null) return new Uint8Array(0);
    const open = { ...withoutRanges(view.filter), similarity: 0 };
    return select(survey, filterPairs(all, open, 0, byId, decisions, search), decisions).pairs;
    // The ranges that are set here change nothing of it.
  }, [survey, scope, kinds, speaker, openOnly, byId, decisions, search]);
  const settled = useMemo(
    () =>
      decisions.size === 0
        ? 0
        : all.reduce((count, { id }) => count + (decisions.get(id)?.judgement ? 1 : 0), 0),
    [all, decisions],
  );
  const apart = detection.boilerplate.reduce((count, { id }) => count + (restored.has(id) ? 0 : 1), 0);
  const range = useMemo(() => rangeOf(view.filter), [view.filter]);

  // They stay the same functions, so that what is only pointed at does not draw all the rest anew.
  const change = useStable((part: Partial<Filter>) =>
    workspace.look({ filter: { ...view.filter, ...part }, listTop: 0 }),
  );
  const setRange = useStable((to: PlotRange | null) => change(to ?? NO_RANGE));
  const scrolled = useStable((overviewTop: number) => workspace.look({ overviewTop }));
  const open = useStable((pair: number) => {
    const found = all[pair];
    if (found === undefined) return;
    workspace.look({
      screen: 'compare',
      pair: found.id,
      picks: [],
      versions: false,
      difference: 0,
      compareTop: 0,
    });
  });
  const openGroup = useStable((group: number) => {
    const pair = survey?.groups[group]?.pairs.find((each) => selection?.pairs[each] === 1);
    if (pair !== undefined) open(pair);
  });
  const openSpeech = useStable((speech: number) => {
    const found = survey?.speeches[speech];
    if (found === undefined) return;
    const { structured, speech: said } = found;
    workspace.look({ screen: 'documents', document: structured.document.id, documentAt: said.span.start });
  });

  return (
    <main class="overview">
      <h1 class="unseen">{messages.overview}</h1>
      <Figures survey={survey} rates={rates} settled={settled} apart={apart} onReport={props.onReport} />
      {survey === null || selection === null ? (
        <p class="quiet awaiting">{words.counting}</p>
      ) : (
        <>
          <div class="left">
            <Ribbons
              survey={survey}
              selection={selection}
              rates={rates}
              lit={lit}
              top={view.overviewTop}
              onLit={setLit}
              onOpen={open}
              onOpenSpeech={openSpeech}
              onScrolled={scrolled}
            />
            <Tables
              survey={survey}
              selection={selection}
              rates={rates}
              lit={lit}
              onLit={setLit}
              onOpenGroup={openGroup}
              onOpenSpeech={openSpeech}
            />
          </div>
          <aside class="right" aria-label={words.matrix}>
            {shown.length < all.length && (
              <p class="filtered">
                <b>{words.filtered(shown.length, all.length)}</b>
                <button
                  type="button"
                  class="plain"
                  onClick={() => workspace.look({ filter: EVERYTHING, listTop: 0 })}
                >
                  {words.filterOff}
                </button>
              </p>
            )}
            <Matrix
              survey={survey}
              selection={selection}
              axis={axis}
              of={of}
              onOf={setOf}
              onLit={setLit}
              onOpen={open}
            />
            {all.length > 0 && (
              <>
                <Plot
                  survey={survey}
                  candidates={candidates}
                  selection={selection}
                  range={range}
                  onRange={setRange}
                />
                <section class="gates" aria-label={words.thresholds}>
                  <Gates pairs={all} filter={view.filter} automatic={automatic} onChange={change} />
                </section>
              </>
            )}
          </aside>
        </>
      )}
    </main>
  );
}

const NO_RANGE: Partial<Filter> = {
  similarity: DEFAULT_FILTER.similarity,
  similarityMost: DEFAULT_FILTER.similarityMost,
  length: DEFAULT_FILTER.length,
  lengthMost: DEFAULT_FILTER.lengthMost,
};

/** The rectangle that a filter is, when it is one: thresholds alone are none. */
function rangeOf({ similarity, similarityMost, length, lengthMost }: Filter): PlotRange | null {
  if (similarityMost === 1 && lengthMost === null) return null;
  return { similarity: similarity ?? 0, similarityMost, length, lengthMost: lengthMost ?? Infinity };
}
