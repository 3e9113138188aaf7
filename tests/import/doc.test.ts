import { describe, expect, it } from 'vitest';
import { importBytes } from '../../src/import/index.ts';
import { equationWords } from '../../src/office/equation-field.ts';
import { fixture } from './fixture.ts';
import { fuzz } from './fuzz.ts';

const notice = fixture('notice.doc');

/** The place of a stream's name in a directory of a compound file. */
function placeOf(bytes: Uint8Array, name: string): number {
  const wanted = [...name].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = 0; at + wanted.length < bytes.length; at += 128) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  throw new Error(`no ${name}`);
}

function changed(change: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = Uint8Array.from(notice);
  change(bytes);
  return bytes;
}

/** Where the stream WordDocument begins. */
function headerOf(bytes: Uint8Array): number {
  for (let at = 512; at < bytes.length; at += 512)
    if (bytes[at] === 0xec && bytes[at + 1] === 0xa5) return at;
  throw new Error('no header');
}

describe('doc', () => {
  it.each([
    ['one with a password', (bytes: Uint8Array) => (bytes[headerOf(bytes) + 11]! |= 1), 'encrypted'],
    ['Word 95', (bytes: Uint8Array) => bytes.set([0x68, 0], headerOf(bytes) + 2), 'unsupported'],
    [
      'a workbook',
      (bytes: Uint8Array) => bytes.set([0x57, 0, 0x6f, 0, 0, 0], placeOf(bytes, 'WordDocument')),
      'unsupported',
    ],
    [
      'chains that go in a circle',
      (bytes: Uint8Array) => {
        const sector = new DataView(bytes.buffer).getUint32(76, true);
        new Uint32Array(bytes.buffer, (sector + 1) * 512, 128).fill(1);
      },
      'damaged',
    ],
  ])('refuses %s', async (_name, change, problem) => {
    const bytes = changed((copy) => void change(copy));
    expect(await importBytes({ name: 'a.doc', bytes })).toEqual({ kind: 'failed', problem });
  });

  it('refuses a file of today with a password', async () => {
    const bytes = changed((copy) => {
      const at = placeOf(copy, 'WordDocument');
      [...'EncryptedPackage'].forEach((character, i) => copy.set([character.charCodeAt(0), 0], at + i * 2));
      copy[at + 64] = 34;
    });
    expect(await importBytes({ name: 'a.docx', bytes })).toEqual({ kind: 'failed', problem: 'encrypted' });
  });

  it('is known by its content', async () => {
    expect(await importBytes({ name: 'a.wps', bytes: notice })).toMatchObject({ kind: 'imported' });
    expect(await importBytes({ name: 'a.txt', bytes: notice })).toMatchObject({ kind: 'imported' });
  });

  it.each([
    ['EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(yún),云)', '云'],
    ['eq \\o\\ac(○,1)', '①'],
    ['eq \\o\\ac(□,甲)', '甲'],
    ['HYPERLINK "http://example.invalid/"', ''],
    ['EQ \\f(1,2)', ''],
  ])('%s shows %j', (instruction, shown) => {
    expect(equationWords(instruction)).toBe(shown);
  });

  it('cut off anywhere gives a text or says so', async () => {
    for (let length = 8; length < notice.length; length += 331) {
      const imported = await importBytes({ name: 'a.doc', bytes: notice.slice(0, length) });
      expect(imported.kind === 'imported' || imported.kind === 'failed').toBe(true);
    }
  });

  it('survives mutations', () => fuzz('a.doc', notice));
});
