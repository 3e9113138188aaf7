/** What the user must know of. */
export const NOTICES = {
  storageProblems: {
    unavailable: '浏览器不让保存（可能是无痕窗口）。可以照常使用，但关闭页面后不会保留。',
    full: '浏览器的存储空间已满，最近的改动没有存下。请移除不用的稿件；空间够了会自动补存。',
    failed: '最近的改动没有存下。页面仍可使用，下次保存时会自动补存。',
    newer: '已保存的内容来自更新的版本，这一版不去动它。可以照常使用，但关闭页面后不会保留。',
    damaged: '已保存的内容有几处损坏，已跳过，其余都在。',
  },
  faults: {
    'worker-failed': '比对中途出错，已停下。稿件和处理结果都在。',
    'export-failed': '导出没有完成，请再试一次。稿件和处理结果都在。',
  },
  /** What a link names that is not there. */
  missing: {
    pair: '链接所指的一对不在现有结果里，以下是现有的。',
    document: '链接所指的稿件没有载入，以下是现有的。',
    boilerplate: '链接所指的套话不在现有结果里，以下是现有的。',
  },
};
