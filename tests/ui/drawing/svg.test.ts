import { describe, expect, it } from 'vitest';
import type { Palette } from '../../../src/ui/drawing/palette.ts';
import { fitted, TEXTURES, widthOf, type Shape } from '../../../src/ui/drawing/shape.ts';
import { svgMarkup, svgText } from '../../../src/ui/drawing/svg.ts';

const palette: Palette = {
  paints: {
    sheet: '#fff',
    lift: '#eee',
    ink: '#000',
    'ink-2': '#333',
    'ink-3': '#666',
    rule: '#ddd',
    'rule-2': '#aaa',
    lan: '#00f',
    'lan-wash': '#00f1',
    'lan-wash-2': '#00f2',
    zhu: '#f00',
  },
  hei: "'Hei', sans-serif",
  song: 'serif',
};

function written(shapes: readonly Shape[]): string {
  return svgText({ width: 10, height: 20, shapes }, '图 <一>', palette);
}

describe('svgText', () => {
  it('writes names and numbers that nothing can break out of', () => {
    const text = `</text><script>"&'\u0000\u0008\ud800`;
    const svg = written([{ kind: 'text', x: 1.26, y: 2, text, paint: 'ink', size: 12 }]);
    expect(svg).toContain('<title>图 &lt;一&gt;</title>');
    expect(svg).toContain(`>&lt;/text&gt;&lt;script&gt;&quot;&amp;'</text>`);
    expect(svg).toContain('x="1.3"');
    expect(svg).not.toContain('<script');
  });

  it('writes for HTML an element alone, with textures named apart and what stands above cut off', () => {
    const text = '<script>';
    const shapes: readonly Shape[] = [{ kind: 'text', x: 1, y: 2, text, paint: 'ink', size: 12 }];
    const picture = { width: 10, height: 20, shapes };
    const svg = svgMarkup(picture, '<一>', palette, { prefix: 'r-', top: 5, margin: 0 });
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 5 10 20"/u);
    expect(svg).toContain('<pattern id="r-0"');
    expect(svg).not.toContain('<script');
  });

  it('gives each texture a pattern of its own, and dashes their lengths', () => {
    const svg = written([
      {
        kind: 'rect',
        x: 0,
        y: 0,
        width: 5,
        height: 5,
        fill: { texture: TEXTURES.length + 1 },
        stroke: 'lan',
      },
      { kind: 'path', d: 'M0 0L1 1', stroke: 'zhu', dash: 'dashed' },
    ]);
    expect(svg).toContain('fill="url(#t1)"');
    expect(svg).toContain('stroke-dasharray="5 3"');
    expect(new Set(TEXTURES.map(({ d }) => d)).size).toBe(TEXTURES.length);
  });
});

describe('fitted', () => {
  it('leaves out the end where a text is too long, never a half of a character', () => {
    expect(fitted('曹立忠', 12, 100)).toBe('曹立忠');
    expect(fitted('区工业和信息化局', 12, 50)).toBe('区工业…');
    for (let room = 0; room < 80; room++) {
      const kept = fitted('𠮷𠮷𠮷𠮷', 12, room);
      expect(/\p{Surrogate}/u.test(kept)).toBe(false);
      if (kept !== '…') expect(widthOf(kept, 12)).toBeLessThanOrEqual(room + 12);
    }
  });
});
