import { render } from 'preact';
import type { Workspace } from '../app/workspace.ts';
import { App } from './app.tsx';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/filter.css';
import './styles/list.css';
import './styles/comparison.css';
import './styles/corpus-map.css';
import './styles/galley.css';
import './styles/synopsis.css';
import './styles/pencils.css';
import './styles/apparatus.css';
import './styles/versions.css';
import './styles/decision-bar.css';
import './styles/decide.css';
import './styles/documents.css';
import './styles/reading.css';
import './styles/reading-marks.css';
import './styles/structure-tools.css';
import './styles/boilerplate.css';
import './styles/overview-details.css';
import './styles/overview.css';
import './styles/draft.css';
import './styles/draft-export.css';
import './styles/draft-galley.css';
import './styles/start.css';
import './styles/dialog.css';
import './styles/report.css';
import './styles/find.css';
import './styles/adaptation.css';
import './styles/print.css';

/** Draws the page into `root` and opens the workspace. */
export function start(root: HTMLElement, workspace: Workspace): void {
  render(<App workspace={workspace} />, root);
  void workspace.open();
}
