import type { Difference } from '../../core/diff/comparison.ts';
import type { Messages } from '../zh-CN/messages.ts';
import { count, number } from './count.ts';
import { NOTICES } from './notices.ts';
import { KEYS } from './keys.ts';
import { COLUMN_WORDS } from './columns.ts';
import { OVERVIEW } from './overview.ts';
import { DECIDE } from './decide.ts';
import { DRAFT } from './draft.ts';
import { REPORT } from './report.ts';
import { PROJECT_WORDS } from './project.ts';
import { placeText } from './place.ts';
import { READING } from './reading.ts';
import { STRUCTURE } from './structure.ts';
import { VERSION_WORDS } from './versions.ts';
import { BOILERPLATE_REASONS, reasonText } from './reason.ts';
import { briefText, CLASS_NAMES, verdictText } from './verdict.ts';

/** Every word of the interface in English. */
export const en: Messages = {
  name: 'Leitong',
  languageName: 'English',

  compare: 'Compare',
  overview: 'Overview',
  documents: 'Documents',
  boilerplate: 'Boilerplate',
  draft: 'Draft',
  addDocuments: 'Add files',
  settings: 'Settings',
  dark: 'Dark',
  light: 'Light',
  views: 'Views',
  example: 'Example',
  exampleHint: 'Makes way for the first text of your own',
  speechCount: (n) => count(n, 'speech', 'speeches'),
  documentCount: (n) => count(n, 'document'),
  characters: (n) => count(n, 'character'),
  settled: (done, all) => `${number(done)} of ${number(all)} settled`,
  settledLong: (done, all) => `${number(done)} of ${count(all, 'repeat')} settled`,

  opening: 'Opening…',
  importing: (percent) => `Reading, ${percent}%`,
  detecting: (percent) => `Comparing, ${percent}%`,
  detectingFound: (percent, n) => `Comparing, ${percent}%, ${number(n)} so far`,
  exporting: (percent) => `Exporting, ${percent}%`,
  stop: 'Stop',
  stopped: 'Comparing was stopped; the list is out of date.',
  stoppedEarly: 'Comparing was stopped; the list has only what was found by then.',
  detectAgain: 'Compare again',
  found: (n) => (n === 0 ? 'No repeats found' : count(n, 'repeat')),

  tagline: 'Put your drafts in. See what was said twice, copied or reworded.',
  promise: 'Drafts are opened in this browser alone. Nothing is uploaded; it works offline.',
  dropHere: 'Drop drafts here',
  formats:
    'Word, WPS, PDF, web pages, RTF, ODT, OFD, EPUB, Excel, CSV and text, archives and folders, as many as you like',
  chooseFiles: 'Choose files',
  pasteText: 'Paste text',
  openExample: 'Open example',
  dropAnywhere: 'Drop to load',

  pasteTitle: 'Paste text',
  pasteLabel: 'Text to compare',
  pasteHint: 'Paste a whole page: titles, bylines and numbered items are recognised.',
  pasteLoad: 'Load',
  cancel: 'Cancel',
  close: 'Close',

  notLoaded: (n) => `${count(n, 'file')} could not be loaded`,
  dismiss: 'Dismiss',
  showFailures: 'Show them',
  dismissAll: 'Dismiss all',
  problems: {
    empty: 'The file is empty (0 bytes). Check it and drop it again.',
    blank: 'The file holds nothing but white space. Check it and drop it again.',
    binary: 'This is not a text file. Save it as .txt where it was made, then drop that.',
    'unknown-encoding': 'The text encoding is unknown. Save the file as UTF-8, then drop it again.',
    unsupported: 'This format cannot be read yet. Save it as .docx, .xlsx or .txt, then drop that.',
    encrypted: 'The file has a password. Remove it where the file was made, then drop it again.',
    damaged: 'The file is incomplete or damaged. Open it where it was made, save it anew, then drop that.',
    scan: 'This file holds scanned pictures and no text. Recognise the text (OCR) first, then drop the result.',
    vertical:
      'This file is set vertically, which cannot be read yet. Save it as Word or .txt, then drop that.',
    overfull: 'Unpacked, the file would be larger than what can be read. Split it, then drop the parts.',
    'too-many-lines': 'The file has over a million lines, unlike a draft. Split it, then drop the parts.',
    'too-many':
      'At most 10,000 files load at once; from this one on none was loaded. Join them into larger files.',
    'too-large': 'The file is larger than 100 MB. Split it, then drop the parts.',
    folder:
      'This folder is empty, cannot be read, or holds more than 2,000 files. Open it and drop the files you need.',
    unreadable:
      'The browser cannot read this file: it may have moved, or you may lack permission. Choose it again.',
    'project-newer':
      'A newer version saved this project, and this one cannot open it. Use that version, or update this page.',
    'project-damaged':
      'This project is incomplete or was altered; nothing of it was loaded. Have it saved anew.',
    duplicate: 'This document is loaded already, with the same text. It was not added twice.',
  },

  findings: 'Repeats',
  find: 'Find',
  findPlaceholder: 'Names, words',
  scope: 'Scope',
  scopes: { all: 'All', within: 'Within a speech', across: 'Across' },
  kind: 'Kind',
  kinds: { identical: 'Same', 'near-identical': 'Similar', partial: 'Passage', paraphrase: 'Reworded' },
  speaker: 'Speaker',
  everySpeaker: 'All speakers',
  moreSpeakers: (n) => `${number(n)} more: find them by name`,
  unknownSpeaker: 'Unnamed',
  similarity: 'Similarity',
  similarityFrom: (value) => `Similarity of at least ${value}`,
  similarityHistogram: 'Distribution of similarity',
  shared: 'Shared',
  sharedLength: (n) => `${number(n)} chars`,
  sharedFrom: (n) => `At least ${count(n, 'character')} shared`,
  sharedHistogram: 'Distribution of shared characters',
  automatic: 'auto',
  automaticHint:
    'Set from the distribution of Reworded, and hides only those that are least alike. Press again to show all.',
  hiddenBelow: (n) => `${number(n)} hidden`,
  showHidden: 'Show all',
  openOnly: 'Unsettled',
  noFindings: 'No repeats found',
  awaiting: 'Comparing; repeats will be listed on the left.',
  noFindingsHint: 'No passage of these documents recurs. Add more documents to compare them.',
  noneMatch: 'Nothing matches the filter',
  showAll: 'Show all',
  limited: {
    'repeats-sampled': (n) => `${count(n, 'very frequent text')} sampled only.`,
    'pairs-capped': (n) =>
      `${count(n, 'more repeat')} not listed: of a text that recurs very often, each is compared with the first alone.`,
    'boilerplate-capped': (n) => `${count(n, 'more stock passage')} not listed, only the most frequent.`,
  },
  sameSpeech: 'same speech',
  shownOf: (shown, all) => `${number(shown)} of ${number(all)}`,
  boilerplateElsewhere: (n) => count(n, 'boilerplate passage'),
  groupOf: (n) => count(n, 'place'),

  draftWords: DRAFT,
  decideWords: DECIDE,

  report: REPORT,

  place: placeText,
  onPage: (page: number) => `p. ${page}`,

  verdict: verdictText,
  brief: briefText,
  briefLong: 'Long; compared when opened',
  reason: reasonText,

  comparison: 'Comparison',
  nth: (n, all) => `${number(n)} of ${number(all)}`,
  similarIs: (value) => `similarity ${value}`,
  previousPair: 'Previous repeat',
  nextPair: 'Next repeat',
  previousDifference: 'Previous difference',
  nextDifference: 'Next difference',
  differenceOf: (n, all) => (n === 0 ? count(all, 'difference') : `${n} of ${all}`),
  noDifference: 'No difference',
  differencePlaces: 'Where the differences are',
  allHidden: 'All kinds are off',
  classes: CLASS_NAMES,
  marks: { replaced: 'replaced', only: 'one side', moved: 'moved' },
  classesLabel: 'Kinds of difference',
  layout: 'Layout',
  layouts: { clauses: 'Clauses', running: 'Running', merged: 'Merged', 'only-a': 'L', 'only-b': 'R' },
  layoutHints: {
    clauses: 'Side by side, clause by clause',
    running: 'Side by side, as running text',
    merged: 'Both as one text: deletions struck, insertions marked',
    'only-a': 'The left side alone',
    'only-b': 'The right side alone',
  },
  context: 'Context',
  moreContext: {
    before: (n) => (n === 0 ? 'The whole paragraph before' : 'One more paragraph before'),
    after: (n) => (n === 0 ? 'The whole paragraph after' : 'One more paragraph after'),
  },
  folding: 'Fold',
  foldingHint: 'Folds long stretches that are the same',
  folded: (n, form) =>
    form === 0
      ? `… ${count(n, 'character')} the same …`
      : `… ${count(n, 'character')} the same, ${count(form, 'difference')} of form not marked …`,
  unfolded: (n) => `Fold the ${count(n, 'character')} that are the same`,
  left: 'L',
  right: 'R',
  absentA: 'not on the left',
  absentB: 'not on the right',
  movedAway: (n) => `moved, see ${n}`,
  movedTo: (clause) => `moved to clause ${number(clause)} on the right`,
  movedFrom: (clause) => `moved from clause ${number(clause)} on the left`,
  rowKinds: { equal: 'the same', changed: 'changed', 'only-a': 'left only', 'only-b': 'right only' },
  copy: 'Copy',
  copySide: { a: 'Copy the left text', b: 'Copy the right text' },
  copyComparison: 'Copy comparison',
  copyComparisonHint: 'Copies with the marks, for Word or WPS',
  copied: 'Copied',
  notCopied: 'The browser refused to copy',
  print: 'Print',
  speechBeginsHere: 'The speech begins here',
  speechEndsHere: 'The speech ends here',
  followsLeft: 'Follows the left at once',
  precedesRight: 'The right follows at once',
  pageBreak: 'A page ends here in the manuscript',
  mapLabel: 'Where this pair stands among all documents',
  openInDocument: 'Show in document',
  widenFilter: 'Widen the filter, or show all.',
  coarse: 'The text is long; these differences are coarse.',

  apparatus: 'Differences',
  apparatusKey: 'left ］ right',
  unlisted: (n) => `${number(n)} more, of kinds that are off`,
  listedOf: (from, to, all) => `${number(from)} to ${number(to)} of ${number(all)}`,
  listBefore: 'Previous page',
  listAfter: 'Next page',
  absent: { a: 'absent', b: 'absent' },
  differenceKind: (difference: Difference) =>
    difference.kind === 'form'
      ? CLASS_NAMES[difference.class]
      : { replaced: 'replaced', 'only-a': 'left only', 'only-b': 'right only', moved: 'moved' }[
          difference.kind
        ],
  moved: 'moved',
  spaceMark: 'space',

  ...VERSION_WORDS,
  ...COLUMN_WORDS,

  decide: 'Decide',
  judgements: {
    'keep-a': 'Keep left',
    'keep-b': 'Keep right',
    'keep-all': 'Keep both',
    flag: 'Flag',
    boilerplate: 'Boilerplate',
    'keep-none': 'Keep neither',
  },
  consequences: {
    'keep-a': (_a, b) => `deletes right: ${number(b)} chars`,
    'keep-b': (a) => `deletes left: ${number(a)} chars`,
    'keep-all': () => 'no change',
    flag: () => 'back to the author',
    boilerplate: () => 'set aside everywhere',
    'keep-none': () => 'another of the group stays',
  },
  decided: (judgement) => `Settled: ${judgement.toLowerCase()}`,
  undecided: 'Unsettled',
  note: 'Note',
  notePlaceholder: 'For the author or the reviewer',
  hasNote: 'note',
  pairKeys: 'repeats',
  undo: 'undo',

  boilerplateReasons: { ...BOILERPLATE_REASONS, user: DECIDE.userReason },
  boilerplateHint:
    'What everybody says, or says out of duty, is kept apart from the repeats. What should not pass can be counted as a repeat.',
  inSpeeches: (n, all) =>
    n > 1 ? `In ${number(n)} of ${count(all, 'speech', 'speeches')}` : 'Again and again in one speech',
  inSpeechesShort: (n, all) => `${number(n)} of ${number(all)}`,
  takeBack: 'Count as a repeat',
  takeBackConsequence: (n) => `Lists ${count(n, 'repeat')}; nothing is compared anew`,
  setApart: 'Set apart again',
  setApartConsequence: (n) => `Takes ${count(n, 'repeat')} off the list`,
  takenBack: 'counted as a repeat',
  showInList: 'Show in the list',
  places: (n) => count(n, 'place'),
  noBoilerplate: 'No boilerplate',
  noBoilerplateHint: 'Nothing in these documents is said by everybody or out of duty.',
  ritualPhrases: 'Ritual phrases',
  ritualPhrasesHint: 'One a line. What is mostly made of these is boilerplate, not a repeat.',
  phraseCount: (n) => count(n, 'phrase'),
  editPhrases: 'Edit',
  editRitualPhrases: 'Edit the ritual phrases',
  shippedPhrases: 'Restore the list that ships',
  savePhrases: 'Save and compare again',

  pick: 'Compare',
  pickHint: 'Pick any two places to compare them, whether anything was found or not',
  pickedAs: (order: number) => (order === 0 ? 'Left, picked' : 'Right, picked'),
  pickAnother: 'Pick another place to compare.',
  clearPicks: 'Clear',
  pickedPair: 'Two places of your choice; they are not in the list.',
  comparing: (characters: number) => `Comparing two places, ${characters} characters …`,
  comparisonStopped: 'The comparison was stopped.',
  compareAgain: 'Compare again',
  backToList: 'Back to the list',
  ...NOTICES,
  inOverview: OVERVIEW,
  inProject: PROJECT_WORDS,
  inReading: READING,
  inStructure: STRUCTURE,

  template: 'Template',
  templateHint: 'Template: what it says is no repeat',
  markTemplate: 'As template',
  unmarkTemplate: 'Not a template',
  outline: 'Structure',
  remove: 'Remove',
  removeNamed: (name) => `Remove ${name}`,
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16',
    gb18030: 'GB18030',
    big5: 'Big5',
  },
  measureCount: (n) => count(n, 'item'),
  resetCorrections: 'Undo corrections',
  startSpeechHere: 'Start a speech here',
  continues: 'continued',
  joinSpeech: 'Join with previous',
  setSpeaker: 'Edit byline',
  role: 'Role',
  save: 'Save',
  noTitle: 'Untitled',
  backToPair: 'Back to the comparison',
  chooseDocument: 'Choose a document on the left to see its speeches and items.',
  structureHint:
    'Wrongly divided? Correct headings, bylines, speeches, items and page headers below or by a right click. Corrections stay, and are compared at once.',

  language: 'Language',
  theme: 'Colours',
  followSystem: 'System',
  erase: 'Erase everything',
  eraseQuestion:
    'Erase all documents, decisions and settings that this page has stored? They cannot be brought back.',
  eraseConfirm: 'Erase everything',
  about: 'About',
  version: (version) => `version ${version}`,
  aboutText:
    'Leitong compares drafts in the browser. Documents, decisions and settings stay in this browser on this computer. The page makes no request and works without a network.',
  licences: 'Licences of the open-source software inside',

  findText: 'Find in the text',
  findReach: 'Where to find',
  findInPair: 'This pair',
  findEverywhere: 'All documents',
  previousHit: 'Previous',
  nextHit: 'Next',
  hitOf: (n: number, all: number, isCapped: boolean) => `${n}/${all}${isCapped ? '+' : ''}`,
  notFound: 'Not found',

  keysTitle: 'Keyboard shortcuts',
  keysHint: 'Shortcuts go by the position of a key: they work while a Chinese input method is on.',
  keyNames: KEYS,
};
