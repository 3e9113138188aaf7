import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isZip, openZip } from '../../src/office/zip.ts';

const GBK_NAME = String.fromCharCode(0xb7, 0xa2, 0xd1, 0xd4); // 发言

describe('openZip', () => {
  it('lists and reads files, folders left out', () => {
    const bytes = zipSync({ 'a/b.txt': strToU8('文'), 'c/': new Uint8Array(), 'd.txt': strToU8('字') });
    expect(isZip(bytes)).toBe(true);
    const zip = openZip(bytes);
    expect(zip.entries).toEqual([
      { name: 'a/b.txt', size: 3 },
      { name: 'd.txt', size: 3 },
    ]);
    expect(zip.read('d.txt')).toEqual(strToU8('字'));
    expect(zip.read('none')).toBeNull();
  });

  it('reads names that an old archiver wrote in GBK', () => {
    const bytes = zipSync({ 'XXXX.txt': strToU8('文') });
    // The name's bytes, in the entry and in the directory, in an encoding that no flag names.
    for (let at = 0; at + 4 <= bytes.length; at++) {
      if (bytes.subarray(at, at + 4).every((byte) => byte === 0x58))
        bytes.set(
          [...GBK_NAME].map((character) => character.charCodeAt(0)),
          at,
        );
    }
    expect(openZip(bytes).entries.map(({ name }) => name)).toEqual(['发言.txt']);
    expect(openZip(bytes).read('发言.txt')).toEqual(strToU8('文'));
  });

  it.each([
    ['one that is cut off', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 30), 'damaged'],
    ['noise', () => new Uint8Array(64).fill(7), 'damaged'],
    ['one with a password', encrypted, 'encrypted'],
    ['one that says it holds gigabytes', inflated, 'overfull'],
  ])('refuses %s', (_name, spoil, problem) => {
    const bytes = spoil(zipSync({ 'a.txt': strToU8('文字文字') }));
    expect(() => openZip(bytes)).toThrow(problem);
  });
});

/** Where the directory's first entry begins. */
function directoryOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 6, true);
}

function encrypted(bytes: Uint8Array): Uint8Array {
  bytes[directoryOf(bytes) + 8]! |= 1;
  return bytes;
}

function inflated(bytes: Uint8Array): Uint8Array {
  new DataView(bytes.buffer).setUint32(directoryOf(bytes) + 24, 0x7fffffff, true);
  return bytes;
}
