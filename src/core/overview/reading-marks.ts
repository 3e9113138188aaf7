import type { Pair, PairId, PairKind } from '../reuse/pair.ts';
import { goesBy, type Decision } from '../review/decision.ts';
import type { DocumentId } from '../text/document.ts';
import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';
import type { Selection } from './selection.ts';
import type { Mark, Survey, SurveyedSpeech } from './survey.ts';

/** The kinds, the one that says most first: of several findings at one place, that is what the place shows. */
export const MARK_KINDS: readonly PairKind[] = ['identical', 'near-identical', 'partial', 'paraphrase'];

/** Lines under a text that can be told apart; what overlaps more often shares the lowest. */
export const LANES_MOST = 6;

/** What recurs in one document, for the reading view. Marks are numbered in order of where they begin. */
export interface ReadingMarks {
  /** By mark: its index in the survey, its group, where it stands in the document's text, in UTF-16 units. */
  readonly marks: Uint32Array;
  readonly groups: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** By mark: the index of its kind in `MARK_KINDS`. */
  readonly kinds: Uint8Array;
  /** By mark: the line under the text, 0 next to it; marks that overlap have different ones, up to `LANES_MOST`. */
  readonly lanes: Uint8Array;
  /** By mark: how many other places its group has. */
  readonly others: Uint32Array;
  /** The marks of a line: `inLines` from `from[line]` to before `from[line + 1]`. */
  readonly from: Uint32Array;
  readonly inLines: Uint32Array;
  /** By line: how often what stands in it stands elsewhere, at most. Of groups that overlap the one with most places counts. */
  readonly depths: Uint32Array;
  /** By line: how many lines are drawn under its text. */
  readonly laneCounts: Uint8Array;
}

/**
 * The shown marks of a survey's document, and which of its `lines` (in order, without overlap) hold them. Linear in the
 * findings, the marks, the lines, and how many marks stand in each.
 */
export function readingMarks(
  survey: Survey,
  selection: Selection,
  document: DocumentId,
  lines: readonly { readonly span: Span }[],
): ReadingMarks {
  const shown = shownMarksOf(survey, selection, document);
  const count = shown.length;
  const marks = Uint32Array.from(shown);
  const [groups, starts, ends] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)];
  const [kinds, others] = [new Uint8Array(count), new Uint32Array(count)];
  const kindOf = kindsOf(survey, selection);
  const placesOf = placesOfGroups(survey, selection);
  const isInItself = inThemselves(survey, selection);
  for (const [index, mark] of shown.entries()) {
    const { speech, start, end, group } = survey.marks[mark] as Mark;
    const origin = (survey.speeches[speech] as SurveyedSpeech).speech.span.start;
    groups[index] = group;
    starts[index] = origin + start;
    ends[index] = origin + end;
    kinds[index] = kindOf[mark] as number;
    others[index] = (placesOf[group] as number) - 1 + (isInItself[mark] as number);
  }
  const lanes = lanesOf(starts, ends);
  return { marks, groups, starts, ends, kinds, lanes, others, ...byLine(starts, ends, lanes, others, lines) };
}

/** The indices of a document's shown marks; those of its speeches stand in a row. */
function shownMarksOf(survey: Survey, selection: Selection, document: DocumentId): readonly number[] {
  const { documents, speeches, marksFrom } = survey;
  const index = documents.findIndex((each) => each.document.id === document);
  if (index < 0) return [];
  const first = partitionPoint(speeches, (each) => each.document < index);
  const last = partitionPoint(speeches, (each) => each.document <= index);
  const shown: number[] = [];
  const end = marksFrom[last] as number;
  for (let mark = marksFrom[first] as number; mark < end; mark++) {
    if (selection.marks[mark] === 1) shown.push(mark);
  }
  return shown;
}

function kindsOf({ findings, marks, markA, markB }: Survey, { pairs }: Selection): Uint8Array {
  const kinds = new Uint8Array(marks.length).fill(MARK_KINDS.length - 1);
  for (const [index, { kind }] of findings.entries()) {
    if (pairs[index] === 0) continue;
    const own = MARK_KINDS.indexOf(kind);
    for (const mark of [markA[index] as number, markB[index] as number]) {
      kinds[mark] = Math.min(own, kinds[mark] as number);
    }
  }
  return kinds;
}

function placesOfGroups({ groups, marks }: Survey, selection: Selection): Uint32Array {
  const places = new Uint32Array(groups.length);
  for (const [mark, { group }] of marks.entries()) {
    if (selection.marks[mark] === 1) places[group] = (places[group] as number) + 1;
  }
  return places;
}

/** By mark: 1 when both sides of a finding stand in it, because they overlap. */
function inThemselves({ marks, findings, markA, markB }: Survey, { pairs }: Selection): Uint8Array {
  const found = new Uint8Array(marks.length);
  for (let pair = 0; pair < findings.length; pair++) {
    const a = markA[pair] as number;
    if (pairs[pair] === 1 && a === markB[pair]) found[a] = 1;
  }
  return found;
}

/** For each mark the first line that is free where it begins. */
function lanesOf(starts: Uint32Array, ends: Uint32Array): Uint8Array {
  const free: number[] = new Array<number>(LANES_MOST).fill(0);
  return Uint8Array.from(starts, (start, mark) => {
    const found = free.findIndex((end) => end <= start);
    const lane = found < 0 ? LANES_MOST - 1 : found;
    free[lane] = Math.max(free[lane] as number, ends[mark] as number);
    return lane;
  });
}

