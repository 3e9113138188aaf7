import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { LAYOUTS, type AppState } from '../../app/state.ts';
import type { Difference } from '../../core/diff/comparison.ts';
import { createClashFinder, NO_OUTCOME, type Clash } from '../../core/draft/clashes.ts';
import type { Hit } from '../../core/review/find.ts';
import { EVERYTHING, filterPairs } from '../../core/review/filter.ts';
import type { Groups } from '../../core/review/groups.ts';
import { pairOfPicks } from '../../core/review/pick.ts';
import type { Apart } from '../../core/review/set-apart.ts';
import { searchFor } from '../../core/review/search.ts';
import { automaticThreshold } from '../../core/review/threshold.ts';
import { witnessesOf } from '../../core/review/witness.ts';
import type { Detection, Pair, Passage } from '../../core/reuse/pair.ts';
import { CorpusMap } from '../components/corpus-map.tsx';
import { FilterPanel } from '../components/filter-panel.tsx';
import { ManyDialog } from '../components/many-dialog.tsx';
import { markOf } from '../components/mark-kind.ts';
import { MarkFilter } from '../components/mark-filter.tsx';
import { FindingList } from '../components/finding-list.tsx';
import { useInterface } from '../hooks/context.ts';
import { useBehind } from '../hooks/use-behind.ts';
import { useCompared } from '../hooks/use-compared.ts';
import { useDecidingActions } from '../hooks/use-deciding-actions.ts';
import { useMadeLater } from '../hooks/use-made-later.ts';
import { useComparisons } from '../hooks/use-comparisons.ts';
import { useMarks } from '../hooks/use-marks.ts';
import { useShortcuts, type Command } from '../hooks/use-shortcuts.ts';
import { ComparisonView } from './comparison-view.tsx';
import { VersionsView } from './versions-view.tsx';

const NO_PAIRS: readonly Pair[] = [];
/** So many findings take the page some milliseconds to list and to count. */
const MANY = 2_000;
const NO_MEMBERS: readonly Passage[] = [];
const NO_CLASH: readonly Clash[] = [];
/** What has a key here while all versions are shown; the rest belongs to the two sides alone. */
const WITH_VERSIONS: readonly Command[] = ['previous-pair', 'next-pair', 'search', 'versions'];

