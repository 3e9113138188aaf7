import type { Boilerplate, DetectionSettings } from '../../src/core/reuse/pair.ts';
import { lineEngine } from '../worker/in-process.ts';

/** An engine that detects without end until it is let go, and counts how often it began. */
export function heldEngine() {
  const engine = lineEngine();
  const control = { isHeld: true, begun: 0 };
  return {
    control,
    engine: {
      ...engine,
      *detect(...given: Parameters<typeof engine.detect>) {
        control.begun++;
        while (control.isHeld) yield { done: 0.5 };
        return yield* engine.detect(...given);
      },
    },
  };
}

/**
 * An engine that sets lines apart: those among the ritual phrases, and those of a template. An entry's id is its line.
 * `asked` holds the settings of every detection.
 */
export function apartEngine() {
  const engine = lineEngine();
  const asked: DetectionSettings[] = [];
  return {
    asked,
    engine: {
      ...engine,
      *detect(...given: Parameters<typeof engine.detect>) {
        const [documents, settings] = given;
        asked.push(settings);
        const found = yield* engine.detect(...given);
        const texts = new Map(documents.map(({ document }) => [document.id, document.text]));
        const entries = new Map<string, Boilerplate>();
        const pairs = found.pairs.filter((pair) => {
          const { document, span } = pair.a;
          const line = (texts.get(document) ?? '').slice(span.start, span.end);
          const isTemplate = [pair.a, pair.b].some((side) => settings.templates.includes(side.document));
          if (!isTemplate && !settings.ritualPhrases.includes(line)) return true;
          const before = entries.get(line) ?? { members: [], pairs: [] };
          entries.set(line, {
            id: line,
            reason: isTemplate ? 'template' : 'ritual',
            members: [...new Set([...before.members, pair.a, pair.b])],
            speeches: 2,
            pairs: [...before.pairs, pair],
          });
          return false;
        });
        return { ...found, pairs, boilerplate: [...entries.values()] };
      },
    },
  };
}
