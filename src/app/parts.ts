import { unpackBits } from './seven-bits.ts';

/**
 * The page carries what is seldom needed packed, as text in elements that run nothing: deflated, seven bits a character (see
 * `seven-bits.ts`). It has to be in the page, because a page that was opened from disk can fetch nothing, not even what lies beside it.
 */

/** Unpacks the part of this name as a script. Rejects when the page does not have it, or the browser cannot unpack it. */
export async function unpackPart(page: Document, name: string): Promise<Blob> {
  // Parts stand behind the script, which may be asked for them before they have been read.
  if (page.readyState === 'loading') {
    await new Promise((resolve) => page.addEventListener('DOMContentLoaded', resolve, { once: true }));
  }
  const packed = page.getElementById(`part-${name}`)?.textContent;
  if (packed === undefined || packed === null) throw new Error(`the page has no part ${name}`);
  const code = new Blob([unpackBits(packed)]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Blob([await new Response(code).arrayBuffer()], { type: 'text/javascript' });
}
