import type {
  ReportFinding,
  ReportModel,
  ReportPiece,
  ReportRow,
  ReportSide,
} from '../../core/report/model.ts';
import { similarityText } from '../../i18n/similarity.ts';
import { markup, type Markup } from './markup.ts';
import { documentOf, whereOf, type ReportWords } from './words.ts';

/** A longer comparison may run over pages: to keep it together would leave half a page empty. */
const TOGETHER_MOST = 24;

const SIGNS: Readonly<Record<ReportRow['kind'], string>> = {
  equal: '＝',
  changed: '≈',
  'only-a': '＋',
  'only-b': '＋',
};

/** A finding with its two texts, clause beside clause: both sides of a clause are cells of one row. */
export function findingMarkup(model: ReportModel, finding: ReportFinding, words: ReportWords): Markup {
  const { messages, report } = words;
  const { number, pair, shared, a, b, verdict, rows, decision } = finding;
  const judgement = decision.judgement;
  const facts = [
    messages.kinds[pair.kind],
    messages.scopes[pair.scope],
    messages.similarIs(similarityText(pair.similarity)),
    `${messages.shared} ${messages.sharedLength(shared)}`,
  ];
  const isLong = rows.length > TOGETHER_MOST;
  return markup`
<article class="finding${isLong ? ' long' : ''}" id="f${number}">
<h3>${number}. <bdi>${whereOf(model, a, words)}</bdi> — <bdi>${whereOf(model, b, words)}</bdi></h3>
<p class="facts">${facts.map((fact) => markup`<span>${fact}</span>`)}<a class="back" href="#findings">${report.backToList}</a></p>
<p class="verdict">${messages.verdict(verdict, pair.kind === 'partial')}${finding.isCoarse ? `　${messages.coarse}` : ''}</p>
<p class="decision">${report.decision} <b>${judgement === null ? report.undecided : messages.judgements[judgement]}</b>${
    decision.reason === '' ? null : markup`　${report.reason} <bdi class="reason">${decision.reason}</bdi>`
  }${decision.note === '' ? null : markup`　${report.note} <bdi class="note">${decision.note}</bdi>`}</p>
<table class="pair"><thead><tr>${head(a, report.side.a)}<td class="sign"></td>${head(b, report.side.b)}</tr></thead><tbody>${rows.map(
    (row) => rowMarkup(row, words),
  )}${a.rewrite === null && b.rewrite === null ? null : markup`<tr class="rewrite">${rewrite(a)}<td class="sign"></td>${rewrite(b)}</tr>`}</tbody></table>
</article>`;

  function head(side: ReportSide, name: string): Markup {
    const speech = model.speeches[side.speech];
    const about = [
      speech?.title ?? '',
      documentOf(model, speech?.document ?? 0, words),
      side.page === null ? '' : messages.onPage(side.page),
    ].filter((each) => each !== '');
    return markup`<th scope="col">${name}　<bdi>${whereOf(model, side, words)}</bdi><small>${about.map(
      (each, index) => markup`${index === 0 ? null : ' · '}<bdi>${each}</bdi>`,
    )}</small></th>`;
  }

  function rewrite({ rewrite: text }: ReportSide): Markup {
    return text === null ? markup`<td></td>` : markup`<td><small>${report.rewrite}</small>${text}</td>`;
  }
}

function rowMarkup(row: ReportRow, { messages, report }: ReportWords): Markup {
  const says = row.isMoved ? report.movedRow : report.rowKinds[row.kind];
  const sign = row.isMoved ? '↕' : SIGNS[row.kind];
  const side = (pieces: readonly ReportPiece[] | null, absent: string) =>
    pieces === null
      ? markup`<td class="absent">${row.isMoved ? messages.moved : absent}</td>`
      : markup`<td>${pieces.map(pieceMarkup)}</td>`;
  return markup`<tr class="${row.kind}">${side(row.a, messages.absentA)}<td class="sign"><span role="img" aria-label="${says}" title="${says}">${sign}</span></td>${side(row.b, messages.absentB)}</tr>
`;
}

/** A piece of text with its mark. */
export function pieceMarkup({ text, mark, isStrong }: ReportPiece): Markup {
  if (mark === 'none') return markup`${text}`;
  return markup`<u class="${mark}${isStrong ? ' strong' : ''}">${text}</u>`;
}
