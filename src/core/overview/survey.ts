import type { Pair, Passage } from '../reuse/pair.ts';
import type { Groups } from '../review/groups.ts';
import { sharedLength } from '../review/threshold.ts';
import type { Speech, StructuredDocument } from '../structure/speech.ts';
import type { DocumentId } from '../text/document.ts';

/** A speech among all, in loading order. */
export interface SurveyedSpeech {
  /** Index of its document, and its own in that. */
  readonly document: number;
  readonly index: number;
  readonly structured: StructuredDocument;
  readonly speech: Speech;
  /** Of its text, in UTF-16 units; at least 1. */
  readonly length: number;
}

/** Passages that say the same, and the pairs between them. */
export interface SurveyedGroup {
  /** Indices of findings, the most important first; one at least. */
  readonly pairs: readonly number[];
  /** Indices of marks, in loading order. */
  readonly marks: readonly number[];
  /** How many people say it; of speeches without a name each counts. */
  readonly speakers: number;
  /** What the pair that shares most shares, in characters. */
  readonly length: number;
  /** Of its most important pair. */
  readonly importance: number;
}

/** A place that recurs: what passages of one group cover in one speech, overlaps joined. */
export interface Mark {
  readonly speech: number;
  /** From the speech's beginning, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly group: number;
  /** The passage that stands first in it. */
  readonly passage: Passage;
}

/** All that the overview draws, in numbers. Speeches, groups, marks and findings are named by their indices. */
export interface Survey {
  readonly documents: readonly StructuredDocument[];
  readonly speeches: readonly SurveyedSpeech[];
  readonly findings: readonly Pair[];
  /** The group with the most important finding first. */
  readonly groups: readonly SurveyedGroup[];
  readonly marks: readonly Mark[];
  /** The marks of a speech, in order of where they begin: from `marksFrom[speech]` to before `marksFrom[speech + 1]`. */
  readonly marksFrom: Uint32Array;
  /** By finding: its group, the marks and the speeches of its sides, and what they share, in characters. */
  readonly groupOf: Uint32Array;
  readonly markA: Uint32Array;
  readonly markB: Uint32Array;
  readonly speechA: Uint32Array;
  readonly speechB: Uint32Array;
  readonly shared: Uint32Array;
  /** By finding: the number of its link, which all findings between the same two marks share; and how many links there are. */
  readonly linkOf: Uint32Array;
  readonly linkCount: number;
}

/** Findings looked at between two breaks: a millisecond or two. */
const STEP = 400;

/**
 * Gathers findings (the most important first) by group and by place. `groups` are those of their detection. Findings whose
 * speeches are gone must not be among them. Linear but for sorting; yields every few milliseconds.
 */
export function* survey(
  documents: readonly StructuredDocument[],
  findings: readonly Pair[],
  groups: Groups,
): Generator<void, Survey> {
  const speeches: SurveyedSpeech[] = [];
  const firstOf = new Map<DocumentId, number>();
  for (const [document, structured] of documents.entries()) {
    firstOf.set(structured.document.id, speeches.length);
    for (const [index, speech] of structured.speeches.entries()) {
      const length = Math.max(1, speech.span.end - speech.span.start);
      speeches.push({ document, index, structured, speech, length });
      if (speeches.length % STEP === 0) yield;
    }
  }
  const speechOf = ({ document, speech }: Passage) => (firstOf.get(document) as number) + speech;
  const gathered: Gathered = {
    groupOf: new Uint32Array(findings.length),
    speechA: new Uint32Array(findings.length),
    speechB: new Uint32Array(findings.length),
    shared: new Uint32Array(findings.length),
  };
  const members: number[][] = [];
  const numberOf = new Map<number, number>();
  for (const [index, pair] of findings.entries()) {
    if (index % STEP === STEP - 1) yield;
    const known = groups.numberOf(pair);
    let group = known === null ? undefined : numberOf.get(known);
    if (group === undefined) {
      group = members.push([]) - 1;
      if (known !== null) numberOf.set(known, group);
    }
    (members[group] as number[]).push(index);
    gathered.groupOf[index] = group;
    gathered.speechA[index] = speechOf(pair.a);
    gathered.speechB[index] = speechOf(pair.b);
    gathered.shared[index] = sharedLength(pair);
  }
  const placed = yield* placeMarks(speeches, findings, members, gathered);
  const described = members.map((pairs, group): SurveyedGroup => {
    const marks = placed.ofGroup[group] as readonly number[];
    const speakers = new Set(marks.map((mark) => speakerKey(speeches, (placed.marks[mark] as Mark).speech)));
    return {
      pairs,
      marks,
      speakers: speakers.size,
      length: pairs.reduce((most, pair) => Math.max(most, gathered.shared[pair] as number), 0),
      importance: (findings[pairs[0] as number] as Pair).importance,
    };
  });
  const { marks, marksFrom, markA, markB } = placed;
  yield;
  const links = numberLinks(markA, markB, marks.length);
  return {
    documents,
    speeches,
    findings,
    groups: described,
    marks,
    marksFrom,
    markA,
    markB,
    ...gathered,
    ...links,
  };
}

