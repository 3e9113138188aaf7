import { describe, expect, it } from 'vitest';
import { orderOf } from '../../../src/core/draft/order.ts';
import type { DraftPlan } from '../../../src/core/draft/plan.ts';
import { exportDrafts } from '../../../src/export/index.ts';
import { originalOf } from '../../../src/import/index.ts';
import { openZip } from '../../../src/office/zip.ts';
import { paragraph, wordFile } from '../../import/docx/word-file.ts';
import { accepted, formOf, refused } from './oracle.ts';
import { DATE, loaded, planWithout, previewOf, readLines, revised } from './revised.ts';
import { GOLDEN_LINES, seedDocx } from './seed.ts';

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

describe('an original that is no longer what was loaded', () => {
  const order = (plan: DraftPlan, format: 'docx' | 'zip') =>
    orderOf(format, [plan], { pairs: [], decisions: new Map() }, 'zh-CN', { manner: 'tracked', date: DATE });
  const make = async (format: 'docx' | 'zip') => {
    const bytes = wordFile({ body: BODY.map((line) => paragraph(line)).join('') });
    const on = await loaded(bytes, '发言.docx');
    const plan = planWithout(on, (words) => words.startsWith('三是'));
    const other = await originalOf(wordFile({ body: paragraph('别的话。') }));
    const making = exportDrafts(order(plan, format), new Map([['d', on]]), new Map([['d', other]]));
    for (;;) {
      const step = making.next();
      if (step.done === true) return step.value;
    }
  };

  it('is refused with its name, the reason and what to do', async () => {
    expect(await make('docx')).toEqual({
      refusal:
        '《发言.docx》的原稿读不出来，或与已载入的文字不一致。请重新载入原稿再导出，或改选“新建 Word”。',
    });
  });

  it('makes way for a new file among all others, which the archive says', async () => {
    const made = await make('zip');
    if ('refusal' in made) throw new Error(made.refusal);
    const remark = '《发言.docx》的原稿读不出来，或与已载入的文字不一致，改给新建的 Word。';
    expect(made.remarks).toEqual([remark]);
    const zip = openZip(Uint8Array.from(Buffer.concat([...made.parts])));
    expect(zip.entries.map(({ name }) => name)).toContain('定稿/发言（定稿）.docx');
    expect(new TextDecoder().decode(zip.read('导出说明.txt') ?? undefined)).toContain(remark);
  });
});

it('gives the seed back without its repeats, and nothing else changed', async () => {
  const bytes = seedDocx();
  const on = await loaded(bytes);
  const seen = new Set<string>();
  // 四是 and its like aside, what was said before in the same speech.
  const plan = planWithout(on, (words, _index, speech) => {
    const said = `${speech} ${words.slice(2)}`;
    const isSaid = seen.has(said);
    seen.add(said);
    return isSaid;
  });
  const made = await revised(bytes, on, plan);
  expect(made.remarks).toEqual([]);
  expect(await readLines(accepted(made.bytes))).toEqual(GOLDEN_LINES);
  expect(formOf(refused(made.bytes))).toEqual(formOf(bytes));
});
