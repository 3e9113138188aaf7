import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { distinctLinks, thinned } from '../../../core/overview/links.ts';
import {
  findingOfPointed,
  groupOfPointed,
  isSamePointed,
  pointedAt,
  type Pointed,
} from '../../../core/overview/pointing.ts';
import { markBox, planRibbons, rowsBetween } from '../../../core/overview/ribbons.ts';
import type { Selection } from '../../../core/overview/selection.ts';
import type { Mark, Survey, SurveyedGroup } from '../../../core/overview/survey.ts';
import type { Rates } from '../../../core/review/rates.ts';
import { Drawing } from '../../drawing/drawing.tsx';
import type { Picture, Shape } from '../../drawing/shape.ts';
import { useMessages } from '../../hooks/context.ts';
import { useScrollMemory } from '../../hooks/use-scroll-memory.ts';
import { useSize } from '../../hooks/use-size.ts';
import {
  cursorShapes,
  LINKS_MOST,
  litShapes,
  ribbonShapes,
  UNFOLDED_MOST,
  type RibbonSource,
} from './ribbon-shapes.ts';
import { TakeAlong } from './take-along.tsx';
import { pointedWords } from './pointed-words.ts';

/** Of a group that is pointed at, more are drawn; beyond these a group fills the picture. */
const LIT_LINKS_MOST = 400;
/** More rows than this, or more speeches in whatever rows, are drawn as they come into sight. */
const ROWS_AT_ONCE = 60;
const SPEECHES_AT_ONCE = 400;
/** Rows drawn beyond what is seen. */
const BEYOND = 4;
const NOTHING: readonly Shape[] = [];