function byLine(
  starts: Uint32Array,
  ends: Uint32Array,
  lanes: Uint8Array,
  others: Uint32Array,
  lines: readonly { readonly span: Span }[],
): Pick<ReadingMarks, 'from' | 'inLines' | 'depths' | 'laneCounts'> {
  const from = new Uint32Array(lines.length + 1);
  const depths = new Uint32Array(lines.length);
  const laneCounts = new Uint8Array(lines.length);
  const inLines: number[] = [];
  /** Marks that began and may reach on, in order. */
  let open: number[] = [];
  let next = 0;
  for (const [line, { span }] of lines.entries()) {
    open = open.filter((mark) => (ends[mark] as number) > span.start);
    for (; next < starts.length && (starts[next] as number) < span.end; next++) {
      if ((ends[next] as number) > span.start) open.push(next);
    }
    for (const mark of open) {
      inLines.push(mark);
      depths[line] = Math.max(depths[line] as number, others[mark] as number);
      laneCounts[line] = Math.max(laneCounts[line] as number, (lanes[mark] as number) + 1);
    }
    from[line + 1] = inLines.length;
  }
  return { from, inLines: Uint32Array.from(inLines), depths, laneCounts };
}

/** The marks of a line, as a view. */
export function marksOfLine({ from, inLines }: ReadingMarks, line: number): Uint32Array {
  return inLines.subarray(from[line], from[line + 1]);
}

/** Another place of a mark's group, with the finding that shows both or else the most important one that shows it. */
export interface OtherPlace {
  readonly mark: number;
  readonly pair: number;
}

/** All other shown places of a survey's mark, in loading order. Linear in the group's findings and places. */
export function otherPlaces(survey: Survey, selection: Selection, mark: number): readonly OtherPlace[] {
  const { groups, marks, markA, markB } = survey;
  const group = groups[(marks[mark] as Mark).group];
  if (group === undefined) return [];
  const pairTo = new Map<number, number>();
  const direct = new Map<number, number>();
  for (const pair of group.pairs) {
    if (selection.pairs[pair] === 0) continue;
    const [a, b] = [markA[pair] as number, markB[pair] as number];
    for (const [own, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (own === mark && !direct.has(other)) direct.set(other, pair);
      if (!pairTo.has(own)) pairTo.set(own, pair);
    }
  }
  return group.marks.flatMap((other) => {
    const pair = direct.get(other) ?? (other === mark ? undefined : pairTo.get(other));
    return pair === undefined ? [] : [{ mark: other, pair }];
  });
}

/** Which findings the reading view marks. */
export interface ReadingFilter {
  /** Index of a group; null for all. */
  readonly group: number | null;
  readonly kind: PairKind | null;
  /** `removed`: a side goes by decision. */
  readonly decision: 'open' | 'settled' | 'removed' | null;
}

/** The same as it is kept: its group by a finding of it, for groups are numbered anew with each detection. */
export interface ReadingChoice extends Omit<ReadingFilter, 'group'> {
  readonly group: PairId | null;
}

export const EVERY_MARK: ReadingFilter & ReadingChoice = { group: null, kind: null, decision: null };

/** The filter that is kept as `choice`; of all groups where the finding is gone. Linear. */
export function filterOfChoice({ findings, groupOf }: Survey, choice: ReadingChoice): ReadingFilter {
  const index = choice.group === null ? -1 : findings.findIndex(({ id }) => id === choice.group);
  return { ...choice, group: index < 0 ? null : (groupOf[index] as number) };
}

/** How `filter` is kept: a group by its most important finding. */
export function choiceOfFilter({ findings, groups }: Survey, filter: ReadingFilter): ReadingChoice {
  const first = filter.group === null ? undefined : groups[filter.group]?.pairs[0];
  return { ...filter, group: first === undefined ? null : (findings[first]?.id ?? null) };
}

/** The findings of a survey that pass, in their order. One pass. */
export function filterForReading(
  { findings, groupOf }: Survey,
  { group, kind, decision }: ReadingFilter,
  decisions: ReadonlyMap<PairId, Decision>,
): readonly Pair[] {
  return findings.filter((pair, index) => {
    if (group !== null && groupOf[index] !== group) return false;
    if (kind !== null && pair.kind !== kind) return false;
    if (decision === null) return true;
    const own = decisions.get(pair.id);
    if (decision === 'removed') return own !== undefined && (goesBy(own, 'a') || goesBy(own, 'b'));
    return ((own?.judgement ?? null) === null) === (decision === 'open');
  });
}

/** The passages of a document that go by decision, in order, overlaps joined. One pass and a sort. */
export function removedIn(
  findings: readonly Pair[],
  decisions: ReadonlyMap<PairId, Decision>,
  document: DocumentId,
): readonly Span[] {
  const spans: Span[] = [];
  if (decisions.size === 0) return spans;
  for (const { id, a, b } of findings) {
    const decision = decisions.get(id);
    if (decision === undefined) continue;
    if (a.document === document && goesBy(decision, 'a')) spans.push(a.span);
    if (b.document === document && goesBy(decision, 'b')) spans.push(b.span);
  }
  return joined(spans);
}

/** The spans in order, those that overlap or touch as one. */
function joined(spans: Span[]): readonly Span[] {
  spans.sort((s, t) => s.start - t.start);
  const whole: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = whole.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole;
}
