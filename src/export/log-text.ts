import { tallyOf, type Edit, type RemovedPlace } from '../core/draft/plan.ts';
import type { PairId } from '../core/reuse/pair.ts';
import type { Messages } from '../i18n/index.ts';
import type { DraftDocument } from './draft-document.ts';
import type { Reasons } from './reasons.ts';

/** How much of a line stands beside its new ordinal, in UTF-16 units. */
const EXCERPT = 16;

/** The log of a draft for people, as Markdown in UTF-8: what went where, why, by which decision, and what is to be checked. */
export function toLogText(
  { structured, plan }: DraftDocument,
  reasons: Reasons,
  messages: Messages,
): Uint8Array<ArrayBuffer> {
  const { id, name, text } = structured.document;
  const words = messages.draftWords;
  const lines: string[] = [`# ${words.logTitle(name)}`, '', words.summary(tallyOf(plan)), '', words.logHint];
  const editsOf = <Kind extends Edit['kind']>(kind: Kind) =>
    plan.edits.filter((edit): edit is Extract<Edit, { kind: Kind }> => edit.kind === kind);

  section(
    words.logSections.removal,
    editsOf('removal').flatMap(({ places }) => places.flatMap(removedLines)),
  );
  section(
    words.logSections.ordinal,
    editsOf('ordinal').map(({ span, text: put }) => {
      const old = text.slice(span.start, span.end);
      return `- ${words.renumberedTo(old, put)}　${excerptAt(span.start)}`;
    }),
  );
  section(
    words.logSections.seam,
    editsOf('seam').map(({ span, text: put }) => {
      const change = words.renumberedTo(text.slice(span.start, span.end), put);
      return `- ${change}　${words.logAt(span.start)}`;
    }),
  );
  section(
    words.logSections.rewrite,
    editsOf('rewrite').flatMap(({ span, text: put, pairs, ...place }) => {
      const head = [reasons.nameOf({ ...place, span, document: id }, id), words.logAt(span.start)];
      const change = words.renumberedTo(oneLine(text.slice(span.start, span.end)), oneLine(put));
      return [`- ${[...head, ...notesOf(pairs)].filter((each) => each !== '').join('　')}`, `  > ${change}`];
    }),
  );
  const joins = editsOf('join').length;
  section(words.logSections.join, joins === 0 ? [] : [words.logJoins(joins)]);
  section(
    words.logChecks,
    plan.checks.map((check) => {
      const { start, end } = check.span;
      const about = end > start ? `“${oneLine(text.slice(start, end))}”　` : '';
      return `- ${about}${words.checkText(check)}（${words.logAt(start)}）`;
    }),
  );
  section(
    words.logConflicts,
    plan.conflicts.map(({ kind, place }) => `- ${reasons.nameOf(place, id)}　${words.conflictText[kind]}`),
  );
  return new TextEncoder().encode(`${lines.join('\n')}\n`);

  function section(title: string, content: readonly string[]): void {
    if (content.length > 0) lines.push('', `## ${title}`, '', ...content);
  }

  function removedLines(place: RemovedPlace): readonly string[] {
    const gone = { ...place, document: id };
    const { start, end } = place.span;
    const kept = place.pairs.flatMap((pair) => {
      const instead = reasons.keptBy(pair);
      return instead === undefined ? [] : [words.keeps(reasons.nameOf(instead, id))];
    });
    const head = [reasons.nameOf(gone, id), words.removedKinds[place.kind], messages.characters(end - start)];
    const title = [...head, words.logAt(start), ...kept, ...notesOf(place.pairs)]
      .filter((each) => each !== '')
      .join('　');
    return [`- ${title}`, `  > ${oneLine(text.slice(start, end))}`];
  }

  function notesOf(pairs: readonly PairId[]): readonly string[] {
    return pairs.flatMap((pair) => {
      const note = reasons.decisionOf(pair)?.note ?? '';
      return note === '' ? [] : [words.noteIs(oneLine(note))];
    });
  }

  function excerptAt(at: number): string {
    return oneLine(text.slice(at, at + EXCERPT));
  }
}

function oneLine(words: string): string {
  return words.replace(/\s/gu, ' ').trim();
}
