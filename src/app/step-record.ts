import { emptyDecision } from '../core/review/decision.ts';
import {
  readCorrections,
  readDecision,
  readDocumentRecord,
  readEarlier,
  readOpinion,
  readPhrases,
  readTableReading,
} from '../storage/records.ts';
import type { Command, HistoryEntry, Reach, Swap } from './commands.ts';

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const REACHES: readonly Reach[] = ['pair', 'group', 'many'];
const SWAPS: readonly Swap[] = ['revised', 'opened', 'added', 'adopted', 'dismissed'];

/** Whether the record of each kind of step holds all that undoing and redoing it writes. */
const CHECKS: Readonly<Record<Command['kind'], (command: Fields) => boolean>> = {
  decide: ({ reach, changes }) => REACHES.some((each) => each === reach) && isList(changes, isChange),
  correct: ({ document, name, before, after }) =>
    [document, name].every(isString) && [before, after].every(isRead(readCorrections)),
  remove: ({ document, name, corrections, isTemplate, stored }) =>
    [document, name].every(isString) &&
    isRead(readCorrections)(corrections) &&
    isBoolean(isTemplate) &&
    stored === null,
  columns: ({ document, replacement, name, corrections, before, after }) =>
    [document, replacement, name].every(isString) &&
    isRead(readCorrections)(corrections) &&
    [before, after].every((each) => Object.values(fieldsOf(each)).every(orNull(isRead(readTableReading)))),
  phrases: ({ before, after }) => [before, after].every(orNull(isRead(readPhrases))),
  template: ({ document, name, isTemplate }) => [document, name].every(isString) && isBoolean(isTemplate),
  restored: ({ boilerplate, isRestored }) => isString(boilerplate) && isBoolean(isRestored),
  swap: ({ what, name, before, after }) =>
    SWAPS.some((each) => each === what) && isString(name) && [before, after].every(isDelta),
};

/** The step that a record holds; null for what is none, or would write what nobody could read again. */
export function readHistoryEntry(value: unknown): HistoryEntry | null {
  const { at, who, command } = fieldsOf(value);
  const { kind } = fieldsOf(command);
  const isKnown =
    isString(kind) && Object.hasOwn(CHECKS, kind) && CHECKS[kind as Command['kind']](fieldsOf(command));
  return typeof at === 'number' && typeof who === 'string' && isKnown
    ? { at, who, command: command as Command }
    : null;
}

function isChange(value: unknown): boolean {
  const { pair, from, to } = fieldsOf(value);
  return (
    typeof pair === 'string' &&
    [from, to].every((each) => readDecision({ ...emptyDecision(pair), ...fieldsOf(each) }) !== null)
  );
}

function isDelta(value: unknown): boolean {
  const delta = fieldsOf(value);
  const { ritualPhrases } = delta;
  return (
    isMap(delta['documents'], orNull(isRead(readDocumentRecord))) &&
    isMap(delta['corrections'], isRead(readCorrections)) &&
    isMap(delta['templates'], isBoolean) &&
    isMap(delta['earlier'], orNull(isRead(readEarlier))) &&
    isMap(delta['decisions'], isRead(readDecision)) &&
    isMap(delta['opinions'], (list) => isList(list, isRead(readOpinion))) &&
    isMap(delta['restored'], isBoolean) &&
    (ritualPhrases === undefined || orNull(isRead(readPhrases))(ritualPhrases))
  );
}

function isMap(value: unknown, isEach: Check): boolean {
  return value instanceof Map && [...value].every(([key, each]) => isString(key) && isEach(each));
}

function isList(value: unknown, isEach: Check): boolean {
  return Array.isArray(value) && value.every(isEach);
}

function isRead(read: (value: unknown) => unknown): Check {
  return (value) => read(value) !== null;
}

function orNull(is: Check): Check {
  return (value) => value === null || is(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function fieldsOf(value: unknown): Fields {
  return Object(value) as Fields;
}
