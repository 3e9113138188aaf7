import type { BoilerplateReason, Detection, Pair, PairKind, Passage, Scope } from '../core/reuse/pair.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';

/** A passage of a file; offsets in UTF-16 units of the decoded text, end exclusive. */
export interface JsonPassage {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** What `detect --json` prints. */
export interface JsonReport {
  readonly documents: readonly {
    readonly file: string;
    readonly speeches: readonly {
      readonly title: string;
      readonly speaker: string;
      readonly role: string;
      readonly start: number;
      readonly end: number;
      readonly measures: readonly {
        readonly start: number;
        readonly end: number;
        readonly ordinal: number;
        readonly level: number;
      }[];
    }[];
  }[];
  readonly pairs: readonly {
    readonly a: JsonPassage;
    readonly b: JsonPassage;
    readonly kind: PairKind;
    readonly scope: Scope;
    readonly similarity: number;
    readonly containmentA: number;
    readonly containmentB: number;
  }[];
  readonly clusters: readonly { readonly members: readonly JsonPassage[] }[];
  /** What recurs and was set apart from the pairs: why, in how many speeches, and where. */
  readonly boilerplate: readonly {
    readonly reason: BoilerplateReason;
    readonly speeches: number;
    readonly members: readonly JsonPassage[];
  }[];
}

/** The report of documents and what was found in them, in plain data. */
export function reportOf(documents: readonly StructuredDocument[], detection: Detection): JsonReport {
  const files = new Map<DocumentId, string>(documents.map(({ document }) => [document.id, document.name]));
  const passageOf = ({ document, span }: Passage): JsonPassage => ({
    file: files.get(document) ?? '',
    start: span.start,
    end: span.end,
  });
  return {
    documents: documents.map(({ document, speeches }) => ({
      file: document.name,
      speeches: speeches.map(({ title, speaker, role, span, measures }) => ({
        title,
        speaker,
        role,
        start: span.start,
        end: span.end,
        measures: measures.map((measure) => ({
          start: measure.span.start,
          end: measure.span.end,
          ordinal: measure.ordinal,
          level: measure.level,
        })),
      })),
    })),
    pairs: detection.pairs.map((pair: Pair) => ({
      a: passageOf(pair.a),
      b: passageOf(pair.b),
      kind: pair.kind,
      scope: pair.scope,
      similarity: pair.similarity,
      containmentA: pair.containmentA,
      containmentB: pair.containmentB,
    })),
    clusters: detection.clusters.map(({ members }) => ({ members: members.map(passageOf) })),
    boilerplate: detection.boilerplate.map(({ reason, speeches, members }) => ({
      reason,
      speeches,
      members: members.map(passageOf),
    })),
  };
}
