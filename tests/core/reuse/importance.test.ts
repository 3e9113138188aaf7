import { describe, expect, it } from 'vitest';
import { detectAll } from '../../../src/core/reuse/detect.ts';
import { load } from './load.ts';

describe('importance', () => {
  it('puts a torn passage behind a whole clause that is a little shorter', () => {
    const one = load(
      '甲.txt',
      '# 甲\n\n一是各船须把缆绳绕过岸边的铁桩三圈再锁死舵轮并派人守夜。\n\n二是灯塔每晚添油两次并擦净玻璃罩，另记船数。',
    );
    const two = load(
      '乙.txt',
      '# 乙\n\n一是教徒弟们把缆绳绕过岸边的铁桩三圈再锁死舵轮才肯开饭的老船工去年冬天故去了。\n\n二是茶山的人学渔港，灯塔每晚添油两次并擦净玻璃罩，山里人头一回见到这样亮的夜晚，都说好。',
    );
    const { pairs } = detectAll([one, two]);
    const passages = pairs.map(({ a }) => one.document.text.slice(a.span.start, a.span.end));
    expect(passages).toEqual(['灯塔每晚添油两次并擦净玻璃罩', '把缆绳绕过岸边的铁桩三圈再锁死舵轮']);
  });
});
