import { bulletOf, labelOf, type Follow } from '../../office/list-label.ts';
import { ListCounter } from '../../office/list-counter.ts';
import { formatNumber, numberFormatOf, type NumberFormat } from '../../office/number-format.ts';
import { Binary } from './binary.ts';
import type { WordFile } from './header.ts';

/** Number formats by their numbers in Word ([MS-OSHARED] 2.2.1.3 MSONFC), in the words of ECMA-376. */
const FORMATS: readonly string[] =
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand koreanDigital koreanCounting koreanLegal koreanDigital2'.split(
    ' ',
  );
const BULLET = 23;
const NONE = 255;
const LEVELS = 9;
const LIST_ENTRY = 28;
const OVERRIDE_ENTRY = 16;
const LEVEL_ENTRY = 28;
const FOLLOWS: readonly Follow[] = ['tab', 'space', 'nothing'];

interface Level {
  readonly start: number;
  /** Null for a bullet. */
  readonly format: NumberFormat | null;
  /** Whether numbers of the levels above are decimal here, whatever they are there. */
  readonly legal: boolean;
  /** Levels above this one (from 0) do not make this one begin anew; 9 where all do, 0 where none does. */
  readonly restartBelow: number;
  readonly follow: Follow;
  /** What stands there; characters below 9 stand for the number of that level. */
  readonly template: string;
}

interface Override {
  readonly list: number;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

/** Counts a document's automatic numbers, paragraph by paragraph. */
export class Lists {
  private readonly levels: ReadonlyMap<number, readonly Level[]>;
  private readonly overrides: readonly Override[];
  private readonly counters = new Map<number, ListCounter>();
  private readonly begun = new Set<string>();

  constructor(file: WordFile) {
    this.levels = readLists(file.table('lists'), file.behind('lists'));
    this.overrides = readOverrides(file.table('listOverrides'));
  }

  /** The number of the next paragraph on a level of a list, with what separates it from the text; null for none. */
  next(list: number, level: number): string | null {
    const override = this.overrides[list - 1];
    if (override === undefined) return null;
    const levels = this.levels.get(override.list) ?? [];
    const levelAt = (index: number) => override.levels.get(index) ?? levels[index] ?? levels[0];
    const own = levelAt(level);
    if (own === undefined) return null;
    const counter = this.counters.get(override.list) ?? new ListCounter();
    this.counters.set(override.list, counter);
    const start = override.starts.get(level);
    const first = `${list} ${level}`;
    if (start !== undefined && !this.begun.has(first)) counter.restart(level, start);
    this.begun.add(first);
    counter.next(level, own.start, (lower, above) => {
      const { restartBelow } = levelAt(lower) ?? own;
      return above < restartBelow;
    });
    if (own.format === null) return labelOf(bulletOf(own.template), own.follow);
    let label = '';
    for (const sign of own.template) {
      const shown = sign.charCodeAt(0);
      const other = shown < LEVELS ? levelAt(shown) : undefined;
      if (other === undefined) label += sign;
      else {
        const format = own.legal ? 'decimal' : (other.format ?? 'none');
        label += formatNumber(counter.valueOf(shown) ?? other.start, format);
      }
    }
    return labelOf(label, own.follow);
  }
}

/** The lists by their identifiers ([MS-DOC] 2.9.191 PlfLst); their levels lie behind the table, list after list. */
function readLists(table: Binary, behind: Binary): ReadonlyMap<number, readonly Level[]> {
  const lists = new Map<number, readonly Level[]>();
  const count = Math.min(table.u16(0), Math.floor((table.length - 2) / LIST_ENTRY));
  let at = 0;
  for (let i = 0; i < count; i++) {
    const entry = 2 + i * LIST_ENTRY;
    const isSimple = (table.u8(entry + 26) & 1) === 1;
    const levels: Level[] = [];
    for (let level = 0; level < (isSimple ? 1 : LEVELS) && at < behind.length; level++) {
      const read = readLevel(behind, at, level);
      levels.push(read.level);
      at = read.end;
    }
    lists.set(table.u32(entry), levels);
  }
  return lists;
}

/** Reads a level ([MS-DOC] 2.9.151 LVL). */
function readLevel(bytes: Binary, at: number, level: number): { level: Level; end: number } {
  const format = bytes.u8(at + 4);
  const flags = bytes.u8(at + 5);
  const words = at + LEVEL_ENTRY + bytes.u8(at + 24) + bytes.u8(at + 25);
  const length = bytes.u16(words);
  const noRestart = (flags & 8) !== 0;
  return {
    level: {
      start: Math.max(0, bytes.i32(at)),
      format:
        format === BULLET ? null : format === NONE ? 'none' : numberFormatOf(FORMATS[format] ?? 'decimal'),
      legal: (flags & 4) !== 0,
      restartBelow: noRestart ? Math.min(bytes.u8(at + 26), level) : level,
      follow: FOLLOWS[bytes.u8(at + 15)] ?? 'tab',
      template: bytes.utf16(words + 2, length),
    },
    end: words + 2 + length * 2,
  };
}

/** The lists as paragraphs name them, from 1 ([MS-DOC] 2.9.187 PlfLfo): each a list, some with other levels or starts. */
function readOverrides(table: Binary): readonly Override[] {
  const count = Math.min(table.u32(0), Math.floor((table.length - 4) / OVERRIDE_ENTRY));
  const overrides: Override[] = [];
  let at = 4 + count * OVERRIDE_ENTRY;
  for (let i = 0; i < count; i++) {
    const entry = 4 + i * OVERRIDE_ENTRY;
    const starts = new Map<number, number>();
    const levels = new Map<number, Level>();
    at += 4;
    for (let left = table.u8(entry + 12); left > 0 && at < table.length; left--) {
      const start = Math.max(0, table.i32(at));
      const flags = table.u32(at + 4);
      const level = flags & 0xf;
      at += 8;
      if (flags & 0x20) {
        const read = readLevel(table, at, level);
        levels.set(level, read.level);
        if (flags & 0x10) starts.set(level, read.level.start);
        at = read.end;
      } else if (flags & 0x10) starts.set(level, start);
    }
    overrides.push({ list: table.u32(entry), starts, levels });
  }
  return overrides;
}