/** Every speech as a ribbon to scale, with its items, what recurs, and the links between. */
export function Ribbons(props: {
  survey: Survey;
  selection: Selection;
  rates: Rates | null;
  lit: number | null;
  top: number;
  onLit: (group: number | null) => void;
  onOpen: (pair: number) => void;
  onOpenSpeech: (speech: number) => void;
  onScrolled: (top: number) => void;
}) {
  const { survey, selection, rates, lit, onLit, onOpen } = props;
  const messages = useMessages();
  const { inOverview: words } = messages;
  const scroller = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  const [isEven, setEven] = useState(false);
  const canFold = survey.documents.length < survey.speeches.length && survey.documents.length > 1;
  const [wantsFold, setFold] = useState<boolean | null>(null);
  const isFolded = canFold && (wantsFold ?? survey.speeches.length > UNFOLDED_MOST);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [scrolled, setScrolled] = useState(props.top);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  useScrollMemory(scroller, size === null ? '' : 'ribbons', props.top, props.onScrolled);

  const width = size?.width ?? 0;
  const height = size?.height ?? 0;
  const plan = useMemo(
    () =>
      planRibbons(survey.speeches, {
        width,
        height,
        isFolded: (document) => isFolded && !opened.has(document),
        isEven,
      }),
    [survey, width, height, isFolded, opened, isEven],
  );
  const source: RibbonSource = useMemo(
    () => ({ survey, selection, plan, rates, messages }),
    [survey, selection, plan, rates, messages],
  );
  const isVirtual = plan.rows.length > ROWS_AT_ONCE || survey.speeches.length > SPEECHES_AT_ONCE;
  const seen = isVirtual ? rowsBetween(plan, scrolled, scrolled + height) : { from: 0, to: plan.rows.length };
  const [from, to] = [Math.max(0, seen.from - BEYOND), Math.min(plan.rows.length, seen.to + BEYOND)];
  const rows = useMemo(() => ({ from, to }), [from, to]);
  const distinct = useMemo(() => distinctLinks(survey, selection), [survey, selection]);
  const { links, left } = useMemo(
    () => thinned(survey, plan, distinct, rows, LINKS_MOST),
    [survey, plan, distinct, rows],
  );
  const picture: Picture = useMemo(
    () => ({ width, height: isVirtual ? height : plan.height, shapes: ribbonShapes(source, rows, links) }),
    [source, rows, links, width, height, isVirtual],
  );
  const litLinks = useMemo(() => {
    if (lit === null) return [];
    const own = (survey.groups[lit] as SurveyedGroup | undefined)?.pairs ?? [];
    const shown = own.filter(
      (pair) => selection.pairs[pair] === 1 && survey.markA[pair] !== survey.markB[pair],
    );
    return thinned(survey, plan, shown, rows, LIT_LINKS_MOST).links;
  }, [survey, selection, plan, rows, lit]);
  const over = useMemo(() => {
    const own =
      lit === null || survey.groups[lit] === undefined ? NOTHING : litShapes(source, rows, lit, litLinks);
    const at = cursor === null ? undefined : survey.marks[cursor];
    return at === undefined ? own : [...own, ...cursorShapes(plan, at)];
  }, [source, rows, lit, litLinks, cursor]);

  // Places that the keyboard walks through; what the filter hides is passed over.
  const shownMarks = useMemo(
    () => survey.marks.flatMap((_, mark) => (selection.marks[mark] === 1 ? [mark] : [])),
    [survey, selection],
  );
  useEffect(() => setCursor(null), [survey, selection]);

  const pointAt = (event: MouseEvent): Pointed | null => {
    const { left: x0, top: y0 } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const y = event.clientY - y0 + (isVirtual ? scrolled : 0);
    return pointedAt(survey, selection, plan, [...links, ...litLinks], event.clientX - x0, y);
  };
  const open = (at: Pointed | null) => {
    const pair = at === null ? undefined : findingOfPointed(survey, selection, at);
    if (pair !== undefined) onOpen(pair);
  };
  const move = (next: number | undefined) => {
    if (next === undefined) return;
    const mark = survey.marks[next] as Mark;
    setCursor(next);
    setPointed({ mark: next });
    onLit(mark.group);
    const { y } = markBox(plan, mark);
    const { current } = scroller;
    if (current === null) return;
    if (y < current.scrollTop + 40) current.scrollTop = y - 60;
    else if (y > current.scrollTop + height - 60) current.scrollTop = y - height + 100;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = cursor === null ? -1 : shownMarks.indexOf(cursor);
    const speech = cursor === null ? -1 : (survey.marks[cursor] as Mark).speech;
    const isOf = (mark: number, own: number) => plan.rowOf[(survey.marks[mark] as Mark).speech] === own;
    const row = speech < 0 ? -1 : (plan.rowOf[speech] as number);
    switch (event.code) {
      case 'ArrowRight':
        move(shownMarks[at + 1]);
        break;
      case 'ArrowLeft':
        move(shownMarks[Math.max(0, at - 1)]);
        break;
      case 'ArrowDown':
        move(shownMarks.slice(at + 1).find((mark) => !isOf(mark, row)));
        break;
      case 'ArrowUp': {
        const before = shownMarks.slice(0, Math.max(0, at)).findLast((mark) => !isOf(mark, row));
        const first =
          before === undefined ? -1 : (plan.rowOf[(survey.marks[before] as Mark).speech] as number);
        move(before === undefined ? shownMarks[0] : shownMarks.find((mark) => isOf(mark, first)));
        break;
      }
      case 'Enter':
      case 'NumpadEnter':
        open(cursor === null ? null : { mark: cursor });
        break;
      case 'Space':
        if (speech >= 0 && isFolded) toggle((survey.speeches[speech] as Survey['speeches'][number]).document);
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  const toggle = (document: number) => {
    const copy = new Set(opened);
    if (!copy.delete(document)) copy.add(document);
    setOpened(copy);
  };
  const onClick = (event: MouseEvent) => {
    const at = pointAt(event);
    const row = at !== null && 'row' in at ? plan.rows[at.row] : undefined;
    if (row === undefined) open(at);
    else if (isFolded) toggle(row.document);
    else props.onOpenSpeech(row.from);
  };

  const said = pointed === null ? null : pointedWords(source, pointed);
  return (
    <section class="ribbons" aria-label={words.ribbons}>
      <header>
        <h2>{words.ribbons}</h2>
        <p class={said === null ? 'quiet' : 'said'} title={said ?? keyWords()} data-testid="said">
          <span>{said ?? keyWords()}</span>
        </p>
        <button type="button" class="plain" aria-pressed={isEven} onClick={() => setEven(!isEven)}>
          {words.even}
        </button>
        {canFold && (
          <button type="button" class="plain" aria-pressed={isFolded} onClick={() => setFold(!isFolded)}>
            {words.foldDocuments}
          </button>
        )}
        <TakeAlong
          what={words.ribbons}
          picture={() => {
            const all = { from: 0, to: plan.rows.length };
            const drawn = thinned(survey, plan, distinct, all, LINKS_MOST).links;
            return { width, height: plan.height, shapes: ribbonShapes(source, all, drawn) };
          }}
        />
      </header>
      <div
        ref={scroller}
        class="scroller"
        role="listbox"
        tabIndex={0}
        aria-label={words.ribbonsList}
        aria-activedescendant={cursor === null ? undefined : 'ribbon-mark'}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setCursor(null);
          setPointed(null);
          onLit(null);
        }}
        onScroll={(event) => isVirtual && setScrolled(event.currentTarget.scrollTop)}
      >
        <div
          role="option"
          id="ribbon-mark"
          class="unseen"
          aria-selected={cursor !== null}
          aria-setsize={shownMarks.length}
          aria-posinset={cursor === null ? 1 : shownMarks.indexOf(cursor) + 1}
        >
          {said ?? words.ribbons}
        </div>
        <div class="paper" role="presentation" style={{ height: `${plan.height}px` }}>
          <div
            class={`window ${pointed === null ? '' : 'pointing'}`}
            role="presentation"
            onMouseMove={(event) => {
              const at = pointAt(event);
              if (isSamePointed(at, pointed)) return;
              setPointed(at);
              onLit(at === null ? null : groupOfPointed(survey, at));
            }}
            onMouseLeave={() => {
              setPointed(null);
              onLit(null);
            }}
            onClick={onClick}
          >
            {size !== null && (
              <Drawing picture={picture} over={over} top={isVirtual ? scrolled : 0} isMoving={isVirtual} />
            )}
          </div>
        </div>
      </div>
    </section>
  );

  function keyWords(): string {
    if (survey.findings.length === 0) return words.nothing;
    if (left > 0) return words.notAllLinks(links.length, left);
    return isEven ? words.ribbonsEven : words.ribbonsKey;
  }
}
