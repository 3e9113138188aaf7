import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/core/diff/compare.ts';
import type { DifferenceClass } from '../../../src/core/diff/comparison.ts';
import { marked } from './notation.ts';

/** How many segments of each class differ. */
function classesOf(a: string, b: string): Partial<Record<DifferenceClass, number>> {
  const counts: Partial<Record<DifferenceClass, number>> = {};
  for (const segment of compare(a, b).segments) {
    if (segment.kind === 'equal' && segment.class === 'text') continue;
    counts[segment.class] = (counts[segment.class] ?? 0) + 1;
  }
  return counts;
}

/** The differences as kind and both sides' text. */
function apparatus(a: string, b: string): readonly string[] {
  return compare(a, b).differences.map(
    (difference) =>
      `${difference.kind} ${a.slice(difference.a.start, difference.a.end)}］${b.slice(difference.b.start, difference.b.end)}`,
  );
}

describe('differences of text', () => {
  test.each([
    ['one character put in', '定期不定期进行', '定期和不定期进行', '定期^不定期进行', '定期[和]不定期进行'],
    ['a character within a word', '进行明察暗访。', '进行明查暗访。', '进行明[察]暗访。', '进行明[查]暗访。'],
    ['a word', '部分干部意识不强', '部分工作人员意识不强', '部分[干部]意识不强', '部分[工作人员]意识不强'],
    [
      'a parallel clause',
      '加强领导，加强监督',
      '加强领导，加强协调，加强监督',
      '加强领导，^加强监督',
      '加强领导，[加强协调，]加强监督',
    ],
    ['a member of a list', '人才、资金等', '人才、技术、资金等', '人才、^资金等', '人才、[技术、]资金等'],
    ['a sentence at the end', '第一句。第二句。', '第一句。', '第一句。[第二句。]', '第一句。^'],
    ['a rare character', '与𠮷野家签约', '与𠮷林家签约', '与𠮷[野]家签约', '与𠮷[林]家签约'],
    ['a number', '投资1.5亿元', '投资15亿元', '投资[1.5]亿元', '投资[15]亿元'],
    ['a number in words', '新增三家企业', '新增四家企业', '新增[三]家企业', '新增[四]家企业'],
    ['a sign that says something', '占比5%', '占比5‰', '占比5[%]', '占比5[‰]'],
  ])('%s', (_, a, b, inA, inB) => {
    expect(marked(a, b)).toEqual([inA, inB]);
  });

  test('a word replaced is one difference', () => {
    expect(apparatus('部分干部意识不强', '部分工作人员意识不强')).toEqual(['replaced 干部］工作人员']);
  });

  test('a word replaced beside a member put in are two differences', () => {
    expect(apparatus('干部服务意识、责任意识不强', '工作人员创新意识、服务意识、责任意识不强')).toEqual([
      'replaced 干部］工作人员',
      'only-b ］创新意识、',
    ]);
  });

  test('traditional characters with one simplified form are other characters', () => {
    expect(apparatus('頭髮', '頭發')).toEqual(['replaced 頭髮］頭發']);
  });

  test('a lone 的 does not part a clause that was put in', () => {
    const a = '出现截然不同的发展轨迹，反映出差距。';
    const b = '出现截然不同，省里主要领导的批示发人深省，反映出差距。';
    expect(apparatus(a, b)).toEqual(['only-a 的发展轨迹］', 'only-b ］省里主要领导的批示发人深省，']);
  });
});

