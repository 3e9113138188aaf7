/**
 * How fast detection is, what it needs and what it finds: `npm run bench -- detection`. On the built page in Chromium, in
 * Node, beside other programs (`npm install --prefix tests/bench` gets those that are not of the system), and of what
 * `speeches.ts` planted. `--parts=page,node,peers,quality` runs some of it, `--most=10` leaves out texts of more megabytes,
 * `--runs=3` says how often each is measured.
 */
import { parseArgs } from 'node:util';
import { pageOnDisk } from '../browser/browser.ts';
import { createCorpora } from './corpora.ts';
import { measureInNode } from './detection/node-table.ts';
import { middle } from './detection/page/cases.ts';
import { measureOnPage, type PageFigures } from './detection/page-table.ts';
import { measurePeers, type PeerTimes } from './detection/peers-table.ts';
import { promisesOf } from './detection/promises.ts';
import { measureQuality } from './detection/quality.ts';
import { promisedRows } from './detection/targets.ts';
import { printMarkdown } from './table.ts';

const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: 'page,node,peers,quality' },
    most: { type: 'string', default: '100' },
    runs: { type: 'string', default: '3' },
  },
});
const parts = new Set(values.parts.split(','));
const most = Number(values.most);
const runs = Number(values.runs);

const corpora = createCorpora();
try {
  const page = parts.has('page') ? await measureOnPage(pageOnDisk(), corpora, { most, runs }) : null;
  const inNode = parts.has('node') ? measureInNode(nodeCorpora(), runs) : null;
  const peers = parts.has('peers') ? await measurePeers(corpora, most, ownTimes(page, inNode)) : null;
  if (parts.has('quality')) await measureQuality(corpora, most);
  if (page !== null) printPromises(page, peers);
} finally {
  corpora.clear();
}

function nodeCorpora() {
  const sizes = [1, 10].filter((megabytes) => megabytes <= most);
  return [...sizes.map((size) => corpora.speeches(size, 1)), corpora.versions(0), corpora.versions(2)];
}

function ownTimes(page: PageFigures | null, inNode: ReadonlyMap<string, number> | null) {
  const onPage = [...(page?.cases.values() ?? [])].map(
    (each) => [each.corpus.name, middle(each, ({ wait }) => wait.detecting)] as const,
  );
  return [
    ...(page === null ? [] : [['Leitong, on the page', new Map(onPage)] as const]),
    ...(inNode === null ? [] : [['Leitong, in Node', inNode] as const]),
  ];
}

function printPromises(page: PageFigures, peers: PeerTimes | null): void {
  printMarkdown('What is promised', promisedRows(promisesOf(page, peers)));
}
