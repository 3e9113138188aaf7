import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** What the page gave to be saved. */
export interface Given {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
}

/** What the page gives to be saved when `ask` is done. Its visitor must accept downloads. */
export async function given(page: Page, ask: () => Promise<void>): Promise<Given> {
  const [download] = await Promise.all([page.waitForEvent('download'), ask()]);
  const bytes = readFileSync(await download.path());
  return {
    name: download.suggestedFilename(),
    bytes: Uint8Array.from(bytes),
    text: bytes.toString('utf8').replace(/^\ufeff/u, ''),
  };
}
