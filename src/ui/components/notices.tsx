import type { Missing } from '../../app/missing.ts';
import type { AppState, FailedLoad } from '../../app/state.ts';
import { useInterface } from '../hooks/context.ts';

/** A few failures are told one by one; more are counted, and listed whole under 稿件. */
const FAILURES_MOST = 3;
const NONE: readonly FailedLoad[] = [];

/** What went wrong and what to do: storage, the worker, a stopped detection, a link that leads nowhere, files that were not loaded. */
export function Notices({ state, missing }: { state: AppState; missing: Missing | null }) {
  const { workspace, messages } = useInterface();
  const { storageProblem, fault } = state;
  // The documents screen lists them itself.
  const failures = state.view.screen === 'documents' ? NONE : state.failures;
  const isStale = state.stale && !state.busy && fault === null;
  if (storageProblem === null && fault === null && failures.length === 0 && !isStale && missing === null)
    return null;
  const again = (
    <button type="button" class="framed" onClick={() => void workspace.detectAgain()}>
      {messages.detectAgain}
    </button>
  );
  return (
    <div class="notices" role="alert">
      {storageProblem !== null && <p>{messages.storageProblems[storageProblem]}</p>}
      {fault !== null && (
        <p>
          {messages.faults[fault]} {fault === 'worker-failed' && again}
        </p>
      )}
      {isStale && (
        <p>
          {state.early ? messages.stoppedEarly : messages.stopped} {again}
        </p>
      )}
      {missing !== null && <p>{messages.missing[missing]}</p>}
      {failures.length <= FAILURES_MOST ? (
        failures.map((failure) => <Failure key={failure.id} failure={failure} />)
      ) : (
        <p>
          {messages.notLoaded(failures.length)}
          <button type="button" class="framed" onClick={() => workspace.look({ screen: 'documents' })}>
            {messages.showFailures}
          </button>
          <button
            type="button"
            class="framed"
            onClick={() => failures.forEach(({ id }) => workspace.dismissFailure(id))}
          >
            {messages.dismissAll}
          </button>
        </p>
      )}
    </div>
  );
}

/** A file that was not loaded, with what is wrong and what to do. */
export function Failure({ failure }: { failure: FailedLoad }) {
  const { workspace, messages } = useInterface();
  return (
    <p class="failure" data-testid="document" data-state="error">
      <b>{failure.name}</b>
      <span>{messages.problems[failure.problem]}</span>
      <button type="button" class="framed" onClick={() => workspace.dismissFailure(failure.id)}>
        {messages.dismiss}
      </button>
    </p>
  );
}
