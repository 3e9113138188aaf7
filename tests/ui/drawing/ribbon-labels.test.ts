import { describe, expect, it } from 'vitest';
import { planRibbons } from '../../../src/core/overview/ribbons.ts';
import { select } from '../../../src/core/overview/selection.ts';
import { survey } from '../../../src/core/overview/survey.ts';
import { distinctLinks } from '../../../src/core/overview/links.ts';
import type { Pair } from '../../../src/core/reuse/pair.ts';
import { groupsOf } from '../../../src/core/review/groups.ts';
import { ratesOf } from '../../../src/core/review/rates.ts';
import { languages } from '../../../src/i18n/index.ts';
import { ribbonShapes } from '../../../src/ui/components/overview/ribbon-shapes.ts';
import { widthOf, type Shape } from '../../../src/ui/drawing/shape.ts';
import { whole } from '../../core/overview/made.ts';
import { documentOf, measureOf, pairOf } from '../../core/review/corpus.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'a name of two hundred characters': ['名'.repeat(200), 'N'.repeat(200), '乙'],
  'many of one name': Array.from({ length: 60 }, () => '李明'),
  'a speech alone': ['甲'],
  'a hundred': Array.from({ length: 100 }, (_, index) => `发言人${index}`),
};

/** Where a text stands, as far as its letters reach. */
function boxOf(shape: Shape & { kind: 'text' }) {
  const width = widthOf(shape.text, shape.size);
  const share = shape.anchor === 'end' ? 1 : shape.anchor === 'middle' ? 0.5 : 0;
  const left = shape.x - width * share;
  return { left, right: left + width, top: shape.y - shape.size * 0.8, bottom: shape.y + shape.size * 0.1 };
}

describe.each(['zh-CN', 'en'] as const)('the words of the ribbons (%s)', (language) => {
  describe.each([640, 830, 1240])('%d wide', (width) => {
    it.each(Object.entries(NAMES))('do not lie on one another with %s', (_, names) => {
      // One is a thousand times as long as another.
      const bodies = [
        '一是加强监督，改进作风。 / 二是办好实事',
        `一是${'长'.repeat(20_000)} / 二是加强监督`,
        '一句话。',
      ];
      const document = documentOf('d', ...names.map((name, at) => `${name}: ${bodies[at % bodies.length]}`));
      const measures = names.flatMap((__, at) => (at % 3 < 2 ? [measureOf(document, at, 0)] : []));
      const findings = measures
        .slice(1)
        .map((b, index): Pair => pairOf(`p${index}`, measures[index]!, b, { importance: 1000 - index }));
      const detection = {
        pairs: findings,
        clusters: [],
        boilerplate: [],
        speechCount: names.length,
        limits: [],
      };
      const found = whole(survey([document], findings, groupsOf(detection, new Set())));
      const selection = select(found, findings, new Map());
      const rates = whole(ratesOf([document], findings, [], new Set()));
      const plan = planRibbons(found.speeches, { width, height: 400, isFolded: () => false, isEven: false });
      const source = { survey: found, selection, plan, rates, messages: languages[language] };
      const shapes = ribbonShapes(
        source,
        { from: 0, to: plan.rows.length },
        distinctLinks(found, selection).slice(0, 120),
      );
      const texts = shapes.filter((shape) => shape.kind === 'text');
      expect(texts.length).toBeGreaterThanOrEqual(names.length);
      const boxes = texts.map((text) => ({ ...boxOf(text), words: text.text }));
      expect(boxes.filter(({ left, right }) => left < -6 || right > width + 6)).toEqual([]);
      const overlaps = boxes.flatMap((p, index) =>
        boxes
          .slice(index + 1)
          .filter((q) => p.left < q.right && q.left < p.right && p.top < q.bottom && q.top < p.bottom)
          .map((q) => [p.words, q.words]),
      );
      expect(overlaps).toEqual([]);
    });
  });
});
