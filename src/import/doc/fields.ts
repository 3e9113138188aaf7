import { equationWords } from '../../office/equation-field.ts';

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
