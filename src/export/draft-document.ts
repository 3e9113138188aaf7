import { cleanedText } from '../core/draft/cleaned.ts';
import { cleanLine, galleyOf, type GalleyRole } from '../core/draft/galley.ts';
import type { DraftPlan } from '../core/draft/plan.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';

/** One line of a draft, white space at its ends left out. */
export interface DraftLine {
  readonly text: string;
  readonly role: Exclude<GalleyRole, 'aside'>;
  /** Of a heading, from 1; 0 for everything else. */
  readonly level: number;
}

/** A draft as the formats take it. */
export interface DraftDocument {
  readonly structured: StructuredDocument;
  readonly plan: DraftPlan;
  /** The whole text, unit for unit as the plan has it. */
  readonly text: string;
  /** Its lines that hold text; page numbers and running headers, which belong to the old pages, are left out. */
  lines(): readonly DraftLine[];
}

/** The draft of a document. */
export function draftDocumentOf(structured: StructuredDocument, plan: DraftPlan): DraftDocument {
  const { document } = structured;
  return {
    structured,
    plan,
    text: cleanedText(document, plan),
    lines: () =>
      galleyOf(structured, plan).flatMap((row): readonly DraftLine[] => {
        if (row.kind === 'seam' || row.state === 'removed' || row.role === 'aside') return [];
        const role = row.role;
        // What was written anew may have become several lines, of which the first is what the line was.
        return cleanLine(document.text, row)
          .split(/\r?\n/u)
          .map((line) => line.trim())
          .filter((line, index) => line !== '' || index === 0)
          .map((line, index): DraftLine =>
            index === 0 ? { text: line, role, level: row.level } : { text: line, role: 'text', level: 0 },
          );
      }),
  };
}
