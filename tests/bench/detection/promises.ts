import { bytesForByte, type CaseName, type PageFigures } from './page-table.ts';
import { middle, type PageRun } from './page/cases.ts';
import type { Wait } from './page/journal.ts';
import type { PeerTimes } from './peers-table.ts';
import { TARGETS, type Promised } from './targets.ts';

const COPIES = 5_000;

/** The figures of which something is promised, beside it. */
export function promisesOf({ cases, warm }: PageFigures, peers: PeerTimes | null): readonly Promised[] {
  const { seconds } = TARGETS;
  const figureOf = (name: CaseName, of: (run: PageRun) => number): number => {
    const found = cases.get(name);
    return found === undefined ? Number.NaN : middle(found, of);
  };
  const timeOf = (name: CaseName): number => figureOf(name, ({ wait }) => wait.detecting / 1_000);
  const time = (what: string, value: number, most: number): Promised => ({ what, value, most, unit: 's' });
  const worst = (values: readonly number[]): number =>
    values.length === 0 ? Number.NaN : Math.max(...values);
  const measured = [...cases.values()].filter(({ runs }) => runs.length > 0);
  const large = cases.get('large');
  const copies = (['copies', 'versions'] as const).flatMap((name): Promised[] => [
    time(`5,000 ${name} of a paragraph`, timeOf(name), seconds.copies),
    {
      what: `5,000 ${name}: passages that are together`,
      value: figureOf(name, ({ wait }) => wait.largest),
      least: COPIES,
      unit: '',
    },
    {
      what: `5,000 ${name}: clusters`,
      value: figureOf(name, ({ wait }) => wait.clusters),
      most: 1,
      unit: '',
    },
  ]);
  return [
    time('1 MB', timeOf('small'), seconds.small),
    time('10 MB', timeOf('medium'), seconds.medium),
    time('100 MB', timeOf('large'), seconds.large),
    {
      what: '100 MB against 10 MB',
      value: timeOf('large') / timeOf('medium'),
      most: TARGETS.growth,
      unit: '×',
    },
    {
      what: 'the whole page at 100 MB',
      value: figureOf('large', ({ memory }) => memory.peak / 1e6),
      most: TARGETS.megabytes,
      unit: 'MB',
    },
    {
      what: 'memory for a byte of text, at 100 MB',
      value: large === undefined ? Number.NaN : bytesForByte(large),
      most: TARGETS.bytesPerByte,
      unit: 'bytes',
    },
    ...copies,
    time('100 kB added to 10 MB', timeIn(warm?.added), seconds.added),
    {
      what: 'the main thread’s longest task, all texts, detecting and after',
      value: worst(
        measured.map((each) =>
          middle(each, ({ wait: { blocked } }) => Math.max(blocked.detecting.task, blocked.after.task)),
        ),
      ),
      most: TARGETS.block,
      unit: 'ms',
    },
    {
      what: 'stopped within',
      value: worst((warm?.cancelled ?? []).map((each) => (typeof each === 'number' ? each : Infinity))),
      most: TARGETS.cancel,
      unit: 'ms',
    },
    {
      what: 'sim_text’s time in ours, 10 MB',
      value: (peers?.sim ?? Number.NaN) / 1_000 / timeOf('medium'),
      least: TARGETS.peers.sim,
      unit: '×',
    },
    {
      what: 'Dolos’ time in ours, 10 MB',
      value: (peers?.dolos ?? Number.NaN) / 1_000 / timeOf('medium'),
      least: TARGETS.peers.dolos,
      unit: '×',
    },
  ];
}

function timeIn(wait: Wait | string | undefined): number {
  return typeof wait === 'object' ? wait.detecting / 1_000 : Number.NaN;
}
