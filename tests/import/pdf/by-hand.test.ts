import { describe, expect, test, vi } from 'vitest';
import { encode } from '../encoded.ts';
import { cjkFont, HELVETICA, hexOf, onePage, pdfOf, stream, utf16Hex, type Shown } from './by-hand.ts';
import { fixture, readPdf, shown, textsOf } from './reading.ts';

const SENTENCE = '问题清单逐项落实，做到件件有着落。';
const TRADITIONAL = '問題清單逐項落實。';
const PICTURE = stream(
  '\x00'.repeat(100),
  '/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 /ColorSpace /DeviceGray',
);

function line(hex: string, y = 700): Shown {
  return { hex, x: 72, y, size: 12 };
}

describe('Chinese without a font in the file, in the encodings that PDF names', () => {
  test.each([
    ['UniGB-UCS2-H', 'GB1', utf16Hex(SENTENCE), SENTENCE],
    ['UniGB-UTF16-H', 'GB1', utf16Hex(SENTENCE), SENTENCE],
    ['GBK-EUC-H', 'GB1', hexOf(encode(SENTENCE, 'gb18030')), SENTENCE],
    ['GB-EUC-H', 'GB1', hexOf(encode(SENTENCE, 'gb18030')), SENTENCE],
    ['GBK2K-H', 'GB1', hexOf(encode(SENTENCE, 'gb18030')), SENTENCE],
    ['ETen-B5-H', 'CNS1', hexOf(encode(TRADITIONAL, 'big5')), TRADITIONAL],
    ['UniCNS-UTF16-H', 'CNS1', utf16Hex(TRADITIONAL), TRADITIONAL],
  ])('%s', async (encoding, ordering, hex, text) => {
    expect(textsOf(await readPdf(onePage([line(hex)], cjkFont(encoding, ordering))))).toEqual([text]);
  });
});

test('text that runs from top to bottom is refused', async () => {
  const columns = onePage([line(utf16Hex(SENTENCE))], cjkFont('UniGB-UCS2-V', 'GB1'));
  expect(await readPdf(columns)).toEqual({ kind: 'failed', problem: 'vertical' });
  const oneByOne = [...SENTENCE].map((character, i) => line(utf16Hex(character), 700 - 14 * i));
  expect(await readPdf(onePage(oneByOne, cjkFont('UniGB-UCS2-H', 'GB1')))).toEqual({
    kind: 'failed',
    problem: 'vertical',
  });
  expect(await readPdf(fixture('vertical.pdf'))).toEqual({ kind: 'failed', problem: 'vertical' });
});

test('a page that is a picture is a scan, and one that is empty is blank', async () => {
  const page = '/XObject << /I 6 0 R >>';
  const scan = onePage([], HELVETICA, { page, objects: [PICTURE] });
  expect(await readPdf(scan)).toEqual({ kind: 'failed', problem: 'scan' });
  expect(await readPdf(onePage([], HELVETICA))).toEqual({ kind: 'failed', problem: 'blank' });
  const stamped = onePage([line('31')], HELVETICA, { page, objects: [PICTURE] });
  expect(await readPdf(stamped)).toEqual({ kind: 'failed', problem: 'scan' });
  const illustrated = onePage([line(utf16Hex(SENTENCE))], cjkFont('UniGB-UCS2-H', 'GB1'), {
    page,
    objects: [PICTURE],
  });
  expect(textsOf(await readPdf(illustrated))).toEqual([SENTENCE]);
});

test('a password is asked for where one is needed, and not where the owner alone has one', async () => {
  expect(await readPdf(fixture('needs-password.pdf'))).toEqual({ kind: 'failed', problem: 'encrypted' });
  expect(textsOf(await readPdf(fixture('empty-password.pdf')))).toHaveLength(2);
});

