import type { AppState } from '../../app/state.ts';
import type { Messages } from '../../i18n/index.ts';
import { useInterface } from '../hooks/context.ts';

/** What the page is doing, for people, for screen readers, and for tests (`data-state`, `data-count`). */
export function WorkStatus({ state, found }: { state: AppState; found: number }) {
  const { workspace, messages } = useInterface();
  const phase = phaseOf(state);
  // The number of findings stands beside what is settled of them; it is not told twice to the eye.
  const isSaidElsewhere = phase === 'ready' && found > 0;
  return (
    <div class="work-status">
      <span
        role="status"
        data-testid="status"
        data-state={phase}
        data-count={found}
        class={isSaidElsewhere ? 'unseen' : phase === 'working' ? '' : 'quiet'}
      >
        {wordsFor(state, found, messages)}
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

function wordsFor(state: AppState, found: number, messages: Messages): string {
  if (!state.opened) return messages.opening;
  if (state.work !== null) {
    const percent = Math.round(state.work.done * 100);
    if (state.work.kind === 'importing') return messages.importing(percent);
    if (state.work.kind === 'exporting') return messages.exporting(percent);
    return state.early ? messages.detectingFound(percent, found) : messages.detecting(percent);
  }
  return state.detection === null ? '' : messages.found(found);
}
