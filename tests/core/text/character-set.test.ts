import { expect, test } from 'vitest';
import { CharacterSet } from '../../../src/core/text/character-set.ts';

const stops = new CharacterSet('。！\uffff');

test('knows its characters, and no others', () => {
  const known = [...'一。二！\uffff'].filter((character) => stops.has(character.charCodeAt(0)));
  expect(known).toEqual(['。', '！', '\uffff']);
});

test('nothing stands behind the end of a text', () => {
  expect(stops.has('。'.charCodeAt(1))).toBe(false);
});
