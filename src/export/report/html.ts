import type { ReportModel, ReportPiece } from '../../core/report/model.ts';
import type { ReportOrder } from '../../core/report/order.ts';
import { rateText, similarityText } from '../../i18n/similarity.ts';
import type { Parts, ReportContent } from './content.ts';
import { findingMarkup, pieceMarkup } from './html-finding.ts';
import { matrixMarkup } from './html-matrix.ts';
import { markup, rawPicture, rawStyle, type Content, type Markup } from './markup.ts';
import { STYLE } from './style.ts';
import {
  boilerplateTable,
  documentsTable,
  figuresTable,
  speakersTable,
  speechesTable,
  type ColumnKind,
  type ReportCellValue,
  type ReportTable,
} from './tables.ts';
import { whereOf, type ReportWords } from './words.ts';

/** Findings between two breaks. */
const STEP = 20;
/** Rows of a table that is kept on one page. */
const SHORT_MOST = 12;
/** The file runs no script and loads nothing, whatever stands in it: should a text ever get through, it stays text. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

type SectionName = keyof ReportWords['report']['sections'];
const ORDER: readonly SectionName[] = [
  'figures',
  'pictures',
  'speakers',
  'documents',
  'speeches',
  'matrix',
  'findings',
  'comparisons',
  'boilerplate',
  'notes',
];

/** Sections of tables without a link in them. */
const SCROLLING: readonly SectionName[] = [
  'figures',
  'speakers',
  'documents',
  'speeches',
  'matrix',
  'boilerplate',
];

/** The report as one HTML file that needs no script and no other file, and is printed as it is meant to be. */
export function* toHtml({ model, order, notes, words }: ReportContent): Generator<void, Parts> {
  const { messages, report } = words;
  const encoder = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const add = ({ html }: Markup) => void parts.push(encoder.encode(html));
  const sections = ORDER.filter((name) => name !== 'pictures' || order.pictures.length > 0);
  const characters = model.documents.reduce((sum, { characters: own }) => sum + own, 0);
  add(markup`<!doctype html>
<html lang="${order.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${messages.name} ${order.version}">
<title>${report.fileName(order.madeAt.slice(0, 10))}</title>
<style>${rawStyle(STYLE)}</style>
</head>
<body>
<header class="head">
<h1>${report.title}</h1>
<p>${report.madeAt(order.madeAt)}</p>
<p>${report.documents(model.documents.length, model.speeches.length, characters)}</p>
<p>${report.listed(model.findings.length, model.found, order.isFiltered, order.isDecidedOnly)}</p>
<nav aria-label="${report.contents}"><h2>${report.contents}</h2><ol>${sections.map(
    (name) => markup`<li><a href="#${name}">${titleOf(name)}</a></li>`,
  )}</ol></nav>
</header>
<main>
${section('figures', tableMarkup(figuresTable(model, words), words, [3, 1, 2]))}
${order.pictures.length === 0 ? null : section('pictures', picturesMarkup(order.pictures))}
${section('speakers', tableMarkup(speakersTable(model, words), words))}
${section('documents', tableMarkup(documentsTable(model, words), words))}
${section('speeches', tableMarkup(speechesTable(model, words), words))}
${section('matrix', matrixMarkup(model, words))}
${section('findings', model.findings.length === 0 ? markup`<p>${report.noFindings}</p>` : listMarkup(model, words))}
<section class="comparisons" id="comparisons"><h2>${titleOf('comparisons')}</h2>
${model.findings.length === 0 ? markup`<p>${report.noFindings}</p>` : legend(words)}`);
  yield;
  for (let from = 0; from < model.findings.length; from += STEP) {
    const some = model.findings.slice(from, from + STEP);
    add(markup`${some.map((finding) => findingMarkup(model, finding, words))}`);
    yield;
  }
  add(markup`
</section>
${section(
  'boilerplate',
  model.boilerplate.length === 0
    ? markup`<p>${report.noBoilerplate}</p>`
    : tableMarkup(boilerplateTable(model, words), words),
)}
${section('notes', markup`<ul class="notes">${notes.map((note) => markup`<li>${note}</li>`)}</ul>`)}
</main>
</body>
</html>
`);
  return parts;

  function titleOf(name: SectionName): string {
    return report.section(sections.indexOf(name) + 1, report.sections[name]);
  }

  function section(name: SectionName, content: Content): Markup {
    // On a narrow screen wide tables scroll, which keys must reach.
    const focus = SCROLLING.includes(name) ? markup` tabindex="0"` : null;
    return markup`<section class="${name}" id="${name}" aria-labelledby="${name}-title"${focus}><h2 id="${name}-title">${titleOf(name)}</h2>
${content}
</section>`;
  }
}

