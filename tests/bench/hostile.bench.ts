/**
 * What no editor would write, through the page as a user loads it: `npm run bench -- hostile`. Prints how long each text takes,
 * how long the page was deaf, what memory it took, what the page said, and how it answers afterwards. `--only=words` runs the
 * cases whose name holds one of these words (divided by commas), `--patience=180` says how many seconds a text may take, `--tour=no` leaves the views out. Then 10 MB of
 * speeches are stopped at `--stops=20` moments from their choice to the end.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pageOnDisk } from '../browser/browser.ts';
import { createCorpora } from './corpora.ts';
import { runCase, type Outcome } from './hostile/run.ts';
import { measureStops } from './hostile/stops.ts';
import { HOSTILE, writeCase } from './hostile/texts.ts';
import { figure, printMarkdown, tell } from './table.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    patience: { type: 'string', default: '180' },
    tour: { type: 'string', default: 'yes' },
    stops: { type: 'string', default: '20' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'leitong-hostile-'));
const rows: string[][] = [];
try {
  for (const each of HOSTILE) {
    if (!values.only.split(',').some((words) => each.name.includes(words))) continue;
    tell(each.name);
    const files = writeCase(each, folder);
    const outcome = await runCase(
      pageOnDisk(),
      files,
      Number(values.patience) * 1_000,
      values.tour === 'yes',
    );
    rows.push(rowOf(each.name, outcome));
    tell(
      outcome.steps.map(({ name, wait, silence }) => `${name} ${figure(wait)}/${figure(silence)}`).join(', '),
    );
    tell(rows.at(-1)?.slice(1).join(' | ') ?? '');
    for (const file of files) rmSync(file);
  }
} finally {
  rmSync(folder, { recursive: true });
}
printMarkdown('Hostile texts on the page', [
  [
    'text',
    'read, s',
    'in all, s',
    'longest task / silence, ms',
    'peak, MB',
    'browser, MB',
    'worst step, ms',
    'deafest step, ms',
    'not done',
    'reload, s',
    'the page said',
  ],
  ...rows,
]);

const corpora = createCorpora();
try {
  tell('stopping 10 MB of speeches');
  const files = corpora.speeches(10, 1).files;
  const { whole, detecting, stops } = await measureStops(pageOnDisk(), files, Number(values.stops));
  const title = `10 MB of speeches, ${figure(whole)} ms in all, ${figure(detecting)} of them the detection, stopped`;
  printMarkdown(title, [
    ['after, ms', 'the worker was asked to', 'the page rests after, ms', 'the worker answers', 'again, ms'],
    ...stops.map((stop) => [
      figure(stop.pressed),
      stop.during,
      figure(stop.page),
      figure(stop.worker),
      stop.again === null ? '' : figure(stop.again),
    ]),
  ]);
} finally {
  corpora.clear();
}

function rowOf(name: string, outcome: Outcome): string[] {
  const { whole, loading, silence, task, peak, browser, steps, said, lost } = outcome;
  const views = steps.filter((step) => step.name !== 'reload');
  const slowest = views.toSorted((a, b) => (b.wait || 0) - (a.wait || 0))[0];
  const deafest = views.toSorted((a, b) => b.silence - a.silence)[0];
  const reload = steps.find((step) => step.name === 'reload');
  return [
    name,
    figure(loading / 1_000),
    figure(whole / 1_000),
    `${figure(task)} / ${figure(silence)}`,
    figure(peak / 1e6),
    figure(browser / 1e6),
    slowest === undefined ? '' : `${slowest.name} ${figure(slowest.wait)}`,
    deafest === undefined ? '' : `${deafest.name} ${figure(deafest.silence)}`,
    views.flatMap((step) => (Number.isNaN(step.wait) ? [step.name] : [])).join(', '),
    reload === undefined ? '' : figure(reload.wait / 1_000),
    lost === '' ? said : `${said} LOST ${lost}`,
  ];
}
