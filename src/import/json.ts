import { Composer } from './composer.ts';
import { comparePaths, safePath } from './archive.ts';
import { extensionOf, type Importer } from './importer.ts';
import type { Imported } from '../core/text/imported.ts';
import { roleOf, type ColumnRole } from './table/columns.ts';
import { addRecord, recordOf } from './table/records.ts';
import { text } from './text.ts';

const EXTENSIONS: ReadonlySet<string> = new Set(['json', 'jsonl', 'ndjson']);
/** What a record may be wrapped in: {"data": [ … ]}. */
const WRAPPERS = ['data', 'records', 'rows', 'items', 'documents', 'speeches', 'results'];
/** The bytes of white space and of what records begin with. */
const BEGINNINGS = /^[\s\ufeff]*[[{]/u;

type Json = Readonly<Record<string, unknown>>;

/**
 * Lists of objects with fields as tables have columns (speaker, title, text), and the lines of objects that passim reads
 * (`id`, `series`, `text`). A series becomes a document and each of its records a speech in it: speeches are what is
 * compared and named, inside a document and across, and a list of ten thousand documents would help nobody. What is no such
 * list stays text.
 */
export const json: Importer = {
  accepts: ({ name }) => EXTENSIONS.has(extensionOf(name)),
  async read(source, onProgress) {
    const asText = await text.read(source, onProgress);
    if (asText.kind !== 'imported' || !BEGINNINGS.test(asText.text)) return asText;
    const records = readRecords(asText.text);
    if (records === null) return asText;
    const series = new Map<string, Json[]>();
    for (const record of records) {
      const name = seriesOf(record);
      const group = series.get(name);
      if (group === undefined) series.set(name, [record]);
      else group.push(record);
    }
    if (series.size > 1) return asArchive(series);
    const composer = new Composer();
    const fields = records.map((record) => recordOf(Object.values(record).map(wordsOf), rolesOf(record)));
    for (const record of fields) addRecord(composer, record, 1);
    const imported = composer.finish();
    return imported.kind === 'imported' ? { ...imported, encoding: asText.encoding } : imported;
  },
};

/** The objects of a file that hold a text; null when it is no JSON or holds none. */
function readRecords(content: string): readonly Json[] | null {
  const found = listIn(parsed(content)) ?? linesOf(content);
  const records = found?.filter((record) => rolesOf(record).includes('text')) ?? [];
  return records.length === 0 ? null : records;
}

function linesOf(content: string): readonly Json[] | null {
  const records: Json[] = [];
  let broken = 0;
  for (const line of content.split(/\r?\n/u)) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (isObject(value)) records.push(value);
    else broken++;
  }
  // A line cut off at the end is put up with; a file in which most are broken is something else.
  return records.length > broken ? records : null;
}

function listIn(value: unknown): readonly Json[] | null {
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value)) return null;
  if (rolesOf(value).includes('text')) return [value];
  const wrapper = WRAPPERS.find((key) => Array.isArray(value[key]));
  return wrapper === undefined ? [] : listIn(value[wrapper]);
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the fields hold, in their order; a field without words holds nothing. */
function rolesOf(record: Json): readonly (ColumnRole | null)[] {
  return Object.entries(record).map(([name, value]) => (wordsOf(value) === '' ? null : roleOf(name)));
}

function seriesOf(record: Json): string {
  const at = rolesOf(record).indexOf('series');
  return at < 0 ? '' : wordsOf(Object.values(record)[at]).trim();
}

/** A field's words; a list of paragraphs is a text. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value.join('\n') : '';
}

/** A file for each series, which is read again by itself. */
function asArchive(series: ReadonlyMap<string, readonly Json[]>): Imported {
  const files = [...series].map(([name, records]) => ({
    name: `${safePath(name.replaceAll('/', '／')) || '其他'}.jsonl`,
    bytes: new TextEncoder().encode(records.map((record) => JSON.stringify(record)).join('\n')),
  }));
  return { kind: 'archive', files: files.sort((a, b) => comparePaths(a.name, b.name)) };
}
