/** Units that are made a string at a time. */
const UNITS = 4_096;

/** Reads little-endian numbers and strings; past the end everything is 0 or empty, so that lying counts end by themselves. */
export class Binary {
  readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.holds(at, 1) ? this.view.getUint8(at) : 0;
  }

  u16(at: number): number {
    return this.holds(at, 2) ? this.view.getUint16(at, true) : 0;
  }

  u32(at: number): number {
    return this.holds(at, 4) ? this.view.getUint32(at, true) : 0;
  }

  i32(at: number): number {
    return this.u32(at) | 0;
  }

  /** The part `[start, start + length)`, as far as there is one. */
  part(start: number, length: number): Binary {
    const from = Math.min(Math.max(0, start), this.length);
    return new Binary(this.bytes.subarray(from, Math.min(this.length, from + Math.max(0, length))));
  }

  /** Words in UTF-16, `length` units from `at`, half pairs and marks kept: places are counted in units. */
  utf16(at: number, length: number): string {
    const parts: string[] = [];
    const end = Math.min(length, (this.length - at) >> 1);
    for (let from = 0; from < end; from += UNITS) {
      const units = Array.from({ length: Math.min(UNITS, end - from) }, (_, i) =>
        this.u16(at + (from + i) * 2),
      );
      parts.push(String.fromCharCode(...units));
    }
    return parts.join('');
  }

  private holds(at: number, size: number): boolean {
    return at >= 0 && at + size <= this.length;
  }
}
