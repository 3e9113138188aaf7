import type { Check, Tally } from '../../core/draft/plan.ts';
import type { DraftWords } from '../zh-CN/draft.ts';
import { count, number } from './count.ts';

function summary({
  removals,
  passages,
  characters,
  renumberings,
  rewrites,
  checks,
  conflicts,
}: Tally): string {
  const parts: string[] = [];
  if (removals > 0) {
    const among = passages > 0 ? ` (${count(passages, 'passage')})` : '';
    parts.push(`${count(removals, 'deletion')}${among}, ${number(characters)} chars`);
  }
  if (rewrites > 0) parts.push(`${number(rewrites)} rewritten`);
  if (renumberings > 0) parts.push(`${number(renumberings)} renumbered`);
  if (checks > 0) parts.push(`${number(checks)} to check`);
  if (conflicts > 0) parts.push(count(conflicts, 'conflict'));
  return parts.length === 0 ? 'No changes' : parts.join('; ');
}

function brief({ removals, renumberings, rewrites, checks, conflicts }: Tally): string {
  const parts: string[] = [];
  if (removals > 0) parts.push(`${number(removals)} deleted`);
  if (rewrites > 0) parts.push(`${number(rewrites)} rewritten`);
  if (renumberings > 0) parts.push(`${number(renumberings)} renumbered`);
  if (checks > 0) parts.push(`${number(checks)} to check`);
  if (conflicts > 0) parts.push(count(conflicts, 'conflict'));
  return parts.length === 0 ? 'Unchanged' : parts.join(', ');
}

function checkText(check: Check): string {
  switch (check.kind) {
    case 'count':
      return check.to === null
        ? 'Items were added or removed; is the number still right?'
        : `The list had ${check.from} items and has ${check.to}; is the number still right?`;
    case 'reference':
      return check.to === null
        ? `Item ${check.from} is deleted; should it still be mentioned?`
        : `Item ${check.from} is now item ${check.to}`;
    case 'previous':
      return 'The preceding item, which this refers to, is deleted';
    case 'lead-in':
      return 'Every item that this announces is deleted; is it still needed?';
    case 'single':
      return 'The only item left of its list; does it still need a number?';
    case 'children':
      return `Deleted with ${count(check.count, 'item')} inside it that are unsettled`;
    case 'torn':
      return 'Cut in the middle of a clause; please read across it';
    case 'headless':
      return 'Its number and first line are deleted; where does the rest belong?';
    case 'empty-speech':
      return 'Nothing is left of this speech';
  }
}

/** The words of the draft in English. */
export const DRAFT: DraftWords = {
  summary,
  brief,
  checkText,
  conflictText: {
    'kept-and-removed': 'One decision deletes this, another keeps it. Kept for now.',
    'nothing-left': 'Every place that says this would be deleted. This one is kept for now.',
    'rewritten-and-removed': 'One decision deletes this, another rewrites it. Kept for now, as rewritten.',
    'rewritten-twice': 'It is rewritten in two ways. Left as it was for now.',
  },
  loss: (n) => `−${number(n)} chars`,

  appearance: 'View',
  proof: 'Proof',
  clean: 'Clean',
  fold: 'Fold unchanged',
  unchangedOne: 'unchanged',
  foldOne: 'Fold',
  unfoldOne: 'Unfold',
  stopOf: (n, all) => (n === 0 ? count(all, 'change') : `${number(n)} of ${count(all, 'change')}`),
  previousStop: 'Previous change',
  nextStop: 'Next change',
  print: 'Print',

  cut: 'deleted',
  removed: 'Deleted',
  removedKinds: { measure: '', paragraph: 'paragraph', passage: 'passage' },
  keeps: (place) => `Kept: ${place}`,
  kept: 'Kept',
  goes: (place) => `deleted: ${place}`,
  inThisSpeech: (place) => `${place}, same speech`,
  renumbered: 'Renumbered',
  rewritten: 'Rewritten',
  renumberedTo: (from, to) => `${from} → ${to}`,
  mark: 'Punctuation',
  joined: 'Joined',
  seam: 'Seam',
  seamBetween: (before, after) => `Item ${before} is now followed by the new ${after}`,
  seamHere: 'The text closes up here',
  check: 'Check',
  conflict: 'Conflict',
  compare: 'Compare',
  restore: 'Restore',
  noteIs: (note) => `Note: ${note}`,

  nothing: 'Nothing changed yet',
  nothingHint: 'Settle in Compare what stays and what goes; the resulting draft appears here.',
  toCompare: 'Go to Compare',

  save: 'Export',
  saveOne: 'This document',
  saveAll: (n) => (n > 1 ? `All ${number(n)} documents` : 'Everything'),
  formats: {
    docx: 'Word',
    txt: 'Text',
    md: 'Markdown',
    log: 'Record',
    zip: 'Zip archive',
  },
  formatHints: {
    docx: 'a new document',
    txt: 'UTF-8 with BOM',
    md: 'headings and paragraphs',
    log: 'rebuilds the original',
    zip: '.docx, .txt and the record of each',
  },
  wordWay: 'Word originals',
  wordWays: { tracked: 'Original, tracked', applied: 'Original, changed', new: 'New Word file' },
  zipHints: {
    tracked: 'Tracked originals, .txt, records',
    applied: 'Changed originals, .txt, records',
  },
  remarks: (n) => `${count(n, 'remark')}:`,
  saved: (name) => `Exported ${name}`,

  fileName: (name) => `${name} (draft)`,
  logName: (name) => `${name} (changes)`,
  bundleName: 'Leitong drafts',
  draftsFolder: 'Drafts',
  logsFolder: 'Changes',
  unnamed: 'Untitled',

  logTitle: (name) => `Changes: ${name}`,
  logHint:
    'Places count in characters of the original, from 0. The .json of the same name turns the draft back into the original, character by character.',
  logSections: {
    removal: 'Deleted',
    ordinal: 'Renumbered',
    seam: 'Punctuation',
    rewrite: 'Rewritten',
    join: 'Joined',
  },
  logChecks: 'To check',
  logConflicts: 'Conflicts',
  logAt: (at) => `from character ${number(at)}`,
  logJoins: (n) => `${count(n, 'paragraph')} that ran over a line or page joined.`,
};
