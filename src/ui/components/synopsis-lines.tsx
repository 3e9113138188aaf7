import type { Settings } from '../../app/state.ts';
import type { Comparison, Row, SideName } from '../../core/diff/comparison.ts';
import type { Witness } from '../../core/review/witness.ts';
import type { Messages } from '../../i18n/index.ts';
import { MarkedText } from './marked-text.tsx';
import type { SynopsisLine } from './synopsis.tsx';

const SIGNS: Record<Row['kind'], string> = { equal: '＝', changed: '≈', 'only-a': '－', 'only-b': '＋' };
/** A clause that stands elsewhere on the other side. */
const MOVED_SIGN = '↕';

/** What the lines of an open pair are made of. */
export interface OpenPair {
  readonly a: Witness;
  readonly b: Witness;
  readonly comparison: Comparison;
  readonly settings: Settings;
  /** The number of the chosen difference, 0 for none. */
  readonly chosen: number;
  /** Whether b's unit follows a's at once. */
  readonly follows: boolean;
}

/** All lines of the synopsis: context, the rest of the units, the clauses, and the same again behind them. */
export function linesOf(open: OpenPair, messages: Messages): readonly SynopsisLine[] {
  const { a, b, settings, follows } = open;
  const lines: SynopsisLine[] = [];
  if (settings.context) {
    const none = messages.speechBeginsHere;
    lines.push(
      context(
        'before',
        closeUp(a.before) || said(none),
        follows ? said(messages.followsLeft) : closeUp(b.before) || said(none),
      ),
    );
  }
  if (a.unitBefore !== '' || b.unitBefore !== '')
    lines.push(context('rest', closeUp(a.unitBefore), closeUp(b.unitBefore)));
  lines.push(...clauses(open, messages));
  if (a.unitAfter !== '' || b.unitAfter !== '')
    lines.push(context('rest', closeUp(a.unitAfter), closeUp(b.unitAfter)));
  if (settings.context) {
    const none = messages.speechEndsHere;
    lines.push(
      context(
        'after',
        follows ? said(messages.precedesRight) : closeUp(a.after) || said(none),
        closeUp(b.after) || said(none),
      ),
    );
  }
  return lines;
}

function clauses(open: OpenPair, messages: Messages): readonly SynopsisLine[] {
  const { comparison, settings } = open;
  const rows = settings.layout === 'running' ? [wholeRow(comparison)] : joined(comparison.rows);
  return rows.map((row, index) => ({
    kind: `clause ${row.move === undefined ? row.kind : 'moved'}`,
    number: rows.length > 1 ? String(index + 1) : '',
    sign: row.move === undefined ? SIGNS[row.kind] : MOVED_SIGN,
    a: cell(row, 'a'),
    b: cell(row, 'b'),
  }));

  function cell(row: Row, side: SideName) {
    const span = row[side];
    const moved = comparison.differences.find(
      ({ kind, move }) => kind === 'moved' && row.move !== undefined && move === row.move,
    );
    if (span === null && moved !== undefined)
      return <span class="lacuna moved" data-words={messages.movedAway(moved.number)} />;
    if (span === null)
      return <span class="lacuna" data-words={side === 'a' ? messages.absentA : messages.absentB} />;
    return (
      <MarkedText
        comparison={comparison}
        side={side}
        row={row}
        chosen={open.chosen}
        hidden={settings.hiddenMarks}
      />
    );
  }
}

function context(position: string, a: SynopsisLine['a'], b: SynopsisLine['b']): SynopsisLine {
  return { kind: `context ${position}`, number: '', sign: '', a, b };
}

/** Paragraphs one under another: blank lines between them say nothing here. */
function closeUp(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function said(words: string) {
  return <span class="said" data-words={words} />;
}

function wholeRow(comparison: Comparison): Row {
  const { texts } = comparison;
  const isEqual = comparison.differences.every((difference) => difference.kind === 'form');
  return {
    kind: isEqual ? 'equal' : 'changed',
    a: { start: 0, end: texts.a.length },
    b: { start: 0, end: texts.b.length },
  };
}

/** Equal clauses that follow one another make one row: where nothing differs there is nothing to align. */
function joined(rows: readonly Row[]): readonly Row[] {
  const result: Row[] = [];
  for (const row of rows) {
    const last = result.at(-1);
    if (last?.kind === 'equal' && row.kind === 'equal' && last.a && last.b && row.a && row.b) {
      const a = { start: last.a.start, end: row.a.end };
      result[result.length - 1] = { kind: 'equal', a, b: { start: last.b.start, end: row.b.end } };
    } else result.push(row);
  }
  return result;
}
