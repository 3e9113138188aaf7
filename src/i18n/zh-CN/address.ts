/** What is said when the address names something that is not there. */
export const ADDRESS = {
  missing: {
    pair: '链接所指的一对不在现有结果里，以下是现有的。',
    document: '链接所指的稿件没有载入，以下是现有的。',
    boilerplate: '链接所指的套话不在现有结果里，以下是现有的。',
  },
};
