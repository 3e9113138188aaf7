/**
 * A 64-bit hash of a string's UTF-16 units, as 16 hex digits: for naming content, not for security.
 * Two 32-bit multiply-and-xor lanes with a final mix, after MurmurHash3's finalizer (Appleby, 2011).
 */
export function hashOf(text: string): string {
  let low = 0x9e3779b9 ^ text.length;
  let high = 0x85ebca6b ^ text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x5bd1e995);
    high = Math.imul(high ^ unit, 0x1b873593);
    low ^= low >>> 15;
    high = (high << 13) | (high >>> 19);
  }
  return hex(mix(low ^ (high >>> 3))) + hex(mix(high ^ Math.imul(low, 0xcc9e2d51)));
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
