import type { Pair, Passage } from '../../../src/core/reuse/pair.ts';
import type { Counts } from '../../../src/core/review/rates.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { unitsOf } from '../../../src/core/structure/units.ts';
import { fold } from '../../../src/core/text/fold.ts';

/** The definitions, word for word: every folded character is asked whether it stands in such a pair. */
export function slowly(
  documents: readonly StructuredDocument[],
  findings: readonly Pair[],
  apart: readonly Pair[],
) {
  const stands = (at: number, { document, span }: Passage, id: string) =>
    document === id && span.start <= at && at < span.end;
  return documents.flatMap(({ document, speeches }) =>
    speeches.map((speech, index) => {
      const characters = unitsOf(document.id, [speech]).flatMap(({ span }) => [
        ...fold(document.text, span, speech.breaks).offsets,
      ]);
      const inAny = (pairs: readonly Pair[]) =>
        characters.filter((at) =>
          pairs.some(({ a, b }) => stands(at, a, document.id) || stands(at, b, document.id)),
        ).length;
      const all = [...findings, ...apart];
      const others = documents.flatMap(({ document: { id }, speeches: theirs }) =>
        theirs.map(
          (_, other) =>
            characters.filter((at) =>
              findings.some(
                ({ a, b, scope }) =>
                  scope === 'across' &&
                  ((stands(at, a, document.id) && b.document === id && b.speech === other) ||
                    (stands(at, b, document.id) && a.document === id && a.speech === other)),
              ),
            ).length,
        ),
      );
      const counts: Counts = {
        all: characters.length,
        repeated: inAny(all),
        within: inAny(all.filter(({ scope }) => scope === 'within')),
        across: inAny(all.filter(({ scope }) => scope === 'across')),
        withoutBoilerplate: inAny(findings),
      };
      return { speaker: speeches[index]?.speaker ?? '', counts, others };
    }),
  );
}
