import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Settings, View } from '../../app/state.ts';
import type { Comparison, Difference, SideName } from '../../core/diff/comparison.ts';
import type { Clash } from '../../core/draft/clashes.ts';
import type { Decision } from '../../core/review/decision.ts';
import type { Hit } from '../../core/review/find.ts';
import { richTextOf, type RichLayout } from '../../core/review/rich-text.ts';
import type { Witness } from '../../core/review/witness.ts';
import type { Pair } from '../../core/reuse/pair.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import { Apparatus } from '../components/apparatus.tsx';
import { CorpusMap } from '../components/corpus-map.tsx';
import { DecisionBar, type DecisionActions } from '../components/decision-bar.tsx';
import { DifferenceTools } from '../components/difference-tools.tsx';
import type { Reach } from '../components/galley-items.ts';
import { Galley } from '../components/galley.tsx';
import { RewriteEditor } from '../components/rewrite-editor.tsx';
import { VerdictBar } from '../components/verdict-bar.tsx';
import { WitnessHeader } from '../components/witness-header.tsx';
import { useInterface } from '../hooks/context.ts';
import type { Compared } from '../hooks/use-comparisons.ts';
import { useCopy } from '../hooks/use-copy.ts';
import { bringIntoView } from '../hooks/bring-into-view.ts';
import { useScrollMemory } from '../hooks/use-scroll-memory.ts';
import { useShortcuts, type Command } from '../hooks/use-shortcuts.ts';

const EXCERPT: Reach = { before: 0, after: 0 };

