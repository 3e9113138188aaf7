import type { ComponentChildren } from 'preact';
import { distinctLinks, thinned } from '../../../core/overview/links.ts';
import { gridOf, type Axis } from '../../../core/overview/matrix.ts';
import { plotScale } from '../../../core/overview/plot.ts';
import { planRibbons, type RibbonPlan } from '../../../core/overview/ribbons.ts';
import type { Selection } from '../../../core/overview/selection.ts';
import type { Survey } from '../../../core/overview/survey.ts';
import type { Rates } from '../../../core/review/rates.ts';
import type { Messages } from '../../../i18n/index.ts';
import { Sheet } from '../../drawing/drawing.tsx';
import type { Picture } from '../../drawing/shape.ts';
import { figuresOf, type FiguresProps } from './figures.tsx';
import { CELLS_MOST, matrixShapes, planMatrix } from './matrix-shapes.ts';
import { EDGE, plotShapes } from './plot-shapes.ts';
import { ribbonShapes, LINKS_MOST, UNFOLDED_MOST, type RibbonSource } from './ribbon-shapes.ts';
import { groupColumns, saidColumns, saidBySpeech } from './tables.tsx';
import type { Column } from './virtual-table.tsx';

/** What A4 holds within its margins, and half of its width, in CSS pixels; a little less, against rounding. */
const PAPER = { width: 680, height: 900, half: 330 };
/** Of these the first page has so much for the numbers. */
const FIGURES_HEIGHT = 320;
const PLOT_HEIGHT = 220;

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
  const plot = plotScale(survey, PAPER.half - EDGE.left - EDGE.right, PLOT_HEIGHT - EDGE.top - EDGE.bottom);
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
              <Sheet
                picture={{
                  width: PAPER.half,
                  height: PLOT_HEIGHT,
                  shapes: plotShapes(survey, candidates, selection, plot),
                }}
              />
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

/** The ribbons, a picture for what a page holds. */
function ribbonSheets(source: Omit<RibbonSource, 'plan'>): readonly { picture: Picture; top: number }[] {
  const { survey, selection } = source;
  const isFolded = survey.documents.length > 1 && survey.speeches.length > UNFOLDED_MOST;
  const plan = planRibbons(survey.speeches, {
    width: PAPER.width,
    height: 0,
    isFolded: () => isFolded,
    isEven: false,
  });
  const distinct = distinctLinks(survey, selection);
  const { rows, pitch } = plan;
  const most = (height: number) => Math.max(1, Math.floor(height / pitch) - 1);
  const sheets: { picture: Picture; top: number }[] = [];
  for (let from = 0; from < rows.length;) {
    const height = PAPER.height - (from === 0 ? FIGURES_HEIGHT : 0);
    const part = { from, to: Math.min(rows.length, from + most(height)) };
    const top = from === 0 ? 0 : edgeOver(plan, from);
    const bottom = part.to === rows.length ? plan.height : edgeOver(plan, part.to);
    const shapes = ribbonShapes(
      { ...source, plan },
      part,
      thinned(survey, plan, distinct, part, LINKS_MOST).links,
    );
    sheets.push({ picture: { width: PAPER.width, height: bottom - top, shapes }, top });
    from = part.to;
  }
  return sheets;
}

/** Between a row with its letters and what belongs to the one before. */
function edgeOver({ rows, pitch, barHeight, density }: RibbonPlan, row: number): number {
  const y = rows[row]?.y ?? 0;
  return density === 'roomy' ? y - (pitch - barHeight) / 2 : y - (pitch - barHeight);
}

function matrixPicture(
  { survey, selection, messages }: { survey: Survey; selection: Selection; messages: Messages },
  axis: Axis,
): Picture {
  const grid = gridOf(survey, selection, axis, { row: 0, column: 0, length: axis.count }, CELLS_MOST);
  const plan = planMatrix(PAPER.half, grid.side);
  const name = (row: number) => {
    const said = survey.speeches[axis.speechAt[Math.min(axis.count - 1, row * grid.step)] ?? 0];
    if (axis.of === 'documents') return said?.structured.document.name ?? '';
    return said?.speech.speaker || said?.speech.title || messages.unknownSpeaker;
  };
  return {
    width: PAPER.half,
    height: Math.ceil(plan.side * plan.cell) + 2,
    shapes: matrixShapes(grid, plan, true, name),
  };
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
