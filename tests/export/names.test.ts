import { describe, expect, it } from 'vitest';
import { safeName, uniqueNames } from '../../src/export/names.ts';

describe('safeName', () => {
  it.each([
    ['发言汇编.docx', '发言汇编'],
    ['a/b\\c:d*e?f"g<h>i|j.txt', 'a b c d e f g h i j'],
    ['../../etc/passwd', '.. etc passwd'.slice(3)],
    ['con.txt', 'con_'],
    ['LPT1.报告.txt', 'LPT1.报告_'],
    ['...', '未命名'],
    ['', '未命名'],
    ['a\u202egpj.exe.txt', 'a gpj.exe'],
    ['名 \u0000字. .md', '名  字'],
  ])('%j becomes %j', (name, expected) => {
    expect(safeName(name, '未命名')).toBe(expected);
  });

  it('cuts a long name between characters', () => {
    const name = safeName('𠀀'.repeat(300), '未命名');
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(150);
    expect(name).toBe('𠀀'.repeat(37));
  });
});

it('uniqueNames gives each name once, whatever its case', () => {
  const unique = uniqueNames();
  expect(['a', 'A', 'b', 'a'].map(unique)).toEqual(['a', 'A 2', 'b', 'a 3']);
});