/** The open pair: its verdict, both passages, the apparatus, the decision. */
export function ComparisonView(props: {
  pair: Pair;
  /** What names the pair as the open one, so that what is found later does not take its place. */
  asOpen: Partial<View>;
  /** Goes back from two places that the user picked; undefined for a finding. */
  onLeavePicks: (() => void) | undefined;
  /** The place that the reader looks for; null for none. */
  found: Hit | null;
  a: Witness;
  b: Witness;
  compared: Compared;
  documents: readonly StructuredDocument[];
  pairs: readonly Pair[];
  groupSize: number;
  decision: Decision | undefined;
  settings: Settings;
  position: number;
  count: number;
  difference: number;
  /** The differences whose marks are on. */
  shown: readonly Difference[];
  isShown: (difference: Difference) => boolean;
  top: number;
  onStep: (by: number) => void;
  onWalk: (by: number) => void;
  actions: DecisionActions;
  clashes: readonly Clash[];
  /** The reasons that can be chosen now; null while none is asked for. */
  reasons: readonly string[] | null;
  /** The side that is being rewritten; null for none. */
  rewriting: SideName | null;
  onRewritten: () => void;
  onVersions: () => void;
  onSetApart: (() => void) | undefined;
}) {
  const { pair, a, b, compared, settings, difference, shown, isShown } = props;
  const { workspace, messages } = useInterface();
  const { comparison, verdict } = compared;
  const scroller = useRef<HTMLDivElement>(null);
  const witnesses = useMemo(() => ({ a, b }), [pair, a.structured, b.structured]);
  const { copy, outcome } = useCopy();
  const [reached, setReached] = useState<{ pair: string; reach: Reach }>({ pair: pair.id, reach: EXCERPT });
  const reach = reached.pair === pair.id ? reached.reach : EXCERPT;
  const choose = (number: number) => workspace.look({ ...props.asOpen, difference: number });

  useScrollMemory(scroller, pair.id, props.top, (compareTop) => workspace.look({ compareTop }));
  const isOpened = useRef(false);
  useEffect(() => {
    // What opens stands where it was left, which need not be at the chosen difference.
    if (isOpened.current && scroller.current) bringIntoView(scroller.current, difference);
    isOpened.current = true;
  }, [pair.id, difference, settings.layout]);

  const isPartial = pair.kind === 'partial' || pair.kind === 'paraphrase';
  const isSame = pair.scope === 'within';
  const isPicked = props.onLeavePicks !== undefined;
  const words = messages.verdict(verdict, isPartial);
  const more = (position: 'before' | 'after') =>
    setReached({ pair: pair.id, reach: { ...reach, [position]: reach[position] + 1 } });
  const openDocument = (side: SideName) => {
    const { document, span } = witnesses[side].passage;
    workspace.look({ screen: 'documents', ...props.asOpen, document, documentAt: span.start });
  };
  const copySide = (side: SideName) => copy({ plain: witnesses[side].text });
  const copyComparison = () =>
    copy(
      richTextOf(comparison, richLayoutOf(settings), isShown, {
        title: words,
        heads: { a: headOf(a), b: headOf(b) },
        sides: { a: messages.left, b: messages.right },
        absent: messages.absent,
        kindOf: messages.differenceKind,
      }),
    );
  const actions: Partial<Record<Command, () => void>> = {
    'copy-a': () => copySide('a'),
    'copy-b': () => copySide('b'),
    'copy-comparison': copyComparison,
    'document-a': () => openDocument('a'),
    'document-b': () => openDocument('b'),
    'more-context': () => {
      if (settings.context)
        setReached({ pair: pair.id, reach: { before: reach.before + 1, after: reach.after + 1 } });
      else void workspace.set({ context: true });
    },
    folds: () => {
      // A fold that has the focus goes.
      if (document.activeElement?.closest('.line.fold')) scroller.current?.focus({ preventScroll: true });
      void workspace.set({ folding: !settings.folding });
    },
  };
  useShortcuts((command) => {
    const action = actions[command];
    action?.();
    return action !== undefined;
  });

  const head = (side: SideName) => (
    <WitnessHeader
      witness={witnesses[side]}
      side={side}
      isSameSpeech={side === 'b' && isSame}
      onOpen={() => openDocument(side)}
      onCopy={() => copySide(side)}
    />
  );
  return (
    <main class="comparison">
      <VerdictBar
        verdict={words}
        reason={isPicked ? messages.pickedPair : messages.reason(pair, comparison.summary.equal)}
        similarity={isPicked ? similarityOf(comparison) : pair.similarity}
        onLeavePicks={props.onLeavePicks}
        groupSize={props.groupSize}
        position={props.position}
        count={props.count}
        outcome={outcome === null ? '' : messages[outcome]}
        onStep={props.onStep}
        onSetApart={props.onSetApart}
        onVersions={props.onVersions}
        onCopy={copyComparison}
      />
      <DifferenceTools
        comparison={comparison}
        shown={shown}
        chosen={difference}
        settings={settings}
        onWalk={props.onWalk}
      />
      <div class="scroll" ref={scroller} tabIndex={0} aria-label={messages.comparison}>
        <CorpusMap documents={props.documents} pairs={props.pairs} pair={pair} />
        <Galley
          key={pair.id}
          witnesses={witnesses}
          comparison={comparison}
          settings={settings}
          chosen={difference}
          shown={shown}
          isShown={isShown}
          follows={isSame && isNext(a, b)}
          reach={reach}
          found={placeIn(witnesses, props.found)}
          heads={{ a: head('a'), b: head('b') }}
          labels={{ a: `${messages.left} ${headOf(a)}`, b: `${messages.right} ${headOf(b)}` }}
          scroller={scroller}
          onChoose={choose}
          onMore={more}
        />
        {comparison.coarse && <p class="coarse">{messages.coarse}</p>}
        <Apparatus comparison={comparison} shown={shown} chosen={difference} onChoose={choose} />
      </div>
      {!isPicked && props.rewriting !== null && (
        <RewriteEditor
          key={`${pair.id} ${props.rewriting}`}
          pair={pair.id}
          side={props.rewriting}
          original={originalOf(witnesses[props.rewriting])}
          rewrite={(props.rewriting === 'a' ? props.decision?.rewriteA : props.decision?.rewriteB) ?? null}
          onClose={props.onRewritten}
        />
      )}
      {!isPicked && (
        <DecisionBar
          pair={pair.id}
          decision={props.decision}
          lengthA={charactersIn(a.text)}
          lengthB={charactersIn(b.text)}
          groupSize={props.groupSize}
          clashes={props.clashes}
          reasons={props.reasons}
          actions={props.actions}
        />
      )}
    </main>
  );

  /** 张健 区科技局党组书记 措施七 */
  function headOf({ speech, place }: Witness): string {
    return [speech.speaker || messages.unknownSpeaker, speech.role, messages.place(place)]
      .filter((part) => part !== '')
      .join(' ');
  }
}

/** The passage as it stands, without the punctuation that closes it. */
function originalOf({ passage: { span }, structured }: Witness): string {
  return structured.document.text.slice(span.start, span.end);
}

function richLayoutOf({ layout }: Settings): RichLayout {
  switch (layout) {
    case 'only-a':
      return 'a';
    case 'only-b':
      return 'b';
    case 'merged':
      return 'merged';
    default:
      return 'columns';
  }
}

/** How much of both sides is the same, as it is said of a pair. */
function similarityOf({ summary: { equal, charactersA, charactersB } }: Comparison): number {
  return (2 * equal) / Math.max(1, charactersA + charactersB);
}

/** Which side holds a hit, and where in its text. */
function placeIn(
  witnesses: Readonly<Record<SideName, Witness>>,
  hit: Hit | null,
): { readonly side: SideName; readonly at: number } | null {
  for (const side of ['a', 'b'] as const) {
    const { passage, text } = witnesses[side];
    const at = (hit?.start ?? -1) - passage.span.start;
    if (hit?.document === passage.document && at >= 0 && at < text.length) return { side, at };
  }
  return null;
}

/** Whether nothing but white space stands between the units of a and b. */
function isNext(a: Witness, b: Witness): boolean {
  const { text } = a.structured.document;
  return text.slice(a.passage.unit.end, b.passage.unit.start).trim() === '';
}

function charactersIn(text: string): number {
  let count = 0;
  for (const character of text) if (character.trim() !== '') count++;
  return count;
}
