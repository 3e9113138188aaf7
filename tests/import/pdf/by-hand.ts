/** PDF files written by hand: each says exactly what a test is about. */

/** A text on the page, in points from the bottom left; `hex` are the bytes that the font's encoding makes of it. */
export interface Shown {
  readonly hex: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A file of these objects, numbered from 1; the first is the catalogue. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array<ArrayBuffer> {
  let file = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

/** A page of A4 with these texts in one font, which is not in the file; `catalogue` and `page` are put into those objects. */
export function onePage(
  shown: readonly Shown[],
  font: string,
  extra: { readonly catalogue?: string; readonly page?: string; readonly objects?: readonly string[] } = {},
): Uint8Array<ArrayBuffer> {
  const content = shown
    .map(({ hex, x, y, size }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET`)
    .join('\n');
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${extra.catalogue ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${extra.page ?? ''} >> >>`,
    stream(content),
    font,
    ...(extra.objects ?? []),
  ]);
}

/** A stream with its length. */
export function stream(content: string, entries = ''): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
}

/** A Chinese font that the reader must have itself, in one of the encodings that PDF names. */
export function cjkFont(encoding: string, ordering: string): string {
  return `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /DW 1000 >>] >>`;
}

export const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** UTF-16, big end first, as hexadecimal digits. */
export function utf16Hex(text: string): string {
  return [...Array(text.length).keys()].map((i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('');
}

/** Bytes as hexadecimal digits. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
