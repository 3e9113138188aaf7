import type { Answer, Question } from '../../app/state.ts';
import { useInterface } from '../hooks/context.ts';
import { Dialog } from './dialog.tsx';

/** What only the user can say: a project or new versions come where something is already. Closing leaves them out. */
export function QuestionDialog({ question }: { question: Question }) {
  const { workspace, messages } = useInterface();
  const words = messages.inProject;
  const answer = (given: Answer) => void workspace.answer(question.id, given);
  const settle = (button: HTMLElement, given: Answer) => {
    answer(given);
    // Closed, it gives the focus back where it was.
    button.closest('dialog')?.close();
  };
  const isProject = question.kind === 'project';
  const way = (given: Answer, name: string, hint: string) => (
    <button
      type="button"
      class="framed way"
      data-testid={`answer-${given}`}
      onClick={(event) => settle(event.currentTarget, given)}
    >
      <b>{name}</b>
      <span>{hint}</span>
    </button>
  );
  return (
    <Dialog
      title={isProject ? words.openTitle : words.versionTitle}
      name="asked"
      onClose={() => answer('cancel')}
    >
      {isProject ? (
        <p>
          {words.openedFile(question.name)}
          {words.holds(question.documents, question.decisions)}
          {words.savedBy(question.reviewer)}
        </p>
      ) : (
        <>
          <p>{words.versionText(question.names.length)}</p>
          <ul>
            {question.names.map(({ name, decided }) => (
              <li key={name}>
                <b>{name}</b> <span class="quiet">{words.decidedIn(decided)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {isProject
        ? way('beside', words.addProject, words.addProjectHint)
        : way('replace', words.replaceVersion, words.replaceVersionHint)}
      {isProject
        ? way('replace', words.replaceProject, words.replaceProjectHint)
        : way('beside', words.besideVersion, words.besideVersionHint)}
      <div class="actions">
        <button
          type="button"
          class="framed"
          data-testid="answer-cancel"
          onClick={(event) => settle(event.currentTarget, 'cancel')}
        >
          {messages.cancel}
        </button>
      </div>
    </Dialog>
  );
}
