import type { Aside } from '../../core/text/layout.ts';
import { useMessages } from '../hooks/context.ts';

/** What a file says beside a line: words that a tracked change took out, and comments. Closed until it is asked for. */
export function Asides({ asides }: { asides: readonly Aside[] }) {
  const messages = useMessages();
  if (asides.length === 0) return null;
  const count = (kind: Aside['kind']) => asides.filter((aside) => aside.kind === kind).length;
  return (
    <details class="asides">
      <summary>{messages.asides(count('deletion'), count('comment'))}</summary>
      <ul>
        {asides.map(({ kind, text, author }, index) => (
          <li key={index}>
            <b>{kind === 'deletion' ? messages.deleted(author) : messages.comment(author)}</b>{' '}
            {kind === 'deletion' ? <del>{text}</del> : <q>{text}</q>}
          </li>
        ))}
      </ul>
    </details>
  );
}