describe('differences of form alone', () => {
  test.each<[string, string, string, Partial<Record<DifferenceClass, number>>]>([
    ['an ordinal', '六是健全机制。', '三是健全机制。', { ordinal: 1 }],
    ['ordinals within', '一是学。二是做。', '首先，学。其次，做。', { ordinal: 2 }],
    ['an ordinal put in', '健全机制。', '一、健全机制。', { ordinal: 1 }],
    ['marks', '技术、人才、资金。', '技术，人才，资金；', { punctuation: 3 }],
    ['a comma put in', '同时加强领导', '同时，加强领导', { punctuation: 1 }],
    ['an ordinal behind another mark', '加强领导，二是落实', '加强领导；二是落实', { punctuation: 1 }],
    ['marks that move past words', '，，，甲', '甲，，，', { punctuation: 2 }],
    ['width', '2019年GDP', '２０１９年ＧＤＰ', { width: 2 }],
    ['the width of marks', '共（5）人，', '共(5)人,', { width: 3 }],
    ['a page break', '敢闯敢试的拼劲不\n\n足；', '敢闯敢试的拼劲不足；', { space: 1 }],
    ['spaces', '徐　伟', '徐伟', { space: 1 }],
    ['a variation selector', '葛氏', '葛󠄀氏', { script: 1 }],
    ['another script', '發展經濟，改善民生', '发展经济，改善民生', { script: 2 }],
    ['one simplified for several', '皇后在後宮乾杯，幹部', '皇后在后宫干杯，干部', { script: 2 }],
    ['another script and other marks', '最後，「發展」', '最后,“发展”', { script: 2, punctuation: 2 }],
    ['a composed letter', 'café', 'cafe\u0301', { width: 1 }],
    [
      'an ordinal that only the other text shows',
      '领导。三、狠抓落实',
      '领导三、狠抓落实',
      { punctuation: 1 },
    ],
    ['an ordinal that leaves its verb', '一要学政策，二要学业务', '要学政策，要学业务', { ordinal: 2 }],
  ])('%s', (_, a, b, expected) => {
    expect(classesOf(a, b)).toEqual(expected);
  });

  test('of an ordinal the number is marked strongly', () => {
    expect(marked('三是做', '四是做')).toEqual(['(三)是做', '(四)是做']);
  });

  test('marks beside a change of text are no part of it', () => {
    expect(marked('加强领导，狠抓落实', '加强组织；狠抓落实')).toEqual([
      '加强[领导](，)狠抓落实',
      '加强[组织](；)狠抓落实',
    ]);
  });
});

describe('moves', () => {
  const one = '建立健全明察暗访机制，检查服务质量。';
  const two = '每月组织开展一次大家评活动，广泛征求意见和建议。';
  const three = '评议结果向社会公开，发现问题、跟踪问效。';
  const four = '加强对全体人员的业务知识培训。';

  test('a sentence that stands elsewhere is moved, not left out and put in', () => {
    expect(marked(one + two + three, two + one + three)).toEqual([
      `<${one}>${two}${three}`,
      `${two}<${one}>${three}`,
    ]);
  });

  test('small changes inside a moved sentence are marked inside', () => {
    const { differences, segments } = compare(one + two + three, two + one.replace('质量', '态度') + three);
    expect(differences.map(({ kind, move }) => [kind, move])).toEqual([
      ['moved', 1],
      ['replaced', 1],
    ]);
    expect(segments.filter(({ move }) => move === 1).length).toBeGreaterThan(2);
  });

  test('several moves', () => {
    const { summary } = compare(one + two + three + four, two + one + four + three);
    expect(summary).toMatchObject({ moved: 2, replaced: 0, onlyA: 0, onlyB: 0 });
  });

  test('a clause of eight characters', () => {
    expect(
      marked(
        '落实工作责任制，全面深化改革开放，推动发展。',
        '全面深化改革开放，推动发展，落实工作责任制。',
      )[1],
    ).toContain('<落实工作责任制>');
  });

  test('of two neighbours the longer one, when the shorter is too short to be told', () => {
    expect(marked('推动发展，落实工作责任制，严格考核。', '落实工作责任制，推动发展，严格考核。')).toEqual([
      '推动发展，<落实工作责任制，>严格考核。',
      '<落实工作责任制，>推动发展，严格考核。',
    ]);
  });

  test('a clause left out of a moved sentence and put in elsewhere is a move of its own', () => {
    const part = '五是改进工作方式方法，';
    const { summary } = compare(part + one + two + three + four, one + part + three + four + two);
    expect(summary).toMatchObject({ moved: 2, replaced: 0, onlyA: 0, onlyB: 0 });
  });

  test('what introduces a moved clause moves with it', () => {
    const moved = '即：不得不作为、慢作为、乱作为；';
    expect(marked(`${moved}${one}${two}`, `${one}${moved}${two}`)).toEqual([
      `<${moved}>${one}${two}`,
      `${one}<${moved}>${two}`,
    ]);
  });

  test('a moved sentence that begins with what only one side has begins there, not before', () => {
    const [head, tail] = ['加强组织领导。', '成立领导小组，明确责任分工，研究解决突出问题。'];
    const moved = '深入基层调查研究，听取群众意见建议';
    expect(marked(`${head}${tail}坚持导向，${moved}。`, `${head}${moved}。${tail}`)).toEqual([
      `${head}${tail}[坚持导向，]<${moved}。>`,
      `${head}<${moved}。>${tail}^`,
    ]);
  });

  test('what was only rewritten in its place is not moved', () => {
    const { summary } = compare(`${one}甲。${three}`, `${one}${two}${three}`);
    expect(summary.moved).toBe(0);
  });
});

