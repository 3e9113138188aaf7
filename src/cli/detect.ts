import type { Detection } from '../core/reuse/pair.ts';
import { expandPaths, readArguments } from './arguments.ts';
import { readDocuments } from './documents.ts';
import { reportOf } from './json.ts';

const { paths } = readArguments(process.argv.slice(2));
const documents = readDocuments(expandPaths(paths));
const detection: Detection = { pairs: [], clusters: [], limits: [] };
process.stdout.write(`${JSON.stringify(reportOf(documents, detection))}\n`);
