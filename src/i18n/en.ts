import type { DifferenceClass, Difference } from '../core/diff/comparison.ts';
import type { ListTopic } from '../core/structure/speech.ts';
import type { Place } from '../core/structure/place.ts';
import type { Messages } from './zh-CN.ts';

const topics: Record<ListTopic, string> = { problem: 'problem', measure: 'measure' };

const classNames: Record<DifferenceClass, string> = {
  text: 'wording',
  ordinal: 'ordinal',
  punctuation: 'punctuation',
  width: 'width',
  space: 'spacing',
  script: 'script',
};

const figure = new Intl.NumberFormat('en');

function count(n: number, one: string, many = `${one}s`): string {
  return `${figure.format(n)} ${n === 1 ? one : many}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Every word of the interface in English. */
export const en: Messages = {
  name: 'Leitong',
  languageName: 'English',

  compare: 'Compare',
  documents: 'Documents',
  addDocuments: 'Add files',
  settings: 'Settings',
  dark: 'Dark',
  light: 'Light',
  keys: 'Keys',
  views: 'Views',
  example: 'Example',
  exampleHint: 'Makes way for the first text of your own',
  speechCount: (n) => count(n, 'speech', 'speeches'),
  documentCount: (n) => count(n, 'document'),
  characters: (n) => count(n, 'character'),
  settled: (done, all) => `${figure.format(done)} of ${figure.format(all)} settled`,
  settledLong: (done, all) => `${figure.format(done)} of ${count(all, 'finding')} settled`,

  opening: 'Opening…',
  importing: (percent) => `Reading, ${percent}%`,
  detecting: (percent) => `Comparing, ${percent}%`,
  stop: 'Stop',
  stopped: 'Comparing was stopped; the list is out of date.',
  detectAgain: 'Compare again',
  found: (n) => (n === 0 ? 'No repeats found' : count(n, 'repeat')),

  tagline: 'Put your drafts in. See what was said twice, copied or reworded.',
  promise: 'Drafts are opened in this browser alone. Nothing is uploaded; it works offline.',
  dropHere: 'Drop drafts here',
  formats: '.txt and .md, as many as you like',
  chooseFiles: 'Choose files',
  pasteText: 'Paste text',
  openExample: 'Open the example',
  dropAnywhere: 'Drop to load',

  pasteTitle: 'Paste text',
  pasteLabel: 'Text to compare',
  pasteHint: 'Paste a whole page: titles, bylines and numbered items are recognised.',
  pasteLoad: 'Load',
  cancel: 'Cancel',
  close: 'Close',

  notLoaded: (n) => `${count(n, 'file')} could not be loaded`,
  dismiss: 'Dismiss',
  problems: {
    empty: 'The file is empty (0 bytes). Check it and drop it again.',
    blank: 'The file holds nothing but white space. Check it and drop it again.',
    binary: 'This is not a text file. Save it as .txt where it was made, then drop that.',
    'unknown-encoding': 'The text encoding is unknown. Save the file as UTF-8, then drop it again.',
    unsupported: 'This format cannot be read yet. Save it as .txt or .md, then drop that.',
    'too-large': 'The file is larger than 100 MB. Split it, then drop the parts.',
    folder: 'This is a folder. Open it and drop the files inside.',
    unreadable:
      'The browser cannot read this file: it may have moved, or you may lack permission. Choose it again.',
    duplicate: 'This document is loaded already, with the same text. It was not added twice.',
  },
  storageProblems: {
    unavailable:
      'The browser does not allow saving (a private window?). You can work as usual, but nothing is kept when the page closes.',
    full: 'The browser’s storage is full; the latest changes are not saved. Remove documents that you no longer need; saving then goes on by itself.',
    failed: 'The latest changes are not saved. You can go on; the page tries again with the next change.',
    newer:
      'What is stored comes from a newer version and is left untouched. You can work as usual, but nothing is kept when the page closes.',
    damaged: 'Some of what was stored is damaged and was skipped; the rest is here.',
  },
  faults: {
    'worker-failed': 'Comparing failed and was stopped. Your documents and decisions are safe.',
  },

  findings: 'Repeats',
  find: 'Find',
  findPlaceholder: 'Names, titles, words',
  scope: 'Scope',
  scopes: { all: 'All', within: 'Within a speech', across: 'Across' },
  kind: 'Kind',
  kinds: { identical: 'Same', 'near-identical': 'Similar', partial: 'Passage', paraphrase: 'Reworded' },
  speaker: 'Speaker',
  everySpeaker: 'All speakers',
  unknownSpeaker: 'Unnamed',
  similarity: 'Alike',
  similarityFrom: (value) => `At least ${value} alike`,
  similarityHistogram: 'Distribution of similarity',
  openOnly: 'Unsettled only',
  noFindings: 'No repeats found',
  noFindingsHint: 'No passage of these documents recurs. Add more documents to compare them.',
  noneMatch: 'Nothing matches the filter',
  showAll: 'Show all',
  limited: {
    'repeats-sampled': (n) => `${count(n, 'very frequent text')} sampled only.`,
    'pairs-capped': (n) =>
      `${count(n, 'more repeat')} not listed: of a text that recurs very often, each is compared with the first alone.`,
  },
  sameSpeech: 'same speech',
  shownOf: (shown, all) => `${figure.format(shown)} of ${figure.format(all)}`,

  place: (place) => placeInEnglish(place),

  verdicts: {
    identical: (n) => `The same, letter by letter: ${count(n, 'character')}`,
    formOnly: (classes, equal) =>
      `Only ${listed(classes.map((c) => classNames[c]))} differ${classes.length === 1 ? 's' : ''}; the other ${count(equal, 'character')} are the same`,
    inserted: (text) => `Only “${text}” differs`,
    replaced: (a, b) => `One difference: “${a}” became “${b}”`,
    changed: (parts) => `Nearly the same: ${parts.join(', ')}`,
    reworded: (parts) => `The same in other words: ${parts.join(', ')}`,
    replacedCount: (n) => count(n, 'replacement'),
    onlyACount: (n) => `${figure.format(n)} only on the left`,
    onlyBCount: (n) => `${figure.format(n)} only on the right`,
    movedCount: (n) => `${figure.format(n)} moved`,
  },
  briefs: {
    identical: 'Letter by letter the same',
    formOnly: (classes) =>
      `Only ${listed(classes.map((c) => classNames[c]))} differ${classes.length === 1 ? 's' : ''}`,
    inserted: (text) => `Differs by “${text}”`,
    replaced: (a, b) => `“${a}” → “${b}”`,
    changed: (parts) => capital(parts.join(', ')),
    partial: (brief) => `Passage · ${brief}`,
    long: 'Long; compared when opened',
  },

  comparison: 'Comparison',
  nth: (n, all) => `${figure.format(n)} of ${figure.format(all)}`,
  similarIs: (value) => `${value} alike`,
  previousPair: 'Previous repeat',
  nextPair: 'Next repeat',
  previousDifference: 'Previous difference',
  nextDifference: 'Next difference',
  differenceOf: (n, all) => (n === 0 ? count(all, 'difference') : `${n} of ${all}`),
  noDifference: 'No difference',
  differencePlaces: 'Where the differences are',
  classes: classNames,
  marks: { replaced: 'replaced', only: 'one side', moved: 'moved' },
  classesLabel: 'Kinds of difference',
  layout: 'Layout',
  byClause: 'Clauses',
  running: 'Running',
  context: 'Context',
  left: 'L',
  right: 'R',
  absentA: 'not on the left',
  absentB: 'not on the right',
  speechBeginsHere: 'The speech begins here',
  speechEndsHere: 'The speech ends here',
  followsLeft: 'Follows the left at once',
  precedesRight: 'The right follows at once',
  pageBreak: 'A page ends here in the manuscript',
  mapLabel: 'Where this pair stands among all documents',
  openInDocument: 'Show in document',
  coverage: (a, b) => `${a}% of the left, ${b}% of the right`,
  sharedCharacters: (n) => `${count(n, 'character')} shared`,
  choosePair: 'Choose a repeat on the left to see both texts side by side.',
  coarse: 'The text is long; these differences are coarse.',

  apparatus: 'Differences',
  apparatusKey: 'left ］ right',
  absent: { a: 'absent', b: 'absent' },
  differenceKind: (difference: Difference) =>
    difference.kind === 'form'
      ? classNames[difference.class]
      : { replaced: 'replaced', 'only-a': 'left only', 'only-b': 'right only', moved: 'moved' }[
          difference.kind
        ],
  moved: 'moved',
  spaceMark: 'space',

  decide: 'Decide',
  judgements: { 'keep-a': 'Keep left', 'keep-b': 'Keep right', 'keep-all': 'Keep both', flag: 'Flag' },
  consequences: {
    'keep-a': (_a, b) => `right goes: ${figure.format(b)} chars`,
    'keep-b': (a) => `left goes: ${figure.format(a)} chars`,
    'keep-all': () => 'nothing changes',
    flag: () => 'back to the author',
  },
  decided: (judgement) => `Settled: ${judgement.toLowerCase()}`,
  undecided: 'Unsettled',
  note: 'Note',
  notePlaceholder: 'For the author or the reviewer',
  hasNote: 'note',
  pairKeys: 'repeats',
  undo: 'undo',

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
  corrected: 'Structure corrected',
  resetCorrections: 'Undo corrections',
  startSpeechHere: 'Start a speech here',
  joinSpeech: 'Join with previous',
  setSpeaker: 'Edit byline',
  role: 'Role',
  save: 'Save',
  noTitle: 'Untitled',
  noDocuments: 'No documents yet',
  chooseDocument: 'Choose a document on the left to see its speeches and items.',
  structureHint:
    'Wrongly divided? Start a speech, join two, or edit a byline here. Corrections stay, and are compared at once.',

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

  keysTitle: 'Keys',
  keysHint: 'Keys go by position, not by letter: they work while a Chinese input method is on.',
  keyNames: {
    pairs: 'Previous, next repeat',
    differences: 'Previous, next difference',
    keepA: 'Keep left',
    keepB: 'Keep right',
    keepAll: 'Keep both',
    flag: 'Flag',
    note: 'Write a note',
    undo: 'Undo',
    search: 'Find',
    layout: 'Clauses or running text',
    context: 'Show the context',
    files: 'Choose files',
    paste: 'Load the text on the clipboard',
    screens: 'Compare or Documents',
    help: 'This list',
    close: 'Close; leave a field',
  },
};

function placeInEnglish(place: Place): string {
  switch (place.kind) {
    case 'opening':
      return 'opening';
    case 'closing':
      return 'closing';
    case 'paragraph':
      return `paragraph ${place.number}`;
    case 'measure': {
      const ordinals = [...place.path, place.ordinal].join('.');
      if (place.topic !== null) return `${topics[place.topic]} ${ordinals}`;
      return place.part === null ? `item ${ordinals}` : `part ${place.part} · ${ordinals}`;
    }
  }
}
