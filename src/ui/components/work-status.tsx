import type { AppState } from '../../app/state.ts';
import type { Messages } from '../../i18n/index.ts';
import { useInterface } from '../hooks/context.ts';

/** What the page is doing, for people, for screen readers, and for tests (`data-state`, `data-count`). */
export function WorkStatus({ state }: { state: AppState }) {
  const { workspace, messages } = useInterface();
  const phase = phaseOf(state);
  return (
    <div class="work-status">
      <span
        role="status"
        data-testid="status"
        data-state={phase}
        data-count={state.detection?.pairs.length ?? 0}
        class={isSaidElsewhere(state, phase) ? 'unseen' : phase === 'working' ? '' : 'quiet'}
      >
        {wordsFor(state, messages)}
      </span>
      {state.work !== null && (
        <>
          <progress max={1} value={state.work.done} aria-hidden="true" />
          <button type="button" class="framed" onClick={() => workspace.cancel()}>
            {messages.stop}
          </button>
        </>
      )}
    </div>
  );
}

/** The state of the page in one word. */
function phaseOf(state: AppState): 'idle' | 'working' | 'ready' | 'error' {
  if (!state.opened || state.busy) return 'working';
  if (state.fault !== null) return 'error';
  if (state.documents.length === 0) return state.failures.length > 0 ? 'error' : 'idle';
  return state.detection === null ? 'idle' : 'ready';
}

/** The number of findings stands beside what is settled of them; it is not told twice to the eye. */
function isSaidElsewhere(state: AppState, phase: string): boolean {
  return phase === 'ready' && (state.detection?.pairs.length ?? 0) > 0;
}

function wordsFor(state: AppState, messages: Messages): string {
  if (!state.opened) return messages.opening;
  if (state.work !== null) {
    const percent = Math.round(state.work.done * 100);
    return state.work.kind === 'importing' ? messages.importing(percent) : messages.detecting(percent);
  }
  return state.detection === null ? '' : messages.found(state.detection.pairs.length);
}
