import type { DraftFormat, DraftOrder, MadeFile } from '../core/draft/order.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import { languages, type Messages } from '../i18n/index.ts';
import { writeZip } from '../office/zip.ts';
import { toDocx } from './docx.ts';
import { draftDocumentOf, type DraftDocument } from './draft-document.ts';
import { toLogJson } from './log-json.ts';
import { toLogText } from './log-text.ts';
import { toMarkdown } from './markdown.ts';
import { safeName, uniqueNames } from './names.ts';
import { reasonsOf, type Reasons } from './reasons.ts';
import { toText } from './txt.ts';

/** What a format needs beside the draft. */
interface Beside {
  readonly reasons: Reasons;
  readonly messages: Messages;
}

/** A format of one draft. */
interface Format {
  readonly extension: string;
  readonly mime: string;
  bytes(draft: DraftDocument, beside: Beside): Uint8Array<ArrayBuffer>;
}

/** The formats of one draft; a new one is a file and a line here. */
const FORMATS: Readonly<Record<Exclude<DraftFormat, 'zip'>, Format>> = {
  docx: {
    extension: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: toDocx,
  },
  txt: { extension: 'txt', mime: 'text/plain', bytes: toText },
  md: { extension: 'md', mime: 'text/markdown', bytes: toMarkdown },
  log: {
    extension: 'json',
    mime: 'application/json',
    bytes: (draft, { reasons }) => toLogJson(draft, reasons),
  },
};

/**
 * Makes the file that was ordered, and yields how much is done (0 to 1) behind each document. `documents` hold all that the
 * order speaks of; throws when one is missing.
 */
export function* exportDrafts(
  order: DraftOrder,
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
): Generator<number, MadeFile> {
  const messages = languages[order.language];
  const beside = { reasons: reasonsOf(order, documents, messages), messages };
  if (order.format === 'zip') return yield* bundle(order, documents, beside);
  const [plan] = order.plans;
  const draft = plan && draftOf(plan, documents);
  if (draft === undefined) throw new Error('an order without a draft');
  const format = FORMATS[order.format];
  const words = messages.draftWords;
  const stem = stemOf(draft, messages);
  const name = order.format === 'log' ? words.logName(stem) : words.fileName(stem);
  return { name: `${name}.${format.extension}`, mime: format.mime, parts: [format.bytes(draft, beside)] };
}

/** Every draft as Word document and text, and beside them the log of each that was changed, for machines and for people. */
function* bundle(
  { plans }: DraftOrder,
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
  beside: Beside,
): Generator<number, MadeFile> {
  const { messages, reasons } = beside;
  const words = messages.draftWords;
  const zip = writeZip();
  const unique = uniqueNames();
  for (const [index, plan] of plans.entries()) {
    const draft = draftOf(plan, documents);
    const stem = unique(stemOf(draft, messages));
    for (const { extension, bytes } of [FORMATS.docx, FORMATS.txt]) {
      zip.add(`${words.draftsFolder}/${words.fileName(stem)}.${extension}`, bytes(draft, beside));
    }
    if (plan.edits.length + plan.conflicts.length > 0) {
      const path = `${words.logsFolder}/${words.logName(stem)}`;
      zip.add(`${path}.json`, toLogJson(draft, reasons));
      zip.add(`${path}.md`, toLogText(draft, reasons, messages));
    }
    yield (index + 1) / plans.length;
  }
  return { name: `${words.bundleName}.zip`, mime: 'application/zip', parts: zip.finish() };
}

function draftOf(
  plan: DraftOrder['plans'][number],
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
): DraftDocument {
  const structured = documents.get(plan.document);
  if (structured === undefined) throw new Error(`document ${plan.document} was not given`);
  return draftDocumentOf(structured, plan);
}

/** The example has no file's name that says anything: it is called by its first speech. */
function stemOf({ structured: { document, speeches } }: DraftDocument, messages: Messages): string {
  const isExample = document.origin === 'example';
  const name = isExample ? `${messages.example} ${speeches[0]?.title ?? ''}` : document.name;
  return safeName(name, messages.draftWords.unnamed);
}
