import { isName } from '../../core/structure/names.ts';
import { simplify } from '../../core/structure/simplified.ts';

/** What a column of a table holds. `series` groups records, `id` names one. */
export type ColumnRole = 'speaker' | 'body' | 'position' | 'title' | 'text' | 'number' | 'id' | 'series';

/** Which column holds what; several may hold text. */
export interface Columns {
  /** Index of the row of names; -1 where there is none. */
  readonly header: number;
  /** By column; null for what is left out (a date, a telephone number). */
  readonly roles: readonly (ColumnRole | null)[];
  /** Index of the first row that is read as a contribution; the one behind `header` when left out. */
  readonly start?: number;
  /** Whether every cell of text is a paragraph, whatever line ends stand in it. */
  readonly perCell?: boolean;
  /** Whether the roles are a guess that should be confirmed. */
  readonly isUnsure?: boolean;
}

/** Names of columns, simplified and in lower case, without white space. The first list that holds a name wins. */
const NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  speaker: [
    ...[
      '发言人',
      '姓名',
      '讲话人',
      '作者',
      '汇报人',
      '报告人',
      '发言者',
      '主讲人',
      '人员',
      '演讲人',
      '名字',
      '署名',
    ],
    ...['speaker', 'name', 'author', 'person', 'speakername'],
  ],
  body: [
    '单位',
    '部门',
    '机构',
    '所在单位',
    '工作单位',
    '发言单位',
    '组织',
    'organization',
    'organisation',
    'department',
    'unit',
    'affiliation',
  ],
  position: [
    '职务',
    '职位',
    '身份',
    '单位及职务',
    '单位职务',
    '单位和职务',
    '头衔',
    '岗位',
    'role',
    'position',
    'post',
    'jobtitle',
  ],
  title: [
    '标题',
    '题目',
    '题名',
    '篇名',
    '主题',
    '发言题目',
    '文章标题',
    '讲话标题',
    'title',
    'heading',
    'headline',
    'subject',
    'topic',
  ],
  text: [
    ...[
      '内容',
      '正文',
      '发言',
      '讲话',
      '发言内容',
      '讲话内容',
      '全文',
      '文本',
      '文字',
      '原文',
      '措施',
      '整改措施',
      '主要内容',
      '文字内容',
      '发言稿',
      '汇报内容',
      '交流内容',
      '发言材料',
      '具体措施',
      '工作措施',
    ],
    ...['text', 'content', 'body', 'speech', 'measure', 'fulltext', 'transcript'],
  ],
  number: ['序号', '编号', '序', '号', 'no', 'no.', '#', 'number', 'num'],
  id: ['id', '文件名', '文档', 'doc', 'document', 'file', 'filename', 'docid'],
  series: ['series', '系列', '来源', '丛书', '集', 'source', 'collection', '会议'],
};
const ROLES = Object.keys(NAMES) as ColumnRole[];
/** Of each of these there is one column; the first that bears the name. */
const SINGLE: readonly ColumnRole[] = ROLES.filter((role) => role !== 'text');

/** The row of names is among so many first rows: above it stands the table's title. */
export const HEADER_REACH = 10;
/** Rows that are looked at to tell what a column holds. */
const SAMPLE = 200;
/** Mean characters of a cell above which an unnamed column is text, and below which nothing in the table is. */
const TEXT_LEAST = 12;
/** Mean characters of a cell above which a column beside the text is no remark, but text that must not be lost. */
const MORE_TEXT_LEAST = 24;
/** Characters that an unknown name of a column has at most. */
const HEAD_MOST = 8;
/** The share of cells that must be names for an unnamed column to hold the speakers. */
const NAMES_LEAST = 0.7;
/** Mean characters of an unnamed column that may hold titles. */
const TITLE_LEAST = 5;
const TITLE_MOST = 40;

/** What a name of a column says of it; null for one that says nothing. */
export function roleOf(name: string): ColumnRole | null {
  const plain = simplify(
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]|[（(][^）)]{0,40}[）)]/gu, ''),
  );
  return ROLES.find((role) => NAMES[role].includes(plain)) ?? null;
}

