import type { AppState } from '../../app/state.ts';
import { chooseFiles } from '../components/file-input.tsx';
import { Failure } from '../components/notices.tsx';
import { useInterface } from '../hooks/context.ts';

/** What shows when no document is left: where to drop, and the ways in. */
export function StartView({ state, onPaste }: { state: AppState; onPaste: () => void }) {
  const { workspace, messages } = useInterface();
  return (
    <main class="start">
      <div class="proof">
        {['a', 'b', 'c', 'd'].map((corner) => (
          <span key={corner} class={`crop ${corner}`} aria-hidden="true" />
        ))}
        <h1>{messages.name}</h1>
        <p class="tagline">{messages.tagline}</p>
        <p>{messages.promise}</p>
        <div class="drop">
          <b>{messages.dropHere}</b>
          <p>{messages.formats}</p>
        </div>
        <div class="ways">
          <button type="button" class="framed primary" onClick={() => chooseFiles()}>
            {messages.chooseFiles} <kbd>Ctrl O</kbd>
          </button>
          <button type="button" class="framed" onClick={onPaste}>
            {messages.pasteText} <kbd>Ctrl V</kbd>
          </button>
          <button type="button" class="framed" onClick={() => chooseFiles()}>
            {messages.inProject.open}
          </button>
          <button type="button" class="framed" onClick={() => void workspace.openExample()}>
            {messages.openExample}
          </button>
        </div>
        {state.failures.length > 0 && (
          <section class="failures" aria-label={messages.notLoaded(state.failures.length)}>
            {state.failures.map((failure) => (
              <Failure key={failure.id} failure={failure} />
            ))}
          </section>
        )}
        <div class="specimen" aria-hidden="true">
          <p>
            反映<mark class="pencil replaced">出</mark>
            <mark class="pencil replaced">两地发展环境</mark>的巨大差距，也折射出部分
            <mark class="pencil replaced">干部</mark>……
          </p>
          <p>
            反映<mark class="pencil replaced">了</mark>
            <mark class="pencil replaced">浙江和山东的营商环境</mark>的巨大差距，也折射出部分
            <mark class="pencil replaced">工作人员</mark>……
          </p>
        </div>
      </div>
    </main>
  );
}
