import { readFileSync } from 'node:fs';

/** The bytes of a file in `fixtures/`. */
export function fixture(name: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
}
