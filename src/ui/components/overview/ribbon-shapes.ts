import { lettersOf } from '../../../core/overview/letters.ts';
import { linkOf } from '../../../core/overview/links.ts';
import {
  boxOf,
  markBox,
  speechBox,
  type Box,
  type RibbonPlan,
  type RibbonRow,
} from '../../../core/overview/ribbons.ts';
import type { Selection } from '../../../core/overview/selection.ts';
import type { Mark, Survey, SurveyedSpeech } from '../../../core/overview/survey.ts';
import { shareOf, type Rates } from '../../../core/review/rates.ts';
import { placeOf } from '../../../core/structure/place.ts';
import type { Messages } from '../../../i18n/index.ts';
import { rateText } from '../../../i18n/similarity.ts';
import { fitted, widthOf, type Shape } from '../../drawing/shape.ts';
import { linkShapes } from './link-shapes.ts';
import { speakerName } from './words.ts';

/** What ribbons are drawn from. */
export interface RibbonSource {
  readonly survey: Survey;
  readonly selection: Selection;
  readonly plan: RibbonPlan;
  /** Null until they are counted. */
  readonly rates: Rates | null;
  readonly messages: Messages;
}

/** More links than this are a tangle. */
export const LINKS_MOST = 120;
/** More speeches than this are folded by document to begin with. */
export const UNFOLDED_MOST = 400;

/** In CSS pixels. */
const SMALL = 12;
const PLAIN = 13;
const NAME = 14.5;
/** Between two letters, and how far over a bar they stand. */
const LETTER_GAP = 6;
const LETTER_RISE = 6;
/** In CSS pixels: of what is narrower its frame is all that can be seen, and drawn as such in one go. */
const TEXTURE_LEAST = 3;
/** In CSS pixels: what is narrow and begins nearer to another narrow one lies on it. */
const APART_LEAST = 0.5;

/** Some rows with their links, the links beneath. */
export function ribbonShapes(
  source: RibbonSource,
  rows: { readonly from: number; readonly to: number },
  links: readonly number[],
): readonly Shape[] {
  const { survey, plan } = source;
  const shapes: Shape[] = [];
  for (const pair of links) shapes.push(...linkShapes(plan, linkOf(survey, plan, pair), false, links.length));
  for (const row of plan.rows.slice(rows.from, rows.to)) {
    for (let speech = row.from; speech < row.to; speech++) shapes.push(...speechShapes(source, speech));
    shapes.push(...letterShapes(source, row), ...nameShapes(source, row));
  }
  return shapes;
}

/** A group that is pointed at: its links and places, as far as these stand in the rows. */
export function litShapes(
  { survey, selection, plan }: RibbonSource,
  rows: { readonly from: number; readonly to: number },
  group: number,
  links: readonly number[],
): readonly Shape[] {
  const shapes: Shape[] = links.flatMap((pair) =>
    linkShapes(plan, linkOf(survey, plan, pair), true, links.length),
  );
  const letters = lettersOf(group);
  const width = widthOf(letters, SMALL) + 6;
  for (const index of survey.groups[group]?.marks ?? []) {
    const mark = survey.marks[index] as Mark;
    const row = plan.rowOf[mark.speech] as number;
    if (selection.marks[index] === 0 || row < rows.from || row >= rows.to) continue;
    const box = markBox(plan, mark);
    shapes.push(
      { kind: 'rect', ...grown(box, 1), fill: { texture: group } },
      { kind: 'rect', ...grown(box, 1), stroke: 'ink', strokeWidth: 2 },
    );
    if (selection.removed[index] === 1) shapes.push(strike(box));
    if (plan.density === 'dense') continue;
    const x = tagLeft(plan, box, width);
    shapes.push(
      { kind: 'rect', x, y: box.y - LETTER_RISE - 11, width, height: 14, fill: 'lan' },
      {
        kind: 'text',
        x: x + width / 2,
        y: box.y - LETTER_RISE,
        text: letters,
        paint: 'sheet',
        size: SMALL,
        anchor: 'middle',
        isBold: true,
      },
    );
  }
  return shapes;
}

/** A place that the keyboard is at. */
export function cursorShapes(plan: RibbonPlan, mark: Mark): readonly Shape[] {
  return [{ kind: 'rect', ...grown(markBox(plan, mark), 4), stroke: 'lan', strokeWidth: 2 }];
}

