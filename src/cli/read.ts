import type { Speech, StructuredDocument } from '../core/structure/speech.ts';
import { slice, type Span } from '../core/text/span.ts';
import { expandPaths, readArguments } from './arguments.ts';
import { readDocuments } from './documents.ts';
import { reportOf } from './json.ts';

/** Characters of a passage's beginning that are shown. */
const SHOWN = 40;
const TOPICS = { problem: '问题', measure: '措施' } as const;

/** A document's structure as a tree: a line for each speech, measure and other paragraph. */
function draw({ document, speeches }: StructuredDocument): string {
  return [document.name, ...speeches.map((speech) => drawSpeech(document.text, speech))].join('\n');
}

function drawSpeech(text: string, speech: Speech): string {
  const head = `├ ${speech.title || '（无标题）'} · ${speech.speaker || '（无发言人）'} · ${speech.role} ${place(speech.span)}`;
  const begun = new Set<number>();
  const rows = [
    ...speech.paragraphs.map((span) => ({ span, line: `│ · ${opening(text, span)} ${place(span)}` })),
    ...speech.measures.map((measure) => {
      const topic = speech.lists[measure.list]?.topic ?? null;
      const first = !begun.has(measure.list);
      begun.add(measure.list);
      const list = first
        ? `│ ${'  '.repeat(measure.level - 1)}┌ 列 ${measure.list + 1} ${topic ? TOPICS[topic] : ''}\n`
        : '';
      const line = `│ ${'  '.repeat(measure.level - 1)}${measure.ordinal}\t${opening(text, measure.span)} ${place(measure.span)}`;
      return { span: measure.span, line: list + line };
    }),
  ];
  rows.sort((a, b) => a.span.start - b.span.start);
  return [head, ...rows.map((row) => row.line)].join('\n');
}

function opening(text: string, span: Span): string {
  const words = slice(text, span).replaceAll(/\s/gu, '');
  return words.length > SHOWN ? `${words.slice(0, SHOWN / 2)}…${words.slice(-SHOWN / 2)}` : words;
}

function place(span: Span): string {
  return `[${span.start}, ${span.end})`;
}

const { json, paths } = readArguments(process.argv.slice(2));
if (paths.length === 0) {
  process.stderr.write('usage: read [--json] FILE|FOLDER…\n');
  process.exitCode = 2;
} else {
  const documents = readDocuments(expandPaths(paths));
  const nothing = { pairs: [], clusters: [], boilerplate: [], speechCount: 0, limits: [] };
  const output = json ? JSON.stringify(reportOf(documents, nothing)) : documents.map(draw).join('\n\n');
  process.stdout.write(`${output}\n`);
}
