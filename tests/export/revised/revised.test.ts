import { expect, it } from 'vitest';
import { paragraph, wordFile } from '../../import/docx/word-file.ts';
import { accepted, refused } from './oracle.ts';
import { loaded, planWithout, previewOf, readLines, revised } from './revised.ts';

const BODY = [
  '关于甲的发言',
  '局长 李明',
  '下一步抓好以下工作：',
  '一是抓好项目建设，落实责任。',
  '二是抓好招商引资。',
  '三是抓好项目建设，落实责任。',
  '四是防范风险。',
  '谢谢大家！',
];

it('takes a measure out and counts the typed ordinals anew', async () => {
  const bytes = wordFile({ body: BODY.map((line) => paragraph(line)).join('') });
  const on = await loaded(bytes);
  const plan = planWithout(on, (words) => words.startsWith('三是'));
  const made = await revised(bytes, on, plan);
  expect(made.remarks).toEqual([]);
  expect(await readLines(accepted(made.bytes))).toEqual(previewOf(on, plan));
  expect(previewOf(on, plan)).toContain('三是防范风险。');
  expect(await readLines(refused(made.bytes))).toEqual(await readLines(bytes));
  const applied = await revised(bytes, on, plan, 'applied');
  expect(await readLines(applied.bytes)).toEqual(previewOf(on, plan));
});
