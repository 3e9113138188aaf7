import { useEffect, useRef } from 'preact/hooks';
import type { Settings } from '../../app/state.ts';
import type { Decision, Judgement } from '../../core/review/decision.ts';
import type { Witness } from '../../core/review/witness.ts';
import type { Pair } from '../../core/reuse/pair.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import { Apparatus } from '../components/apparatus.tsx';
import { CorpusMap } from '../components/corpus-map.tsx';
import { DecisionBar } from '../components/decision-bar.tsx';
import { DifferenceTools } from '../components/difference-tools.tsx';
import { linesOf } from '../components/synopsis-lines.tsx';
import { Synopsis } from '../components/synopsis.tsx';
import { VerdictBar } from '../components/verdict-bar.tsx';
import { WitnessHeader } from '../components/witness-header.tsx';
import { useInterface } from '../hooks/context.ts';
import { useScrollMemory } from '../hooks/use-scroll-memory.ts';
import type { Compared } from '../hooks/use-comparisons.ts';

/** The open pair: its verdict, both passages side by side, the apparatus, the decision. */
export function ComparisonView(props: {
  pair: Pair;
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
  top: number;
  onStep: (by: number) => void;
  onWalk: (by: number) => void;
  onDecide: (judgement: Judgement) => void;
  onSetApart: (() => void) | undefined;
}) {
  const { pair, a, b, compared, settings, difference } = props;
  const { workspace, messages } = useInterface();
  const { comparison, verdict } = compared;
  const texts = { a: a.text, b: b.text };
  const scroller = useRef<HTMLDivElement>(null);
  const choose = (number: number) => workspace.look({ difference: number });

  useScrollMemory(scroller, pair.id, props.top, (compareTop) => workspace.look({ compareTop }));
  const isShown = useRef(false);
  useEffect(() => {
    const mark = scroller.current?.querySelector(`[data-difference="${difference}"]`);
    // What opens stands where it was left, which need not be at the chosen difference.
    if (isShown.current) mark?.scrollIntoView({ block: 'nearest' });
    isShown.current = true;
  }, [pair.id, difference, settings.layout]);

  const isPartial = pair.kind === 'partial' || pair.kind === 'paraphrase';
  const isSame = pair.scope === 'within';
  return (
    <main class="comparison">
      <VerdictBar
        verdict={messages.verdict(verdict, isPartial)}
        reason={messages.reason(pair, comparison.summary.equal)}
        similarity={pair.similarity}
        groupSize={props.groupSize}
        position={props.position}
        count={props.count}
        onStep={props.onStep}
        onSetApart={props.onSetApart}
      />
      <DifferenceTools
        comparison={comparison}
        chosen={difference}
        settings={settings}
        onWalk={props.onWalk}
        onChoose={choose}
      />
      <div class="scroll" ref={scroller} tabIndex={0} aria-label={messages.comparison}>
        <CorpusMap documents={props.documents} pairs={props.pairs} pair={pair} />
        <Synopsis
          lines={linesOf(
            { a, b, comparison, settings, chosen: difference, follows: isSame && isNext(a, b) },
            messages,
          )}
          headers={{
            a: <WitnessHeader witness={a} sign={messages.left} isSameSpeech={false} />,
            b: <WitnessHeader witness={b} sign={messages.right} isSameSpeech={isSame} />,
          }}
          labels={{ a: messages.left, b: messages.right }}
        />
        {comparison.coarse && <p class="coarse">{messages.coarse}</p>}
        <Apparatus comparison={comparison} texts={texts} chosen={difference} onChoose={choose} />
      </div>
      <DecisionBar
        pair={pair.id}
        decision={props.decision}
        lengthA={charactersIn(a.text)}
        lengthB={charactersIn(b.text)}
        onDecide={props.onDecide}
      />
    </main>
  );
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