describe('a file that is broken', () => {
  const whole = fixture('table.pdf');
  const text = new TextDecoder('latin1').decode(whole);
  const bytesOf = (latin1: string) => Uint8Array.from(latin1, (character) => character.charCodeAt(0));

  test('in its cross-references is read all the same', async () => {
    const expected = shown(await readPdf(whole));
    const start = text.lastIndexOf('startxref');
    const misled = `${text.slice(0, start)}startxref\n99\n%%EOF\n`;
    expect(shown(await readPdf(bytesOf(misled)))).toBe(expected);
    const table = text.lastIndexOf('xref\n0');
    expect(table).toBeGreaterThan(0);
    const noTable = `${text.slice(0, table)}${text.slice(table).replaceAll(/\d{10} 00000 n/gu, '0000000007 00000 n')}`;
    expect(shown(await readPdf(bytesOf(noTable)))).toBe(expected);
    expect(shown(await readPdf(bytesOf(`Received: by mail\n${text}`)))).toBe(expected);
  });

  test('off is read as far as it goes, or said to be damaged', async () => {
    for (let tenths = 0; tenths < 10; tenths++) {
      const cut = await readPdf(whole.slice(0, Math.max(20, (whole.length * tenths) / 10)));
      if (cut.kind === 'failed') expect(['damaged', 'blank']).toContain(cut.problem);
      else expect(cut.kind).toBe('imported');
    }
  });

  test('beyond repair says so', async () => {
    const damaged = { kind: 'failed', problem: 'damaged' };
    expect(await readPdf(bytesOf('%PDF-1.7\nnothing of the kind'))).toEqual(damaged);
    expect(await readPdf(pdfOf(['<< /Type /Catalog /Pages 1 0 R >>']))).toMatchObject({ kind: 'failed' });
    const loop = pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 3 >>']);
    expect(await readPdf(loop)).toMatchObject({ kind: 'failed' });
  });
});

test('scripts in a file are not run, and nothing is asked for', async () => {
  const asked = vi.spyOn(globalThis, 'fetch');
  const action =
    '<< /S /JavaScript /JS (globalThis.hurt = true; app.launchURL\\("https://example.org"\\)) >>';
  const link = '<< /S /URI /URI (https://example.org) >>';
  const bytes = onePage([line(utf16Hex(SENTENCE))], cjkFont('UniGB-UCS2-H', 'GB1'), {
    catalogue: `/OpenAction ${action} /AA << /WC ${action} >> /Names << /JavaScript << /Names [(a) ${action}] >> >>`,
    page: `>> /AA << /O ${action} >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A ${link} >>] /X <<`,
  });
  expect(textsOf(await readPdf(bytes))).toEqual([SENTENCE]);
  expect('hurt' in globalThis).toBe(false);
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});

describe('a page that is said to be turned', () => {
  const texts = [SENTENCE, '二是改善环境。'];
  const turned = (rotation: number, matrix: (line: number) => string) => {
    const content = texts
      .map((text, i) => `BT /F1 12 Tf ${matrix(i)} Tm <${utf16Hex(text)}> Tj ET`)
      .join('\n');
    return pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /Rotate ${rotation} /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
      stream(content),
      cjkFont('UniGB-UCS2-H', 'GB1'),
    ]);
  };

  test.each([
    ['not, and is not', 0, (i: number) => `1 0 0 1 72 ${700 - 50 * i}`],
    ['a quarter, with its text', 90, (i: number) => `0 1 -1 0 ${100 + 50 * i} 72`],
    ['half, with its text', 180, (i: number) => `-1 0 0 -1 500 ${100 + 50 * i}`],
    ['three quarters, with its text', 270, (i: number) => `0 -1 1 0 ${500 - 50 * i} 800`],
    ['half, without its text', 180, (i: number) => `1 0 0 1 72 ${700 - 50 * i}`],
    ['a quarter, without its text', 90, (i: number) => `1 0 0 1 72 ${700 - 50 * i}`],
  ])('%s: it is read', async (_how, rotation, matrix) => {
    expect(textsOf(await readPdf(turned(rotation, matrix)))).toEqual(texts);
  });

  test('not, and has its text sideways: that is set from top to bottom', async () => {
    const sideways = turned(0, (i) => `0 -1 1 0 ${500 - 50 * i} 800`);
    expect(await readPdf(sideways)).toEqual({ kind: 'failed', problem: 'vertical' });
  });
});

test('a font that keeps its characters to itself is like a picture', async () => {
  const unknown = [...Array(20).keys()].map((i) => (0xe000 + i).toString(16)).join('');
  const map = stream(
    '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <E000> <E0FF> <E000> endbfrange endcmap end',
  );
  const font = cjkFont('Identity-H', 'Identity').replace('/Encoding', '/ToUnicode 6 0 R /Encoding');
  expect(await readPdf(onePage([line(unknown)], font, { objects: [map] }))).toEqual({
    kind: 'failed',
    problem: 'scan',
  });
});

test('progress is told a page at a time', async () => {
  const heard: number[] = [];
  await readPdf(fixture('speech.pdf'), (done) => heard.push(done));
  expect(heard.length).toBeGreaterThan(1);
  expect(heard.at(-1)).toBe(1);
  expect(heard).toEqual(heard.toSorted((a, b) => a - b));
});

test('a text that speaks of PDF is a text', async () => {
  const text = '文件以 %PDF-1.7 开头。';
  expect(await readPdf(new TextEncoder().encode(text))).toMatchObject({ kind: 'imported', text });
});
