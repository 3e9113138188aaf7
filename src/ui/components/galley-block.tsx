import { useMemo } from 'preact/hooks';
import type { Layout, MarkKind } from '../../app/state.ts';
import type { Comparison, Row, SideName } from '../../core/diff/comparison.ts';
import { endsParagraph } from '../../core/diff/lines.ts';
import type { Passage } from '../../core/reuse/pair.ts';
import type { MoveEnds } from '../../core/diff/move-ends.ts';
import type { Messages } from '../../i18n/index.ts';
import { useMessages } from '../hooks/context.ts';
import type { GalleyBlock, GalleyItem } from './galley-items.ts';
import { MarkedText } from './marked-text.tsx';
import { MergedText } from './merged-text.tsx';

const SIGNS: Record<Row['kind'], string> = { equal: '＝', changed: '≈', 'only-a': '－', 'only-b': '＋' };
/** A clause that stands elsewhere on the other side. */
const MOVED_SIGN = '↕';

/** What every block of a galley shares. */
export interface Galley {
  readonly comparison: Comparison;
  readonly moves: ReadonlyMap<number, MoveEnds>;
  readonly layout: Layout;
  readonly hidden: readonly MarkKind[];
  /** How many items there are in all blocks. */
  readonly size: number;
  readonly isNumbered: boolean;
  /** How many items come before the lines. */
  readonly before: number;
  readonly labels: Readonly<Record<SideName, string>>;
  /** Where the texts of both sides begin in their documents. */
  readonly origins: Readonly<Record<SideName, Pick<Passage, 'document' | 'span'>>>;
  /** Whether a side as a whole is written from right to left. */
  readonly isRightToLeft: Readonly<Record<SideName, boolean>>;
  onFold(start: number): void;
  onMore(position: 'before' | 'after'): void;
}

/** What a column shows: one side, or both in one. */
type Column = SideName | 'both';

/**
 * A run of lines. Each column is one element from top to bottom, so that it can be selected, copied and read aloud by
 * itself; heights are shared through a subgrid. Drawn anew only when something in it changes.
 */
export function GalleyBlockView(props: {
  block: GalleyBlock;
  galley: Galley;
  chosen: number;
  columns: readonly Column[];
}) {
  const { block, galley, chosen } = props;
  const messages = useMessages();
  const columns = props.columns.join(' ');
  return useMemo(
    () => draw(block, galley, chosen, columns.split(' ') as Column[], messages),
    [block, galley, chosen, columns, messages],
  );
}