/** The overview's pictures, the wide ones first, the others side by side where there is room. */
function picturesMarkup(pictures: ReportOrder['pictures']): Markup {
  return markup`${pictures.map(
    ({ name, key, sheets }) => markup`<figure><figcaption><b>${name}</b> ${key}</figcaption>
${sheets.map(rawPicture)}</figure>`,
  )}`;
}

/** A table as it is, its columns in another order where one is given: those left out come last. */
function tableMarkup(
  { columns, rows }: ReportTable,
  words: ReportWords,
  first: readonly number[] = [],
): Markup {
  const [name, ...rest] = columns.keys();
  const order = [name ?? 0, ...first, ...rest.filter((index) => !first.includes(index))];
  const cell = (value: ReportCellValue, kind: ColumnKind) =>
    markup`<td class="${classOf(kind)}">${written(value, kind, words)}</td>`;
  return markup`<table class="${rows.length <= SHORT_MOST ? 'short' : ''}"><thead><tr>${order.map((index) => {
    const column = columns[index];
    return column === undefined
      ? null
      : markup`<th scope="col" class="${classOf(column.kind)}">${column.title}</th>`;
  })}</tr></thead><tbody>
${rows.map(
  (row) => markup`<tr>${order.map((index) => cell(row[index] ?? null, columns[index]?.kind ?? 'words'))}</tr>
`,
)}</tbody></table>`;
}

function classOf(kind: ColumnKind): string {
  if (kind === 'words' || kind === 'text') return kind;
  return `number ${kind}`;
}

function written(value: ReportCellValue, kind: ColumnKind, { messages }: ReportWords): Content {
  if (typeof value !== 'number') return value;
  if (kind === 'share') return rateText(value);
  return kind === 'similarity' ? similarityText(value) : messages.inOverview.figure(value);
}

/** The findings in a line each, with the way to their comparison. */
function listMarkup(model: ReportModel, words: ReportWords): Markup {
  const { messages, report } = words;
  const head = (title: string, kind: string) => markup`<th scope="col" class="${kind}">${title}</th>`;
  return markup`<table><thead><tr>${head(report.number, 'number')}${head(report.left, 'words')}${head(report.right, 'words')}${head(messages.kind, 'words')}${head(messages.similarity, 'number')}${head(messages.shared, 'number')}${head(report.decision, 'words')}${head(report.reason, 'words')}${head(report.note, 'text')}</tr></thead><tbody>
${model.findings.map(
  ({ number, pair, shared, a, b, decision: { judgement, reason, note } }) =>
    markup`<tr><td class="number"><a href="#f${number}">${number}</a></td><td class="words">${whereOf(model, a, words)}</td><td class="words">${whereOf(model, b, words)}</td><td class="state">${messages.kinds[pair.kind]}</td><td class="number">${similarityText(pair.similarity)}</td><td class="number">${shared}</td><td class="state">${judgement === null ? report.undecided : messages.judgements[judgement]}</td><td class="words">${reason}</td><td class="text">${note}</td></tr>
`,
)}</tbody></table>`;
}

function legend({ report }: ReportWords): Markup {
  const marks = Object.entries(report.marks) as readonly (readonly [ReportPiece['mark'], string])[];
  return markup`<p class="legend"><b>${report.legend}</b>${marks.map(
    ([mark, text]) =>
      markup`<span>${pieceMarkup({ text, mark, isStrong: mark !== 'form' && mark !== 'moved' })}</span>`,
  )}</p>`;
}
