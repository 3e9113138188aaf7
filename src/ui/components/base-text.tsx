import { useMemo } from 'preact/hooks';
import type { Entry } from '../../core/diff/variorum.ts';
import { isRightToLeft } from '../../core/text/right-to-left.ts';
import type { Span } from '../../core/text/span.ts';
import { LocusText } from './locus-text.tsx';

/** The base in one column as running text, with numbered loci; its variants stand in the apparatus. */
export function BaseText(props: {
  text: string;
  label: string;
  entries: readonly Entry[];
  chosen: number;
  onChoose: (number: number) => void;
}) {
  const { text, entries, chosen } = props;
  const paragraphs = useMemo(() => paragraphsOf(text), [text]);
  return (
    <div
      class="galley base-text"
      data-testid="base-text"
      role="group"
      aria-label={props.label}
      dir={isRightToLeft(text) ? 'rtl' : undefined}
      onClick={({ target }) => {
        const mark = target instanceof Element ? target.closest<HTMLElement>('[data-difference]') : null;
        if (mark !== null && getSelection()?.isCollapsed !== false)
          props.onChoose(Number(mark.dataset['difference']));
      }}
    >
      {paragraphs.map((span) => (
        <p key={span.start}>
          <LocusText text={text} span={span} entries={entries} strong={null} chosen={chosen} />
        </p>
      ))}
    </div>
  );
}

/** The paragraphs with the line breaks that end them: lines of a page that goes on are one. */
function paragraphsOf(text: string): readonly Span[] {
  const paragraphs: Span[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(/[。！？!?.:：][”’」』）)》]?\r?\n/g)) {
    const end = index + mark.length;
    paragraphs.push({ start, end });
    start = end;
  }
  if (start < text.length || paragraphs.length === 0) paragraphs.push({ start, end: text.length });
  return paragraphs;
}
