import { useMemo } from 'preact/hooks';
import type { AppState } from '../../app/state.ts';
import type { Pair } from '../../core/reuse/pair.ts';
import { findingsOf } from '../../core/review/findings.ts';
import { groupsOf, type Groups } from '../../core/review/groups.ts';
import { judgedBoilerplate, setApart, type Apart } from '../../core/review/set-apart.ts';

/** The findings as all screens have them: without what the user judged to be boilerplate. */
export interface Findings {
  /** Null while nothing is known. */
  readonly findings: readonly Pair[] | null;
  readonly groups: Groups | null;
  /** What the user set apart. */
  readonly apart: readonly Apart[];
}

const NONE: readonly Apart[] = [];

/** Made anew when the detection or what is boilerplate changes, and not with every decision. */
export function useFindings({ detection, restored, decisions }: AppState): Findings {
  const all = useMemo(
    () => (detection === null ? null : findingsOf(detection, restored)),
    [detection, restored],
  );
  const groups = useMemo(() => detection && groupsOf(detection, restored), [detection, restored]);
  const name = useMemo(() => [...judgedBoilerplate(decisions)].sort().join('\n'), [decisions]);
  return useMemo(() => {
    if (all === null || groups === null || name === '') return { findings: all, groups, apart: NONE };
    return { ...setApart(all, name.split('\n'), groups), groups };
  }, [all, groups, name]);
}
