import type { ComponentChildren } from 'preact';
import { useCallback, useRef } from 'preact/hooks';
import { useVirtualList } from '../hooks/use-virtual-list.ts';

/** Something that stands in a list of entries of several kinds. */
export interface Listed {
  readonly kind: string;
  readonly key: string;
}

/** A virtual list of entries of several kinds, each kind with its own height to begin with. */
export function VirtualEntries<Entry extends Listed>(props: {
  entries: readonly Entry[];
  /** In CSS pixels. Must stay the same function while the entries do. */
  estimate: (entry: Entry) => number;
  class: string;
  classOf?: (entry: Entry) => string;
  testIdOf?: (entry: Entry) => string;
  /** Names the list where nothing in it takes the focus, so that the keys scroll it. */
  label?: string;
  children: (entry: Entry) => ComponentChildren;
}) {
  const { entries, estimate } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualList({
    count: entries.length,
    scroller,
    estimate: useCallback(
      (index) => {
        const entry = entries[index];
        return entry === undefined ? 0 : estimate(entry);
      },
      [entries, estimate],
    ),
    keyOf: useCallback((index) => entries[index]?.key ?? index, [entries]),
    kept: null,
  });
  return (
    <div
      ref={scroller}
      class={`list ${props.class}`}
      tabIndex={props.label === undefined ? -1 : 0}
      role={props.label === undefined ? undefined : 'region'}
      aria-label={props.label}
    >
      <ul class="rows" style={{ height: `${list.height}px` }}>
        {list.rows.map((row) => {
          const entry = entries[row.index];
          return (
            entry && (
              <li
                key={row.key}
                ref={list.measure}
                data-index={row.index}
                data-testid={props.testIdOf?.(entry)}
                class={`entry ${entry.kind}${props.classOf?.(entry) ?? ''}`}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                {props.children(entry)}
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
