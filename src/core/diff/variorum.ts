import type { Span } from '../text/span.ts';
import type { Collation, Locus, Reading, Transposed } from './collate.ts';
import { type Comparison, FORM_CLASSES, type FormClass } from './comparison.ts';

/** What a reading is to the base: other words, something or nothing there, moved, or a class of form. */
export type ReadingKind = 'replaced' | 'only' | 'moved' | FormClass;

/** An entry of the apparatus of many versions. */
export interface Entry {
  /** The number of the locus, from 1; it stays when classes are switched off. */
  readonly number: number;
  readonly locus: Locus;
  /** At least one, each with its kind. */
  readonly readings: readonly { readonly reading: Reading; readonly kind: ReadingKind }[];
  /** The kind that comes first among them: how the base is marked. */
  readonly kind: ReadingKind;
}

/** How a version is to the base. */
export interface Agreement {
  /** In how many places it differs; 0: it is the same letter by letter. */
  readonly places: number;
  /** Whether it differs in form alone, or not at all. */
  readonly isForm: boolean;
  /** The classes of form that it differs in, in the order of `FORM_CLASSES`. */
  readonly classes: readonly FormClass[];
}

const ORDER: readonly ReadingKind[] = ['replaced', 'only', 'moved', ...FORM_CLASSES];

/** What a reading of a locus is to the base. */
function kindOf({ base }: Locus, { class: of, text, transposed }: Reading): ReadingKind {
  if (of !== 'text') return of;
  if (transposed.length > 0) return 'moved';
  return text === '' || base.start === base.end ? 'only' : 'replaced';
}

/** Every locus with all its readings, in order. */
export function entriesOf({ loci }: Collation): readonly Entry[] {
  const movers = moversOf(loci);
  return loci.map((locus, index): Entry => {
    const readings = locus.readings
      .flatMap((reading) => parted(reading, movers))
      .map((reading) => ({ reading, kind: kindOf(locus, reading) }));
    return { number: index + 1, locus, readings, kind: firstOf(readings) };
  });
}

/** The entries that have a reading of a kind that is shown, with those readings alone. */
export function shownEntries(
  entries: readonly Entry[],
  isShown: (kind: ReadingKind) => boolean,
): readonly Entry[] {
  return entries.flatMap((entry): Entry[] => {
    const readings = entry.readings.filter(({ kind }) => isShown(kind));
    return readings.length === 0 ? [] : [{ ...entry, readings, kind: firstOf(readings) }];
  });
}

function firstOf(readings: Entry['readings']): ReadingKind {
  const kinds = new Set(readings.map(({ kind }) => kind));
  return ORDER.find((kind) => kinds.has(kind)) ?? 'replaced';
}

/** Who has one end of each moved passage, by the end and the passage's place in the base. */
function moversOf(loci: readonly Locus[]): ReadonlyMap<string, ReadonlySet<number>> {
  const movers = new Map<string, Set<number>>();
  for (const { readings } of loci) {
    for (const { witnesses, transposed } of readings) {
      for (const { kind, base } of transposed) {
        const known = movers.get(`${kind} ${base.start}`);
        if (known === undefined) movers.set(`${kind} ${base.start}`, new Set(witnesses));
        else for (const witness of witnesses) known.add(witness);
      }
    }
  }
  return movers;
}

/** A reading that some have by moving and others by leaving out or writing anew is one of each. */
function parted(reading: Reading, movers: ReadonlyMap<string, ReadonlySet<number>>): readonly Reading[] {
  if (reading.transposed.length === 0) return [reading];
  const hasMoved = (witness: number) =>
    reading.transposed.some(({ kind, base }) =>
      movers.get(`${kind === 'away' ? 'here' : 'away'} ${base.start}`)?.has(witness),
    );
  const moved = reading.witnesses.filter(hasMoved);
  if (moved.length === 0) return [{ ...reading, transposed: [] }];
  if (moved.length === reading.witnesses.length) return [reading];
  const others = reading.witnesses.filter((witness) => !hasMoved(witness));
  return [
    { ...reading, witnesses: moved },
    { ...reading, witnesses: others, transposed: [] },
  ];
}

/** In how many entries there is a reading of each kind. */
export function countsOf(entries: readonly Entry[]): ReadonlyMap<ReadingKind, number> {
  const counts = new Map<ReadingKind, number>();
  for (const { readings } of entries) {
    for (const kind of new Set(readings.map((each) => each.kind)))
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** How each witness is to the base, by its index. Linear in what the readings list. */
export function agreementsOf({ loci, witnesses }: Collation): readonly Agreement[] {
  const found = witnesses.map(() => ({ places: 0, isForm: true, classes: new Set<FormClass>() }));
  for (const { readings } of loci) {
    for (const { class: of, witnesses: holders } of readings) {
      for (const holder of holders) {
        const known = found[holder];
        if (known === undefined) continue;
        known.places++;
        if (of === 'text') known.isForm = false;
        else known.classes.add(of);
      }
    }
  }
  return found.map(({ classes, ...rest }) => ({
    ...rest,
    classes: FORM_CLASSES.filter((of) => classes.has(of)),
  }));
}

/** The number of the locus where the other end of a moved passage stands; null when it has none. */
export function otherEndOf({ loci }: Collation, { kind, base, to }: Transposed): number | null {
  const other = kind === 'away' ? 'here' : 'away';
  const index = loci.findIndex(
    ({ base: span, readings }) =>
      (kind === 'away' ? span.start <= to && to <= span.end : isWithin(base, span)) &&
      readings.some(({ transposed }) =>
        transposed.some((end) => end.kind === other && end.base.start === base.start),
      ),
  );
  return index < 0 ? null : index + 1;
}

/** The number of the locus that each difference of a witness with the base stands in, by the difference's number. */
export function lociOfDifferences(
  { loci }: Collation,
  { differences }: Comparison,
  witness: number,
): ReadonlyMap<number, number> {
  const own = loci.flatMap(({ base, readings }, index) =>
    readings.some(({ witnesses }) => witnesses.includes(witness)) ? [{ base, number: index + 1 }] : [],
  );
  const numbers = new Map<number, number>();
  for (const { a, number } of differences) {
    const within = own.filter(({ base }) => isWithin(a, base));
    const exact = within.find(({ base }) => base.start === a.start && base.end === a.end) ?? within[0];
    if (exact !== undefined) numbers.set(number, exact.number);
  }
  return numbers;
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
