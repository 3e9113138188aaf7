import { expect, test } from 'vitest';
import { waitIn, type Journal, type Message } from './journal.ts';

const message = (at: number, way: Message['way'], kind: string, more: Partial<Message> = {}): Message => ({
  worker: 0,
  way,
  kind,
  request: 7,
  at,
  lengths: {},
  largest: 0,
  ...more,
});

const journal: Journal = {
  acts: [
    { at: 90, type: 'click' },
    { at: 100, type: 'change' },
  ],
  messages: [
    message(10, 'asked', 'detect', { request: 1, lengths: { documents: 9 } }),
    message(148, 'asked', 'detect', { worker: 1, request: 7, lengths: { documents: 1 } }),
    message(150, 'asked', 'detect', { lengths: { documents: 3 } }),
    message(160, 'answered', 'detected', { worker: 1 }),
    message(250, 'answered', 'detected', { lengths: { pairs: 6, clusters: 1 }, largest: 5 }),
  ],
  states: [
    { at: 101, state: 'working' },
    { at: 165, state: 'ready' },
    { at: 270, state: 'ready' },
  ],
  tasks: [{ at: 249, duration: 80 }],
  silences: [{ at: 170, duration: 30 }],
};

test('the detection with the most documents counts, from the act before it to the state behind it', () => {
  expect(waitIn(journal, 80)).toMatchObject({
    loading: 50,
    detecting: 100,
    whole: 170,
    pairs: 6,
    clusters: 1,
    largest: 5,
  });
});

test('a silence belongs to the phase that holds its middle', () => {
  const { blocked } = waitIn(journal, 80);
  expect(blocked.detecting).toEqual({ task: 0, silence: 30 });
  expect(blocked.after).toEqual({ task: 80, silence: 0 });
});

test('what did not happen is no number', () => {
  expect(waitIn({ ...journal, messages: [] }, 80)).toMatchObject({
    detecting: Number.NaN,
    whole: Number.NaN,
    pairs: 0,
  });
});
