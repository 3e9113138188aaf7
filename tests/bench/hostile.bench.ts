/**
 * What no editor would write, through the page as a user loads it: `npm run bench -- hostile`. Prints how long each text takes,
 * how long the page was deaf, what memory it took, what the page said, and how it answers afterwards. `--only=words` runs the
 * cases whose name holds one of these words (divided by commas), `--patience=180` says how many seconds a text may take, `--tour=no` leaves the views out.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pageOnDisk } from '../browser/browser.ts';
import { runCase, type Outcome } from './hostile/run.ts';
import { HOSTILE, writeCase } from './hostile/texts.ts';
import { figure, printMarkdown, tell } from './table.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    patience: { type: 'string', default: '180' },
    tour: { type: 'string', default: 'yes' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'leitong-hostile-'));
const rows: string[][] = [];
try {
  for (const each of HOSTILE) {
    if (!each.name.includes(values.only)) continue;
    tell(each.name);
    const files = writeCase(each, folder);
    const outcome = await runCase(
      pageOnDisk(),
      files,
      Number(values.patience) * 1_000,
      values.tour === 'yes',
    );
    rows.push(rowOf(each.name, outcome));
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
