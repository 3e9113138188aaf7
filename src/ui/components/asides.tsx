import type { Aside } from '../../core/text/layout.ts';
import { useMessages } from '../hooks/context.ts';

/** What a file says beside a line: words that a tracked change took out, and comments. Closed until it is asked for. */
export function Asides({ asides }: { asides: readonly Aside[] }) {
  const { inReading: words } = useMessages();
  if (asides.length === 0) return null;
  const count = (kind: Aside['kind']) => asides.filter((aside) => aside.kind === kind).length;
  return (
    <details class="asides">
      <summary>{words.asides(count('deletion'), count('comment'))}</summary>
      <ul>
        {asides.map(({ kind, text, author }, index) => (
          <li key={index}>
            <b>{kind === 'deletion' ? words.deleted(author) : words.comment(author)}</b>{' '}
            {kind === 'deletion' ? <del>{text}</del> : <q>{text}</q>}
          </li>
        ))}
      </ul>
    </details>
  );
}
