import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Workspace } from '../app/workspace.ts';
import { missingOf } from '../app/missing.ts';
import type { View } from '../app/state.ts';
import type { Hit } from '../core/review/find.ts';
import type { Pair } from '../core/reuse/pair.ts';
import { languageFor, languages } from '../i18n/index.ts';
import { ColumnsDialog } from './components/columns-dialog.tsx';
import { chooseFiles } from './components/file-input.tsx';
import { FindBar, NO_HITS } from './components/find-bar.tsx';
import { HistoryDialog } from './components/history-dialog.tsx';
import { KeysDialog } from './components/keys-dialog.tsx';
import { Notices } from './components/notices.tsx';
import { PasteDialog } from './components/paste-dialog.tsx';
import { QuestionDialog } from './components/question-dialog.tsx';
import { PhrasesDialog } from './components/phrases-dialog.tsx';
import { saveProject } from './components/project-actions.tsx';
import { ReasonsDialog } from './components/reasons-dialog.tsx';
import { ReportDialog } from './components/report-dialog.tsx';
import { SettingsDialog } from './components/settings-dialog.tsx';
import { TopBar } from './components/top-bar.tsx';
import { InterfaceContext } from './hooks/context.ts';
import { useFindings } from './hooks/use-findings.ts';
import { useFiles } from './hooks/use-files.ts';
import { usePrefersDark } from './hooks/use-prefers-dark.ts';
import { useShortcuts, type Command } from './hooks/use-shortcuts.ts';
import { useStable } from './hooks/use-stable.ts';
import type { Memory } from './hooks/use-made-once.ts';
import { useStore } from './hooks/use-store.ts';
import { BoilerplateView } from './views/boilerplate-view.tsx';
import { DocumentsView } from './views/documents-view.tsx';
import { OverviewView } from './views/overview-view.tsx';
import { DraftView } from './views/draft-view.tsx';
import { ReviewView } from './views/review-view.tsx';
import { StartView } from './views/start-view.tsx';

/** The whole page. */
export function App({ workspace }: { workspace: Workspace }) {
  const state = useStore(workspace.store, (value) => value);
  const [dialog, setDialog] = useState<
    'settings' | 'keys' | 'paste' | 'phrases' | 'reasons' | 'history' | 'report' | null
  >(null);
  const [memory] = useState<Memory>(() => new Map());
  const prefersDark = usePrefersDark();
  const [isFinding, setFinding] = useState(false);
  const [found, setFound] = useState<Hit | null>(null);
  const [hits, setHits] = useState(NO_HITS);
  const [openPair, setOpenPair] = useState<Pair | null>(null);
  const { isDragging } = useFiles(workspace);
  const language = state.settings.language ?? languageFor(navigator.languages);
  const isDark = state.settings.theme === null ? prefersDark : state.settings.theme === 'dark';
  const messages = languages[language];
  const shared = useMemo(() => ({ workspace, messages }), [workspace, messages]);

  const { findings, groups, apart } = useFindings(state);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = messages.name;
  }, [language, messages]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [isDark]);
  const { screen: current } = state.view;
  const previous = useRef(current);
  useEffect(() => {
    // What had the focus went with the other screen.
    if (previous.current !== current && document.activeElement === document.body)
      document.querySelector<HTMLElement>('main .scroll')?.focus({ preventScroll: true });
    previous.current = current;
  }, [current]);
  const actions: Partial<Record<Command, () => void>> = {
    files: () => chooseFiles(),
    ...(state.documents.length > 0 && { save: () => void saveProject(workspace, messages) }),
    ...(state.documents.length > 0 && { find: () => setFinding(true) }),
    help: () => setDialog('keys'),
    undo: () => void workspace.undo(),
    redo: () => void workspace.redo(),
    history: () => setDialog('history'),
    screens: () => turnTo('documents'),
    boilerplate: () => turnTo('boilerplate'),
    back: goBack,
    draft: () => turnTo('draft'),
    overview: () => turnTo('overview'),
    ...(findings !== null && state.documents.length > 0 && { report: () => setDialog('report') }),
  };
  useShortcuts((command) => {
    const action = actions[command];
    action?.();
    return action !== undefined;
  });

  const close = () => setDialog(null);
  const openReport = useStable(() => setDialog('report'));
  const [question] = state.questions;
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
          findings={findings}
          isDark={isDark}
          onSettings={() => setDialog('settings')}
          onKeys={() => setDialog('keys')}
          onPaste={() => setDialog('paste')}
        />
        {isStart ? null : <Notices state={state} missing={missingOf(state, findings)} />}
        {isFinding && state.documents.length > 0 && (
          <FindBar
            documents={state.documents}
            pair={state.view.screen === 'compare' && !state.view.versions ? openPair : null}
            place={{ document: state.view.document, at: state.view.documentAt }}
            onHit={(hit, isInPair) => {
              setFound(isInPair ? hit : null);
              if (!isInPair)
                workspace.look({ screen: 'documents', document: hit.document, documentAt: hit.start });
            }}
            onHits={setHits}
            onClose={() => {
              setFinding(false);
              setFound(null);
            }}
          />
        )}
        {isStart ? <StartView state={state} onPaste={() => setDialog('paste')} /> : screen()}
      </div>
      {question !== undefined && <QuestionDialog key={question.id} question={question} />}
      {dialog === 'settings' && (
        <SettingsDialog
          settings={state.settings}
          onPhrases={() => setDialog('phrases')}
          onReasons={() => setDialog('reasons')}
          onHistory={() => setDialog('history')}
          onClose={close}
        />
      )}
      {dialog === 'keys' && <KeysDialog onClose={close} />}
      {dialog === 'paste' && <PasteDialog onClose={close} />}
      {dialog === 'reasons' && <ReasonsDialog reasons={state.settings.reasons} onClose={close} />}
      {dialog === 'history' && <HistoryDialog state={state} findings={findings} onClose={close} />}
      {dialog === 'report' && findings !== null && (
        <ReportDialog state={state} findings={findings} onClose={close} />
      )}
      {dialog === 'phrases' && <PhrasesDialog phrases={state.ritualPhrases} onClose={close} />}
      {state.columnsQuestion !== null && <ColumnsDialog question={state.columnsQuestion} />}
    </InterfaceContext.Provider>
  );

  /** From another screen to the comparison; there from all versions to the pair. */
  function goBack(): void {
    const { screen: from, versions } = state.view;
    if (from !== 'compare') workspace.look({ screen: 'compare' });
    else if (versions) workspace.look({ versions: false, difference: 0, compareTop: 0 });
  }

  /** To a screen, or from it back to the comparison. */
  function turnTo(wanted: View['screen']): void {
    workspace.look({ screen: state.view.screen === wanted ? 'compare' : wanted });
  }

  function screen() {
    switch (state.view.screen) {
      case 'documents':
        return <DocumentsView hits={hits} state={state} findings={findings} memory={memory} />;
      case 'boilerplate':
        return <BoilerplateView state={state} apart={apart} onPhrases={() => setDialog('phrases')} />;
      case 'overview':
        return <OverviewView state={state} findings={findings} memory={memory} onReport={openReport} />;
      case 'draft':
        return <DraftView state={state} findings={findings} groups={groups} onReport={openReport} />;
      case 'compare':
        return (
          <ReviewView
            state={state}
            findings={findings}
            groups={groups}
            apart={apart}
            found={found}
            onOpen={setOpenPair}
            onReasons={() => setDialog('reasons')}
          />
        );
    }
  }
}
