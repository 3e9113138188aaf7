import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../app/state.ts';
import type { Comparison, Difference, SideName } from '../../core/diff/comparison.ts';
import { linesOf, type Line } from '../../core/diff/lines.ts';
import { moveEndsOf } from '../../core/diff/move-ends.ts';
import { heightsOf, lineFinder } from '../../core/diff/overview.ts';
import { surroundingsOf } from '../../core/review/surroundings.ts';
import type { Witness } from '../../core/review/witness.ts';
import { isRightToLeft } from '../../core/text/right-to-left.ts';
import { useMessages } from '../hooks/context.ts';
import { useLinkedMoves } from '../hooks/use-linked-moves.ts';
import { useNearBlocks } from '../hooks/use-near-blocks.ts';
import { useOneSideSelection } from '../hooks/use-one-side-selection.ts';
import { usePrinting } from '../hooks/use-printing.ts';
import { DifferenceStrip } from './difference-strip.tsx';
import { GalleyBlockView, type Galley as Shared } from './galley-block.tsx';
import { textOfBlock, textOfLine } from './galley-text.ts';
import { aroundItems, blocksOf, type GalleyBlock, type Reach } from './galley-items.ts';

/** Characters in a line of a column, side by side and alone. */
const BESIDE = 28;
const ALONE = 38;
/** From so many clauses on their numbers need more room. */
const MANY = 100;
/** The height of a line in CSS pixels, to begin with. */
const LINE_HEIGHT = 30;

/** What an open pair is set from. */
export interface GalleyProps {
  readonly witnesses: Readonly<Record<SideName, Witness>>;
  readonly comparison: Comparison;
  readonly settings: Settings;
  /** The number of the chosen difference, 0 for none. */
  readonly chosen: number;
  /** Those whose marks are on. */
  readonly shown: readonly Difference[];
  readonly isShown: (difference: Difference) => boolean;
  /** Whether b's unit follows a's at once. */
  readonly follows: boolean;
  readonly reach: Reach;
  /** The place that the reader looks for, in its side's text; null for none. */
  readonly found: { readonly side: SideName; readonly at: number } | null;
  readonly heads: Readonly<Record<SideName, ComponentChildren>>;
  readonly labels: Readonly<Record<SideName, string>>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onChoose: (number: number) => void;
  readonly onMore: (position: 'before' | 'after') => void;
}

