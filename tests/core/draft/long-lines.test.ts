import { expect, it } from 'vitest';
import { galleyOf, partsOf, type GalleyLine } from '../../../src/core/draft/galley.ts';
import { drawnRowsOf } from '../../../src/core/draft/long-lines.ts';
import type { DraftPlan, Edit } from '../../../src/core/draft/plan.ts';
import { isHighSurrogate } from '../../../src/core/text/characters.ts';
import { structured } from './drafts.ts';

const TEXT = `甲${'😀字。'.repeat(10_000)}乙`;
const removal = (start: number, end: number): Edit => ({
  kind: 'removal',
  span: { start, end },
  text: '',
  places: [],
});
const rewrite = (start: number, end: number): Edit => ({
  kind: 'rewrite',
  span: { start, end },
  text: '新',
  speech: 0,
  measure: null,
  paragraph: 0,
  pairs: [],
});
/** What reaches over many pieces, what stands at the end of one, and what only puts something in. */
const EDITS = [
  removal(100, 17_000),
  rewrite(19_998, 20_003),
  rewrite(25_001, 25_001),
  rewrite(30_000, 39_000),
];
const PLAN: DraftPlan = { document: 'd', edits: EDITS, checks: [], conflicts: [] };

function drawn(text: string, rows: readonly GalleyLine[]) {
  const parts = rows.flatMap((row) => partsOf(text, row));
  return {
    old: parts.map((part) => (part.kind === 'kept' ? part.text : part.old)).join(''),
    now: parts.map(({ text: now }) => now).join(''),
  };
}

it('a very long line is drawn in pieces that join to the same, each change once', () => {
  const document = structured(TEXT);
  const whole = galleyOf(document, PLAN) as readonly GalleyLine[];
  const pieces = drawnRowsOf(whole, TEXT) as readonly GalleyLine[];
  expect(whole).toHaveLength(1);
  expect(pieces.length).toBeGreaterThan(4);
  expect(drawn(TEXT, pieces)).toEqual(drawn(TEXT, whole));
  expect(pieces.flatMap(({ edits }) => edits.filter(({ kind }) => kind === 'rewrite'))).toEqual(
    EDITS.slice(1),
  );
  expect(pieces.map(({ state }) => state)).toContain('removed');
  for (const { span } of pieces) expect(isHighSurrogate(TEXT.charCodeAt(span.end - 1))).toBe(false);
});

it('other lines are drawn as they are', () => {
  const document = structured('一段话。\n\n另一段话。');
  const rows = galleyOf(document, { ...PLAN, edits: [] });
  expect(drawnRowsOf(rows, document.document.text)).toBe(rows);
});
