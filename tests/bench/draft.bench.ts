/**
 * How long the draft of one document takes when every finding was decided: `npm run bench -- draft`. The plan, the cleaned
 * text, the log and the rows of the galley proof, each the fastest of the runs, for 1 MB (UTF-8) and a million characters.
 * Promised: all four of 1 MB in under 200 ms.
 */
import { cleanedText, logOf, rebuildOriginal } from '../../src/core/draft/cleaned.ts';
import { planDrafts } from '../../src/core/draft/draft.ts';
import { galleyOf } from '../../src/core/draft/galley.ts';
import { tallyOf, type DraftPlan } from '../../src/core/draft/plan.ts';
import { detectAll } from '../../src/core/reuse/detect.ts';
import { emptyDecision, type Decision } from '../../src/core/review/decision.ts';
import { groupsOf } from '../../src/core/review/groups.ts';
import { load } from '../core/reuse/load.ts';
import { MEGABYTE_OF_SPEECHES } from './corpora.ts';
import { speeches } from './speeches.ts';
import { figure, printTable } from './table.ts';

const RUNS = 9;
const SEED = 6;
/** In milliseconds. */
const PROMISED = 200;
const CHARACTERS = [MEGABYTE_OF_SPEECHES, 1_000_000];

const rows: string[][] = [['characters', 'findings', 'edits', 'plan', 'text', 'log', 'galley', 'sum, ms']];
for (const characters of CHARACTERS) rows.push(measure(characters));
printTable('The draft of one document', rows);

function measure(characters: number): string[] {
  const made = [...speeches({ seed: SEED, characters, documentCharacters: characters })];
  const structured = load('made', made.map(({ text }) => text).join('\n'));
  const { document } = structured;
  const detection = detectAll([structured]);
  const { pairs } = detection;
  const groups = groupsOf(detection, new Set());
  const decisions = new Map(
    pairs.map(({ id }): [string, Decision] => [id, { ...emptyDecision(id), judgement: 'keep-a' }]),
  );
  const plans = timed(() => planDrafts({ documents: [structured], pairs, groups, decisions }));
  const plan = plans.value[0] as DraftPlan;
  const text = timed(() => cleanedText(document, plan));
  const log = timed(() => logOf(structured, plan));
  const galley = timed(() => galleyOf(structured, plan));
  if (rebuildOriginal(text.value, log.value) !== document.text) throw new Error('the log does not rebuild');
  const { removals } = tallyOf(plan);
  if (removals === 0) throw new Error('nothing was taken out');
  const times = [plans.time, text.time, log.time, galley.time];
  const sum = times.reduce((all, time) => all + time, 0);
  if (characters === MEGABYTE_OF_SPEECHES && sum > PROMISED) process.exitCode = 1;
  return [document.text.length, pairs.length, plan.edits.length, ...times, sum].map(figure);
}

function timed<T>(work: () => T): { value: T; time: number } {
  const times: number[] = [];
  let value = work();
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    value = work();
    times.push(performance.now() - start);
  }
  return { value, time: Math.min(...times) };
}
