// `npm run fuzz`: reads two thousand mutations of every fixture; `npm run fuzz -- 10000` as many.
import { spawnSync } from 'node:child_process';

const runs = process.argv[2] ?? '2000';
const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--project',
  'unit',
  '--test-timeout=0',
  'tests/import',
];
const { status } = spawnSync(
  process.execPath,
  [...vitest, '-t', 'mutations|went wrong|any place|at random'],
  {
    stdio: 'inherit',
    env: { ...process.env, FUZZ: runs },
  },
);
process.exit(status ?? 1);
