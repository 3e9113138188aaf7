import { useEffect, useRef, useState } from 'preact/hooks';
import type { Correction, StructuredDocument } from '../../core/structure/speech.ts';
import type { StructureChange } from '../../i18n/zh-CN/structure.ts';

/** How much there is: of a document, of the speech that holds a place, and of all findings. */
interface Tally {
  readonly corrections: readonly Correction[];
  readonly structured: StructuredDocument;
  readonly findings: number;
}

/**
 * What the last change of the corrections brought, whichever way it was made or undone: null before the first, `busy` until
 * the texts are compared again. `at` is a place in the speech whose measures are counted.
 */
export function useStructureChange(
  structured: StructuredDocument,
  corrections: readonly Correction[],
  findings: number | null,
  at: number,
): StructureChange | 'busy' | null {
  const settled = useRef<Tally | null>(null);
  const [change, setChange] = useState<StructureChange | 'busy' | null>(null);
  useEffect(() => {
    const before = settled.current;
    const isChanged = before !== null && before.corrections !== corrections;
    if (findings === null) {
      if (isChanged) setChange('busy');
      return;
    }
    settled.current = { corrections, structured, findings };
    if (!isChanged) return;
    setChange({
      speeches: [before.structured.speeches.length, structured.speeches.length],
      measures: [measuresAt(before.structured, at), measuresAt(structured, at)],
      findings: [before.findings, findings],
    });
  }, [structured, corrections, findings]);
  return change;
}

function measuresAt({ speeches }: StructuredDocument, at: number): number {
  return speeches.find(({ span }) => span.start <= at && at < span.end)?.measures.length ?? 0;
}
