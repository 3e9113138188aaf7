import type { DifferenceClass } from '../core/diff/comparison.ts';
import type { Decision } from '../core/review/decision.ts';
import { DEFAULT_FILTER, type Filter } from '../core/review/filter.ts';
import type { WordWay } from '../core/draft/order.ts';
import { EVERY_MARK, type ReadingChoice } from '../core/overview/reading-marks.ts';
import type { Opinions } from '../core/review/opinion.ts';
import type { Pick } from '../core/review/pick.ts';
import type { EarlierVersion } from '../core/review/project.ts';
import type { ReportFormat } from '../core/report/order.ts';
import type { BoilerplateId, Detection, PairId } from '../core/reuse/pair.ts';
import type { Correction, StructuredDocument } from '../core/structure/speech.ts';
import type { TableSample } from '../core/table/table-reading.ts';
import type { DocumentId } from '../core/text/document.ts';
import type { LoadProblem } from '../core/text/imported.ts';
import type { HistoryList } from './commands.ts';

export type { LoadProblem } from '../core/text/imported.ts';

/** What is being worked on off the main thread. */
export interface Work {
  readonly kind: 'importing' | 'detecting' | 'exporting';
  /** 0 to 1. */
  readonly done: number;
}

/** A file that was not loaded; it keeps its place in the list until the user puts it away. */
export interface FailedLoad {
  readonly id: string;
  readonly name: string;
  readonly problem: LoadProblem;
}

/** A file of tables that waits for the user's word on how to read them. */
export interface ColumnsQuestion {
  readonly name: string;
  readonly tables: readonly TableSample[];
  /** Whether the file is read already, and the user wants it read otherwise. */
  readonly isAgain: boolean;
}

/** What is wrong with the browser's storage; the page goes on working for the visit. */
export type StorageProblem =
  | 'unavailable' // there is none, it is blocked, or it does not answer
  | 'newer' // a newer version of this page wrote it; it is left alone
  | 'full'
  | 'failed'
  | 'damaged'; // a record could not be understood and was left out

/** What only the user can say. */
export type Question =
  /** A project was opened beside what is there. */
  | {
      readonly kind: 'project';
      readonly id: string;
      readonly name: string;
      readonly reviewer: string;
      readonly documents: number;
      readonly decisions: number;
    }
  /** Documents came that have the names of others. */
  | {
      readonly kind: 'versions';
      readonly id: string;
      readonly names: readonly { readonly name: string; readonly decided: number }[];
    };

/** To take the place of what is there, to stand beside it, or to be left out. */
export type Answer = 'replace' | 'beside' | 'cancel';

/** Something went wrong that the user must know of. */
export type Fault = 'worker-failed' | 'export-failed';

export type Language = 'zh-CN' | 'en';
export type Theme = 'light' | 'dark';

/** The marks that have a switch of their own: three of substance, and the classes of form. */
export type MarkKind = 'replaced' | 'only' | 'moved' | Exclude<DifferenceClass, 'text'>;

/** How an open pair is set: side by side clause by clause or as running text, both as one text, or one side alone. */
export type Layout = 'clauses' | 'running' | 'merged' | 'only-a' | 'only-b';
export const LAYOUTS: readonly Layout[] = ['clauses', 'running', 'merged', 'only-a', 'only-b'];

/** What the user set; null means as the browser says. */
export interface Settings {
  readonly language: Language | null;
  readonly theme: Theme | null;
  readonly layout: Layout;
  /** Whether long stretches without a difference are folded. */
  readonly folding: boolean;
  /** Marks that are switched off. */
  readonly hiddenMarks: readonly MarkKind[];
  /** Whether the text around the passages is shown. */
  readonly context: boolean;
  /** Whether the next undecided pair opens by itself once the open one is judged. */
  readonly advance: boolean;
  /** Who judges, as the history and what is handed on say it; empty for none. */
  readonly reviewer: string;
  /** The reasons that a flag can be given; null is the list that ships. */
  readonly reasons: readonly string[] | null;
  /** How drafts and reports were taken along last. */
  readonly wordWay: WordWay;
  readonly reportFormat: ReportFormat;
  readonly reportMasked: boolean;
}

