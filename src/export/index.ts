import type { DraftFormat, DraftOrder, MadeFile, NotMade } from '../core/draft/order.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import { languages, type Messages } from '../i18n/index.ts';
import { REVISED_WORDS } from '../i18n/revised.ts';
import type { RevisedWords } from '../i18n/zh-CN/revised.ts';
import { writeZip } from '../office/zip.ts';
import type { WordOriginal } from '../office/word-places.ts';
import { toDocx } from './docx.ts';
import { draftDocumentOf, type DraftDocument } from './draft-document.ts';
import { toLogJson } from './log-json.ts';
import { toLogText } from './log-text.ts';
import { toMarkdown } from './markdown.ts';
import { safeName, uniqueNames } from './names.ts';
import { ImportError } from '../core/text/imported.ts';
import { reasonsOf, type Reasons } from './reasons.ts';
import { toRevised, type RevisedFile } from './revised/index.ts';
import { toText } from './txt.ts';

/** What a format needs beside the draft. */
interface Beside {
  readonly reasons: Reasons;
  readonly messages: Messages;
  readonly revisedWords: RevisedWords;
  readonly order: DraftOrder;
  readonly originals: Originals;
}

/** The Word files that documents were loaded from; null for one that could not be read again. */
export type Originals = ReadonlyMap<DocumentId, WordOriginal | null>;

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
 * order speaks of; throws when one is missing. `originals` are those that the order wants revised.
 */
export function* exportDrafts(
  order: DraftOrder,
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
  originals: Originals = new Map(),
): Generator<number, MadeFile | NotMade> {
  const messages = languages[order.language];
  const revisedWords = REVISED_WORDS[order.language];
  const reasons = reasonsOf(order, documents, messages);
  const beside = { reasons, messages, revisedWords, order, originals };
  if (order.format === 'zip') return yield* bundle(order, documents, beside);
  const [plan] = order.plans;
  const draft = plan && draftOf(plan, documents);
  if (draft === undefined) throw new Error('an order without a draft');
  const words = messages.draftWords;
  const stem = stemOf(draft, messages);
  if (order.format === 'docx' && originals.has(plan?.document ?? '')) return revisedOne(draft, stem, beside);
  const format = FORMATS[order.format];
  const name = order.format === 'log' ? words.logName(stem) : words.fileName(stem);
  const parts = [format.bytes(draft, beside)];
  return { name: `${name}.${format.extension}`, mime: format.mime, parts };
}

function revisedOne(draft: DraftDocument, stem: string, beside: Beside): MadeFile | NotMade {
  const { order, revisedWords: words } = beside;
  const revised = revisedOf(draft, beside);
  const { name } = draft.structured.document;
  if (revised === null || order.revision === null) return { refusal: words.refusal(name) };
  return {
    name: `${words.fileNames[order.revision.manner](stem)}.${wordExtension(name)}`,
    mime: FORMATS.docx.mime,
    parts: [revised.bytes],
    remarks: revised.remarks,
  };
}

/** The document's own file with the changes; null when it cannot be had, or no longer reads as the document does. */
function revisedOf(draft: DraftDocument, beside: Beside): RevisedFile | null {
  const { order, originals, reasons, messages, revisedWords } = beside;
  const { document } = draft.structured;
  const original = originals.get(document.id) ?? null;
  if (original === null || order.revision === null || original.places.text !== document.text) return null;
  try {
    return toRevised(draft, original, order.revision, reasons, { ...messages, revisedWords });
  } catch (error) {
    if (error instanceof ImportError) return null;
    throw error;
  }
}

/** A file with macros or a template stays one. */
function wordExtension(name: string): string {
  return /\.(do[ct][xm])$/iu.exec(name)?.[1]?.toLowerCase() ?? FORMATS.docx.extension;
}

/** Every draft as Word document and text, and beside them the log of each that was changed, for machines and for people. */
function* bundle(
  { plans }: DraftOrder,
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
  beside: Beside,
): Generator<number, MadeFile> {
  const { messages, reasons, revisedWords } = beside;
  const words = messages.draftWords;
  const zip = writeZip();
  const unique = uniqueNames();
  const remarks: string[] = [];
  for (const [index, plan] of plans.entries()) {
    const draft = draftOf(plan, documents);
    const stem = unique(stemOf(draft, messages));
    const { name } = draft.structured.document;
    const { revision } = beside.order;
    const isWanted = revision !== null && beside.originals.has(plan.document);
    const revised = isWanted ? revisedOf(draft, beside) : null;
    if (isWanted && revised === null) remarks.push(revisedWords.newInstead(name));
    for (const remark of revised?.remarks ?? []) remarks.push(revisedWords.ofFile(name, remark));
    if (isWanted && revised !== null) {
      const path = revisedWords.fileNames[revision.manner](stem);
      zip.add(`${words.draftsFolder}/${path}.${wordExtension(name)}`, revised.bytes);
    }
    for (const { extension, bytes } of revised === null ? [FORMATS.docx, FORMATS.txt] : [FORMATS.txt]) {
      zip.add(`${words.draftsFolder}/${words.fileName(stem)}.${extension}`, bytes(draft, beside));
    }
    if (plan.edits.length + plan.conflicts.length > 0) {
      const path = `${words.logsFolder}/${words.logName(stem)}`;
      zip.add(`${path}.json`, toLogJson(draft, reasons));
      zip.add(`${path}.md`, toLogText(draft, reasons, messages));
    }
    yield (index + 1) / plans.length;
  }
  if (remarks.length > 0)
    zip.add(`${revisedWords.remarksName}.txt`, new TextEncoder().encode(`\ufeff${remarks.join('\n')}\n`));
  return { name: `${words.bundleName}.zip`, mime: 'application/zip', parts: zip.finish(), remarks };
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
