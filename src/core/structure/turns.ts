import type { Turn } from './bylines.ts';
import { beginsAsWord } from './names.ts';
import type { Outline } from './outline.ts';
import type { Paragraph } from './paragraphs.ts';

/** A bare name before a colon proves nothing (李明：13800000000); so many in a document are minutes. */
const BARE_TURNS_LEAST = 2;
/** What is said in a turn is this long at least, in characters, or ends as a sentence. */
const SAID_LEAST = 12;

/** The paragraphs that begin as turns of minutes, by index: a name before a colon, and something said. Linear time. */
export function findTurns(outline: Outline): ReadonlySet<number> {
  const certain: number[] = [];
  const bare: number[] = [];
  outline.shapes.forEach((shape, index) => {
    if (shape.kind !== 'turn' || !saysSomething(outline, index, shape.turn)) return;
    if (shape.turn.certain) certain.push(index);
    else if (!beginsAsWord(shape.turn.speaker)) bare.push(index);
  });
  const minutes = certain.length + bare.length >= BARE_TURNS_LEAST || isNamedElsewhere(outline, bare);
  return new Set(minutes ? [...certain, ...bare] : certain);
}

function saysSomething({ text, paragraphs, shapes }: Outline, index: number, turn: Turn): boolean {
  const said = turn.end;
  const paragraph = paragraphs[index] as Paragraph;
  if (said >= paragraph.end) return index + 1 < paragraphs.length && shapes[index + 1]?.kind !== 'turn';
  return (
    turn.certain ||
    paragraph.end - said >= SAID_LEAST ||
    '。！？!?：:'.includes(text.charAt(paragraph.end - 1))
  );
}

/** A name that a byline or a heading gives is a speaker's. */
function isNamedElsewhere({ shapes }: Outline, bare: readonly number[]): boolean {
  const names = new Set(shapes.map((shape) => (shape.kind === 'byline' ? shape.byline.speaker : '')));
  return bare.some((index) => {
    const shape = shapes[index];
    return shape?.kind === 'turn' && names.has(shape.turn.speaker);
  });
}