/** What the user is looking at. */
export interface View {
  readonly screen: 'overview' | 'compare' | 'documents' | 'boilerplate' | 'draft';
  readonly filter: Filter;
  readonly pair: PairId | null;
  /** What the user picked to compare: up to two places. Two of them are what the comparison shows. */
  readonly picks: readonly Pick[];
  /** Whether all versions of the open pair's text are shown instead of the pair, where there are more than two. */
  readonly versions: boolean;
  /** The number of the chosen difference, from 1; 0 for none. */
  readonly difference: number;
  /** How far the list and the comparison are scrolled, in CSS pixels. */
  readonly listTop: number;
  readonly compareTop: number;
  /** The document that the documents screen and the draft show, and the place in its text that stands at the top. */
  readonly document: DocumentId | null;
  readonly documentAt: number;
  /** What is marked in the document. */
  readonly reading: ReadingChoice;
  /** The boilerplate that its screen shows, and how far its list is scrolled, in CSS pixels. */
  readonly boilerplate: BoilerplateId | null;
  readonly boilerplateTop: number;
  /** How far the ribbons of the overview are scrolled, in CSS pixels. */
  readonly overviewTop: number;
  /** Whether the draft is shown as it will be, without what goes. */
  readonly draftClean: boolean;
  /** Whether unchanged lines of the draft take one line each. */
  readonly draftFolded: boolean;
}

/** All that the views show. */
export interface AppState {
  /** False until what is stored has been read. */
  readonly opened: boolean;
  readonly documents: readonly StructuredDocument[];
  readonly corrections: ReadonlyMap<DocumentId, readonly Correction[]>;
  readonly failures: readonly FailedLoad[];
  /** The question that is open; null for none. */
  readonly columnsQuestion: ColumnsQuestion | null;
  /** Null until the first detection has ended. While `work` detects anew, the previous one stays. */
  readonly detection: Detection | null;
  /** True while `detection` is not that of `documents` as they are now: being made, cancelled, or broken off. */
  readonly stale: boolean;
  /** True while `detection` is only what a detection has found so far; it is then stale, too, and never cached. */
  readonly early: boolean;
  readonly decisions: ReadonlyMap<PairId, Decision>;
  /** What other reviewers decided. */
  readonly opinions: Opinions;
  /** The versions that documents took the place of, by those documents. */
  readonly earlier: ReadonlyMap<DocumentId, EarlierVersion<Blob>>;
  /** Earlier versions that were asked for, to be compared. */
  readonly former: readonly StructuredDocument[];
  readonly questions: readonly Question[];
  /** Phrases that are duty and not copying; null is the list that ships. */
  readonly ritualPhrases: readonly string[] | null;
  /** Documents whose text is no finding wherever it recurs. */
  readonly templates: ReadonlySet<DocumentId>;
  /** Boilerplate that the user took back among the findings. */
  readonly restored: ReadonlySet<BoilerplateId>;
  readonly settings: Settings;
  readonly view: View;
  /** Whether the address named what the view shows, and the user has gone nowhere since: what is not there is told. */
  readonly byAddress: boolean;
  /** Whether anything is worked on off the main thread, from its first moment to its last. */
  readonly busy: boolean;
  /** What is worked on, once it takes longer than a blink. */
  readonly work: Work | null;
  readonly storageProblem: StorageProblem | null;
  readonly fault: Fault | null;
  /** How many steps can be undone. */
  readonly undoable: number;
  /** All steps that can be undone or redone. */
  readonly history: HistoryList;
}

export const DEFAULT_SETTINGS: Settings = {
  language: null,
  theme: null,
  layout: 'clauses',
  folding: true,
  hiddenMarks: [],
  context: true,
  advance: true,
  reviewer: '',
  reasons: null,
  wordWay: 'tracked',
  reportFormat: 'html',
  reportMasked: false,
};

export const DEFAULT_VIEW: View = {
  screen: 'compare',
  filter: DEFAULT_FILTER,
  pair: null,
  picks: [],
  versions: false,
  difference: 0,
  listTop: 0,
  compareTop: 0,
  document: null,
  documentAt: 0,
  reading: EVERY_MARK,
  boilerplate: null,
  boilerplateTop: 0,
  overviewTop: 0,
  draftClean: false,
  draftFolded: true,
};

export const INITIAL_STATE: AppState = {
  opened: false,
  documents: [],
  corrections: new Map(),
  failures: [],
  columnsQuestion: null,
  detection: null,
  stale: false,
  early: false,
  decisions: new Map(),
  opinions: new Map(),
  earlier: new Map(),
  former: [],
  questions: [],
  ritualPhrases: null,
  templates: new Set(),
  restored: new Set(),
  settings: DEFAULT_SETTINGS,
  view: DEFAULT_VIEW,
  byAddress: false,
  busy: false,
  work: null,
  storageProblem: null,
  fault: null,
  undoable: 0,
  history: { keys: [], done: 0 },
};
