import { equationWords } from '../../office/equation-field.ts';

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
    return equationWords(field.instruction);
  }

  /** An instruction ends with its paragraph at the latest: a field that was never ended would hide all that follows. */
  endParagraph(): void {
    while (this.open.at(-1)?.isResult === false) this.end();
  }
}
