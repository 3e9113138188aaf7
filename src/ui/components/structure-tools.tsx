import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  choicesFor,
  correctionsOf,
  goesOn,
  lineStateOf,
  type LineChoice,
} from '../../core/structure/line-choices.ts';
import { placeOf } from '../../core/structure/place.ts';
import type { ReadingLine } from '../../core/structure/reading-lines.ts';
import type { Correction, StructuredDocument } from '../../core/structure/speech.ts';
import type { Messages } from '../../i18n/index.ts';
import { useInterface, useMessages } from '../hooks/context.ts';
import { useShortcuts, type Command } from '../hooks/use-shortcuts.ts';
import { useStructureChange } from '../hooks/use-structure-change.ts';
import { StructureMenu, type MenuEntry, type Point } from './structure-menu.tsx';

const KEYS: Readonly<Record<LineChoice, string>> = {
  speech: 'S',
  'heading-1': '1',
  'heading-2': '2',
  'heading-3': '3',
  'no-heading': '0',
  measure: 'M',
  paragraph: 'E',
  running: 'H',
  'running-alone': '⇧ H',
};
/** The digits that decide of a pair elsewhere say here which heading a line is. */
const COMMANDS: Partial<Readonly<Record<Command, LineChoice>>> = {
  'line-speech': 'speech',
  'keep-a': 'heading-1',
  'keep-b': 'heading-2',
  'keep-all': 'heading-3',
  note: 'no-heading',
  'line-measure': 'measure',
  'line-paragraph': 'paragraph',
  'line-running': 'running',
  'line-running-alone': 'running-alone',
};
const IN_BAR: readonly LineChoice[] = ['measure', 'paragraph', 'speech', 'running'];
const HEADINGS: readonly LineChoice[] = ['heading-1', 'heading-2', 'heading-3', 'no-heading'];

/** In the margin of a line: opens the menu of what it may be made. */
export function MoreButton({ isCurrent }: { isCurrent: boolean }) {
  const { menu } = useMessages().inStructure;
  return (
    <button
      type="button"
      class="plain more"
      tabIndex={isCurrent ? 0 : -1}
      aria-haspopup="menu"
      aria-label={menu}
      title={menu}
    >
      ⋯
    </button>
  );
}

