import type { ImportedText } from '../../core/text/imported.ts';
import type { WordPlace, WordPlaces } from '../../office/word-places.ts';
import { keptUnits } from '../composer.ts';
import type { Trace } from './story.ts';

/** Where a paragraph's text comes from. */
interface Source extends WordPlace {
  /** The text as it was given to the composer, numbers left out. */
  readonly text: string;
  readonly traces: readonly Trace[];
}

/** Gathers where the text of a document stands in its file, while the text is composed. */
export class PlaceCollector {
  private readonly sources: (Source | null)[] = [];

  /** A paragraph that was added to the text; null for one that no part of the file says. */
  add(source: Source | null): void {
    this.sources.push(source);
  }

  /** The places of the whole text, of which every paragraph was added. Linear time. */
  finish({ text, layout }: ImportedText, parts: readonly string[]): WordPlaces {
    if (layout === null) throw new Error('a Word document has a layout');
    const elements = new Int32Array(text.length);
    const offsets = new Int32Array(text.length).fill(-1);
    for (const [index, { span, number }] of layout.paragraphs.entries()) {
      const source = this.sources[index] ?? null;
      if (source === null) continue;
      let next = 0;
      const start = span.start + (number?.length ?? 0);
      const kept = keptUnits(source.text);
      for (let unit = start; unit < span.end; unit++) {
        const at = kept[unit - start] ?? 0;
        while ((source.traces[next + 1]?.at ?? Infinity) <= at) next++;
        const trace = source.traces[next];
        if (trace === undefined) continue;
        elements[unit] = trace.element;
        offsets[unit] = trace.offset === null ? -1 : trace.offset + at - trace.at;
      }
    }
    const paragraphs = layout.paragraphs.map((_, index): WordPlace => {
      const { part, elements: own } = this.sources[index] ?? NOWHERE;
      return { part, elements: own };
    });
    return { text, layout, parts, paragraphs, elements, offsets };
  }
}

const NOWHERE: WordPlace = { part: -1, elements: [] };
