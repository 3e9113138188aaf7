import { describe, expect, it } from 'vitest';
import { cleanedText } from '../../../src/core/draft/cleaned.ts';
import type { Check } from '../../../src/core/draft/plan.ts';
import { readStructure } from '../../../src/core/structure/structure.ts';
import { unitsOf } from '../../../src/core/structure/units.ts';
import { draftOf, pairBetween, passageAt, plansOf, structured } from './drafts.ts';

/** What is pointed out, with the words it is about. */
function checksOf(marked: string): readonly (readonly [Check['kind'], string])[] {
  const { plan, original } = draftOf(marked);
  return plan.checks.map(({ kind, span }) => [kind, original.slice(span.start, span.end)]);
}

describe('what remains counts anew', () => {
  it.each([
    ['一是甲事要办。\n[[二是乙事要办。]]\n三是丙事要办。', '一是甲事要办。\n二是丙事要办。'],
    ['一要抓甲。\n[[二要抓乙。]]\n三要抓丙。', '一要抓甲。\n二要抓丙。'],
    [
      '（一）甲\n甲的正文。\n[[（二）乙\n乙的正文。]]\n（三）丙\n丙的正文。',
      '（一）甲\n甲的正文。\n（二）丙\n丙的正文。',
    ],
    ['[[1.甲事。]]\n2.乙事。\n3.丙事。', '1.乙事。\n2.丙事。'],
    ['（１）甲事。\n[[（２）乙事。]]\n（３）丙事。', '（１）甲事。\n（２）丙事。'],
    ['①甲事。\n[[②乙事。]]\n③丙事。', '①甲事。\n②丙事。'],
    ['第一，甲事。\n[[第二，乙事。]]\n第三，丙事。', '第一，甲事。\n第二，丙事。'],
    ['其一，甲事。\n[[其二，乙事。]]\n其三，丙事。', '其一，甲事。\n其二，丙事。'],
    [
      '首先，甲事。\n[[其次，乙事。]]\n再次，丙事。\n最后，丁事。',
      '首先，甲事。\n其次，丙事。\n最后，丁事。',
    ],
    ['[[首先，甲事。]]\n其次，乙事。\n最后，丁事。', '首先，乙事。\n最后，丁事。'],
    ['第一條　甲。\n[[第二條　乙。]]\n第三條　丙。', '第一條　甲。\n第二條　丙。'],
    [
      '第一章 总则\n第一条 甲。\n[[第二条 乙。]]\n第二章 分则\n第三条 丙。\n第四条 丁。',
      '第一章 总则\n第一条 甲。\n第二章 分则\n第二条 丙。\n第三条 丁。',
    ],
    ['一是甲事。\n[[二是乙事。]]\n四是丁事。\n五是戊事。', '一是甲事。\n三是丁事。\n四是戊事。'],
    ['一是甲事。\n二是乙事。\n四是丁事。\n[[五是戊事。]]', '一是甲事。\n二是乙事。\n四是丁事。'],
    ['一是甲事。\n二是乙事。\n[[二是丙事。]]\n三是丁事。', '一是甲事。\n二是乙事。\n三是丁事。'],
  ])('%j', (marked, expected) => {
    expect(draftOf(marked).text).toBe(expected);
  });

  it('leaves an item out of the count that has no number, where the next one has it', () => {
    const text = '一是甲事。\n二是乙事。\n加强领导工作。\n三是丙事。\n四是丁事。\n';
    const { document } = structured(text);
    const speeches = readStructure(text, [{ kind: 'start-measure', at: text.indexOf('加强') }]);
    const marked = { document, speeches };
    expect(speeches[0]!.measures.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 3, 4]);
    const other = structured('另一份稿件里的话。', 'o');
    const drafted = (words: string) => {
      const unit = unitsOf('d', speeches).find(({ span }) => text.startsWith(words, span.start))!;
      const pair = pairBetween(passageAt(other, { start: 0, end: 9 }), passageAt(marked, unit.span), 'p');
      const [plan] = plansOf([marked, other], [{ pair, judgement: 'keep-a' }]);
      return cleanedText(document, plan!);
    };
    expect(drafted('三是')).toBe('一是甲事。\n二是乙事。\n加强领导工作。\n三是丁事。\n');
    expect(drafted('加强')).toBe('一是甲事。\n二是乙事。\n三是丙事。\n四是丁事。\n');
  });

  it('takes children along with their parent, and each list counts for itself', () => {
    const { text, plan } = draftOf(
      '一、甲\n（一）甲一。\n（二）甲二。\n[[二、乙]]\n（一）乙一。\n（二）乙二。\n三、丙\n（一）丙一。\n[[（二）丙二。]]\n（三）丙三。',
    );
    expect(text).toBe('一、甲\n（一）甲一。\n（二）甲二。\n二、丙\n（一）丙一。\n（二）丙三。');
    expect(plan.checks).toEqual([expect.objectContaining({ kind: 'children', count: 2 })]);
  });
});

