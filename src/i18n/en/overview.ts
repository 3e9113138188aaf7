import type { Messages } from '../zh-CN/messages.ts';
import { count, number } from './count.ts';

/** The words of the overview. Each number says in one sentence how it is made. */
export const OVERVIEW: Messages['inOverview'] = {
  counting: 'Counting…',
  figures: 'Figures',
  rate: 'Repeated',
  rateMeans: (repeated, all) =>
    `Of ${count(all, 'compared character')}, ${number(repeated)} also stand elsewhere. Both sides count, each character once, boilerplate included; titles, bylines, ordinals, punctuation and spaces do not count.`,
  ofCharacters: (part, all) => `${number(part)} of ${number(all)} chars`,
  within: 'Within a speech',
  withinMeans: (part, all) =>
    `Of ${count(all, 'compared character')}, ${number(part)} also stand elsewhere in the same speech. Some may count as “across speakers” as well.`,
  across: 'Across speakers',
  acrossMeans: (part, all) =>
    `Of ${count(all, 'compared character')}, ${number(part)} also stand in another speech, which may be by the same speaker.`,
  withoutBoilerplate: 'Without boilerplate',
  withoutBoilerplateMeans: (part, all, entries) =>
    `Of ${count(all, 'compared character')}, ${number(part)} stand in a listed repeat; ${count(entries, 'boilerplate passage')} left aside.`,
  largest: 'Largest overlap',
  largestMeans: (shared, all, who, other) =>
    `Of the ${count(all, 'character')} of a speech by ${who}, ${number(shared)} also stand in one by ${other}: no other speech shares so much with a single one. Boilerplate does not count.`,
  largestNone: 'No speech says anything that another says.',
  largestOf: (who, other) => `${who}, in ${other}`,
  settled: 'Settled',
  settledMeans: (done, all) => `Settled so far: ${number(done)} of ${count(all, 'listed repeat')}.`,
  settledOf: (done, all) => `${number(done)} of ${number(all)}`,

  ribbons: 'All speeches',
  ribbonsKey:
    'Boxes are items, textures repeats; solid: whole, dashed: passage, dotted: reworded, red: deleted',
  ribbonsEven: 'All drawn equally long; boxes are items, textures repeats',
  ribbonsList:
    'Places that recur: left and right within a speech, up and down between speeches, Enter opens the comparison',
  even: 'Equal length',
  foldDocuments: 'Fold by document',
  notAllLinks: (drawn, left) =>
    `The ${number(drawn)} most important links are drawn, ${number(left)} are not; point at a group to see all of its links`,
  rowShare: (share) => `${share} of it recurs, boilerplate aside`,
  foldedSpeeches: (n) => count(n, 'speech', 'speeches'),
  markIs: (letters, name, length, places) =>
    `${letters}  ${name}: ${count(length, 'character')}, ${count(places, 'place')}`,
  linkIs: (letters, a, b, similarity, length) =>
    `${letters}  ${a} — ${b}: similarity ${similarity}, ${count(length, 'character')} shared`,
  andRemoved: (known) => `${known}, deleted`,
  figure: number,
  ordinal: String,
  speechLength: (n) => `${number(n)} chars`,

  tables: 'Details',
  groups: 'Groups',
  perSpeech: 'Speeches',
  perSpeaker: 'Speakers',
  group: 'Group',
  places: 'Where',
  morePlaces: (n) => `… ${count(n, 'place')}`,
  between: [', ', '; '],
  excerpt: 'Excerpt',
  size: 'Places',
  length: 'Chars',
  people: 'Speakers',
  importance: 'Weight',
  importanceMeans: 'Longer, rarer and more alike weighs more; group 1 weighs most.',
  similarity: 'Similarity',
  state: 'Settled',
  settledInGroup: (done, all) =>
    done === 0 ? 'no' : done === all ? 'yes' : `${number(done)} of ${number(all)}`,
  speaker: 'Speaker',
  title: 'Title',
  document: 'Document',
  compared: 'Compared',
  speeches: 'Speeches',
  rows: (n) => count(n, 'row'),
  noGroups: 'No group matches the filter',

  matrix: 'Matrix',
  matrixOf: { speakers: 'Speakers', documents: 'Documents', speeches: 'Speeches' },
  matrixKey: 'Repeats above, shared characters below; framed: with itself',
  matrixDense: 'Darker: more shared; diagonal: with itself',
  matrixLabel: 'Who with whom: arrows choose a cell, Enter opens the comparison, plus and minus zoom',
  cellIs: (a, b, n, length) => `${a} × ${b}: ${count(n, 'repeat')}, ${count(length, 'character')} shared`,
  cellNone: (a, b) => `${a} × ${b}: none`,
  cellSelf: (a, n, length) =>
    n === 0
      ? `${a} with itself: none`
      : `${a} with itself: ${count(n, 'repeat')}, ${count(length, 'character')} shared`,
  cellSpan: (first, last, n) => (n === 1 ? first : `${first} to ${last} (${number(n)})`),
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomWhole: 'All',
  perCell: (n) => `${number(n)} per cell`,

  plot: 'Similarity and length',
  plotAxes: 'Similarity against shared characters',
  plotDrag: '; drag a box to filter',
  plotLabel:
    'Similarity and length: arrows move, Enter opens what is pointed at, Space begins a box and ends it, Escape gives it up',
  plotAt: (similarity, length) => `similarity ${similarity}, ${count(length, 'character')}`,
  plotRange: (low, high, least, most, n) =>
    `similarity ${low}–${high}, ${number(least)}–${number(most)} chars: ${count(n, 'repeat')}`,
  plotClear: 'Remove the box',
  thresholds: 'Thresholds',
  histogramHead: ['Distribution', 'From', 'To', 'Repeats'],

  filtered: (shown, all) => `${number(shown)} of ${number(all)} shown`,
  filterOff: 'Show all',
  capped: (similarity, length) =>
    [
      similarity === null ? '' : `similarity ≤ ${similarity}`,
      length === null ? '' : `shared ≤ ${number(length)}`,
    ]
      .filter((words) => words !== '')
      .join(', '),
  uncap: 'No upper limit',

  save: (what, format) => `Save “${what}” as ${format}`,
  pngFailed: 'The browser cannot draw a picture that large; save it as SVG.',
  fileName: (what) => `Leitong ${what}`,

  nothing: 'No repeats are listed. These are the speeches.',
};
