import { useMessages } from '../hooks/context.ts';

/** Which part of a long list stands there, and the way to the others; nothing when it is one page. */
export function Pages(props: {
  /** From 0. */
  page: number;
  size: number;
  all: number;
  onTurn: (page: number) => void;
}) {
  const { page, size, all, onTurn } = props;
  const messages = useMessages();
  if (all <= size) return null;
  const from = page * size;
  const to = Math.min(all, from + size);
  return (
    <p class="pages">
      <button type="button" class="plain" disabled={page === 0} onClick={() => onTurn(page - 1)}>
        {messages.listBefore}
      </button>
      <span>{messages.listedOf(from + 1, to, all)}</span>
      <button type="button" class="plain" disabled={to === all} onClick={() => onTurn(page + 1)}>
        {messages.listAfter}
      </button>
    </p>
  );
}
