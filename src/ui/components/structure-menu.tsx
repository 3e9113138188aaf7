import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** One thing that can be done, with the key that does it too. */
export interface MenuEntry {
  readonly name: string;
  readonly keys: string;
  readonly run: () => void;
}

/** In CSS pixels of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const EDGE = 8;

/** A menu at a place of the window: arrows walk, Enter does, Escape and a click elsewhere close it. */
export function StructureMenu(props: {
  name: string;
  title: string;
  entries: readonly MenuEntry[];
  at: Point;
  /** `isElsewhere`: the focus went to something else, and stays there. */
  onClose: (isElsewhere: boolean) => void;
}) {
  const { name, title, entries, at, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);
  const [shift, setShift] = useState({ x: 0, y: 0 });
  useLayoutEffect(() => {
    const { width, height } = menu.current?.getBoundingClientRect() ?? { width: 0, height: 0 };
    setShift({
      x: Math.min(0, innerWidth - EDGE - width - at.x),
      y: Math.min(0, innerHeight - EDGE - height - at.y),
    });
    menu.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [at]);
  return (
    <div
      ref={menu}
      class="structure-menu"
      role="menu"
      aria-label={name}
      style={{ left: `${Math.max(EDGE, at.x + shift.x)}px`, top: `${Math.max(EDGE, at.y + shift.y)}px` }}
      onKeyDown={onKeyDown}
      onFocusOut={({ relatedTarget }) => {
        if (!menu.current?.contains(relatedTarget as Node | null)) onClose(true);
      }}
    >
      <div class="title">{title}</div>
      {entries.map((entry) => (
        <button
          key={entry.keys}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-keyshortcuts={entry.keys}
          onClick={() => {
            onClose(false);
            entry.run();
          }}
        >
          {entry.name} <kbd>{entry.keys}</kbd>
        </button>
      ))}
    </div>
  );

  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])];
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const last = buttons.length - 1;
    const goals: Readonly<Record<string, number>> = {
      ArrowDown: now === last ? 0 : now + 1,
      ArrowUp: now <= 0 ? last : now - 1,
      Home: 0,
      End: last,
    };
    const goal = goals[event.code];
    if (goal !== undefined) buttons[goal]?.focus();
    else if (event.code === 'Escape' || event.code === 'Tab') onClose(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
