import type { Messages } from '../zh-CN/messages.ts';
import { count, number } from './count.ts';

/** The words of the reading view. */
export const READING: Messages['inReading'] = {
  bar: 'Repeats in the text',
  group: 'Group',
  everyGroup: 'All groups',
  groupOf: (letters, places) => `${letters}  ${count(places, 'place')}`,
  kind: 'Kind',
  everyKind: 'All kinds',
  decision: 'Decision',
  decisions: { all: 'Settled or not', open: 'Unsettled', settled: 'Settled', removed: 'Deleted' },
  count: (n) => (n === 0 ? 'Nothing recurs' : `${count(n, 'passage')} that recur${n === 1 ? 's' : ''}`),
  counting: 'Marking repeats…',
  mark: (letters, others) => `Repeated passage ${letters}, ${count(others, 'other place')}`,
  removedMark: (known) => `${known}, deleted`,
  depth: (n) => count(n, 'other place'),
  minimap: 'The whole text',
  lineOf: (line, all) => `Line ${number(line)} of ${number(all)}`,
  places: 'Elsewhere',
  groupPlaces: (letters, others) => `Group ${letters}  ${count(others, 'other place')}`,
  onlyGroup: (letters) => `Only group ${letters}`,
  allGroups: 'All groups',
  openPlace: (place, similarity) => `Compare with ${place}, similarity ${similarity}`,
  gone: 'deleted',
  keyLines: 'Line above, below, first, last',
  keyMarks: 'Previous, next repeat; its other places',
  asides: (deletions: number, comments: number) =>
    [
      deletions > 0 && `${count(deletions, 'tracked deletion')}`,
      comments > 0 && `${count(comments, 'comment')}`,
    ]
      .filter(Boolean)
      .join(', '),
  deleted: (author: string) => (author === '' ? 'Deleted' : `${author} deleted`),
  comment: (author: string) => (author === '' ? 'Comment' : `${author}`),
};