/** Finds out what the columns of a table hold: by their names, and where these do not tell by what stands in them. */
export function findColumns(rows: readonly (readonly string[])[]): Columns | null {
  const named = findHeader(rows);
  const fullest = fullestRow(rows);
  const header = named < 0 && isShortHead(rows, fullest) ? fullest : named;
  const names = rows[header] ?? [];
  const sample = rows.slice(header + 1, header + 1 + SAMPLE);
  const width = Math.max(names.length, ...sample.map((row) => row.length));
  const roles: (ColumnRole | null)[] = new Array<ColumnRole | null>(width).fill(null);
  for (let column = 0; column < width; column++) {
    const role = roleOf(names[column] ?? '');
    if (role !== null && !(SINGLE.includes(role) && roles.includes(role))) roles[column] = role;
  }
  const lengths = roles.map((_, column) => meanLength(sample, column));
  const free = () => [...roles.keys()].filter((column) => roles[column] === null);
  const isNamed = roles.includes('text');
  let isUnsure = !isNamed;
  if (!isNamed) {
    const longest = free().sort((a, b) => (lengths[b] as number) - (lengths[a] as number))[0];
    if (longest === undefined || (lengths[longest] as number) < TEXT_LEAST) return null;
    roles[longest] = 'text';
  }
  if (!roles.includes('speaker')) {
    const speakers = free().find((column) => nameShare(sample, column) >= NAMES_LEAST);
    if (speakers !== undefined) roles[speakers] = 'speaker';
  }
  if (!roles.includes('title') && header < 0) {
    const titles = free().find((column) => {
      const length = lengths[column] as number;
      return length >= TITLE_LEAST && length <= TITLE_MOST && !holdsData(sample, column);
    });
    if (titles !== undefined) roles[titles] = 'title';
  }
  for (const column of free()) {
    if ((lengths[column] as number) < MORE_TEXT_LEAST || holdsData(sample, column)) continue;
    roles[column] = 'text';
    isUnsure = true;
  }
  // Names beside texts and nothing else: there is little to ask.
  const filled = roles.filter((_, column) => (lengths[column] as number) > 0);
  const isPlain = filled.length === 2 && filled.includes('speaker') && filled.includes('text');
  return { header, roles, isUnsure: isUnsure && !(isPlain && header === named) };
}

/** The first row in which names of columns stand; two of them, or one that names the text. */
function findHeader(rows: readonly (readonly string[])[]): number {
  return rows.slice(0, HEADER_REACH).findIndex((row) => {
    const roles = row.map(roleOf).filter((role) => role !== null);
    return (
      roles.length >= 2 || (roles.includes('text') && row.filter((cell) => cell.trim() !== '').length <= 2)
    );
  });
}

/** The first of the first rows that has most cells: above it stands the table's title. */
export function fullestRow(rows: readonly (readonly string[])[]): number {
  const counts = rows.slice(0, HEADER_REACH).map((row) => row.filter((cell) => cell.trim() !== '').length);
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}

/** Whether a row has nothing but short words, none of them a name, above cells of text: names of columns that are not known. */
function isShortHead(rows: readonly (readonly string[])[], at: number): boolean {
  const head = (rows[at] ?? []).map((cell) => cell.trim());
  const below = rows.slice(at + 1, at + 1 + SAMPLE);
  return (
    head.filter((cell) => cell !== '').length > 1 &&
    head.every((cell) => cell.length <= HEAD_MOST && /^\D*$/u.test(cell)) &&
    !head.some((cell) => cell.length > 1 && isName(cell)) &&
    head.some((_, column) => meanLength(below, column) >= TEXT_LEAST)
  );
}

/** Mean characters of the cells of a column that are not empty. */
export function meanLength(rows: readonly (readonly string[])[], column: number): number {
  const lengths = rows.map((row) => (row[column] ?? '').trim().length).filter((length) => length > 0);
  return lengths.length === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
}

function nameShare(rows: readonly (readonly string[])[], column: number): number {
  const cells = rows.map((row) => (row[column] ?? '').replaceAll(/\s/gu, '')).filter((cell) => cell !== '');
  return cells.length === 0
    ? 0
    : cells.filter((cell) => cell.length <= 12 && isName(cell)).length / cells.length;
}

/** Whether most of a column's cells are dates, numbers or addresses. */
function holdsData(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  const data = cells.filter((cell) => cell.includes('://') || /^[\d\s:/.,%年月日时分秒¥+-]+$/u.test(cell));
  return data.length * 2 > cells.length;
}
