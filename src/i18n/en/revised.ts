import type { Remark } from '../../core/draft/remark.ts';
import type { Span } from '../../core/text/span.ts';
import type { RevisedWords } from '../zh-CN/revised.ts';

function remark(of: Remark, quoted: (span: Span) => string): string {
  switch (of.kind) {
    case 'unparted':
      return `“${quoted(of.span)}”: a formula, symbol or embedded file, which no revision can express. It stays as it is; change it by hand.`;
    case 'field':
      return `“${quoted(of.span)}”: inside a field; updating the field brings the old words back.`;
    case 'picture':
      return `“${quoted(of.span)}”: the paragraph goes, the picture that hangs on it stays.`;
    case 'not-joined':
      return `“${quoted(of.span)}”: not joined to the next paragraph; a table or section stands between.`;
    case 'number-of-joined':
      return `“${quoted(of.span)}”: joined to the next paragraph, it may take on that paragraph’s number and format.`;
    case 'empty-number':
      return `“${quoted(of.span)}”: the last paragraph of a cell or text cannot be deleted; once accepted, an empty numbered one stays.`;
    case 'note':
      return `“${quoted(of.span)}”: the mark goes and its note with it; the other notes are renumbered.`;
    case 'comment':
      return `“${quoted(of.span)}” cannot hold a comment: ${of.words}`;
    case 'differs':
      if (of.found === '') return `With all accepted, “${of.wanted}” is missing.`;
      if (of.wanted === '') return `With all accepted, “${of.found}” is left over.`;
      return `The draft reads “${of.wanted}”; with all accepted the file reads “${of.found}”.`;
    case 'more':
      return of.count === 1
        ? '1 more line differs from the draft.'
        : `${of.count} more lines differ from the draft.`;
    case 'signature':
      return 'The original was signed; the changes void the signature, which has been removed.';
    case 'protected':
      return 'The original is protected: stop protection under Review before you accept.';
  }
}

export const REVISED: RevisedWords = {
  remark,
  comment: ({ isFlag, reason, note, place }) => {
    const head = isFlag ? (reason === '' ? 'Flagged' : `Flagged (${reason})`) : 'Note';
    return `${head}: repeats ${place}${note === '' ? '' : `. ${note}`}`;
  },
  fileNames: {
    tracked: (name) => `${name} (revisions)`,
    applied: (name) => `${name} (revised)`,
  },
  refusal: (name) =>
    `The original of “${name}” cannot be read, or differs from the text that was loaded. Load it again and export, or choose “New Word file”.`,
  newInstead: (name) =>
    `The original of “${name}” cannot be read, or differs from the text that was loaded: a new Word file was made instead.`,
  ofFile: (name, words) => `${name}: ${words}`,
  remarksName: 'Remarks',
};
