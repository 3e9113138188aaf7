import { useEffect, useMemo, useState } from 'preact/hooks';
import { synopsisOf, type Synopsis } from '../../core/diff/synopsis.ts';
import { useInterface } from './context.ts';

/** Versions of so many characters in all are collated in the moment of the click, in UTF-16 units: some 50 ms. */
const AT_ONCE = 20_000;

/** The versions set against the one at `base`; null while a worker sets them. `versions` must stay the same list. */
export function useSynopsis(versions: readonly string[], base: number): Synopsis | null {
  const { workspace } = useInterface();
  const atOnce = useMemo(() => {
    const length = versions.reduce((sum, version) => sum + version.length, 0);
    return length <= AT_ONCE ? synopsisOf(versions, base) : null;
  }, [versions, base]);
  const [later, setLater] = useState<{
    readonly versions: readonly string[];
    readonly synopsis: Synopsis;
  } | null>(null);
  useEffect(() => {
    if (atOnce !== null) return undefined;
    const stop = new AbortController();
    void askFor(stop.signal);
    return () => stop.abort();

    async function askFor(signal: AbortSignal): Promise<void> {
      const synopsis = await workspace.collate(versions, base, signal);
      if (synopsis !== null && !signal.aborted) setLater({ versions, synopsis });
    }
  }, [workspace, versions, base, atOnce]);
  if (atOnce !== null) return atOnce;
  return later !== null && later.versions === versions && later.synopsis.base === base
    ? later.synopsis
    : null;
}
