import fc from 'fast-check';

/** Words, marks, ordinals, rare characters, and what breaks careless code. */
const scraps = [
  ...[
    '加强领导',
    '加强监督',
    '明察暗访',
    '定期',
    '不定期',
    '和',
    '的',
    '工作人员',
    '干部',
    '服务意识',
    '责任担当',
    '稳中求进',
    '發展',
    '发展',
    '頭髮',
    '乾',
    '幹部',
    '後',
  ],
  ...['，', '。', '；', '：', '、', '！', '“', '”', '（', '）', ',', '.', '……', '——'],
  ...['一是', '二要', '第三，', '（四）', '5.', '六、', '①', '首先，'],
  ...['2019', '３', '1.5', '%', 'GDP', 'ｇｄｐ', '8：30'],
  ...[' ', '　', '\n', '\n\n', '\r\n', '\u200b', '\u0000'],
  ...[
    '𠮷',
    '𠮷野家',
    '葛󠄀',
    '葛',
    '\u{e0100}',
    '\ufe0f',
    'e\u0301',
    '\u0301',
    '👨‍👩‍👧',
    '🇨🇳',
    '각',
    '\ud800',
    '\udc00',
    '\u3099',
  ],
];
export const passage = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...scraps), weight: 9 },
      { arbitrary: fc.string({ unit: 'binary', maxLength: 3 }), weight: 1 },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

/** A passage and the same with some of its scraps left out, put in, or elsewhere. */
export const pair = fc.oneof(
  fc.tuple(passage, passage),
  fc
    .tuple(passage, passage, passage, passage)
    .map(([w, x, y, z]) => [w + x + y, w + z + y] as [string, string]),
  fc.tuple(passage, passage, passage).map(([x, y, z]) => [x + y + z, z + x + y] as [string, string]),
);
