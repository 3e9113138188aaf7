import type { AppState, View } from '../../app/state.ts';
import type { Pair } from '../../core/reuse/pair.ts';
import { useInterface } from '../hooks/context.ts';
import { chooseFiles, FileInput } from './file-input.tsx';
import { ProgressMarks } from './progress-marks.tsx';
import { WorkStatus } from './work-status.tsx';

const SCREENS: readonly View['screen'][] = ['compare', 'overview', 'documents', 'boilerplate', 'draft'];

/** The head of the page: which view, which documents, how far the work is, and the ways to add and to set. */
export function TopBar(props: {
  state: AppState;
  /** Null while nothing is known. */
  findings: readonly Pair[] | null;
  isDark: boolean;
  onSettings: () => void;
  onKeys: () => void;
  onPaste: () => void;
}) {
  const { state, findings, isDark } = props;
  const { workspace, messages } = useInterface();
  const hasDocuments = state.documents.length > 0;
  return (
    <header class="top">
      <FileInput />
      <div class="masthead">
        <span class="logo">{messages.name}</span>
        {hasDocuments && (
          <nav aria-label={messages.views}>
            {SCREENS.map((screen) => (
              <button
                key={screen}
                type="button"
                aria-current={state.view.screen === screen ? 'page' : undefined}
                onClick={() => workspace.look({ screen })}
              >
                {messages[screen]}
              </button>
            ))}
          </nav>
        )}
      </div>
      <div class="loaded">
        {hasDocuments && <Loaded state={state} />}
        <WorkStatus state={state} found={findings?.length ?? 0} />
      </div>
      <div class="right">
        {findings !== null && findings.length > 0 && (
          <ProgressMarks pairs={findings} decisions={state.decisions} chosen={state.view.pair} />
        )}
        {hasDocuments && (
          <>
            <button type="button" class="plain" onClick={() => chooseFiles()}>
              {messages.addDocuments}
            </button>
            <button type="button" class="plain" onClick={props.onPaste}>
              {messages.pasteText}
            </button>
          </>
        )}
        <button type="button" class="plain" onClick={props.onSettings}>
          {messages.settings}
        </button>
        <button
          type="button"
          class="plain"
          onClick={() => void workspace.set({ theme: isDark ? 'light' : 'dark' })}
        >
          {isDark ? messages.light : messages.dark}
        </button>
        <button type="button" class="plain" aria-label={messages.keysTitle} onClick={props.onKeys}>
          <kbd>?</kbd>
        </button>
      </div>
    </header>
  );
}

/** What is loaded, in a line: the example or the file's name, or how many documents. */
function Loaded({ state }: { state: AppState }) {
  const { messages } = useInterface();
  const [first] = state.documents;
  const speeches = state.documents.reduce((sum, structured) => sum + structured.speeches.length, 0);
  const characters = state.documents.reduce((sum, { document }) => sum + document.text.length, 0);
  const isExample = first?.document.origin === 'example';
  return (
    <>
      {isExample && (
        <span class="badge" title={messages.exampleHint}>
          {messages.example}
        </span>
      )}
      <b>
        {state.documents.length > 1
          ? messages.documentCount(state.documents.length)
          : isExample
            ? first.speeches[0]?.title
            : first?.document.name}
      </b>
      <span>
        {messages.speechCount(speeches)}　{messages.characters(characters)}
      </span>
    </>
  );
}
