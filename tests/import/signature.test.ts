import { describe, expect, it } from 'vitest';
import { readerOf } from '../../src/import/signature.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readerOf', () => {
  it.each([
    ['讲话.txt', '一是加强领导。', 'plain'],
    ['notes.md', '# 标题\n正文', 'plain'],
    ['list.csv', '姓名,内容\n甲,乙', 'office'],
    ['speech.txt', 'Subject: all of us\nmust go on', 'plain'],
    ['a.txt', '%PDF-1.7', 'pdf'],
    ['a.txt', 'PK\u0003\u0004', 'office'],
    ['page', '\ufeff <!DOCTYPE html><p>文', 'office'],
    ['a.xml', '<?xml version="1.0"?><office:document>', 'office'],
    ['a.txt', '{\\rtf1\\ansi', 'office'],
    ['文章.mht', 'From: <Saved by 浏览器>', 'office'],
    ['mail', 'From: a\nMIME-Version: 1.0\n', 'office'],
  ])('%s: %s', (name, text, reader) => {
    expect(readerOf(name, bytes(text))).toBe(reader);
  });

  it('knows a compound file, and a page in UTF-16', () => {
    expect(readerOf('a', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('office');
    const page = Uint8Array.from(
      [...'\ufeff<html>'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    );
    expect(readerOf('a', page)).toBe('office');
  });
});
