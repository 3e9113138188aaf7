import type { Revision } from '../../core/draft/order.ts';
import type { Span } from '../../core/text/span.ts';
import type { Messages } from '../../i18n/index.ts';
import type { RevisedWords } from '../../i18n/zh-CN/revised.ts';
import type { WordOriginal } from '../../office/word-places.ts';
import type { DraftDocument } from '../draft-document.ts';
import type { Reasons } from '../reasons.ts';
import type { Remarked } from './comments.ts';
import { differencesOf } from './differences.ts';
import type { Remark } from '../../core/draft/remark.ts';
import { prepare, revise } from './revise.ts';

/** A Word file that was revised, with what is to be said of it in words. */
export interface RevisedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly remarks: readonly string[];
}

/**
 * The file that a document was loaded from, with the draft's changes. Then it is read as it would be with all changes made, and
 * every line that differs from the draft is told. Throws `ImportError` for a file that cannot be read.
 */
export function toRevised(
  { structured: { document }, plan, text }: DraftDocument,
  original: WordOriginal,
  { manner, date }: Revision,
  reasons: Reasons,
  messages: Messages & { readonly revisedWords: RevisedWords },
): RevisedFile {
  const words = messages.revisedWords;
  const { edits } = plan;
  const comments = commentsOn();
  const prepared = prepare(original);
  const { bytes, remarks } = revise(prepared, { manner, edits, comments, date });
  const made =
    manner === 'applied'
      ? bytes
      : revise(prepared, { manner: 'applied', edits, comments: [], date, isLoose: true }).bytes;
  const all: readonly Remark[] = [...remarks, ...differencesOf(text, original.reread(made) ?? '')];
  return { bytes, remarks: all.map((remark) => words.remark(remark, quoted)) };

  function quoted({ start, end }: Span): string {
    const line = document.text.slice(start, end);
    return line.length <= QUOTE_MOST ? line : `${line.slice(0, QUOTE_MOST)}…`;
  }

  /** What is flagged or noted of the document's passages, and what its plan wants looked at. */
  function commentsOn(): readonly Remarked[] {
    const found: Remarked[] = [];
    for (const { pair, decision } of reasons.remarked()) {
      for (const [own, other] of [
        [pair.a, pair.b],
        [pair.b, pair.a],
      ] as const) {
        if (own.document !== document.id) continue;
        const { judgement, note, reason } = decision;
        const place = reasons.nameOf(other, document.id);
        found.push({
          ...own.span,
          words: words.comment({ isFlag: judgement === 'flag', reason, note, place }),
        });
      }
    }
    for (const check of plan.checks)
      found.push({
        ...check.span,
        words: `${messages.draftWords.check}：${messages.draftWords.checkText(check)}`,
      });
    for (const { kind, place } of plan.conflicts)
      found.push({
        ...place.span,
        words: `${messages.draftWords.conflict}：${messages.draftWords.conflictText[kind]}`,
      });
    return found.toSorted((one, other) => one.start - other.start || other.end - one.end);
  }
}

/** In UTF-16 units: so much of a place is told. */
const QUOTE_MOST = 24;