describe('rows', () => {
  const rowsOf = (a: string, b: string) =>
    compare(a, b).rows.map(
      (row) =>
        `${row.kind}: ${row.a === null ? '∅' : a.slice(row.a.start, row.a.end)} | ${row.b === null ? '∅' : b.slice(row.b.start, row.b.end)}`,
    );

  test('the same clause stands at the same height', () => {
    expect(rowsOf('加强领导，加强监督。', '加强领导，加强协调，加强监督。')).toEqual([
      'equal: 加强领导， | 加强领导，',
      'only-b: ∅ | 加强协调，',
      'equal: 加强监督。 | 加强监督。',
    ]);
  });

  test('two clauses that became one stand in one row', () => {
    expect(rowsOf('健全机制，强化监督。', '健全机制强化监督。')).toEqual([
      'equal: 健全机制，强化监督。 | 健全机制强化监督。',
    ]);
  });

  test('a change of form leaves a row equal', () => {
    expect(rowsOf('三是做。', '四是做；')).toEqual(['equal: 三是做。 | 四是做；']);
  });
});

describe('bad input', () => {
  test.each([
    ['both empty', '', ''],
    ['empty and full', '', '加强领导。'],
    ['one character', '国', '围'],
    ['only marks', '，'.repeat(3000), '。'.repeat(2000)],
    ['lone surrogates', '\ud800\ud800', '\udc00'],
    ['null characters', '\u0000国\u0000', '\u0000'],
    ['line ends', '\n'.repeat(5000), '\r\n'.repeat(4000)],
    ['a tower of marks', `e${'\u0301'.repeat(2000)}`, `e${'\u0301'.repeat(1999)}`],
  ])('%s', (_, a, b) => {
    const { segments } = compare(a, b);
    expect(
      segments.map((segment) => (segment.a === null ? '' : a.slice(segment.a.start, segment.a.end))).join(''),
    ).toBe(a);
    expect(
      segments.map((segment) => (segment.b === null ? '' : b.slice(segment.b.start, segment.b.end))).join(''),
    ).toBe(b);
  });

  test('a long text that has nothing to hold on to says that it is coarse', () => {
    const a = Array.from({ length: 4000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 2000))).join(
      '',
    );
    const b = [...a].reverse().join('');
    expect(compare(a, b).coarse).toBe(true);
    expect(compare(a, a).coarse).toBe(false);
  });
});

test('a long text is aligned by what is unique in it', () => {
  const sentences = Array.from({ length: 900 }, (_, i) => `第${i}项工作由${i * 37}号小组负责，按期完成。`);
  const a = sentences.join('');
  const b = sentences.map((text, i) => (i % 100 === 50 ? text.replace('按期', '提前') : text)).join('');
  expect(a.length).toBeGreaterThan(10_000);
  expect(compare(a, b)).toMatchObject({
    coarse: false,
    summary: { replaced: 9, onlyA: 0, onlyB: 0, moved: 0 },
  });
});
