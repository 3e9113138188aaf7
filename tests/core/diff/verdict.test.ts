import { expect, test } from 'vitest';
import { compare } from '../../../src/core/diff/compare.ts';
import { verdictOf } from '../../../src/core/diff/verdict.ts';

const LONG = '进一步提升干部队伍的担当履职能力，凝聚起服务保障企业发展的工作合力。';

test.each([
  ['identical', LONG, LONG, { kind: 'identical', characters: 34 }],
  ['only the ordinal', `三是${LONG}`, `四是${LONG}`, { kind: 'form-only', classes: ['ordinal'], equal: 35 }],
  [
    'marks and width',
    `${LONG}5`,
    `${LONG.replace('，', '；')}５`,
    { kind: 'form-only', classes: ['punctuation', 'width'] },
  ],
  [
    'one character',
    '定期不定期进行明察暗访',
    '定期和不定期进行明察暗访',
    { kind: 'one-change', a: '', b: '和' },
  ],
  [
    'a whole clause more',
    LONG,
    `${LONG}推动高质量发展。`,
    { kind: 'changed', onlyB: 1, clausesB: 1, clausesA: 0 },
  ],
  ['nothing in common', '春眠不觉晓，处处闻啼鸟。', '白日依山尽，黄河入海流。', { kind: 'unlike' }],
  ['empty and empty', '', '', { kind: 'identical', characters: 0 }],
  [
    'only the order',
    `${LONG}落实服务承诺制和首问责任制。`,
    `落实服务承诺制和首问责任制。${LONG}`,
    { kind: 'reordered', moved: 1 },
  ],
])('%s', (_, a, b, expected) => {
  expect(verdictOf(compare(a, b))).toMatchObject(expected);
});