function numberLinks(
  markA: Uint32Array,
  markB: Uint32Array,
  marks: number,
): Pick<Survey, 'linkOf' | 'linkCount'> {
  const numbers = new Map<number, number>();
  const linkOf = markA.map((a, pair) => {
    const b = markB[pair] as number;
    const key = Math.min(a, b) * marks + Math.max(a, b);
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = numbers.size));
    return number;
  });
  return { linkOf, linkCount: numbers.size };
}

interface Gathered {
  readonly groupOf: Uint32Array;
  readonly speechA: Uint32Array;
  readonly speechB: Uint32Array;
  readonly shared: Uint32Array;
}

interface Placed extends Pick<Survey, 'marks' | 'marksFrom' | 'markA' | 'markB'> {
  readonly ofGroup: readonly (readonly number[])[];
}

/** Names the speaker of a speech; speeches without a name are not said by one. */
export function speakerKey(speeches: readonly SurveyedSpeech[], speech: number): string {
  return speeches[speech]?.speech.speaker || `#${speech}`;
}

/** Joins the sides of each group's findings that overlap, and numbers what comes of it by where it stands. */
function* placeMarks(
  speeches: readonly SurveyedSpeech[],
  findings: readonly Pair[],
  members: readonly (readonly number[])[],
  { speechA, speechB }: Gathered,
): Generator<void, Placed> {
  /** By finding: the marks of its sides, first as they were made, then as they stand. */
  const sides = new Uint32Array(2 * findings.length);
  const made: { speech: number; start: number; end: number; group: number; passage: Passage }[] = [];
  const passageAt = (side: number): Passage => {
    const { a, b } = findings[side >> 1] as Pair;
    return side % 2 === 0 ? a : b;
  };
  const speechAt = (side: number): number => (side % 2 === 0 ? speechA : speechB)[side >> 1] as number;
  let looked = 0;
  for (const [group, pairs] of members.entries()) {
    const own = pairs.flatMap((pair) => [2 * pair, 2 * pair + 1]);
    own.sort((p, q) => speechAt(p) - speechAt(q) || passageAt(p).span.start - passageAt(q).span.start);
    let last = null;
    for (const side of own) {
      if (++looked % STEP === 0) yield;
      const passage = passageAt(side);
      const speech = speechAt(side);
      const origin = (speeches[speech] as SurveyedSpeech).speech.span.start;
      const [start, end] = [passage.span.start - origin, passage.span.end - origin];
      if (last === null || last.speech !== speech || last.end <= start) {
        last = { speech, start, end, group, passage };
        made.push(last);
      } else last.end = Math.max(last.end, end);
      sides[side] = made.length - 1;
    }
  }
  yield;
  const order = made.map((_, mark) => mark);
  order.sort((p, q) => {
    const [m, n] = [made[p], made[q]] as [Mark, Mark];
    return m.speech - n.speech || m.start - n.start || n.end - m.end || m.group - n.group;
  });
  yield;
  const rankOf = new Uint32Array(made.length);
  for (const [rank, mark] of order.entries()) rankOf[mark] = rank;
  const marks = order.map((mark) => made[mark] as Mark);
  const marksFrom = new Uint32Array(speeches.length + 1);
  for (const { speech } of marks) marksFrom[speech + 1] = (marksFrom[speech + 1] as number) + 1;
  for (let speech = 0; speech < speeches.length; speech++) {
    marksFrom[speech + 1] = (marksFrom[speech + 1] as number) + (marksFrom[speech] as number);
  }
  const ofGroup: number[][] = members.map(() => []);
  for (const [mark, { group }] of marks.entries()) (ofGroup[group] as number[]).push(mark);
  return {
    marks,
    marksFrom,
    markA: Uint32Array.from({ length: findings.length }, (_, i) => rankOf[sides[2 * i] as number] as number),
    markB: Uint32Array.from(
      { length: findings.length },
      (_, i) => rankOf[sides[2 * i + 1] as number] as number,
    ),
    ofGroup,
  };
}
