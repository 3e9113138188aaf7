import type { PROJECT_WORDS as Words } from '../zh-CN/project.ts';
import { count } from './count.ts';

/** Projects, new versions of documents, and other reviewers, in English. */
export const PROJECT_WORDS: typeof Words = {
  save: 'Save project',
  saveHint:
    'Documents, corrections, decisions, notes and settings in one file, to keep or to hand on to somebody else',
  saved: (name) => `Saved as ${name}`,
  fileName: (first, others) => (others === 0 ? `Leitong ${first}` : `Leitong ${first} and ${others} more`),
  open: 'Open project',

  openTitle: 'Open a project',
  openedFile: (name) => `“${name}” is a project: `,
  holds: (documents, decisions) => `${count(documents, 'document')}, ${count(decisions, 'decision')}`,
  savedBy: (reviewer) => (reviewer === '' ? '' : `, saved by ${reviewer}`),
  replaceProject: 'Open it in place of what is here',
  replaceProjectHint: 'Takes the place of your documents and decisions. You can undo it.',
  addProject: 'Add it to what is here',
  addProjectHint:
    'Brings in the documents and decisions you lack. Where you decided otherwise, both stand side by side.',

  versionTitle: 'A new version',
  versionText: (n) =>
    n === 1
      ? 'A document of this name is here, with another text:'
      : `${n} files have the names of documents that are here, with other texts:`,
  decidedIn: (n) => (n === 0 ? 'nothing decided yet' : `${count(n, 'decision')} made`),
  replaceVersion: 'Replace the old version',
  replaceVersionHint:
    'What is unchanged or hardly changed keeps its decision, and the old version is kept. You can undo it.',
  besideVersion: 'Load beside it',
  besideVersionHint: 'Keeps both and compares them with each other.',

  newVersion: 'New version…',
  newVersionHint:
    'Choose a revised file to take this one’s place; what is unchanged or hardly changed keeps its decision',
  newVersionOf: (name) => `New version of ${name}`,
  revised: (carried, gone, fresh) => `${carried} kept, ${fresh} new, ${gone} gone`,
  earlier: 'Old version…',
  earlierOf: (name) => `Old version of ${name}`,
  earlierTitle: 'The old version and its decisions',
  carriedWords: (n) => `${count(n, 'decision')} kept in the new version.`,
  goneTitle: (n) =>
    n === 0 ? 'No decision was lost.' : `${count(n, 'decision')} on what the new version no longer repeats:`,
  compareEarlier: 'Compare old and new',
  unreadable: 'The old version cannot be read any more.',

  marks: { fresh: 'New', differing: 'Differences' },
  marked: { fresh: 'new', differing: 'differs' },
  marksHint: {
    fresh: 'Only what the new version brought',
    differing: 'Only those on which reviewers differ',
  },
  steps: {
    revised: (name) => `New version: ${name}`,
    opened: (name) => (name === '' ? 'Opened a project' : `Opened the project of ${name}`),
    added: (name) => `Added the project of ${name}`,
    adopted: (name) => `Adopted the judgement of ${name}`,
    dismissed: (name) => `Kept one’s own, not the judgement of ${name}`,
  },
  opinions: 'Other reviewers',
  agrees: 'the same',
  adopt: 'Adopt',
  adoptNamed: (name) => `Adopt the judgement of ${name}`,
  keepMine: 'Keep mine',
  keepMineNamed: (name) => `Keep mine, not that of ${name}`,
};
