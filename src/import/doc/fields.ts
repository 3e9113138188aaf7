import { formatNumber } from '../../office/number-format.ts';

/** Fields inside one another that are told apart, at most. */
const DEPTH_MOST = 100;
/** In characters: longer instructions are no ruby and no circled number. */
const INSTRUCTION_MOST = 500;

/** Follows fields (a date, a link, a reference): their instruction is not shown, their result is. */
export class Fields {
  private readonly open: { instruction: string; isShown: boolean }[] = [];

  /** Whether characters here stand in an instruction. */
  get isHidden(): boolean {
    return this.open.some(({ isShown }) => !isShown);
  }

  begin(): void {
    if (this.open.length < DEPTH_MOST) this.open.push({ instruction: '', isShown: false });
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field !== undefined) field.isShown = true;
  }

  /** Ends the innermost field and gives what it shows that stands in its instruction. */
  end(): string {
    const field = this.open.pop();
    return field === undefined || field.isShown || this.isHidden ? '' : equationWords(field.instruction);
  }

  /** Hears what stands in an instruction. */
  note(words: string): void {
    const field = this.open.at(-1);
    if (field !== undefined && field.instruction.length < INSTRUCTION_MOST) field.instruction += words;
  }
}

/**
 * What an EQ field shows: the base of a ruby (拼音指南: `EQ \o\ad(\s\up 9(yún),云)`), and circled characters
 * (`eq \o\ac(○,1)`). Word writes these as overstrikes, whose last part is what is read.
 */
export function equationWords(instruction: string): string {
  const words = instruction.trim();
  if (!/^eq\b/iu.test(words)) return '';
  const comma = Math.max(words.lastIndexOf(','), words.lastIndexOf(';'), words.lastIndexOf('，'));
  const close = words.lastIndexOf(')');
  if (comma < 0 || close < comma || !words.includes('\\o')) return '';
  const base = words
    .slice(comma + 1, close)
    .replaceAll(/\\[a-z]+ ?\d*\(?|[()]/giu, '')
    .trim();
  const isCircled =
    words.includes('\\ac') && '○〇◯'.includes(words.charAt(words.lastIndexOf('(', comma) + 1));
  const value = Number(base);
  return isCircled && Number.isInteger(value) && base !== ''
    ? formatNumber(value, 'decimalEnclosedCircle')
    : base;
}
