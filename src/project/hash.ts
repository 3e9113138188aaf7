import { hashOf } from '../core/text/hash.ts';

/** In bytes: as many become one string at a time. */
const SLICE = 1 << 20;

/** A hash of bytes by which damage is found; not for security. */
export function hashOfBytes(bytes: Uint8Array): string {
  // Windows-1252, which this label means, gives every byte a character of its own.
  const decoder = new TextDecoder('latin1');
  const hashes: string[] = [];
  for (let start = 0; start < bytes.length; start += SLICE)
    hashes.push(hashOf(decoder.decode(bytes.subarray(start, start + SLICE))));
  return hashes.length === 1 ? (hashes[0] as string) : hashOf(hashes.join(' '));
}