/** Both passages in the chosen layout: heads that stay, lines, folds, what stands around, and the strip of differences. */
export function Galley(props: GalleyProps) {
  const { witnesses, comparison, settings, chosen, shown, isShown, reach, labels, scroller } = props;
  const { layout, hiddenMarks } = settings;
  const messages = useMessages();
  const root = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  /** A moved end that is on its way to be shown. */
  const [jump, setJump] = useState<{ move: number; to: SideName } | null>(null);
  const isMerged = layout === 'merged';
  const only = layout === 'only-a' ? 'a' : layout === 'only-b' ? 'b' : null;

  const lines = useMemo(() => {
    const all = linesOf(comparison, {
      by: layout === 'clauses' ? 'clause' : 'paragraph',
      isShown,
      isOpen: (fold) => !settings.folding || opened.has(fold.a.start),
    });
    return all.filter((line) =>
      line.kind === 'fold' ? settings.folding : only === null || line.row[only] !== null,
    );
  }, [comparison, layout, only, isShown, settings.folding, opened]);
  const moves = useMemo(() => moveEndsOf(comparison), [comparison]);
  const surroundings = useMemo(
    () => ({
      a: surroundingsOf(witnesses.a, reach.before, reach.after),
      b: surroundingsOf(witnesses.b, reach.before, reach.after),
    }),
    [witnesses.a, witnesses.b, reach],
  );
  const { blocks, ownBlocks, before } = useMemo(() => {
    const around = aroundItems(
      { witnesses, surroundings, reach, layout, isOn: settings.context, follows: props.follows },
      messages,
    );
    if (!isMerged) {
      const all = blocksOf([...around.above, ...lines, ...around.below]);
      return { blocks: all, ownBlocks: all, before: around.above.length };
    }
    // Around one text the two contexts stand side by side.
    const own = blocksOf(lines);
    return {
      blocks: [{ items: around.above, first: 0 }, ...own, { items: around.below, first: 0 }],
      ownBlocks: own,
      before: 0,
    };
  }, [witnesses, surroundings, reach, layout, isMerged, settings.context, props.follows, lines, messages]);

  const near = useNearBlocks(root, blocks.length, ownBlocks.length > 1 && !isPrinting);
  const holding = useMemo(
    () => holderOf(comparison, lines, ownBlocks, before, isMerged ? 1 : 0),
    [comparison, lines, ownBlocks, before, isMerged],
  );
  const chosenBlocks = holding(comparison.differences[chosen - 1]);
  const jumpBlocks = holding(jump === null ? undefined : regionOf(comparison, jump.move));
  const { found } = props;
  const find = useMemo(() => lineFinder(lines), [lines]);
  const foundLine = found === null ? -1 : find(found.side, found.at);
  const foundBlock = ownBlocks.findLastIndex(({ first }) => first <= foundLine + before) + (isMerged ? 1 : 0);
  useLayoutEffect(() => {
    const line = found === null ? undefined : lines[foundLine];
    if (found === null || line === undefined) return;
    if (line.kind === 'fold') setOpened((known) => new Set(known).add(line.fold.a.start));
    const side = isMerged ? 'both' : found.side;
    root.current
      ?.querySelector(`[data-side="${side}"] .line[data-index="${foundLine}"]`)
      ?.scrollIntoView({ block: 'center' });
    // Behind a fold that opened, the lines are other ones, and the place is looked for again.
  }, [found?.side, found?.at, lines]);

  const perLine = only === null && !isMerged ? BESIDE : ALONE;
  const onMore = useRef(props.onMore);
  onMore.current = props.onMore;
  const shared = useMemo<Shared>(
    () => ({
      comparison,
      moves,
      layout,
      hidden: hiddenMarks,
      size: blocks.reduce((sum, { items }) => sum + items.length, 0),
      isNumbered: lines.length > 1,
      before,
      labels,
      origins: { a: witnesses.a.passage, b: witnesses.b.passage },
      isRightToLeft: { a: isRightToLeft(comparison.texts.a), b: isRightToLeft(comparison.texts.b) },
      onFold: (start) => setOpened((known) => toggled(known, start)),
      onMore: (position) => onMore.current(position),
    }),
    [comparison, moves, layout, hiddenMarks, blocks, lines, before, labels.a, labels.b],
  );

  useLinkedMoves(root, (move, to) => {
    const number = moves.get(move)?.difference;
    if (number !== undefined) props.onChoose(number);
    setJump({ move, to });
  });
  useLayoutEffect(() => {
    if (jump === null) return;
    const end = root.current?.querySelector<HTMLElement>(`[data-link="${jump.move}${jump.to}"]`);
    end?.focus({ preventScroll: true });
    end?.scrollIntoView({ block: 'center' });
  }, [jump]);
  useOneSideSelection(root, ({ dataset }, side) => {
    const name = side === 'a' ? 'a' : 'b';
    const { fold, block } = dataset;
    if (block !== undefined) return textOfBlock(blocks[Number(block)], comparison, name);
    if (fold === undefined) return null;
    const closed = lines.find((line) => line.kind === 'fold' && line.fold.a.start === Number(fold));
    return closed === undefined ? '' : textOfLine(closed, comparison, name);
  });
  useLayoutEffect(() => {
    const element = root.current;
    // What had the focus goes with the pair: the next keys still belong to the comparison.
    return () => {
      if (element?.contains(document.activeElement)) scroller.current?.focus({ preventScroll: true });
    };
  }, [scroller]);

  const sides: readonly SideName[] = only === null ? ['a', 'b'] : [only];
  return (
    <div
      ref={root}
      class={`galley ${layout}${comparison.rows.length >= MANY ? ' many' : ''}`}
      data-parted={ownBlocks.length > 1}
      onClick={({ target }) => {
        // What moved leads to its other end instead.
        const mark = target instanceof Element ? target.closest<HTMLElement>('[data-difference]') : null;
        if (mark === null || mark.dataset['move'] !== undefined || getSelection()?.isCollapsed === false)
          return;
        props.onChoose(Number(mark.dataset['difference']));
      }}
    >
      <div class="heads">
        {sides.map((side) => (
          <div key={side} class={`head ${side}`} data-testid={`head-${side}`}>
            {props.heads[side]}
          </div>
        ))}
      </div>
      {blocks.map((block, index) => {
        const isOwn = ownBlocks.includes(block);
        const isDrawn =
          !isOwn ||
          near.isNear(index) ||
          chosenBlocks.includes(index) ||
          jumpBlocks.includes(index) ||
          (found !== null && foundBlock === index);
        return (
          <div
            key={index}
            data-block={index}
            style={isDrawn ? undefined : { height: `${near.heightOf(index) ?? guessed(block, perLine)}px` }}
          >
            {isDrawn && (
              <GalleyBlockView
                block={block}
                galley={shared}
                chosen={chosenBlocks.includes(index) ? chosen : 0}
                columns={isMerged && isOwn ? ['both'] : sides}
              />
            )}
          </div>
        );
      })}
      <DifferenceStrip
        galley={root}
        lines={lines}
        differences={shown}
        perLine={perLine}
        chosen={chosen}
        onChoose={props.onChoose}
      />
    </div>
  );
}

function toggled(known: ReadonlySet<number>, start: number): ReadonlySet<number> {
  const now = new Set(known);
  if (!now.delete(start)) now.add(start);
  return now;
}

function regionOf({ differences }: Comparison, move: number): Difference | undefined {
  return differences.find((difference) => difference.kind === 'moved' && difference.move === move);
}

/** Gives the blocks in which a difference stands; `before` items and `blocksBefore` blocks come before the lines. */
function holderOf(
  comparison: Comparison,
  lines: readonly Line[],
  blocks: readonly GalleyBlock[],
  before: number,
  blocksBefore: number,
): (difference: Difference | undefined) => readonly number[] {
  const find = lineFinder(lines);
  return (difference) => {
    if (difference === undefined) return [];
    return (['a', 'b'] as const).flatMap((side) => {
      // A caret stands before what it points at, or behind what ends there.
      const { start } = difference[side];
      return [
        start,
        Math.max(0, start - 1),
        Math.min(comparison.texts[side].length, difference[side].end),
      ].map((at) => {
        const item = find(side, at) + before;
        return blocks.findLastIndex(({ first }) => first <= item) + blocksBefore;
      });
    });
  };
}

function guessed({ items }: GalleyBlock, perLine: number): number {
  const lines = items.filter((item) => item.kind === 'row' || item.kind === 'fold');
  return heightsOf(lines, perLine).reduce((sum, height) => sum + height * LINE_HEIGHT, 0);
}
