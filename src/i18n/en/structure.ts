import type { LineChoice } from '../../core/structure/line-choices.ts';
import type { Messages } from '../zh-CN/messages.ts';
import { count, number } from './count.ts';

const CHOICES: Readonly<Record<LineChoice, readonly [name: string, back: string]>> = {
  speech: ['Start speech', 'Join speech'],
  'heading-1': ['Heading 1', 'Heading 1'],
  'heading-2': ['Heading 2', 'Heading 2'],
  'heading-3': ['Heading 3', 'Heading 3'],
  'no-heading': ['No heading', 'No heading'],
  measure: ['Start item', 'No item'],
  paragraph: ['Join paragraph', 'Start paragraph'],
  running: ['Header or page number', 'Is text'],
  'running-alone': ['Header or page number, this line only', 'Is text, this line only'],
};

/** The words of correcting the structure. */
export const STRUCTURE: Messages['inStructure'] = {
  bar: 'Correct the structure',
  menu: 'Correct this line',
  title: 'Title',
  byline: 'Byline',
  running: 'Header or page number',
  text: 'Text',
  heading: (level) => `Heading ${level}`,
  measure: (name, level) => `${name} · level ${level}`,
  inside: (name) => `In ${name}`,
  goesOn: 'goes on from above',
  corrected: 'corrected',
  choice: (choice, isBack) => CHOICES[choice][isBack ? 1 : 0],
  headingLevels: 'Heading',
  takeBack: 'Undo this line',
  busy: 'Comparing again…',
  idle: 'It was so already; nothing changed',
  failed: 'This could not be done',
  effect: ({ speeches, measures, findings }) => {
    const change = ([before, after]: readonly [number, number]) =>
      before === after ? number(after) : `${number(before)} → ${number(after)}`;
    const parts = [
      ...(speeches[0] === speeches[1] ? [] : [`speeches ${change(speeches)}`]),
      `${measures[0] === measures[1] ? count(measures[1], 'item') : `items ${change(measures)}`} in this speech`,
      `repeats ${change(findings)}`,
    ];
    return `Now: ${parts.join(', ')}`;
  },
  keys: {
    speech: 'Start speech, join speech',
    speaker: 'Edit byline',
    headings: 'Heading 1, 2, 3; no heading',
    measure: 'Start item, no item',
    paragraph: 'Join paragraph, start paragraph',
    running: 'Header or page number; this line only',
    takeBack: 'Undo this line',
  },
};
