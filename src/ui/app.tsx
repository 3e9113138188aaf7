import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Workspace } from '../app/workspace.ts';
import { languageFor, languages } from '../i18n/index.ts';
import { chooseFiles } from './components/file-input.tsx';
import { KeysDialog } from './components/keys-dialog.tsx';
import { Notices } from './components/notices.tsx';
import { PasteDialog } from './components/paste-dialog.tsx';
import { SettingsDialog } from './components/settings-dialog.tsx';
import { TopBar } from './components/top-bar.tsx';
import { InterfaceContext } from './hooks/context.ts';
import { useFiles } from './hooks/use-files.ts';
import { usePrefersDark } from './hooks/use-prefers-dark.ts';
import { useShortcuts, type Command } from './hooks/use-shortcuts.ts';
import { useStore } from './hooks/use-store.ts';
import { DocumentsView } from './views/documents-view.tsx';
import { ReviewView } from './views/review-view.tsx';
import { StartView } from './views/start-view.tsx';

/** The whole page. */
export function App({ workspace }: { workspace: Workspace }) {
  const state = useStore(workspace.store, (value) => value);
  const [dialog, setDialog] = useState<'settings' | 'keys' | 'paste' | null>(null);
  const prefersDark = usePrefersDark();
  const { isDragging } = useFiles(workspace);
  const language = state.settings.language ?? languageFor(navigator.languages);
  const isDark = state.settings.theme === null ? prefersDark : state.settings.theme === 'dark';
  const messages = languages[language];
  const shared = useMemo(() => ({ workspace, messages }), [workspace, messages]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = messages.name;
  }, [language, messages]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [isDark]);
  const actions: Partial<Record<Command, () => void>> = {
    files: chooseFiles,
    help: () => setDialog('keys'),
    undo: () => void workspace.undo(),
    screens: () => workspace.look({ screen: state.view.screen === 'compare' ? 'documents' : 'compare' }),
  };
  useShortcuts((command) => {
    const action = actions[command];
    action?.();
    return action !== undefined;
  });

  const close = () => setDialog(null);
  const isStart = state.opened && state.documents.length === 0;
  return (
    <InterfaceContext.Provider value={shared}>
      <div
        class={`frame${isDragging ? ' dragging' : ''}`}
        data-testid="drop-zone"
        data-drop={messages.dropAnywhere}
      >
        <TopBar
          state={state}
          isDark={isDark}
          onSettings={() => setDialog('settings')}
          onKeys={() => setDialog('keys')}
          onPaste={() => setDialog('paste')}
        />
        {isStart ? null : <Notices state={state} />}
        {isStart ? (
          <StartView state={state} onPaste={() => setDialog('paste')} />
        ) : state.view.screen === 'documents' ? (
          <DocumentsView state={state} />
        ) : (
          <ReviewView state={state} />
        )}
      </div>
      {dialog === 'settings' && <SettingsDialog settings={state.settings} onClose={close} />}
      {dialog === 'keys' && <KeysDialog onClose={close} />}
      {dialog === 'paste' && <PasteDialog onClose={close} />}
    </InterfaceContext.Provider>
  );
}
