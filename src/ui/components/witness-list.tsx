import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import type { Agreement } from '../../core/diff/variorum.ts';
import type { Witness } from '../../core/review/witness.ts';
import { useMessages } from '../hooks/context.ts';
import { usePrinting } from '../hooks/use-printing.ts';
import { useVirtualList } from '../hooks/use-virtual-list.ts';

/** Lists of more rows scroll by themselves. */
const STILL_MOST = 7;
/** Height of a row in CSS pixels, to begin with. */
const ROW = 30;

/** What the list of witnesses is made of. */
interface WitnessListProps {
  readonly versions: readonly Witness[];
  readonly base: number;
  /** By version; null while they are collated. */
  readonly agreements: readonly Agreement[] | null;
  readonly onBase: (version: number) => void;
  readonly onOpen: (version: number) => void;
  readonly onCompare: (version: number) => void;
}

/** All witnesses with their sigla, one of them the base; the way to each and to its comparison with the base. */
export function WitnessList(props: WitnessListProps) {
  const { versions, base, onBase } = props;
  const messages = useMessages();
  const isPrinting = usePrinting();
  const root = useRef<HTMLDivElement>(null);
  const isLong = versions.length > STILL_MOST && !isPrinting;
  return (
    <div
      ref={root}
      class="witnesses"
      role="radiogroup"
      aria-label={`${messages.witnesses}　${messages.witnessesHint}`}
      onKeyDown={(event) => {
        // The browser knows the radios that are drawn; the list goes on.
        const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
        if (by === undefined || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        onBase((base + by + versions.length) % versions.length);
      }}
    >
      {isLong ? <LongList {...props} /> : versions.map((_, version) => row(version))}
    </div>
  );

  function row(version: number) {
    return <WitnessRow key={version} {...props} version={version} />;
  }
}

/** The rows near the window alone. */
function LongList(props: WitnessListProps) {
  const { versions, base } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const estimate = useCallback(() => ROW, []);
  const keyOf = useCallback((index: number) => index, []);
  const list = useVirtualList({ count: versions.length, scroller, estimate, keyOf, kept: base });
  useLayoutEffect(() => list.reveal(base), [base]);
  return (
    <div ref={scroller} class="long">
      <div class="rows" style={{ height: `${list.height}px` }}>
        {list.rows.map(({ index, start }) => (
          <div
            key={index}
            ref={list.measure}
            data-index={index}
            style={{ transform: `translateY(${start}px)` }}
          >
            <WitnessRow {...props} version={index} />
          </div>
        ))}
      </div>
    </div>
  );
}

function WitnessRow(props: WitnessListProps & { version: number }) {
  const { versions, base, agreements, version } = props;
  const messages = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const isBase = version === base;
  const witness = versions[version] as Witness;
  const { speech, structured, place } = witness;
  const siglum = messages.siglum(version);
  const agreement = agreements?.[version];
  useLayoutEffect(() => {
    // Whoever chose by key goes on from there.
    const focused = document.activeElement;
    if (isBase && focused instanceof HTMLInputElement && focused.name === 'base') field.current?.focus();
  }, [isBase]);
  return (
    <div class={isBase ? 'witness-row base' : 'witness-row'} data-testid="witness">
      <label title={messages.asBase(siglum)}>
        <input
          ref={field}
          type="radio"
          name="base"
          checked={isBase}
          tabIndex={isBase ? 0 : -1}
          aria-posinset={version + 1}
          aria-setsize={versions.length}
          onChange={() => props.onBase(version)}
        />
        <span class="siglum">{siglum}</span>
        <span class="who">
          <b>{speech.speaker || messages.unknownSpeaker}</b> {speech.role}
        </span>
      </label>
      <span class="place">{messages.place(place)}</span>
      <span class="title" title={`${structured.document.name}　${speech.title}`}>
        {speech.title || structured.document.name}
      </span>
      <span class="agreement">
        {isBase ? <em>{messages.base}</em> : agreement !== undefined && messages.agreement(agreement)}
      </span>
      <span class="take">
        {!isBase && (
          <button
            type="button"
            class="plain"
            aria-label={`${siglum} ${messages.compareWithBase}`}
            onClick={() => props.onCompare(version)}
          >
            {messages.compareWithBase}
          </button>
        )}
        <button
          type="button"
          class="plain"
          aria-label={`${siglum} ${messages.openInDocument}`}
          onClick={() => props.onOpen(version)}
        >
          {messages.openInDocument}
        </button>
      </span>
    </div>
  );
}