function draw(
  { items, first }: GalleyBlock,
  galley: Galley,
  chosen: number,
  columns: readonly Column[],
  messages: Messages,
) {
  const rows = { gridRow: `1 / span ${items.length}` };
  const line = (index: number) => ({ gridRow: index + 1 });
  return (
    <div class={`synopsis ${columns.length > 1 ? 'beside' : 'single'}`}>
      <div class="numbers" style={rows} aria-hidden="true">
        {items.map((item, index) =>
          item.kind === 'row' && galley.isNumbered ? (
            <span key={index} style={line(index)}>
              {item.number}
            </span>
          ) : null,
        )}
      </div>
      {columns.map((column) => (
        <div
          key={column}
          class={`side ${column}`}
          data-testid={`side-${column}`}
          data-side={column}
          role="list"
          dir={galley.isRightToLeft[column === 'both' ? 'b' : column] ? 'rtl' : undefined}
          aria-label={column === 'both' ? `${galley.labels.a}　${galley.labels.b}` : galley.labels[column]}
          style={rows}
        >
          {items.map((item, index) => (
            <div
              key={index}
              role="listitem"
              aria-posinset={first + index + 1}
              aria-setsize={galley.size}
              class={`line ${classOf(item)}`}
              style={line(index)}
              {...attributesOf(item, column, galley, messages)}
              data-index={indexOf(item, first + index)}
            >
              {cellOf(item, column, column === columns[0])}
            </div>
          ))}
        </div>
      ))}
      {columns.length > 1 && (
        <div class="gutter" style={rows} aria-hidden="true">
          {items.map((item, index) => (
            <span key={index} class={`line ${classOf(item)}`} style={line(index)}>
              {item.kind === 'row' && (
                <i>{item.row.move === undefined ? SIGNS[item.row.kind] : MOVED_SIGN}</i>
              )}
            </span>
          ))}
        </div>
      )}
    </div>
  );

  /** Which of the lines it is; undefined for what stands around them. */
  function indexOf(item: GalleyItem, index: number): number | undefined {
    return item.kind === 'row' || item.kind === 'fold' ? index - galley.before : undefined;
  }

  function cellOf(item: GalleyItem, column: Column, isFirst: boolean) {
    switch (item.kind) {
      case 'context': {
        if (column === 'both') return null;
        const { text, isSaid } = item[column];
        return isSaid ? <span class="said" data-words={text} /> : text;
      }
      case 'more':
        return isFirst ? <MoreButton {...item} onMore={() => galley.onMore(item.position)} /> : null;
      case 'fold': {
        const { characters, form, a } = item.fold;
        const words = item.isOpen ? messages.unfolded(characters) : messages.folded(characters, form);
        // One button across all columns; a reader of the others hears the words where they belong.
        if (!isFirst) return <span class="unseen" data-words={item.isOpen ? '' : words} />;
        return (
          <button
            type="button"
            class="across"
            aria-label={words}
            aria-expanded={item.isOpen}
            onClick={() => galley.onFold(a.start)}
          >
            <span data-words={words} />
          </button>
        );
      }
      case 'row':
        return column === 'both' ? (
          <MergedText
            comparison={galley.comparison}
            row={item.row}
            moves={galley.moves}
            chosen={chosen}
            hidden={galley.hidden}
          />
        ) : (
          sideOf(item.row, column)
        );
    }
  }

  function sideOf(row: Row, side: SideName) {
    const ends = row.move === undefined ? undefined : galley.moves.get(row.move);
    if (row[side] === null && ends !== undefined) {
      return (
        <button
          type="button"
          class="lacuna moved"
          data-words={messages.movedAway(ends.difference)}
          aria-label={messages.movedAway(ends.difference)}
          data-move={row.move}
          data-end={side === 'a' ? 'b' : 'a'}
        />
      );
    }
    if (row[side] === null)
      return <span class="lacuna" data-words={side === 'a' ? messages.absentA : messages.absentB} />;
    return (
      <MarkedText
        comparison={galley.comparison}
        side={side}
        row={row}
        moves={galley.moves}
        chosen={chosen}
        hidden={galley.hidden}
      />
    );
  }
}

function MoreButton(props: { position: 'before' | 'after'; shown: number; onMore: () => void }) {
  const messages = useMessages();
  const words = messages.moreContext[props.position](props.shown);
  return (
    <button type="button" class="across" aria-label={words} onClick={props.onMore}>
      <span data-words={words} />
    </button>
  );
}

function classOf(item: GalleyItem): string {
  switch (item.kind) {
    case 'row':
      return `clause ${item.row.move === undefined ? item.row.kind : 'moved'}`;
    case 'context':
      return `context ${item.position}`;
    case 'fold':
      return item.isOpen ? 'fold open' : 'fold';
    case 'more':
      return 'more';
  }
}

function attributesOf(item: GalleyItem, column: Column, { comparison, origins }: Galley, messages: Messages) {
  // The rest of a unit goes on in the same paragraph.
  if (item.kind === 'context') {
    return item.position === 'rest' ? {} : { 'data-starts': '', 'data-ends': '' };
  }
  if (item.kind === 'more') return { 'data-fold': -1 };
  if (item.kind === 'fold') return { 'data-fold': item.isOpen ? -1 : item.fold.a.start };
  const side = column === 'both' ? 'b' : column;
  const span = item.row[side];
  // For what paints the places that were found; both texts in one are neither.
  const origin = column === 'both' || span === null ? null : { ...origins[column], at: span.start };
  return {
    'data-text': origin?.document,
    'data-start': origin === null ? undefined : origin.span.start + origin.at,
    'data-line': '',
    'data-ends': span !== null && endsParagraph(comparison.texts[side], span.end) ? '' : undefined,
    'aria-description': item.row.kind === 'equal' ? undefined : messages.rowKinds[item.row.kind],
  };
}