describe('seams', () => {
  it.each([
    ['这里有甲，[[有乙，]]有丙。', '这里有甲，有丙。'],
    ['这里有甲，[[有乙]]，有丙。', '这里有甲，有丙。'],
    ['这里有甲，[[有乙]]。后面有丙。', '这里有甲。后面有丙。'],
    ['这里有甲，[[有乙。]]后面有丙。', '这里有甲。后面有丙。'],
    ['这里有甲。[[有乙，]]后面有丙。', '这里有甲。后面有丙。'],
    ['[[有乙，]]后面有丙。', '后面有丙。'],
    ['一是[[有乙，]]后面有丙。\n二是丁。', '一是后面有丙。\n二是丁。'],
    ['这里有甲、[[有乙、]]有丙。', '这里有甲、有丙。'],
    ['他说“甲，[[乙。”]]后来又说丙。', '他说“甲。”后来又说丙。'],
    ['这里有“[[乙]]”，有丙。', '这里有，有丙。'],
    ['工作有：一是甲事要办；[[二是乙事要办；]]三是丙事要办。', '工作有：一是甲事要办；二是丙事要办。'],
    ['工作有：一是甲事要办；二是乙事要办；[[三是丙事要办。]]', '工作有：一是甲事要办；二是乙事要办。'],
    ['工作有：[[一是甲事要办；]]二是乙事要办；三是丙事要办。', '工作有：一是乙事要办；二是丙事要办。'],
    ['（一）甲事；\n（二）乙事；\n[[（三）丙事。]]', '（一）甲事；\n（二）乙事。'],
    ['甲段的话。\n\n[[乙段的话。]]\n\n丙段的话。', '甲段的话。\n\n丙段的话。'],
    ['甲段的话。\r\n\r\n[[乙段的话。]]\r\n\r\n丙段的话。\r\n', '甲段的话。\r\n\r\n丙段的话。\r\n'],
    ['甲段的话。\n\n[[乙段的话。]]\n\n[[丙段的话。]]\n', '甲段的话。\n'],
    ['　　甲段的话。\n　　[[乙段的话。]]\n　　丙段的话。', '　　甲段的话。\n　　丙段的话。'],
    [
      '一是甲事要办好。\n二是[[乙事要办好。]]\n二的正文一段。\n三是丙事要办好。\n三的正文。',
      '一是甲事要办好。\n二的正文一段。\n二是丙事要办好。\n三的正文。',
    ],
    ['甲段的话，[[乙句的话。\n丙段的话，]]丁句的话。', '甲段的话。\n丁句的话。'],
  ])('%j', (marked, expected) => {
    expect(draftOf(marked).text).toBe(expected);
  });
});

