import { useInterface } from '../hooks/context.ts';
import { similarityText } from '../../i18n/similarity.ts';
import { PairSteps } from './pair-steps.tsx';

/** The pair in words, which one of the list it is, and the way to its neighbours. */
export function VerdictBar(props: {
  verdict: string;
  /** Why it is of its kind. */
  reason: string;
  similarity: number;
  /** How many places say it. */
  groupSize: number;
  /** From 1; 0 when the filter hides the pair. */
  position: number;
  count: number;
  /** What the page says of the last copy; empty for nothing. */
  outcome: string;
  onStep: (by: number) => void;
  /** Sets the pair apart again; undefined when it was never boilerplate. */
  onSetApart: (() => void) | undefined;
  /** Shows all places at once. */
  onVersions: () => void;
  /** Goes back to the list from two places that the user picked; undefined for a finding. */
  onLeavePicks: (() => void) | undefined;
  onCopy: () => void;
}) {
  const { messages } = useInterface();
  return (
    <div class="verdict">
      <h1>{props.verdict}</h1>
      <div class="nth">
        {props.position > 0 && <span>{messages.nth(props.position, props.count)}</span>}
        <span>{messages.similarIs(similarityText(props.similarity))}</span>
        {props.groupSize > 2 && (
          <button
            type="button"
            class="plain versions"
            title={messages.allVersionsHint}
            onClick={props.onVersions}
          >
            {messages.allVersions(props.groupSize)}
          </button>
        )}
        <PairSteps onStep={props.onStep} />
      </div>
      <p class="reason taking">
        <span>{props.reason}</span>
        {props.onLeavePicks !== undefined && (
          <button type="button" class="plain" onClick={props.onLeavePicks}>
            {messages.backToList}
          </button>
        )}
        {props.onSetApart !== undefined && (
          <button type="button" class="plain" onClick={props.onSetApart}>
            {messages.setApart}
          </button>
        )}
        <span class="take">
          <span role="status">{props.outcome}</span>
          <button type="button" class="plain" title={messages.copyComparisonHint} onClick={props.onCopy}>
            {messages.copyComparison}
          </button>
          <button type="button" class="plain" onClick={() => window.print()}>
            {messages.print}
          </button>
        </span>
      </p>
    </div>
  );
}
