import { darkness } from '../../core/overview/matrix.ts';
import type { ReportModel } from '../../core/report/model.ts';
import { markup, type Markup } from './markup.ts';
import { matrixTable } from './tables.ts';
import { speakerOf, type ReportWords } from './words.ts';

/** More people than this do not stand side by side on a sheet of A4; a table says the same. */
const SQUARE_MOST = 10;

/** Who shares how much with whom: a square of few people, and of more a table with the most first. */
export function matrixMarkup(model: ReportModel, words: ReportWords): Markup {
  const { report } = words;
  const { people, cells } = model.matrix;
  if (cells.length === 0) return markup`<p>${report.noMatrix}</p>`;
  if (people.length > SQUARE_MOST) return list(model, words);
  const names = people.map((speech) => speakerOf(model, speech, words));
  const at = new Map(cells.map((cell) => [cell.a * people.length + cell.b, cell]));
  const most = cells.reduce((all, { shared }) => Math.max(all, shared), 0);
  return markup`<p class="quiet">${report.matrixKey}</p>
<table class="square"><thead><tr><td></td>${names.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${names.map(
  (name, row) => markup`<tr><th scope="row">${name}</th>${names.map((_, column) => {
    const cell = at.get(Math.min(row, column) * people.length + Math.max(row, column));
    const kind = row === column ? 'self' : '';
    if (cell === undefined) return markup`<td class="${kind} none">·</td>`;
    const grey = Math.round(100 - 22 * darkness(cell.shared, most));
    return markup`<td class="${kind}" style="background:hsl(215 40% ${grey}%)"><b>${cell.count}</b><span>${cell.shared}</span></td>`;
  })}</tr>
`,
)}</tbody></table>`;
}

function list(model: ReportModel, words: ReportWords): Markup {
  const { columns, rows } = matrixTable(model, words);
  const most = [...rows].sort((p, q) => Number(q[3]) - Number(p[3]));
  return markup`<table><thead><tr>${columns.map(
    ({ title, kind }) =>
      markup`<th scope="col" class="${kind === 'whole' ? 'number' : 'words'}">${title}</th>`,
  )}</tr></thead><tbody>
${most.map(
  (
    row,
  ) => markup`<tr>${row.map((value) => markup`<td class="${typeof value === 'number' ? 'number' : 'words'}">${value}</td>`)}</tr>
`,
)}</tbody></table>`;
}
