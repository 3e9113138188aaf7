import type { AppState } from '../../app/state.ts';
import { survey as surveyOf, type Survey } from '../../core/overview/survey.ts';
import type { Detection, Pair } from '../../core/reuse/pair.ts';
import { groupsOf } from '../../core/review/groups.ts';
import { useMadeOnce, type Memory } from './use-made-once.ts';

export const NO_DETECTION: Detection = {
  pairs: [],
  clusters: [],
  boilerplate: [],
  speechCount: 0,
  limits: [],
};

/** The survey of all that was found, made once for all views; null until it is there. */
export function useSurvey(
  memory: Memory,
  { documents, detection, restored }: AppState,
  findings: readonly Pair[],
): Survey | null {
  return useMadeOnce(
    memory,
    'survey',
    () =>
      surveyOf(documents, withoutLost(findings, documents), groupsOf(detection ?? NO_DETECTION, restored)),
    [documents, findings],
  );
}

/** While a detection makes way for another, it may speak of documents that are gone. */
export function withoutLost(findings: readonly Pair[], documents: AppState['documents']): readonly Pair[] {
  const counts = new Map(documents.map(({ document, speeches }) => [document.id, speeches.length]));
  const isThere = ({ a, b }: Pair) =>
    a.speech < (counts.get(a.document) ?? 0) && b.speech < (counts.get(b.document) ?? 0);
  return findings.every(isThere) ? findings : findings.filter(isThere);
}
