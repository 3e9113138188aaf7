/** 通读的字句。 */
export const READING = {
  bar: '重出标记',
  group: '组',
  everyGroup: '所有组',
  groupOf: (letters: string, places: number) => `${letters}　${places} 处`,
  kind: '异同',
  everyKind: '所有异同',
  decision: '处理',
  decisions: { all: '处理与否', open: '未处理', settled: '已处理', removed: '已删' },
  count: (n: number) => (n === 0 ? '没有重出' : `${n} 处重出`),
  counting: '正在标出重出……',
  mark: (letters: string, others: number) => `重复段落 ${letters}，另见 ${others} 处`,
  removedMark: (known: string) => `${known}，已删`,
  depth: (n: number) => `另见 ${n} 处`,
  minimap: '全文缩图',
  lineOf: (line: number, all: number) => `第 ${line} 行，共 ${all} 行`,
  places: '另见',
  groupPlaces: (letters: string, others: number) => `${letters} 组　另见 ${others} 处`,
  onlyGroup: (letters: string) => `只看 ${letters} 组`,
  allGroups: '看所有组',
  openPlace: (place: string, similarity: string) => `与${place}比对，相似 ${similarity}`,
  gone: '已删',
  keyLines: '上一行、下一行，首行、末行',
  keyMarks: '上一处、下一处重出，看另见各处',
  asides: (deletions: number, comments: number): string =>
    [deletions > 0 && `修订删去 ${deletions} 处`, comments > 0 && `批注 ${comments} 条`]
      .filter(Boolean)
      .join('，'),
  deleted: (author: string) => (author === '' ? '删去' : `${author} 删去`),
  comment: (author: string) => (author === '' ? '批注' : `${author} 批注`),
};
