import { axisOf } from '../../../core/overview/matrix.ts';
import { select } from '../../../core/overview/selection.ts';
import { survey as surveyOf } from '../../../core/overview/survey.ts';
import { maskedNaming } from '../../../core/report/naming.ts';
import type { ReportPicture, ReportSource } from '../../../core/report/order.ts';
import type { Pair } from '../../../core/reuse/pair.ts';
import { groupsOf } from '../../../core/review/groups.ts';
import { ratesOf } from '../../../core/review/rates.ts';
import type { StructuredDocument } from '../../../core/structure/speech.ts';
import type { Messages } from '../../../i18n/index.ts';
import { withoutLost } from '../../hooks/use-survey.ts';
import { PAGE_PALETTE } from '../../drawing/palette.ts';
import { svgMarkup } from '../../drawing/svg.ts';
import { matrixPicture, plotPicture, ribbonSheets } from './paper-pictures.ts';

/** How long the page draws in one go, in milliseconds: two frames. */
const DRAWN_TURN = 28;

/**
 * The overview's pictures of the listed findings as a report holds them: in the colours that the report's style names as the
 * page's does, and, where names are masked, with the same labels as the report itself. In turns that leave the page awake.
 */
export async function reportPictures(
  documents: readonly StructuredDocument[],
  { detection, findings, decisions, restored }: ReportSource,
  listed: readonly Pair[],
  isMasked: boolean,
  messages: Messages,
): Promise<readonly ReportPicture[]> {
  const { inOverview: words, kinds } = messages;
  const named = isMasked ? masked(documents, messages.report.person) : documents;
  const there = withoutLost(findings, documents);
  const survey = await inTurns(surveyOf(named, there, groupsOf(detection, restored)));
  const rates = await inTurns(ratesOf(named, there, detection.boilerplate, restored));
  const axis = await inTurns(axisOf(survey, 'speakers'));
  const selection = select(survey, withoutLost(listed, documents), decisions);
  const ribbons = ribbonSheets({ survey, selection, rates, messages });
  const svg = (name: string, picture: (typeof ribbons)[number]['picture'], prefix: string, top = 0) =>
    svgMarkup(picture, name, PAGE_PALETTE, { prefix, top, margin: 0 });
  const all = ribbons.map(({ picture, top }, index) => svg(words.ribbons, picture, `r${index}-`, top));
  const pictures = [{ name: words.ribbons, key: words.ribbonsKey, sheets: all }];
  if (listed.length === 0) return pictures;
  const matrix = svg(words.matrix, matrixPicture({ survey, selection, messages }, axis), 'm');
  const plot = svg(words.plot, plotPicture(survey, selection.pairs, selection), 'p');
  return [
    ...pictures,
    { name: words.matrix, key: words.matrixKey, sheets: [matrix] },
    {
      name: words.plot,
      key: `${words.plotAxes}　■\u00a0${kinds.identical}　●\u00a0${kinds['near-identical']}　□\u00a0${kinds.partial}　○\u00a0${kinds.paraphrase}`,
      sheets: [plot],
    },
  ];
}

/** The documents as they are, but for whom they name. */
function masked(
  documents: readonly StructuredDocument[],
  labelOf: (index: number) => string,
): readonly StructuredDocument[] {
  const naming = maskedNaming(documents, labelOf);
  return documents.map(({ document, speeches, ...rest }) => ({
    ...rest,
    document: { ...document, name: naming.words(document.name) },
    speeches: speeches.map((speech) => ({
      ...speech,
      speaker: naming.speaker(speech.speaker),
      title: naming.words(speech.title),
      role: naming.words(speech.role),
    })),
  }));
}

async function inTurns<T>(making: Generator<unknown, T>): Promise<T> {
  let end = performance.now() + DRAWN_TURN;
  for (let step = making.next(); ; step = making.next()) {
    if (step.done === true) return step.value;
    if (performance.now() < end) continue;
    await new Promise((resolve) => setTimeout(resolve));
    end = performance.now() + DRAWN_TURN;
  }
}
