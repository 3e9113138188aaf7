import type { Judgement } from '../../core/review/decision.ts';

/** A judgement as a small picture: two boxes, the kept one full, the removed one dashed; a flag; an open circle. */
export function DecisionMark({ judgement, label }: { judgement: Judgement | null; label: string }) {
  return (
    <svg class="decision-mark" width="16" height="14" viewBox="0 0 16 14" role="img" aria-label={label}>
      {judgement === null ? (
        <circle cx="8" cy="7" r="3.2" />
      ) : judgement === 'flag' ? (
        <path d="M4 13V1.5h8l-2 3 2 3H4" />
      ) : judgement === 'boilerplate' ? (
        <path d="M2 3.5h12M2 7h12M2 10.5h12" />
      ) : (
        <>
          <Box x={0.75} kept={judgement !== 'keep-b' && judgement !== 'keep-none'} />
          <Box x={9.25} kept={judgement !== 'keep-a' && judgement !== 'keep-none'} />
        </>
      )}
    </svg>
  );
}

function Box({ x, kept }: { x: number; kept: boolean }) {
  return <rect class={kept ? 'kept' : 'removed'} x={x} y={1.75} width={6} height={10.5} />;
}
