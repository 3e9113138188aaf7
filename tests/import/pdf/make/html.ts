import type { Block, Source } from './fodt.ts';

/** The document as a page that a browser prints. */
export function htmlOf({ blocks }: Source): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
body { font: 15px/1.8 'Noto Sans CJK SC'; text-align: justify; }
p { text-indent: 2em; margin: 0 0 0.4em; }
p.flush, p.block, p.hanging { text-indent: 0; }
p.right { text-align: right; }
p.centred { text-align: center; text-indent: 0; }
h1, h2 { font-weight: normal; }
td { border: 1px solid; padding: 4px; }
</style><body>${blocks.map(elementOf).join('')}</body></html>`;
}

function elementOf(block: Block): string {
  if ('columns' in block) return block.columns.map(elementOf).join('');
  if ('table' in block) {
    return `<table>${block.table.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  }
  if (block.set === 'title') return `<h1>${block.text}</h1>`;
  if (block.set === 'heading') return `<h2>${block.text}</h2>`;
  return `<p class="${block.set}">${block.text}</p>`;
}
