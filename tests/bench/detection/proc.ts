import { readFileSync, writeFileSync } from 'node:fs';

/** A figure of /proc/…/status in bytes; 0 where the system does not say. */
export function statusOf(process: number | undefined, field: 'VmHWM' | 'VmRSS'): number {
  try {
    const line = readFileSync(`/proc/${process}/status`, 'utf8').match(
      new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm'),
    );
    return Number(line?.[1] ?? 0) * 1_024;
  } catch {
    return 0;
  }
}

/** Lets the peak of a process begin anew; false where the system does not allow it. */
export function resetPeak(process: number): boolean {
  try {
    writeFileSync(`/proc/${process}/clear_refs`, '5');
    return true;
  } catch {
    return false;
  }
}
