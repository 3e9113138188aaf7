/** Encodes for tests: the inverse of TextDecoder, made by decoding every byte sequence of up to two bytes. */
export function encode(
  text: string,
  encoding: 'gb18030' | 'big5' | 'euc-kr' | 'shift_jis' | 'windows-1252',
): Uint8Array {
  const table = inverseOf(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const sequence = table.get(character);
    if (sequence === undefined) throw new Error(`${encoding} has no ${character} in two bytes`);
    bytes.push(...sequence);
  }
  return new Uint8Array(bytes);
}

/** UTF-16 without a byte order mark. */
export function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

/** Byte sequences joined. */
export function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

function inverseOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const learn = (sequence: readonly number[]) => {
    try {
      const character = decoder.decode(new Uint8Array(sequence));
      if ([...character].length === 1 && !table.has(character)) table.set(character, sequence);
    } catch {
      // Not a sequence of this encoding.
    }
  };
  for (let byte = 0; byte < 0x100; byte++) learn([byte]);
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) learn([lead, trail]);
  }
  return table;
}
