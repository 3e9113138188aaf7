import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { packBits, unpackBits } from '../../src/app/seven-bits.ts';

/** What a script element holds when a page with this text in it was read. */
function throughHtml(text: string): string {
  const page = parse(`<!doctype html><body><script type="application/octet-stream">${text}</script></body>`);
  const find = (node: DefaultTreeAdapterTypes.Node): string | null => {
    if (node.nodeName === 'script')
      return (node as DefaultTreeAdapterTypes.Element).childNodes
        .map((child) => (child as DefaultTreeAdapterTypes.TextNode).value)
        .join('');
    if (!('childNodes' in node)) return null;
    return node.childNodes.map(find).find((found) => found !== null) ?? null;
  };
  return find(page) ?? '';
}

describe('bytes as text, seven bits a character', () => {
  it('come back from a page as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect([...unpackBits(throughHtml(packBits(bytes)))]).toEqual([...bytes]);
      }),
      { numRuns: 500 },
    );
  });

  it('hold every byte, at every place of seven', () => {
    const bytes = Uint8Array.from({ length: 256 * 7 }, (_, at) => (at * 7 + (at >> 8)) % 256);
    expect([...unpackBits(throughHtml(packBits(bytes)))]).toEqual([...bytes]);
    expect(new TextEncoder().encode(packBits(bytes)).length).toBeLessThan(bytes.length * 1.2);
  });

  it('have nothing that HTML changes or takes for a tag', () => {
    const bytes = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 31 + (at >> 3) * 17) % 256);
    expect(packBits(bytes)).not.toMatch(/[\0\r<]/u);
  });
});
