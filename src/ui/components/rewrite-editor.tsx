import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { compare } from '../../core/diff/compare.ts';
import type { SideName } from '../../core/diff/comparison.ts';
import { mergedOf } from '../../core/diff/merged.ts';
import type { PairId } from '../../core/reuse/pair.ts';
import { useInterface } from '../hooks/context.ts';

/** How long typing must rest before what is written is stored, in milliseconds. */
const REST = 400;
/** Longer texts are compared once typing rests, in UTF-16 units: the others take a few milliseconds. */
const AT_ONCE = 1_500;
/** Editings, counted: each is undone as one. */
let visits = 0;

/**
 * A passage and what stands in the draft instead: a field that begins with the passage, and what differs from it as one
 * types. Stored when typing rests and when it is left.
 */
export function RewriteEditor(props: {
  pair: PairId;
  side: SideName;
  /** The passage as it stands. */
  original: string;
  /** What stands instead; null while it is not rewritten. */
  rewrite: string | null;
  onClose: () => void;
}) {
  const { pair, side, original, rewrite, onClose } = props;
  const { workspace, messages } = useInterface();
  const words = messages.decideWords;
  // A field has line feeds alone.
  const plain = useMemo(() => original.replace(/\r\n?/gu, '\n'), [original]);
  const [draft, setDraft] = useState(rewrite ?? plain);
  const [rested, setRested] = useState(draft);
  const stored = useRef(rewrite);
  const [visit] = useState(() => `rewrite ${++visits}`);
  const field = useRef<HTMLTextAreaElement>(null);
  const latest = useRef(draft);
  latest.current = draft;

  useLayoutEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    // Changed from elsewhere: undone, or by another tab.
    if (rewrite !== stored.current) setDraft(rewrite ?? plain);
    stored.current = rewrite;
  }, [rewrite]);
  const save = () => {
    const text = latest.current === plain ? null : latest.current;
    if (text === stored.current) return;
    stored.current = text;
    const fields = side === 'a' ? { rewriteA: text } : { rewriteB: text };
    void workspace.say([{ pair, fields }], 'pair', visit);
  };
  useEffect(() => {
    const timer = setTimeout(() => {
      save();
      setRested(draft);
    }, REST);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, []);

  const compared = plain.length + draft.length <= AT_ONCE ? draft : rested;
  const pieces = useMemo(() => {
    const comparison = compare(plain, compared);
    const whole = (text: string) => ({ start: 0, end: text.length });
    return mergedOf(comparison, whole(plain), whole(compared)).map(({ a, b }) => ({
      kind: b === null ? 'del' : a === null ? 'ins' : 'kept',
      text: b === null ? plain.slice(a?.start, a?.end) : compared.slice(b.start, b.end),
    }));
  }, [plain, compared]);

  return (
    <section class="rewriting" aria-label={words.rewriteTitle[side]}>
      <header>
        <b>{words.rewriteTitle[side]}</b>
        <span class="quiet">{words.rewriteHint}</span>
        <button type="button" class="plain" disabled={draft === plain} onClick={() => setDraft(plain)}>
          {words.original}
        </button>
        <button type="button" class="framed" onClick={onClose}>
          {words.done} <kbd>Esc</kbd>
        </button>
      </header>
      <textarea
        ref={field}
        data-testid="rewrite"
        aria-label={words.rewriteTitle[side]}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing) return;
          event.preventDefault();
          onClose();
        }}
      />
      <p class="changes" data-testid="rewrite-changes" tabIndex={0} aria-label={words.changes}>
        {draft === plain ? (
          <span class="quiet">{words.same}</span>
        ) : (
          pieces.map(({ kind, text }, index) =>
            kind === 'del' ? (
              <del key={index} class="gone">
                {text}
              </del>
            ) : kind === 'ins' ? (
              <ins key={index} class="new">
                {text}
              </ins>
            ) : (
              text
            ),
          )
        )}
      </p>
    </section>
  );
}
