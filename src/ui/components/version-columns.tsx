import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { MarkKind } from '../../app/state.ts';
import type { ColumnRow } from '../../core/diff/columns.ts';
import type { Comparison, Difference, Row } from '../../core/diff/comparison.ts';
import { piecesOfRow } from '../../core/diff/pieces.ts';
import type { Synopsis } from '../../core/diff/synopsis.ts';
import { type Entry, lociOfDifferences } from '../../core/diff/variorum.ts';
import { lastGraphemeOf } from '../../core/text/graphemes.ts';
import { isRightToLeft } from '../../core/text/right-to-left.ts';
import type { Span } from '../../core/text/span.ts';
import { useMessages } from '../hooks/context.ts';
import { useNearBlocks } from '../hooks/use-near-blocks.ts';
import { usePrinting } from '../hooks/use-printing.ts';
import { LocusText } from './locus-text.tsx';
import { markOf } from './mark-kind.ts';
import { Mark } from './mark.tsx';
import { inReadingOrder } from './reading-order.tsx';
import { Words } from './words.tsx';

/** Rows of a block: of long texts only the blocks near the window are drawn. */
const BLOCK = 60;
/** The height of a row in CSS pixels, to begin with. */
const ROW_HEIGHT = 90;

/** Up to four versions in columns, the base first: the same clause at the same height. */
export function VersionColumns(props: {
  synopsis: Synopsis;
  columns: NonNullable<Synopsis['columns']>;
  entries: readonly Entry[];
  hidden: readonly MarkKind[];
  chosen: number;
  /** By version. */
  heads: readonly ComponentChildren[];
  labels: readonly string[];
  onChoose: (number: number) => void;
}) {
  const { synopsis, columns, entries, hidden, chosen } = props;
  const { collation, base } = synopsis;
  const { rows, comparisons } = columns;
  const messages = useMessages();
  const root = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const order = [base, ...comparisons.keys()].filter((version, i) => i === 0 || version !== base);
  const numbers = useMemo(
    () => comparisons.map((comparison, version) => lociOfDifferences(collation, comparison, version)),
    [collation, comparisons],
  );
  const strong = useMemo(() => strongIn(comparisons), [comparisons]);
  const starts = Array.from({ length: Math.ceil(rows.length / BLOCK) }, (_, i) => i * BLOCK);
  const near = useNearBlocks(root, starts.length, starts.length > 1 && !isPrinting);
  return (
    <div
      ref={root}
      class="galley columns"
      style={{ '--count': order.length }}
      onClick={({ target }) => {
        const mark = target instanceof Element ? target.closest<HTMLElement>('[data-difference]') : null;
        if (mark !== null && getSelection()?.isCollapsed !== false)
          props.onChoose(Number(mark.dataset['difference']));
      }}
    >
      <div class="heads">
        {order.map((version) => (
          <div key={version} class="head">
            {props.heads[version]}
          </div>
        ))}
      </div>
      {starts.map((start, index) => {
        const own = rows.slice(start, start + BLOCK);
        const isDrawn = near.isNear(index) || holdsChosen(own);
        return (
          <div
            key={start}
            data-block={index}
            style={isDrawn ? undefined : { height: `${near.heightOf(index) ?? own.length * ROW_HEIGHT}px` }}
          >
            {isDrawn && block(own, start)}
          </div>
        );
      })}
    </div>
  );

  function holdsChosen(own: readonly ColumnRow[]): boolean {
    const locus = collation.loci[chosen - 1];
    return (
      locus !== undefined &&
      own.some(
        ({ base: span }) => span !== null && span.start <= locus.base.end && locus.base.start <= span.end,
      )
    );
  }

  function block(own: readonly ColumnRow[], first: number) {
    const height = { gridRow: `1 / span ${own.length}` };
    return (
      <div class="synopsis">
        {order.map((version, column) => {
          const text = collation.witnesses[version] ?? '';
          return (
            <div
              key={version}
              class={`side ${version === base ? 'a' : 'b'}`}
              data-testid={`version-${version}`}
              role="list"
              aria-label={props.labels[version]}
              dir={isRightToLeft(text) ? 'rtl' : undefined}
              style={{ ...height, gridColumn: column + 1, '--column': column + 1 }}
            >
              {own.map((row, index) => (
                <div
                  key={index}
                  role="listitem"
                  aria-posinset={first + index + 1}
                  aria-setsize={rows.length}
                  class={`line clause ${classOf(row, version)}`}
                  style={{ gridRow: index + 1 }}
                >
                  {version === base ? baseCell(row, first + index) : witnessCell(row, version)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    );
  }

  function classOf(row: ColumnRow, version: number): Row['kind'] | 'moved' {
    const span = row.witnesses[version] ?? null;
    if (version === base) return row.base === null ? 'only-b' : 'equal';
    if (row.base === null) return span === null ? 'equal' : 'only-b';
    if (span === null) return leftOutAt(row, version, 'moved') === undefined ? 'only-a' : 'moved';
    const text = collation.witnesses[version] ?? '';
    const isEqual = text.slice(span.start, span.end) === collation.base.slice(row.base.start, row.base.end);
    return isEqual ? 'equal' : 'changed';
  }

  function baseCell(row: ColumnRow, index: number) {
    if (row.base === null) {
      const moved = order
        .map((version) => putInAt(row, version, 'moved'))
        .find((number) => number !== undefined);
      if (moved !== undefined) return lacuna(messages.movedSee(moved), moved, true);
      const put = order
        .map((version) => putInAt(row, version, 'only-b'))
        .find((number) => number !== undefined);
      return lacuna(messages.absentFromBase, put, false);
    }
    return (
      <LocusText
        text={collation.base}
        span={row.base}
        entries={entries}
        strong={strong}
        chosen={chosen}
        bare={{ start: rows[index - 1]?.base === null, end: rows[index + 1]?.base === null }}
      />
    );
  }

  function witnessCell(row: ColumnRow, version: number) {
    const span = row.witnesses[version] ?? null;
    if (span === null) {
      if (row.base === null) return null;
      const moved = leftOutAt(row, version, 'moved');
      if (moved !== undefined) return lacuna(messages.movedSee(moved), moved, true);
      return lacuna(messages.omitted, leftOutAt(row, version, 'only-a'), false);
    }
    return marked({ kind: 'changed', a: row.base, b: span }, version);
  }

  function lacuna(words: string, number: number | undefined, isMoved: boolean) {
    const isShown = entries.some((entry) => entry.number === number);
    return (
      <span
        class={isMoved ? 'lacuna moved' : 'lacuna'}
        data-difference={isShown ? number : undefined}
        data-number={isShown && !isMoved ? number : undefined}
        data-words={words}
        style={{ '--figures': String(number ?? '').length }}
      />
    );
  }

  /** The locus of what a version has not where the base has the clauses of a row. */
  function leftOutAt(row: ColumnRow, version: number, kind: 'moved' | 'only-a'): number | undefined {
    const { base: span } = row;
    return locusOf(version, kind, ({ a }) => span !== null && a.start < span.end && span.start < a.end);
  }

  /** The locus of what a version puts in. */
  function putInAt(row: ColumnRow, version: number, kind: 'moved' | 'only-b'): number | undefined {
    const span = row.witnesses[version] ?? null;
    return locusOf(version, kind, ({ b }) => span !== null && b.start < span.end && span.start < b.end);
  }

  function locusOf(
    version: number,
    kind: Difference['kind'],
    isIt: (difference: Difference) => boolean,
  ): number | undefined {
    const found = comparisons[version]?.differences.find(
      (difference) => difference.kind === kind && isIt(difference),
    );
    return found === undefined ? undefined : numbers[version]?.get(found.number);
  }

  /** A witness's part of a row, with the numbers of the loci behind what differs. */
  function marked(row: Row, version: number): ComponentChildren {
    const comparison = comparisons[version] as Comparison;
    const { b: text } = comparison.texts;
    const from = row.b?.start ?? 0;
    const pieces = piecesOfRow(comparison, row, 'b').map((piece) => {
      const found = piece.difference === null ? undefined : comparison.differences[piece.difference - 1];
      const number = found === undefined ? undefined : numbers[version]?.get(found.number);
      const isShown = found !== undefined && number !== undefined && !hidden.includes(markOf(found));
      return { piece, difference: isShown ? { ...found, number } : null };
    });
    const lasts = new Map(pieces.map(({ difference }, index) => [difference?.number, index]));
    return inReadingOrder(
      text.slice(from, row.b?.end),
      pieces.map(({ piece: { span, strong: isStrong }, difference }, index) => {
        const draw = (start: number, end: number): ComponentChildren => {
          const shownText = text.slice(from + start, from + end);
          if (difference === null) return <Words text={shownText} />;
          const isLast = lasts.get(difference.number) === index && end === span.end - from;
          const mark = (part: string, hasNumber: boolean) => (
            <Mark
              side="b"
              difference={difference}
              isCaret={span.start === span.end}
              isStrong={isStrong}
              isChosen={difference.number === chosen}
              isLast={hasNumber}
              move={null}
              isMerged={false}
            >
              <Words text={part} />
            </Mark>
          );
          // The last character does not part from its number.
          const tail = isLast ? lastGraphemeOf(shownText) : 0;
          if (tail === 0) return mark(shownText, isLast);
          return [mark(shownText.slice(0, tail), false), mark(shownText.slice(tail), true)];
        };
        return { start: span.start - from, end: span.end - from, draw };
      }),
    );
  }
}

/** The base's very characters that differ in any version; in order and disjoint. */
function strongIn(comparisons: readonly Comparison[]): readonly Span[] {
  const all = comparisons.flatMap(({ marks }) =>
    marks.a.filter(({ strong, mark }) => strong && mark !== 'caret'),
  );
  all.sort((one, other) => one.start - other.start);
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of all) {
    const last = spans.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}
