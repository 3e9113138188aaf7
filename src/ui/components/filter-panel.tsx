import { useMemo } from 'preact/hooks';
import { isCapped, type Filter } from '../../core/review/filter.ts';
import type { Pair, PairKind, Scope } from '../../core/reuse/pair.ts';
import { isBelow } from '../../core/review/threshold.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';
import { similarityText } from '../../i18n/similarity.ts';
import { useInterface } from '../hooks/context.ts';
import { SpeakerSelect } from './speaker-select.tsx';
import { Thresholds } from './thresholds.tsx';

const SCOPES: readonly ('all' | Scope)[] = ['all', 'within', 'across'];
const KINDS: readonly PairKind[] = ['identical', 'near-identical', 'partial', 'paraphrase'];

/** Which findings are shown: by words, scope, kind, speaker, similarity and length, each with its count. */
export function FilterPanel(props: {
  pairs: readonly Pair[];
  filter: Filter;
  /** The similarity that holds while the filter leaves it open. */
  automatic: number;
  documents: ReadonlyMap<DocumentId, StructuredDocument>;
}) {
  const { pairs, filter, automatic, documents } = props;
  const { workspace, messages } = useInterface();
  const counts = useMemo(() => countPairs(pairs), [pairs]);
  const hidden = useMemo(
    () => pairs.reduce((count, pair) => count + (isBelow(pair, automatic) ? 1 : 0), 0),
    [pairs, automatic],
  );
  const change = (part: Partial<Filter>) => workspace.look({ filter: { ...filter, ...part }, listTop: 0 });
  return (
    <div class="filter">
      <div class="find">
        <span class="quiet" aria-hidden="true">
          {messages.find}
        </span>
        <input
          id="find"
          type="search"
          value={filter.query}
          placeholder={messages.findPlaceholder}
          aria-label={messages.findPlaceholder}
          onInput={(event) => change({ query: event.currentTarget.value })}
        />
        <kbd>/</kbd>
        <SpeakerSelect
          pairs={pairs}
          documents={documents}
          chosen={filter.speaker}
          onChoose={(speaker) => change({ speaker })}
        />
      </div>
      <div class="options" role="group" aria-label={messages.scope}>
        {SCOPES.map((scope) => (
          <button
            key={scope}
            type="button"
            aria-pressed={filter.scope === scope}
            onClick={() => change({ scope })}
          >
            {messages.scopes[scope]}
            <i>{scope === 'all' ? pairs.length : counts.scopes[scope]}</i>
          </button>
        ))}
      </div>
      <div class="options kinds" role="group" aria-label={messages.kind}>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={filter.kinds.includes(kind)}
            disabled={counts.kinds[kind] === 0 && !filter.kinds.includes(kind)}
            onClick={() => change({ kinds: toggled(filter.kinds, kind) })}
          >
            {messages.kinds[kind]}
            <i>{counts.kinds[kind]}</i>
          </button>
        ))}
      </div>
      <div class="row">
        <label class="check">
          <input
            type="checkbox"
            checked={filter.openOnly}
            onChange={(event) => change({ openOnly: event.currentTarget.checked })}
          />
          {messages.openOnly}
        </label>
        {filter.similarity === null && hidden > 0 && (
          <span class="hidden-below">
            {messages.hiddenBelow(hidden)}
            <button type="button" class="plain" onClick={() => change({ similarity: 0 })}>
              {messages.showHidden}
            </button>
          </span>
        )}
      </div>
      {isCapped(filter) && (
        <div class="row capped">
          <span>
            {messages.inOverview.capped(
              filter.similarityMost < 1 ? similarityText(filter.similarityMost) : null,
              filter.lengthMost,
            )}
          </span>
          <button type="button" class="plain" onClick={() => change({ similarityMost: 1, lengthMost: null })}>
            {messages.inOverview.uncap}
          </button>
        </div>
      )}
      <Thresholds pairs={pairs} filter={filter} automatic={automatic} onChange={change} />
    </div>
  );
}

function countPairs(pairs: readonly Pair[]) {
  const scopes: Record<Scope, number> = { within: 0, across: 0 };
  const kinds: Record<PairKind, number> = { identical: 0, 'near-identical': 0, partial: 0, paraphrase: 0 };
  for (const pair of pairs) {
    scopes[pair.scope]++;
    kinds[pair.kind]++;
  }
  return { scopes, kinds };
}

function toggled(kinds: readonly PairKind[], kind: PairKind): readonly PairKind[] {
  return kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind];
}
