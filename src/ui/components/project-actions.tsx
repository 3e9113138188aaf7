import { useState } from 'preact/hooks';
import type { AppState } from '../../app/state.ts';
import type { Workspace } from '../../app/workspace.ts';
import type { Messages } from '../../i18n/index.ts';
import { useInterface } from '../hooks/context.ts';
import { chooseFiles } from './file-input.tsx';
import { saveFile } from './save-file.ts';

/** Saves everything as one file and gives the file's name; null when it was stopped or failed. */
export async function saveProject(workspace: Workspace, messages: Messages): Promise<string | null> {
  const { documents } = workspace.store.get();
  const [first] = documents;
  if (first === undefined) return null;
  const { origin, name } = first.document;
  const stem =
    origin === 'example'
      ? messages.example
      : name
          .split('/')
          .at(-1)
          ?.replace(/\.[a-z\d]{1,8}$/iu, '');
  const file = await workspace.saveProject(messages.inProject.fileName(stem ?? '', documents.length - 1));
  if (file === null) return null;
  saveFile(file);
  return file.name;
}

/** The two ways of a project: out, and in. */
export function ProjectActions({ state }: { state: AppState }) {
  const { workspace, messages } = useInterface();
  const words = messages.inProject;
  const [saved, setSaved] = useState('');
  if (state.documents.length === 0) return null;
  return (
    <div class="list-foot project">
      <button
        type="button"
        class="plain"
        title={words.saveHint}
        data-testid="save-project"
        onClick={() => {
          setSaved('');
          void saveProject(workspace, messages).then((name) => name !== null && setSaved(words.saved(name)));
        }}
      >
        {words.save} <kbd>Ctrl S</kbd>
      </button>
      <button type="button" class="plain" onClick={() => chooseFiles()}>
        {words.open}
      </button>
      <span class="quiet" role="status">
        {saved}
      </span>
    </div>
  );
}
