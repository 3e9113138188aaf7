/**
 * What the comparison marks, what it finds and how fast it is, beside other programs in the same run:
 * `npm run bench -- compare` (`npm install --prefix tests/bench` gets the programs). `--parts=quality,moves,speed,hostile,page` runs
 * some of it, `--most=100000` leaves out longer texts.
 */
import { parseArgs } from 'node:util';
import { measureMoves } from './compare/moves.ts';
import { measurePage } from './compare/page.ts';
import { measureQuality } from './compare/quality.ts';
import { measureHostile, measureSpeed } from './compare/speed.ts';

const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: 'quality,moves,speed,hostile,page' },
    most: { type: 'string', default: '1000000' },
  },
});
const parts = new Set(values.parts.split(','));
const most = Number(values.most);

if (parts.has('quality')) measureQuality();
if (parts.has('moves')) measureMoves();
if (parts.has('speed')) measureSpeed(most);
if (parts.has('hostile')) measureHostile(most);
if (parts.has('page')) await measurePage(most);
