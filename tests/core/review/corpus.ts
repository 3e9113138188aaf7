import type { Pair, Passage } from '../../../src/core/reuse/pair.ts';
import type { Measure, Speech, StructuredDocument } from '../../../src/core/structure/speech.ts';

const MARKER_LENGTH = 2;

/** A document whose speeches are given as `speaker: paragraph / paragraph`; a paragraph that begins with an ordinal is a measure. */
export function documentOf(id: string, ...given: readonly string[]): StructuredDocument {
  let text = '';
  const speeches = given.map((line): Speech => {
    const [speaker = '', body = ''] = line.split(': ');
    const start = text.length;
    const title = `## ${speaker}的发言\n`;
    text += title;
    const measures: Measure[] = [];
    const paragraphs: { start: number; end: number }[] = [];
    for (const paragraph of body.split(' / ')) {
      const span = { start: text.length, end: text.length + paragraph.length };
      const ordinal = '一二三四五六七八九'.indexOf(paragraph.charAt(0)) + 1;
      if (ordinal > 0) {
        measures.push({
          span,
          marker: { start: span.start, end: span.start + MARKER_LENGTH },
          ordinal,
          level: 1,
          list: 0,
          parent: null,
          heading: { start: span.start + MARKER_LENGTH, end: span.end },
          own: [span],
        });
      } else paragraphs.push(span);
      text += paragraph + '\n';
    }
    return {
      title: `${speaker}的发言`,
      speaker,
      role: '',
      span: { start, end: text.length },
      titleSpan: { start, end: start + title.length - 1 },
      bylineSpan: null,
      lists: measures.length > 0 ? [{ topic: null, leadIn: null }] : [],
      measures,
      paragraphs,
      breaks: [],
    };
  });
  return {
    document: {
      id,
      name: `${id}.txt`,
      text,
      encoding: 'utf-8',
      layout: null,
      origin: 'file',
      byteLength: text.length,
    },
    speeches,
  };
}

/** The passage of a document's speech that is its nth measure. */
export function measureOf(structured: StructuredDocument, speech: number, measure: number): Passage {
  const span = structured.speeches[speech]?.measures[measure]?.span;
  if (span === undefined) throw new Error(`no measure ${measure} in speech ${speech}`);
  return { document: structured.document.id, speech, measure, paragraph: null, unit: span, span };
}

/** A pair with sensible defaults. */
export function pairOf(id: string, a: Passage, b: Passage, rest: Partial<Pair> = {}): Pair {
  return {
    id,
    a,
    b,
    kind: 'near-identical',
    scope: a.document === b.document && a.speech === b.speech ? 'within' : 'across',
    similarity: 0.9,
    containmentA: 0.9,
    containmentB: 0.9,
    importance: 1,
    ...rest,
  };
}
