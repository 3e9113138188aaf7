/** Projects, new versions of documents, and other reviewers, in Chinese. */
export const PROJECT_WORDS = {
  save: '保存项目',
  saveHint: '稿件、订正、定夺、备注和设置存成一个文件，可以备份，也可以交给别人接着做',
  saved: (name: string) => `已存为 ${name}`,
  /** The file's name: 雷同项目 某某稿. */
  fileName: (first: string, others: number) =>
    others === 0 ? `雷同项目 ${first}` : `雷同项目 ${first}等${others + 1}份`,
  open: '打开项目',

  openTitle: '打开项目',
  openedFile: (name: string) => `“${name}”是一个项目：`,
  holds: (documents: number, decisions: number) => `稿件 ${documents} 份，定夺 ${decisions} 条`,
  savedBy: (reviewer: string) => (reviewer === '' ? '' : `，${reviewer} 所存`),
  replaceProject: '打开它，换下现有内容',
  replaceProjectHint: '现有的稿件和定夺都换下。可以撤销。',
  addProject: '并入现有内容',
  addProjectHint: '没有的稿件和定夺收进来；与你不同的定夺并列，不覆盖。',

  versionTitle: '稿件有新稿',
  versionText: (n: number) => (n === 1 ? '已有同名稿件，内容不同：' : `${n} 份与已有稿件同名，内容不同：`),
  decidedIn: (n: number) => (n === 0 ? '还没有定夺' : `已有定夺 ${n} 条`),
  replaceVersion: '作为新稿换下旧稿',
  replaceVersionHint: '没改和略改的地方沿用原来的定夺，旧稿留存备查。可以撤销。',
  besideVersion: '并列载入',
  besideVersionHint: '新旧两份都留下，互相比对。',

  newVersion: '新稿…',
  newVersionHint: '选一份改过的稿子换下这一份；没改和略改的地方沿用原来的定夺',
  newVersionOf: (name: string) => `${name} 的新稿`,
  revised: (carried: number, gone: number, fresh: number) => `沿用 ${carried}，新增 ${fresh}，消失 ${gone}`,
  earlier: '旧稿…',
  earlierOf: (name: string) => `${name} 的旧稿`,
  earlierTitle: '旧稿与定夺',
  carriedWords: (n: number) => `${n} 条定夺沿用到新稿。`,
  goneTitle: (n: number) => (n === 0 ? '没有定夺因改稿消失。' : `改稿后不再雷同、原有定夺的 ${n} 条：`),
  compareEarlier: '新旧两稿对看',
  unreadable: '旧稿读不出来了。',

  marks: { fresh: '新', differing: '分歧' },
  marked: { fresh: '新', differing: '分歧' },
  marksHint: { fresh: '只看新稿带来的', differing: '只看几位审校意见不一的' },
  opinions: '他人意见',
  agrees: '相同',
  adopt: '采用',
  adoptNamed: (name: string) => `采用${name}的意见`,
  keepMine: '不采用',
  keepMineNamed: (name: string) => `不采用${name}的意见`,
};
