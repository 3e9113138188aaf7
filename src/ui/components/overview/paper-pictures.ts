import { distinctLinks, thinned } from '../../../core/overview/links.ts';
import { gridOf, type Axis } from '../../../core/overview/matrix.ts';
import { plotScale } from '../../../core/overview/plot.ts';
import { planRibbons, type RibbonPlan } from '../../../core/overview/ribbons.ts';
import type { Selection } from '../../../core/overview/selection.ts';
import type { Survey } from '../../../core/overview/survey.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { Picture } from '../../drawing/shape.ts';
import { CELLS_MOST, matrixShapes, planMatrix } from './matrix-shapes.ts';
import { EDGE, plotShapes } from './plot-shapes.ts';
import { LINKS_MOST, UNFOLDED_MOST, ribbonShapes, type RibbonSource } from './ribbon-shapes.ts';

/** What A4 holds within its margins, and half of its width, in CSS pixels; a little less, against rounding. */
const PAPER = { width: 680, height: 900, half: 330 };
/** Of these the first page has so much for the numbers. */
const FIGURES_HEIGHT = 320;
const PLOT_HEIGHT = 220;

/** The ribbons, a picture for what a page holds. */
export function ribbonSheets(
  source: Omit<RibbonSource, 'plan'>,
): readonly { picture: Picture; top: number }[] {
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

/** Who shares how much with whom, half a page wide. */
export function matrixPicture(
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

/** How alike and how long, half a page wide. */
export function plotPicture(survey: Survey, candidates: Uint8Array, selection: Selection): Picture {
  const plot = plotScale(survey, PAPER.half - EDGE.left - EDGE.right, PLOT_HEIGHT - EDGE.top - EDGE.bottom);
  return {
    width: PAPER.half,
    height: PLOT_HEIGHT,
    shapes: plotShapes(survey, candidates, selection, plot),
  };
}
