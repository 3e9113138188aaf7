import type { Messages } from '../zh-CN/messages.ts';

/** What the user must know of. */
export const NOTICES: Pick<Messages, 'storageProblems' | 'faults' | 'missing'> = {
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
    'export-failed': 'The export failed. Please try again. Your documents and decisions are safe.',
  },
  /** What a link names that is not there. */
  missing: {
    pair: 'The link names a repeat that is not listed here; here is what there is.',
    document: 'The link names a document that is not loaded; here are those that are.',
    boilerplate: 'The link names boilerplate that is not among what was found; here is what there is.',
  },
};
