import type { ComponentChildren } from 'preact';
import type { Axis } from '../../../core/overview/matrix.ts';
import type { Selection } from '../../../core/overview/selection.ts';
import type { Survey } from '../../../core/overview/survey.ts';
import type { Rates } from '../../../core/review/rates.ts';
import type { Messages } from '../../../i18n/index.ts';
import { Sheet } from '../../drawing/drawing.tsx';
import type { Picture } from '../../drawing/shape.ts';
import { figuresOf, type FiguresProps } from './figures.tsx';
import { matrixPicture, plotPicture, ribbonSheets } from './paper-pictures.ts';
import { groupColumns, saidColumns, saidBySpeech } from './tables.tsx';
import type { Column } from './virtual-table.tsx';

/** The overview on paper: all rows, the ribbons cut between two of them where a page ends. */
export function PrintedOverview(props: {
  figures: Omit<FiguresProps, 'onReport'>;
  survey: Survey;
  selection: Selection;
  rates: Rates | null;
  axis: Axis | null;
  candidates: Uint8Array;
  histograms: Picture;
  messages: Messages;
}) {
  const { survey, selection, rates, axis, candidates, histograms, messages } = props;
  const { inOverview: words } = messages;
  const [shown, all] = [selection.count, survey.findings.length];
  const groups = survey.groups.flatMap((_, group) => (selection.groups[group] === 1 ? [group] : []));
  return (
    <div class="overview-print">
      <h1>
        {messages.overview}
        <span>
          {messages.documentCount(survey.documents.length)}　{messages.speechCount(survey.speeches.length)}
          {shown < all && `　${words.filtered(shown, all)}`}
        </span>
      </h1>
      <dl>
        {figuresOf(props.figures, messages).map(({ key, name, value, means }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>
              <b>{value}</b>
              <p>{means}</p>
            </dd>
          </div>
        ))}
      </dl>
      <h2>{words.ribbons}</h2>
      <p>{words.ribbonsKey}</p>
      {ribbonSheets({ survey, selection, rates, messages }).map((sheet, index) => (
        <Sheet key={index} {...sheet} />
      ))}
      {all > 0 && (
        <>
          <Table title={words.groups} columns={groupColumns(survey, selection, messages)} rows={groups} />
          <div class="pair">
            {axis !== null && (
              <section>
                <h2>
                  {words.matrix}　{words.matrixOf[axis.of]}
                </h2>
                <Sheet picture={matrixPicture(props, axis)} />
              </section>
            )}
            <section>
              <h2>{words.plot}</h2>
              <Sheet picture={plotPicture(survey, candidates, selection)} />
              <h2>{words.thresholds}</h2>
              <Sheet picture={histograms} />
            </section>
          </div>
        </>
      )}
      {rates !== null && (
        <Table
          title={words.perSpeech}
          columns={saidColumns(survey, 'perSpeech', messages)}
          rows={saidBySpeech(rates)}
        />
      )}
    </div>
  );
}

function Table<Row>(props: { title: string; columns: readonly Column<Row>[]; rows: readonly Row[] }) {
  const { title, columns, rows } = props;
  const cell = (column: Column<Row>, content: ComponentChildren, head = false) => {
    const attributes = { key: column.key, class: column.isNumber ? 'number' : column.key };
    return head ? <th {...attributes}>{content}</th> : <td {...attributes}>{content}</td>;
  };
  return (
    <>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>{columns.map((column) => cell(column, column.title, true))}</tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>{columns.map((column) => cell(column, column.cell(row)))}</tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
