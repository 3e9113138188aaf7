import { expect, it } from 'vitest';
import { movedText, textToMove } from '../../src/worker/moved-text.ts';

it('is the text again, in a byte for a character where that is enough', () => {
  for (const text of ['', 'plain', '\ufeff标记', 'caf\u00e9', '一是抓实。\r\n𠮷'])
    expect(movedText(textToMove(text))).toBe(text);
  expect(textToMove('plain').byteLength).toBe(5);
  expect(textToMove('抓实').byteLength).toBe(4);
});

it('makes of half a surrogate pair what a file would make of it', () => {
  expect(movedText(textToMove('甲\ud800乙'))).toBe('甲\ufffd乙');
});