/** 比对: the list of findings beside the open pair. `findings` is null while nothing is known. */
export function ReviewView(props: {
  state: AppState;
  findings: readonly Pair[] | null;
  groups: Groups | null;
  /** What the user set apart. */
  apart: readonly Apart[];
  /** The place of the open pair that the reader looks for; null for none. */
  found: Hit | null;
  /** Hears which pair is open. */
  onOpen: (pair: Pair | null) => void;
  /** Edits the reasons of flags. */
  onReasons: () => void;
}) {
  const { state, findings, groups } = props;
  const { workspace, messages } = useInterface();
  const { view, settings, decisions, documents, detection, restored } = state;
  // Earlier versions are there only to be picked.
  const byId = useMemo(
    () => new Map([...state.former, ...documents].map((d) => [d.document.id, d])),
    [state.former, documents],
  );
  const pairs = findings ?? NO_PAIRS;
  const automatic = useMemo(() => automaticThreshold(pairs), [pairs]);
  const query = view.filter.query.trim();
  const search = useMemo(() => searchFor(query, byId), [query, byId]);
  const marks = useMarks(state, pairs);
  const { mark } = view.filter;
  const shown = useMemo(() => {
    const passing = filterPairs(pairs, view.filter, automatic, byId, decisions, search);
    return mark === null ? passing : passing.filter(({ id }) => marks[mark].has(id));
  }, [pairs, view.filter, automatic, byId, decisions, search, marks]);
  // The list of many is drawn in a task of its own, and so is what counts them.
  const isMuch = state.early || pairs.length > MANY;
  const listed = useBehind(shown, isMuch);
  const counted = useBehind(pairs, isMuch);
  const listedGroups = useBehind(groups, isMuch);
  const comparisons = useComparisons(byId);
  // A pair that the filter hides stays open until another is chosen: judging it must not take it from the screen.
  const chosen = useMemo(() => pairs.find(({ id }) => id === view.pair), [pairs, view.pair]);
  const [one, other] = view.picks;
  const picked = useMemo(
    () => (one === undefined || other === undefined ? null : pairOfPicks(one, other, byId)),
    [one, other, byId],
  );
  const pair = picked ?? chosen ?? shown[0];
  const index = useMemo(() => (pair === undefined ? -1 : shown.indexOf(pair)), [shown, pair]);
  const apart = useMemo(
    () => (detection?.boilerplate.filter(({ id }) => !restored.has(id)).length ?? 0) + props.apart.length,
    [detection, restored, props.apart],
  );
  const origin = useMemo(
    () => pair && detection?.boilerplate.find(({ id, pairs: own }) => restored.has(id) && own.includes(pair)),
    [pair, detection, restored],
  );
  const witnesses = pair === undefined ? null : witnessesOf(pair, byId);
  const open = useCompared(pair, comparisons, byId);
  const compared = open.kind === 'made' ? open.compared : null;
  useEffect(() => props.onOpen(pair ?? null), [pair]);
  const isShown = useCallback(
    (difference: Difference) => !settings.hiddenMarks.includes(markOf(difference)),
    [settings.hiddenMarks],
  );
  const comparison = compared?.comparison;
  const differences = useMemo(() => comparison?.differences.filter(isShown) ?? [], [comparison, isShown]);

  // Nothing is kept under the name of what was picked: it is shown, and nothing more.
  const asOpen = picked === null && pair !== undefined ? { pair: pair.id } : {};
  const leavePicks = () => workspace.look({ picks: [], difference: 0, compareTop: 0 });
  const groupSize = pair === undefined ? 0 : (groups?.sizeOf(pair) ?? 2);
  const isVersions = view.versions && groupSize > 2;
  const members = useMemo(
    () => (isVersions && pair !== undefined && groups !== null ? groups.membersOf(pair) : NO_MEMBERS),
    [isVersions, pair, groups],
  );
  const turnVersions = () =>
    workspace.look({ ...asOpen, versions: !isVersions, difference: 0, compareTop: 0 });

  const step = (by: number) => {
    if (picked !== null) {
      leavePicks();
      return;
    }
    const to = index < 0 ? beside(pair, by, pairs, shown) : shown[clamped(index + by, shown.length)];
    if (to !== undefined && to.id !== view.pair)
      workspace.look({ pair: to.id, versions: false, difference: 0, compareTop: 0 });
  };
  const walk = (by: number) => {
    const { difference: from } = view;
    const next =
      by > 0
        ? (differences.find(({ number }) => number > from) ?? differences[0])
        : (differences.findLast(({ number }) => number < from) ?? differences.at(-1));
    // Whoever walks through the first pair has chosen it: what is found later must not take its place.
    if (next !== undefined) workspace.look({ ...asOpen, difference: next.number });
  };
  const turnLayout = (by: number) => {
    const at = LAYOUTS.indexOf(settings.layout) + by + LAYOUTS.length;
    void workspace.set({ layout: LAYOUTS[at % LAYOUTS.length] ?? 'clauses' });
  };
  const {
    actions: deciding,
    asked,
    rewriting,
    stopRewriting,
  } = useDecidingActions({
    pair: picked === null ? pair : undefined,
    pairs,
    shown,
    index,
    groups,
    state,
    onReasons: props.onReasons,
  });
  const [isMany, setMany] = useState(false);
  const [finder] = useState(createClashFinder);
  const { clashes } = useMadeLater(
    () => finder.find(documents, pairs, groups, decisions),
    [documents, pairs, groups, decisions],
    NO_OUTCOME,
  );
  const actions: Partial<Record<Command, () => void>> = {
    'previous-pair': () => step(-1),
    'next-pair': () => step(1),
    'previous-difference': () => walk(-1),
    'next-difference': () => walk(1),
    'keep-a': () => deciding.decide('keep-a'),
    'keep-b': () => deciding.decide('keep-b'),
    'keep-all': () => deciding.decide('keep-all'),
    flag: () => deciding.decide('flag'),
    'judge-boilerplate': () => deciding.decide('boilerplate'),
    'rewrite-a': () => deciding.rewrite('a'),
    'rewrite-b': () => deciding.rewrite('b'),
    ...(groupSize > 2 && {
      'only-a': () => deciding.keepOnly('a'),
      'only-b': () => deciding.keepOnly('b'),
      'keep-group': deciding.keepGroup,
    }),
    many: () => setMany(true),
    note: () => document.getElementById('note')?.focus(),
    search: () => document.getElementById('find')?.focus(),
    layout: () => turnLayout(1),
    'previous-layout': () => turnLayout(-1),
    context: () => void workspace.set({ context: !settings.context }),
    ...(groupSize > 2 && { versions: turnVersions }),
  };
  useShortcuts(run);

  return (
    <div class="work">
      <aside class="panel" aria-label={messages.findings}>
        {pairs.length > 0 && (
          <FilterPanel pairs={counted} filter={view.filter} automatic={automatic} documents={byId} />
        )}
        <MarkFilter
          marks={marks}
          chosen={mark}
          onChoose={(wanted) => workspace.look({ filter: { ...view.filter, mark: wanted }, listTop: 0 })}
        />
        {shown.length > 0 && listed.length === 0 ? (
          <div class="no-rows" />
        ) : shown.length > 0 ? (
          <FindingList
            pairs={listed}
            documents={byId}
            decisions={decisions}
            comparisons={comparisons}
            groups={listedGroups}
            marks={marks}
            clashes={clashes}
            chosen={picked === null ? (pair?.id ?? null) : null}
            chosenIndex={listed === shown ? index : pair === undefined ? -1 : listed.indexOf(pair)}
            top={view.listTop}
          />
        ) : (
          <NoRows isFiltered={pairs.length > 0} isKnown={detection !== null} />
        )}
        {detection !== null && (
          <ListFoot
            detection={detection}
            apart={apart}
            shown={shown.length}
            all={pairs.length}
            onMany={() => setMany(true)}
          />
        )}
        {isMany && groups !== null && (
          <ManyDialog
            pairs={pairs}
            shown={shown}
            groups={groups}
            documents={byId}
            decisions={decisions}
            reasons={settings.reasons}
            speaker={view.filter.speaker}
            onClose={() => setMany(false)}
          />
        )}
      </aside>
      {pair !== undefined && members.length > 2 ? (
        <VersionsView
          key={pair.id}
          pair={pair}
          asOpen={asOpen}
          members={members}
          documents={byId}
          pairs={pairs}
          settings={settings}
          position={index + 1}
          count={shown.length}
          difference={view.difference}
          top={view.compareTop}
          onStep={step}
          onClose={turnVersions}
        />
      ) : pair !== undefined && witnesses !== null && compared !== null ? (
        <ComparisonView
          pair={pair}
          asOpen={asOpen}
          onLeavePicks={picked === null ? undefined : leavePicks}
          found={props.found}
          a={witnesses.a}
          b={witnesses.b}
          compared={compared}
          documents={documents}
          pairs={counted}
          groupSize={groupSize}
          decision={decisions.get(pair.id)}
          opinions={state.opinions.get(pair.id)}
          settings={settings}
          position={index + 1}
          count={shown.length}
          difference={differences.some(({ number }) => number === view.difference) ? view.difference : 0}
          shown={differences}
          isShown={isShown}
          top={view.compareTop}
          onStep={step}
          onWalk={walk}
          actions={deciding}
          clashes={clashes.get(pair.id) ?? NO_CLASH}
          reasons={asked}
          rewriting={rewriting}
          onRewritten={stopRewriting}
          onVersions={turnVersions}
          onSetApart={origin && (() => void workspace.setRestored(origin.id, false))}
        />
      ) : (
        <main class="comparison empty">
          <h1 class="unseen">{messages.compare}</h1>
          <CorpusMap documents={documents} pairs={counted} pair={null} />
          {open.kind === 'making' ? (
            <p role="status">
              {messages.comparing(open.characters)}
              <button type="button" class="framed" onClick={open.stop}>
                {messages.stop}
              </button>
            </p>
          ) : open.kind === 'stopped' ? (
            <p role="status">
              {messages.comparisonStopped}
              <button type="button" class="framed" onClick={open.again}>
                {messages.compareAgain}
              </button>
            </p>
          ) : (
            <p>{emptyWords()}</p>
          )}
        </main>
      )}
    </div>
  );

  function emptyWords(): string {
    if (detection === null) return state.busy ? messages.awaiting : '';
    return pairs.length > 0 ? messages.widenFilter : messages.noFindingsHint;
  }

  function run(command: Command): boolean {
    if (isVersions && !WITH_VERSIONS.includes(command)) return false;
    const action = actions[command];
    action?.();
    return action !== undefined;
  }
}