function speechShapes({ survey, selection, plan, messages }: RibbonSource, speech: number): readonly Shape[] {
  const { speeches, marks, marksFrom } = survey;
  const { speech: found } = speeches[speech] as SurveyedSpeech;
  const bar = speechBox(plan, speeches, speech);
  const inset = plan.density === 'roomy' ? 7 : 3;
  const spine = { ...bar, y: bar.y + inset, height: bar.height - 2 * inset };
  const shapes: Shape[] = [{ kind: 'rect', ...spine, fill: 'sheet', stroke: 'rule-2' }];
  if (plan.density !== 'dense') {
    let before = -1;
    let drawnAt = -Infinity;
    for (const [index, { level, span, ordinal, list }] of found.measures.entries()) {
      if (level > 1) continue;
      const origin = found.span.start;
      const box = boxOf(plan, speech, span.start - origin, span.end - origin, 1);
      if (box.width < TEXTURE_LEAST) {
        if (box.x < drawnAt + APART_LEAST) continue;
        drawnAt = box.x;
        shapes.push({ kind: 'rect', ...grown(box, 0.5), fill: 'rule-2' });
      } else shapes.push({ kind: 'rect', ...box, fill: 'lift', stroke: 'rule-2' });
      if (plan.density !== 'roomy') continue;
      // The first item of a list says what the list is; the others only count on.
      const own = messages.inOverview.ordinal(ordinal);
      const names = list === before ? [own] : [messages.place(placeOf(found, index, null)), own];
      before = list;
      const name = names.find((each) => widthOf(each, SMALL) <= box.width + 4);
      if (name === undefined) continue;
      const [x, y] = [box.x + box.width / 2, box.y + box.height + 15];
      const width = widthOf(name, SMALL) + 4;
      // On a plate: a line across would make 十 of 一.
      shapes.push(
        { kind: 'rect', x: x - width / 2, y: y - 11, width, height: 13, fill: 'sheet' },
        { kind: 'text', x, y, text: name, paint: 'ink-2', size: SMALL, anchor: 'middle' },
      );
    }
  }
  const own: number[] = [];
  for (let mark = marksFrom[speech] as number; mark < (marksFrom[speech + 1] as number); mark++) {
    if (selection.marks[mark] === 1) own.push(mark);
  }
  // The short ones lie on the long ones.
  own.sort((p, q) => lengthOf(marks[q] as Mark) - lengthOf(marks[p] as Mark));
  const drawn = new Set<number>();
  for (const mark of own) {
    const box = markBox(plan, marks[mark] as Mark);
    if (box.width < TEXTURE_LEAST) {
      const at = 2 * Math.floor(box.x / APART_LEAST) + (selection.removed[mark] as number);
      if (drawn.has(at)) continue;
      drawn.add(at);
      shapes.push({ kind: 'rect', ...grown(box, 0.5), fill: 'lan' });
    } else
      shapes.push({ kind: 'rect', ...box, fill: { texture: (marks[mark] as Mark).group }, stroke: 'lan' });
    if (selection.removed[mark] === 1) shapes.push(strike(box));
  }
  return shapes;
}

function letterShapes({ survey, selection, plan }: RibbonSource, row: RibbonRow): readonly Shape[] {
  if (plan.density === 'dense') return [];
  const shapes: Shape[] = [];
  let end = -Infinity;
  const last = survey.marksFrom[row.to] as number;
  for (let index = survey.marksFrom[row.from] as number; index < last; index++) {
    if (selection.marks[index] === 0) continue;
    const mark = survey.marks[index] as Mark;
    const text = lettersOf(mark.group);
    const box = markBox(plan, mark);
    const width = widthOf(text, SMALL);
    const x = box.x + box.width / 2;
    if (x - width / 2 < end + LETTER_GAP) continue;
    end = x + width / 2;
    shapes.push({
      kind: 'text',
      x,
      y: row.y - LETTER_RISE,
      text,
      paint: 'lan',
      size: SMALL,
      anchor: 'middle',
      isBold: true,
      halo: 'sheet',
    });
  }
  return shapes;
}

function nameShapes({ survey, plan, rates, messages }: RibbonSource, row: RibbonRow): readonly Shape[] {
  const { speeches } = survey;
  const isRoomy = plan.density === 'roomy';
  const { speech, structured } = speeches[row.from] as SurveyedSpeech;
  const isFolded = row.to - row.from > 1;
  const name = isFolded ? structured.document.name : speakerName(speeches, row.from, messages);
  const size = isRoomy ? NAME : plan.density === 'compact' ? PLAIN : SMALL;
  const middle = row.y + plan.barHeight / 2;
  const base = isRoomy && speech.role !== '' ? middle - 1 : middle + size * 0.36;
  const room = plan.left - 14;
  const shapes: Shape[] = [
    { kind: 'text', x: 0, y: base, text: fitted(name, size, room), paint: 'ink', size, isBold: isRoomy },
  ];
  const box = speechBox(plan, speeches, row.to - 1);
  const end = box.x + box.width + 9;
  const share = rates === null ? '' : rateText(rateOf(rates, row));
  if (!isRoomy) {
    shapes.push({
      kind: 'text',
      x: end,
      y: middle + SMALL * 0.36,
      text: share,
      paint: 'ink-2',
      size: SMALL,
      halo: 'sheet',
    });
    return shapes;
  }
  if (speech.role !== '' && !isFolded) {
    const role = fitted(speech.role, SMALL, room);
    shapes.push({ kind: 'text', x: 0, y: middle + 15, text: role, paint: 'ink-3', size: SMALL });
  }
  const length = messages.inOverview.speechLength(speech.span.end - speech.span.start);
  shapes.push(
    { kind: 'text', x: end, y: middle - 2, text: share, paint: 'ink', size: PLAIN, halo: 'sheet' },
    { kind: 'text', x: end, y: middle + 14, text: length, paint: 'ink-3', size: SMALL, halo: 'sheet' },
  );
  if (speech.title === '' || isFolded) return shapes;
  const title = fitted(speech.title, PLAIN, plan.right - plan.left);
  const y = row.y + plan.barHeight + 34;
  return [
    ...shapes,
    { kind: 'text', x: plan.left, y, text: title, paint: 'ink-3', size: PLAIN, face: 'song', halo: 'sheet' },
  ];
}

/** What is marked on the bar, so without boilerplate. */
export function rateOf({ speeches }: Rates, { from, to }: RibbonRow): number {
  let [repeated, all] = [0, 0];
  for (const counts of speeches.slice(from, to)) {
    repeated += counts.withoutBoilerplate;
    all += counts.all;
  }
  return shareOf(repeated, all);
}

function strike({ x, y, width, height }: Box): Shape {
  return {
    kind: 'path',
    d: `M${x - 2} ${y + height + 2}L${x + width + 2} ${y - 2}`,
    stroke: 'zhu',
    strokeWidth: 1.6,
  };
}

function tagLeft({ left, right }: RibbonPlan, { x, width }: Box, own: number): number {
  return Math.min(right - own, Math.max(left, x + width / 2 - own / 2));
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function lengthOf({ start, end }: Mark): number {
  return end - start;
}
