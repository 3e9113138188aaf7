import type { Follow } from '../../office/list-label.ts';
import { formatNumber, numberFormatOf } from '../../office/number-format.ts';
import type { Styles } from './styles.ts';
import { shownIn, symbolOf } from './symbols.ts';
import { isOn, numberIn, readWordXml } from '../../office/word-xml.ts';

/** One level of a list as `numbering.xml` has it (ECMA-376 part 1, 17.9). */
export interface ListLevel {
  start: number;
  format: string;
  /** For a format of its own: `001, 002, 003, …`. */
  custom: string;
  /** What is shown, `%1` standing for the number of the first level. */
  pattern: string;
  /** After which level (1 to 9) counting starts again; 0 never; null: after any higher level. */
  restart: number | null;
  /** The paragraph style that has this level. */
  style: string | null;
  /** Numbers of all levels in decimal digits. */
  isLegal: boolean;
  follow: Follow;
  font: string;
  isHidden: boolean;
}

/** A list as paragraphs refer to it. */
export interface List {
  /** Lists that are the same in this count together. */
  readonly definition: string;
  levelAt(index: number): ListLevel | null;
  /** Levels at which the list's first paragraph begins to count anew, with their first numbers. */
  readonly restarts: ReadonlyMap<number, number>;
  /** The level that belongs to a paragraph style; null when none does. */
  levelOfStyle(style: string): number | null;
}

interface Definition {
  readonly levels: Map<number, ListLevel>;
  /** A numbering style whose levels these are. */
  link: string | null;
}

interface Instance {
  definition: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, ListLevel>;
}

/** Definitions that refer to a style that refers to a definition: at most so many steps. */
const LINKS_MOST = 8;
const LEVELS = 9;

/** Reads `numbering.xml`; gives what finds a list by its `numId`. */
export function readNumbering(bytes: Uint8Array | null, styles: Styles): (numId: string) => List | null {
  const definitions = new Map<string, Definition>();
  const instances = new Map<string, Instance>();
  if (bytes !== null) collect(bytes, definitions, instances);
  const lists = new Map<string, List | null>();
  return (numId) => {
    let list = lists.get(numId);
    if (list === undefined) {
      list = listOf(numId);
      lists.set(numId, list);
    }
    return list;
  };

  function listOf(numId: string): List | null {
    const instance = instances.get(numId);
    if (instance === undefined) return null;
    const name = linked(instance.definition);
    const levels = definitions.get(name)?.levels;
    if (levels === undefined) return null;
    const levelAt = (index: number) => instance.levels.get(index) ?? levels.get(index) ?? null;
    const restarts = new Map(instance.starts);
    for (const [index, { start }] of instance.levels) if (!restarts.has(index)) restarts.set(index, start);
    return {
      definition: name,
      levelAt,
      restarts,
      levelOfStyle(style) {
        for (let index = 0; index < LEVELS; index++) if (levelAt(index)?.style === style) return index;
        return null;
      },
    };
  }

  /** The definition that has the levels: its own, or that of the numbering style to which it refers. */
  function linked(name: string): string {
    let at = name;
    for (let step = 0; step < LINKS_MOST; step++) {
      const link = definitions.get(at)?.link ?? null;
      if (link === null) return at;
      const { numId } = styles.numberingOf(link);
      const next = numId === null ? undefined : instances.get(numId)?.definition;
      if (next === undefined || next === at) return at;
      at = next;
    }
    return at;
  }
}

/**
 * What stands in front of a paragraph at the level `index` (from 0), of `counts` the numbers of all levels down to it. Bullets
 * are the character that a reader sees; empty where nothing is shown.
 */
export function numberAt(list: List, index: number, counts: readonly (number | null)[]): string {
  const level = list.levelAt(index);
  if (level === null || level.isHidden) return '';
  if (level.format === 'bullet') {
    return level.pattern.length === 1
      ? symbolOf(level.font, level.pattern.charCodeAt(0))
      : shownIn(level.font, level.pattern);
  }
  return level.pattern.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const of = at <= index ? list.levelAt(at) : null;
    if (of === null) return '';
    return written(counts[at] ?? of.start, of, level.isLegal);
  });
}

function written(value: number, { format, custom }: ListLevel, isLegal: boolean): string {
  if (isLegal && format !== 'none' && format !== 'decimalZero') return `${value}`;
  if (format === 'custom') {
    const zeros = /^0*1(?=,|$)/u.exec(custom)?.[0].length ?? 1;
    return `${value}`.padStart(zeros, '0');
  }
  return formatNumber(value, numberFormatOf(format));
}

function collect(
  bytes: Uint8Array,
  definitions: Map<string, Definition>,
  instances: Map<string, Instance>,
): void {
  let definition: Definition | null = null;
  let instance: Instance | null = null;
  let level: ListLevel | null = null;
  let override = 0;
  // A level's formats are said twice where they are new: the second time for old programs.
  let fallbacks = 0;
  readWordXml(bytes, {
    open(name, attributes) {
      const value = attributes['w:val'];
      if (fallbacks > 0 || name === 'mc:Fallback') {
        fallbacks++;
      } else if (name === 'w:abstractNum') {
        definition = { levels: new Map(), link: null };
        definitions.set(attributes['w:abstractNumId'] ?? '', definition);
      } else if (name === 'w:num') {
        instance = { definition: '', starts: new Map(), levels: new Map() };
        instances.set(attributes['w:numId'] ?? '', instance);
      } else if (name === 'w:numStyleLink' && definition !== null) {
        definition.link = value ?? null;
      } else if (name === 'w:abstractNumId' && instance !== null) {
        instance.definition = value ?? '';
      } else if (name === 'w:lvlOverride') {
        override = numberIn(attributes, 'w:ilvl') ?? 0;
      } else if (name === 'w:startOverride' && instance !== null) {
        instance.starts.set(override, numberIn(attributes) ?? 1);
      } else if (name === 'w:lvl') {
        level = emptyLevel();
        const index = numberIn(attributes, 'w:ilvl') ?? 0;
        (instance ?? definition)?.levels.set(instance === null ? index : override, level);
      } else if (level !== null) {
        describe(level, name, attributes);
      }
    },
    close(name) {
      if (fallbacks > 0) fallbacks--;
      else if (name === 'w:lvl') level = null;
      else if (name === 'w:abstractNum') definition = null;
      else if (name === 'w:num') instance = null;
    },
  });
}

function emptyLevel(): ListLevel {
  return {
    start: 0,
    format: 'decimal',
    custom: '',
    pattern: '',
    restart: null,
    style: null,
    isLegal: false,
    follow: 'tab',
    font: '',
    isHidden: false,
  };
}

function describe(level: ListLevel, name: string, attributes: Readonly<Record<string, string>>): void {
  const value = attributes['w:val'] ?? '';
  if (name === 'w:start') level.start = numberIn(attributes) ?? 0;
  else if (name === 'w:numFmt') {
    level.format = value;
    level.custom = attributes['w:format'] ?? '';
  } else if (name === 'w:lvlText') level.pattern = value;
  else if (name === 'w:lvlRestart') level.restart = numberIn(attributes);
  else if (name === 'w:pStyle') level.style = value;
  else if (name === 'w:isLgl') level.isLegal = isOn(attributes);
  else if (name === 'w:suff') level.follow = value === 'space' || value === 'nothing' ? value : 'tab';
  else if (name === 'w:rFonts') level.font = attributes['w:ascii'] ?? attributes['w:hAnsi'] ?? '';
  else if (name === 'w:vanish') level.isHidden = isOn(attributes);
}