function clamped(index: number, length: number): number {
  return Math.min(length - 1, Math.max(0, index));
}

/** The shown pair that comes next, or before, where `pair` would stand if the filter did not hide it. */
function beside(
  pair: Pair | undefined,
  by: number,
  pairs: readonly Pair[],
  shown: readonly Pair[],
): Pair | undefined {
  const at = pair === undefined ? -1 : pairs.indexOf(pair);
  const isShown = new Set(shown);
  const isBeside = (other: Pair) => isShown.has(other);
  return by > 0 ? pairs.slice(at + 1).find(isBeside) : pairs.slice(0, Math.max(0, at)).findLast(isBeside);
}

/** How many are shown, what was left out, and what is kept apart. */
function ListFoot(props: {
  detection: Detection;
  apart: number;
  shown: number;
  all: number;
  onMany: () => void;
}) {
  const { detection, apart, shown, all } = props;
  const { workspace, messages } = useInterface();
  if (all === 0 && apart === 0) return null;
  return (
    <div class="list-foot">
      <span class="figure">{messages.shownOf(shown, all)}</span>
      {all > 0 && (
        <button type="button" class="plain" onClick={props.onMany}>
          {messages.decideWords.many} <kbd>M</kbd>
        </button>
      )}
      {apart > 0 && (
        <button type="button" class="plain" onClick={() => workspace.look({ screen: 'boilerplate' })}>
          {messages.boilerplateElsewhere(apart)}
        </button>
      )}
      {detection.limits.map((limit) => (
        <span key={limit.kind}>{messages.limited[limit.kind](limit.count)}</span>
      ))}
    </div>
  );
}

function NoRows({ isFiltered, isKnown }: { isFiltered: boolean; isKnown: boolean }) {
  const { workspace, messages } = useInterface();
  if (!isKnown) return <div class="no-rows" />;
  return (
    <div class="no-rows">
      <p>{isFiltered ? messages.noneMatch : messages.noFindings}</p>
      {isFiltered && (
        <button
          type="button"
          class="framed"
          onClick={() => workspace.look({ filter: EVERYTHING, listTop: 0 })}
        >
          {messages.showAll}
        </button>
      )}
    </div>
  );
}
