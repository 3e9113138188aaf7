import type { Span } from '../text/span.ts';
import type { Heading, ListTopic, Measure, MeasureList, Speech } from './speech.ts';

/**
 * Speeches as numbers, as they go from thread to thread: these are moved, where hundreds of thousands of objects would be
 * cloned one by one, and what they were cloned from be kept until the page has time to look for it.
 */
export interface PackedSpeeches {
  /** Of each speech: title, speaker, role. */
  readonly words: readonly string[];
  /** What `speechTo` writes, one speech behind the other. */
  readonly numbers: Int32Array<ArrayBuffer>;
}

const NONE = -1;
const TOPICS: readonly (ListTopic | null)[] = [null, 'problem', 'measure'];

/** Packs speeches. Linear. */
export function packSpeeches(speeches: readonly Speech[]): PackedSpeeches {
  const numbers: number[] = [];
  const words: string[] = [];
  for (const speech of speeches) {
    words.push(speech.title, speech.speaker, speech.role);
    speechTo(numbers, speech);
  }
  return { words, numbers: new Int32Array(numbers) };
}

/** The speeches as they were packed; of a measure without children the own text is its span, one object. Linear. */
export function unpackSpeeches({ words, numbers }: PackedSpeeches): Speech[] {
  const speeches: Speech[] = [];
  let at = 0;
  for (let word = 0; word < words.length; word += 3) {
    speeches.push(speechOf(words[word] as string, words[word + 1] as string, words[word + 2] as string));
  }
  return speeches;

  function speechOf(title: string, speaker: string, role: string): Speech {
    const speech = {
      title,
      speaker,
      role,
      span: span(),
      titleSpan: spanOrNull(),
      bylineSpan: spanOrNull(),
      lists: listOf(list),
      measures: listOf(measure),
      paragraphs: listOf(span),
      breaks: listOf(span),
    };
    const headings = listOf(heading);
    return headings.length > 0 ? { ...speech, headings } : speech;
  }

  function next(): number {
    return numbers[at++] as number;
  }

  function listOf<T>(item: () => T): readonly T[] {
    const items = new Array<T>(next());
    for (let i = 0; i < items.length; i++) items[i] = item();
    return items;
  }

  function span(): Span {
    return { start: next(), end: next() };
  }

  function spanOrNull(): Span | null {
    const found = span();
    return found.start === NONE ? null : found;
  }

  function list(): MeasureList {
    return { topic: TOPICS[next()] as ListTopic | null, leadIn: spanOrNull() };
  }

  function measure(): Measure {
    const marker = span();
    const [ordinal, level, inList, parent] = [next(), next(), next(), next()];
    const heads = span();
    const whole = span();
    const own = listOf(() => {
      const part = span();
      return part.start === whole.start && part.end === whole.end ? whole : part;
    });
    return {
      marker,
      ordinal,
      level,
      list: inList,
      parent: parent === NONE ? null : parent,
      heading: heads,
      span: whole,
      own,
    };
  }

  function heading(): Heading {
    return { span: span(), level: next() };
  }
}

function speechTo(numbers: number[], speech: Speech): void {
  const { lists, measures, paragraphs, breaks, headings = [] } = speech;
  spansTo(numbers, [speech.span, speech.titleSpan, speech.bylineSpan]);
  numbers.push(lists.length);
  for (const { topic, leadIn } of lists) {
    numbers.push(TOPICS.indexOf(topic));
    spansTo(numbers, [leadIn]);
  }
  numbers.push(measures.length);
  for (const { marker, ordinal, level, list, parent, heading, span, own } of measures) {
    spansTo(numbers, [marker]);
    numbers.push(ordinal, level, list, parent ?? NONE);
    spansTo(numbers, [heading, span]);
    numbers.push(own.length);
    spansTo(numbers, own);
  }
  for (const spans of [paragraphs, breaks]) {
    numbers.push(spans.length);
    spansTo(numbers, spans);
  }
  numbers.push(headings.length);
  for (const { span, level } of headings) {
    spansTo(numbers, [span]);
    numbers.push(level);
  }
}

function spansTo(numbers: number[], spans: readonly (Span | null)[]): void {
  for (const span of spans) numbers.push(span?.start ?? NONE, span?.end ?? NONE);
}