describe('what may now be wrong is pointed out', () => {
  it.each([
    [
      '要做好三项工作：\n一是甲事。\n二是乙事。\n[[三是丙事。]]\n上述三点要抓好，下午四点开会。',
      [
        ['count', '三项'],
        ['count', '上述三点'],
      ],
    ],
    [
      '第一条 甲。\n[[第二条 乙。]]\n第三条 依第二条和本法第三条办，《办法》第三条第二项和所得税法第三条不动，“三个代表”也不动。',
      [
        ['reference', '第二条'],
        ['reference', '第三条'],
      ],
    ],
    ['第一条 甲。\n[[第二条 乙。]]\n第三条 前条所说。', [['previous', '前条']]],
    ['下一步工作：\n[[一是甲事。]]\n[[二是乙事。]]\n完毕了。', [['lead-in', '下一步工作：']]],
    ['一是甲事。\n[[二是乙事。]]\n完毕了。', [['single', '一是']]],
    ['这里有甲[[有乙]]有丙。', [['torn', '']]],
  ])('%j', (marked, expected) => {
    expect(checksOf(marked)).toEqual(expected);
  });

  it('changes nothing of it', () => {
    expect(draftOf('要做好三项工作：\n一是甲事。\n二是乙事。\n[[三是丙事。]]').text).toContain('三项工作');
  });
});

describe('conflicts', () => {
  const document = structured('一是甲事要办好办实。\n二是甲事要办好办实。\n三是甲事要办好办实。');
  const units = document.speeches[0]?.measures.map(({ span }) => passageAt(document, span)) ?? [];
  const [first, second, third] = units as [never, never, never];

  it('keeps what one decision removes and another keeps, and names both', () => {
    const judged = [
      { pair: pairBetween(first, second, 'p'), judgement: 'keep-a' as const },
      { pair: pairBetween(second, third, 'q'), judgement: 'keep-all' as const },
    ];
    const [plan] = plansOf([document], judged);
    expect(plan?.edits).toEqual([]);
    expect(plan?.conflicts).toMatchObject([{ kind: 'kept-and-removed', removing: ['p'], keeping: ['q'] }]);
  });

  it('leaves one of a group of which nothing would stay', () => {
    const other = structured('这里说甲事要办好，也说别的话。', 'o');
    const passage = passageAt(other, { start: 3, end: 8 });
    const judged = [
      { pair: pairBetween(first, passage, 'p'), judgement: 'keep-b' as const },
      { pair: pairBetween(second, passage, 'q'), judgement: 'keep-b' as const },
    ];
    const all = [...judged.map(({ pair }) => pair), pairBetween(first, second, 'r')];
    const [plan] = plansOf([document, other], judged, all);
    expect(plan?.conflicts).toMatchObject([{ kind: 'nothing-left', removing: ['p', 'q'], keeping: [] }]);
    expect(plan?.edits.filter(({ kind }) => kind === 'removal')).toHaveLength(1);
  });

  it('a flag removes and keeps nothing', () => {
    const judged = [
      { pair: pairBetween(first, second, 'p'), judgement: 'keep-a' as const },
      { pair: pairBetween(second, third, 'q'), judgement: 'flag' as const },
    ];
    const [plan] = plansOf([document], judged);
    expect(plan?.conflicts).toEqual([]);
    expect(plan?.edits.filter(({ kind }) => kind === 'removal')).toHaveLength(1);
  });
});

describe('breaks', () => {
  const text =
    '这一段话一直写到这一页的最后，还没有写完，所以后面还要接着\n— 3 —\n写下去，写到这里才完。\n[[这一段要删去。]]\n这一段留下。';
  it('joins the body that ran over a page', () => {
    expect(draftOf(text).text).toBe(
      '这一段话一直写到这一页的最后，还没有写完，所以后面还要接着写下去，写到这里才完。\n这一段留下。',
    );
  });
  it('leaves a document alone of which nothing goes', () => {
    const plain = text.replace('[[', '').replace(']]', '');
    expect(draftOf(plain).text).toBe(plain);
  });
});
