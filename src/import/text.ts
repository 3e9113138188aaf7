import { failed } from '../core/text/imported.ts';
import { decode } from './encoding.ts';
import type { Importer } from './importer.ts';

/** Control characters that text does not have: below U+0020, but for tab, line ends, form feed and the old end-of-file mark. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a]);
/** The share of control bytes above which a file is no text; stray ones occur in texts that old programs wrote. */
const CONTROLS_MOST = 0.01;
/** In bytes or UTF-16 units: as much of a file as is looked at to tell text from something else. */
const SAMPLE = 65_536;

/** Plain text and Markdown, and whatever else turns out to be text. */
export const text: Importer = {
  accepts: () => true,
  read({ bytes }) {
    const decoded = decode(bytes);
    if (decoded === null) {
      const share = controlShare(bytes.length, (i) => bytes[i] as number);
      return failed(share > CONTROLS_MOST ? 'binary' : 'unknown-encoding');
    }
    if (controlShare(decoded.text.length, (i) => decoded.text.charCodeAt(i)) > CONTROLS_MOST) {
      return failed('binary');
    }
    if (decoded.text === '') return failed('empty');
    if (decoded.text.trim() === '') return failed('blank');
    return { kind: 'imported', text: decoded.text, encoding: decoded.encoding, layout: null };
  },
};

/** The share of control characters among the first units, 0 to 1. */
function controlShare(length: number, unitAt: (index: number) => number): number {
  const sampled = Math.min(length, SAMPLE);
  let controls = 0;
  for (let i = 0; i < sampled; i++) if (isControl(unitAt(i))) controls++;
  return sampled === 0 ? 0 : controls / sampled;
}

function isControl(unit: number): boolean {
  return unit < 0x20 && !TEXT_CONTROLS.has(unit);
}
