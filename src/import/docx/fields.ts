/** A field that was begun: what it is to do, and whether its result has begun. */
interface Field {
  instruction: string;
  isResult: boolean;
}

/** In characters: no instruction is longer, and what goes on is a broken file. */
const INSTRUCTION_MOST = 2_000;

/** The fields around the text that is read. Word shows their results and not what they are to do. */
export class Fields {
  private readonly open: Field[] = [];
  private pending = 0;

  /** Whether what comes is an instruction and not shown. */
  get isInstruction(): boolean {
    return this.pending > 0;
  }

  begin(): void {
    this.open.push({ instruction: '', isResult: false });
    this.pending++;
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field !== undefined && field.instruction.length < INSTRUCTION_MOST) field.instruction += text;
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field === undefined || field.isResult) return;
    field.isResult = true;
    this.pending--;
  }

  /** Gives what is shown of a field that is drawn from its instruction; else nothing. */
  end(): string {
    const field = this.open.pop();
    if (field === undefined || field.isResult) return '';
    this.pending--;
    return drawn(field.instruction);
  }

  /** An instruction ends with its paragraph at the latest: a field that was never ended would hide all that follows. */
  endParagraph(): void {
    while (this.open.at(-1)?.isResult === false) this.end();
  }
}

/**
 * The text of an `EQ` field, as Word's 带圈字符 and 拼音指南 leave them: `EQ \o\ac(○,1)` is ①, and of
 * `EQ \* jc2 \o\ad(\s\up 9(fā),发)` the base is 发.
 */
function drawn(instruction: string): string {
  const overstrike = /^\s*eq\b/iu.test(instruction) ? instruction.search(/\\o\b/iu) : -1;
  if (overstrike < 0) return '';
  const open = instruction.indexOf('(', overstrike);
  const close = instruction.lastIndexOf(')');
  if (open < 0 || close < open) return '';
  const inside = instruction.slice(open + 1, close);
  const comma = Math.max(inside.lastIndexOf(','), inside.lastIndexOf(';'), inside.lastIndexOf('，'));
  const frame = inside.slice(0, Math.max(0, comma)).trim();
  const base = bare(inside.slice(comma + 1).trim());
  const number = /^\d{1,2}$/u.test(base) ? Number(base) : 0;
  const isCircle = '○〇◯'.includes(frame.at(0) ?? ' ');
  return isCircle && number >= 1 && number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : base;
}

/** `\s\do 3(发)` without its switch. */
function bare(text: string): string {
  const open = text.startsWith('\\') ? text.indexOf('(') : -1;
  return open < 0 ? text : text.slice(open + 1).replace(/\)$/u, '');
}
