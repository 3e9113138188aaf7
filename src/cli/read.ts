import { layoutOf } from '../core/structure/laid-out.ts';
import type { Speech, StructuredDocument } from '../core/structure/speech.ts';
import { slice, type Span } from '../core/text/span.ts';
import { expandPaths, readArguments } from './arguments.ts';
import { readColumns } from './columns.ts';
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

/** The text that the page shows: a line for each paragraph, with its number in front. */
function print({ document }: StructuredDocument): string {
  const { paragraphs } = document.layout ?? layoutOf(document.text);
  return paragraphs.map(({ span }) => slice(document.text, span).replaceAll('\n', ' ')).join('\n');
}

/** The report of documents in which nothing was sought, each with its paragraphs. */
function jsonOf(documents: readonly StructuredDocument[]): object {
  const nothing = { pairs: [], clusters: [], boilerplate: [], speechCount: 0, limits: [] };
  const report = reportOf(documents, nothing);
  return {
    ...report,
    documents: documents.map(({ document }, i) => ({
      ...report.documents[i],
      paragraphs: (document.layout ?? layoutOf(document.text)).paragraphs.map(({ span, ...known }) => ({
        ...known,
        ...span,
        text: slice(document.text, span),
      })),
      asides: document.layout?.asides ?? [],
    })),
  };
}

const { json, structure, paths, values } = readArguments(process.argv.slice(2), ['structure'], ['columns']);
if (paths.length === 0) {
  process.stderr.write(
    'usage: read [--json] [--structure] [--columns speaker=A,text=C[,per=cell][,header=no]] FILE|FOLDER…\n',
  );
  process.exitCode = 2;
} else {
  const documents = await readDocuments(
    expandPaths(paths),
    values.columns === undefined ? null : readColumns(values.columns),
  );
  const shown = structure ? draw : documents.length === 1 ? print : withName;
  process.stdout.write(`${json ? JSON.stringify(jsonOf(documents)) : documents.map(shown).join('\n\n')}\n`);
}

function withName(structured: StructuredDocument): string {
  return `==> ${structured.document.name} <==\n${print(structured)}`;
}
