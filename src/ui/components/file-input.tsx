import type { DocumentId } from '../../core/text/document.ts';
import { useInterface } from '../hooks/context.ts';

/** What the dialogue offers at first. The content decides what is read, and the user can ask the dialogue for all files. */
const OFFERED =
  '.txt,.md,.markdown,.docx,.docm,.dotx,.pdf,.html,.htm,.mht,.mhtml,.doc,.dot,.wps,.wpt,.rtf,.odt,.ott,.fodt,.ofd,.epub,.xlsx,.xlsm,.csv,.tsv,.json,.jsonl,.zip,.leitong,text/plain,text/markdown';

/** The page's only file dialogue; everything that opens it clicks this field. */
export const FILE_INPUT = 'file-input';

/** A hidden field for files; it stays on the page so that a dialogue is open at once whatever is shown. */
export function FileInput() {
  const { workspace, messages } = useInterface();
  return (
    <input
      id={FILE_INPUT}
      class="unseen"
      type="file"
      multiple
      accept={OFFERED}
      tabIndex={-1}
      aria-label={messages.chooseFiles}
      data-testid="file-input"
      onChange={(event) => {
        const { currentTarget } = event;
        const sources = [...(currentTarget.files ?? [])].map((file) => ({ name: file.name, bytes: file }));
        // The same file can be chosen again after it was removed.
        currentTarget.value = '';
        const replaces = currentTarget.dataset['replaces'];
        delete currentTarget.dataset['replaces'];
        const [first] = sources;
        if (first === undefined) return;
        if (replaces === undefined) void workspace.load(sources);
        else void workspace.revise(replaces, first);
      }}
    />
  );
}

/** Opens the file dialogue; what is chosen becomes the new version of the document `replaces`, where that is given. */
export function chooseFiles(replaces?: DocumentId): void {
  const input = document.getElementById(FILE_INPUT);
  if (input === null) return;
  if (replaces === undefined) delete input.dataset['replaces'];
  else input.dataset['replaces'] = replaces;
  input.click();
}