/** What the current line is, what it may be made, and what that brought; the same by a menu at the line. */
export function StructureTools(props: {
  structured: StructuredDocument;
  corrections: readonly Correction[];
  line: ReadingLine;
  /** How many findings there are; null while they are not those of the present structure. */
  findings: number | null;
  /** Whether anything is worked on; a comparison that the user stopped is not being made any more. */
  isBusy: boolean;
  undoable: number;
  /** The element that holds the lines; a click in it with the other button, and its `.more` buttons, open the menu. */
  scroller: { readonly current: HTMLElement | null };
  onSpeaker: () => void;
  /** Gives the focus back to the current line. */
  onLeaveMenu: () => void;
}) {
  const { structured, corrections, line, findings, scroller, onSpeaker } = props;
  const { workspace, messages } = useInterface();
  const words = messages.inStructure;
  const { id, text } = structured.document;
  const choices = useMemo(() => choicesFor(structured, line), [structured, line]);
  const own = useMemo(() => correctionsOf(text, corrections, line), [text, corrections, line]);
  const change = useStructureChange(structured, corrections, findings, line.span.start);
  const [outcome, setOutcome] = useState<'idle' | 'failed' | null>(null);
  const [menu, setMenu] = useState<Point | null>(null);
  useEffect(() => setOutcome(null), [change, line.span.start]);
  useMenuCalls(scroller, setMenu);
  useShortcuts((command) => {
    if (document.activeElement?.closest('.panel') != null) return false;
    const choice = COMMANDS[command];
    if (choice !== undefined) return choose(choice);
    if (command === 'line-speaker') onSpeaker();
    else if (command === 'line-taken-back') takeBack();
    else return false;
    return true;
  });
  const entries: readonly MenuEntry[] = [
    ...[...choices].map(([choice, { isBack }]) => ({
      name: words.choice(choice, isBack),
      keys: KEYS[choice],
      run: () => void choose(choice),
    })),
    { name: messages.setSpeaker, keys: 'W', run: onSpeaker },
    ...(own.size > 0 ? [{ name: words.takeBack, keys: 'X', run: takeBack }] : []),
  ];
  const said =
    outcome !== null
      ? words[outcome]
      : change === 'busy'
        ? props.isBusy && words.busy
        : change && words.effect(change);

  return (
    <>
      <div class="structure-tools" role="toolbar" aria-label={words.bar}>
        <div>
          <b>{stateWords(structured, line, messages)}</b>
          {own.size > 0 && (
            <>
              <span class="quiet">{words.corrected}</span>
              {tool(words.takeBack, 'X', takeBack)}
            </>
          )}
          <span class="effect" role="status" data-testid="structure-effect">
            {said}
          </span>
          {tool(messages.keyNames.undo, 'Z', undo, props.undoable > 0)}
        </div>
        <div>
          <span class="levels" role="group" aria-label={words.headingLevels}>
            <span aria-hidden="true">{words.headingLevels}</span>
            {HEADINGS.map(button)}
          </span>
          {IN_BAR.map(button)}
          {tool(messages.setSpeaker, 'W', onSpeaker)}
        </div>
      </div>
      {menu !== null && (
        <StructureMenu
          name={words.menu}
          title={stateWords(structured, line, messages)}
          entries={entries}
          at={menu}
          onClose={(isElsewhere) => {
            setMenu(null);
            if (!isElsewhere) props.onLeaveMenu();
          }}
        />
      )}
    </>
  );

  function button(choice: LineChoice) {
    const offered = choices.get(choice);
    const name = words.choice(choice, offered?.isBack ?? false);
    const isLevel = HEADINGS.includes(choice) && choice !== 'no-heading';
    return tool(name, KEYS[choice], () => choose(choice), offered !== undefined, isLevel);
  }

  function tool(name: string, keys: string, run: () => void, isOffered = true, isShort = false) {
    return (
      <button
        key={keys}
        type="button"
        class="plain"
        // Not `disabled`: what was pressed keeps the focus.
        aria-disabled={!isOffered}
        aria-keyshortcuts={keys}
        title={isShort ? name : undefined}
        onClick={run}
      >
        {isShort ? <span class="unseen">{name} </span> : `${name} `}
        <kbd>{keys}</kbd>
      </button>
    );
  }

  function choose(choice: LineChoice): boolean {
    const offered = choices.get(choice);
    if (offered === undefined) setOutcome('idle');
    else void correct(offered.correction);
    return true;
  }

  async function correct(correction: Correction): Promise<void> {
    const came = await workspace.correct(id, correction);
    if (came !== 'done') setOutcome(came);
  }

  function undo(): void {
    if (props.undoable > 0) void workspace.undo();
  }

  function takeBack(): void {
    if (own.size > 0) void workspace.uncorrect(id, own);
    else setOutcome('idle');
  }
}

/** Opens the menu where the line was clicked with the other button, or below the line's own button. */
function useMenuCalls(scroller: { readonly current: HTMLElement | null }, open: (at: Point) => void): void {
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const onMenu = (event: MouseEvent) => {
      const line = (event.target as Element).closest<HTMLElement>('.line');
      // Who selected words wants the browser's own menu, with Copy.
      if (line === null || !(getSelection()?.isCollapsed ?? true)) return;
      event.preventDefault();
      line.focus({ preventScroll: true });
      const { left, top, height } = line.getBoundingClientRect();
      const byKey = event.clientX === 0 && event.clientY === 0;
      latest.current(byKey ? { x: left, y: top + height } : { x: event.clientX, y: event.clientY });
    };
    const onClick = (event: MouseEvent) => {
      const more = (event.target as Element).closest<HTMLElement>('.line .more');
      if (more === null) return;
      // Not every browser gives a button the focus that was clicked.
      more.focus({ preventScroll: true });
      const { left, bottom } = more.getBoundingClientRect();
      latest.current({ x: left, y: bottom });
    };
    element.addEventListener('contextmenu', onMenu);
    element.addEventListener('click', onClick);
    return () => {
      element.removeEventListener('contextmenu', onMenu);
      element.removeEventListener('click', onClick);
    };
  }, [scroller]);
}

/** 措施三 · 第二级; 正文，接上一段. */
function stateWords(structured: StructuredDocument, line: ReadingLine, messages: Messages): string {
  const words = messages.inStructure;
  const state = lineStateOf(structured, line);
  const rest = state.kind !== 'running' && goesOn(structured, line) ? ` · ${words.goesOn}` : '';
  switch (state.kind) {
    case 'heading':
      return words.heading(state.level) + rest;
    case 'measure':
    case 'inside': {
      const speech = structured.speeches[line.speech];
      const name = speech === undefined ? '' : messages.place(placeOf(speech, state.measure, null));
      return (state.kind === 'measure' ? words.measure(name, state.level) : words.inside(name)) + rest;
    }
    default:
      return words[state.kind] + rest;
  }
}
