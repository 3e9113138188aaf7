import type { ComponentChildren } from 'preact';
import type { SideName } from '../../core/diff/comparison.ts';

/** One line of the synopsis: what stands at the same height on both sides, and the sign between. */
export interface SynopsisLine {
  readonly kind: string;
  readonly number: string;
  readonly sign: string;
  readonly a: ComponentChildren;
  readonly b: ComponentChildren;
}

/**
 * Two columns of lines at equal heights. Each side is one element from top to bottom, so that it can be selected,
 * copied and read aloud by itself; rows are shared through a subgrid.
 */
export function Synopsis(props: {
  lines: readonly SynopsisLine[];
  headers: Record<SideName, ComponentChildren>;
  labels: Record<SideName, string>;
}) {
  const { lines, headers, labels } = props;
  // Row 1 belongs to the headers, which stay in sight while the lines scroll beneath them.
  const rows = { gridRow: `1 / span ${lines.length + 1}` };
  const line = (index: number) => ({ gridRow: index + 2 });
  return (
    <div class="synopsis">
      <div class="numbers" style={rows} aria-hidden="true">
        {lines.map(({ number }, index) => (
          <span key={index} style={line(index)}>
            {number}
          </span>
        ))}
      </div>
      {(['a', 'b'] as const).map((side) => (
        <section
          key={side}
          class={`side ${side}`}
          data-testid={`side-${side}`}
          aria-label={labels[side]}
          style={rows}
        >
          {headers[side]}
          {lines.map((content, index) => (
            <div key={index} class={`line ${content.kind}`} style={line(index)}>
              {content[side]}
            </div>
          ))}
        </section>
      ))}
      <div class="gutter" style={rows} aria-hidden="true">
        {lines.map(({ kind, sign }, index) => (
          <span key={index} class={`line ${kind}`} style={line(index)}>
            {sign !== '' && <i>{sign}</i>}
          </span>
        ))}
      </div>
    </div>
  );
}
