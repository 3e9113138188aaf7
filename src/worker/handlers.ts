import type { Comparison } from '../core/diff/comparison.ts';
import type { Synopsis } from '../core/diff/synopsis.ts';
import type { Project } from '../core/review/project.ts';
import type { Carried, RevisionQuestion } from '../core/review/revision.ts';
import type { DraftOrder, MadeFile, NotMade } from '../core/draft/order.ts';
import type { ReportMaterial, ReportOrder } from '../core/report/order.ts';
import type { Assistant } from '../core/reuse/align/align.ts';
import type { CondensedDocument, GivenDocument } from '../core/reuse/contents/condensed.ts';
import type { DetectionProgress } from '../core/reuse/detect.ts';
import { buffersOf, packDetection } from '../core/reuse/packed-detection.ts';
import type { Detection, DetectionSettings } from '../core/reuse/pair.ts';
import { objectsInSpeech, partsOf } from '../core/reuse/parts.ts';
import { packSpeeches } from '../core/structure/packed-speeches.ts';
import type { Correction, Speech, StructuredDocument } from '../core/structure/speech.ts';
import type { TableReading, TableSample } from '../core/table/table-reading.ts';
import { contentOf, type DocumentId } from '../core/text/document.ts';
import type { Imported } from '../core/text/imported.ts';
import type { Layout } from '../core/text/layout.ts';
import type { WordOriginal } from '../import/index.ts';
import { assist, createAssistant } from './assistant.ts';
import { createImporting, type ImportEngine } from './importing.ts';
import type { Request, Response } from './protocol.ts';
import { createWarmUp } from './rehearsal.ts';
import { inSlices, nextTurn } from './turns.ts';

/** The core's functions that the worker runs. */
export interface Engine extends ImportEngine {
  compare(a: string, b: string): Comparison;
  synopsisOf(texts: readonly string[], base: number): Synopsis;
  previewTable(sample: TableSample, reading: TableReading): Imported;
  structureSteps(
    text: string,
    corrections: readonly Correction[],
    layout: Layout | null,
  ): Generator<void, readonly Speech[]>;
  detect(
    documents: readonly GivenDocument[],
    settings: DetectionSettings,
    assistant: Assistant | null,
  ): Generator<DetectionProgress, Detection>;
  /** A Word file as it is needed to revise it; null for one that cannot be read. */
  originalOf(bytes: Uint8Array): Promise<WordOriginal | null>;
  /** Makes a file, yielding how much is done. */
  exportDrafts(
    order: DraftOrder,
    documents: ReadonlyMap<DocumentId, StructuredDocument>,
    originals: ReadonlyMap<DocumentId, WordOriginal | null>,
  ): Generator<number, MadeFile | NotMade>;
  /** Makes the report of documents in loading order, yielding how much is done. */
  exportReport(
    order: ReportOrder,
    material: ReportMaterial,
    documents: readonly StructuredDocument[],
  ): Generator<number, MadeFile | Promise<MadeFile>>;
  /** Packs a project, yielding how much is done. */
  packProject(project: Project<Blob>, name: string): AsyncGenerator<number, MadeFile>;
  carryPairs(question: RevisionQuestion): Carried;
  /** Runs what detections run, for nothing: see `rehearsal.ts`. */
  rehearse?(): Generator<void, void>;
}

/** What one worker can do: it reads files at least. What it cannot is answered with `broken`. */
export type Abilities = ImportEngine &
  Partial<Engine> & {
    /** What the worker keeps of a document; without this all of it. */
    condense?(structured: StructuredDocument): CondensedDocument;
  };

/** In milliseconds: how often progress is told. */
const PROGRESS_EVERY = 50;

type RequestOf<Kind extends Request['kind']> = Extract<Request, { kind: Kind }>;

/**
 * Gives the function that handles the worker's requests; `post` sends its answers, of which it moves some buffers. It holds
 * the texts that it was given or read, each once. It never throws: what breaks is answered with `broken`.
 */
export function createHandlers(
  engine: Abilities,
  post: (response: Response, moved?: Transferable[]) => void,
): (request: Request) => void {
  const documents = new Map<DocumentId, GivenDocument>();
  /** Texts that were read and are no documents yet, by the hash of their content. */
  const unclaimed = new Map<string, string>();
  const running = new Map<number, AbortController>();
  /** Parts that were given for reports which are not begun yet. */
  const materials = new Map<number, Partial<ReportMaterial>[]>();
  const importing = createImporting(engine, post);
  const warmUp = createWarmUp(engine.rehearse);
  let assistant: Assistant | null = null;

  return (request) => {
    switch (request.kind) {
      case 'warm-up':
        warmUp.begin();
        return;
      case 'keep':
        warmUp.end();
        hold(request.structured);
        return;
      case 'retain':
        retain(request.documents);
        return;
      case 'assisted':
        assistant = createAssistant(request.port);
        return;
      case 'assist':
        assist(request.port, warmUp.end);
        return;
      case 'report-part':
        materials.set(request.request, [...(materials.get(request.request) ?? []), request.part]);
        return;
      case 'cancel':
        materials.delete(request.request);
        cancel(request.request);
        return;
      default:
        warmUp.end();
        void answer(request);
    }
  };

  async function answer(
    request: RequestOf<
      | 'import'
      | 'preview'
      | 'structure'
      | 'compare'
      | 'collate'
      | 'detect'
      | 'export'
      | 'report'
      | 'pack'
      | 'carry'
    >,
  ): Promise<void> {
    const controller = new AbortController();
    running.set(request.request, controller);
    try {
      if (request.kind === 'import') {
        const read = await importing(request, controller.signal);
        if (read !== null) unclaimed.set(read.content, read.text);
      } else if (request.kind === 'structure') await structure(request, controller.signal);
      else if (request.kind === 'compare') compare(request);
      else if (request.kind === 'collate') collate(request);
      else if (request.kind === 'preview') preview(request);
      else if (request.kind === 'export') await exporting(request, controller.signal);
      else if (request.kind === 'report') await reporting(request, controller.signal);
      else if (request.kind === 'pack') await packing(request, controller.signal);
      else if (request.kind === 'carry')
        post({
          kind: 'carried',
          request: request.request,
          carried: able(engine.carryPairs)(request.question),
        });
      else await detecting(request, controller.signal);
    } catch (error) {
      post({ kind: 'broken', request: request.request, message: String(error) });
    } finally {
      running.delete(request.request);
    }
  }

  function cancel(request: number): void {
    const controller = running.get(request);
    if (controller === undefined) post({ kind: 'cancelled', request });
    else controller.abort();
  }

  function compare({ request, a, b }: RequestOf<'compare'>): void {
    post({ kind: 'compared', request, comparison: able(engine.compare)(a, b) });
  }

  function collate({ request, texts, base }: RequestOf<'collate'>): void {
    post({ kind: 'collated', request, synopsis: able(engine.synopsisOf)(texts, base) });
  }

  function preview({ request, sample, reading }: RequestOf<'preview'>): void {
    post({ kind: 'previewed', request, imported: able(engine.previewTable)(sample, reading) });
  }

  async function structure(
    { request, header, text: given, corrections }: RequestOf<'structure'>,
    signal: AbortSignal,
  ): Promise<void> {
    const content = contentOf(header.id);
    const text = given ?? documents.get(header.id)?.document.text ?? unclaimed.get(content);
    if (text === undefined) throw new Error(`no text for document ${header.id}`);
    unclaimed.delete(content);
    const steps = able(engine.structureSteps)(text, corrections, header.layout);
    const speeches = await inSlices(steps, signal, () => false);
    if (speeches === null) {
      post({ kind: 'cancelled', request });
      return;
    }
    hold({ document: { ...header, text }, speeches });
    for (const part of partsOf(speeches, objectsInSpeech)) {
      const packed = packSpeeches(part);
      post({ kind: 'speeches', request, speeches: packed }, [packed.numbers.buffer]);
      await nextTurn();
      if (signal.aborted) break;
    }
    post({ kind: signal.aborted ? 'cancelled' : 'structured', request });
  }

  async function detecting(
    { request, documents: ids, settings }: RequestOf<'detect'>,
    signal: AbortSignal,
  ): Promise<void> {
    let told = performance.now();
    const steps = able(engine.detect)(ids.map(heldDocument), settings, assistant);
    const detection = await inSlices(steps, signal, ({ done, early, isWaiting }) => {
      if (early !== undefined) post({ kind: 'early', request, pairs: early });
      if (performance.now() - told >= PROGRESS_EVERY) {
        told = performance.now();
        post({ kind: 'progress', request, done });
      }
      return isWaiting === true;
    });
    const packed = detection && (await inSlices(packDetection(detection), signal, () => false));
    if (packed === null) post({ kind: 'cancelled', request });
    else post({ kind: 'detected', request, detection: packed }, buffersOf(packed));
  }

  async function exporting(
    { request, order, documents: ids, originals: files }: RequestOf<'export'>,
    signal: AbortSignal,
  ): Promise<void> {
    const held = new Map(ids.map((id) => [id, wholeDocument(id)]));
    const originals = new Map<DocumentId, WordOriginal | null>();
    for (const { document, bytes } of files) {
      originals.set(document, await originalIn(bytes));
      if (!signal.aborted) continue;
      post({ kind: 'cancelled', request });
      return;
    }
    await making(request, able(engine.exportDrafts)(order, held, originals), signal);
  }

  async function reporting(
    { request, order, documents: ids }: RequestOf<'report'>,
    signal: AbortSignal,
  ): Promise<void> {
    const parts = materials.get(request) ?? [];
    materials.delete(request);
    const material: ReportMaterial = {
      findings: parts.flatMap(({ findings = [] }) => findings),
      decisions: parts.flatMap(({ decisions = [] }) => decisions),
      boilerplate: parts.flatMap(({ boilerplate = [] }) => boilerplate),
    };
    await making(request, able(engine.exportReport)(order, material, ids.map(wholeDocument)), signal);
  }

  /** Makes a file, and tells how much is done. */
  async function making<T extends MadeFile | NotMade>(
    request: number,
    steps: Generator<number, T | Promise<T>>,
    signal: AbortSignal,
  ): Promise<void> {
    let told = performance.now();
    const file = await inSlices(steps, signal, (done) => {
      if (performance.now() - told < PROGRESS_EVERY) return false;
      told = performance.now();
      post({ kind: 'progress', request, done });
      return false;
    });
    post(file === null ? { kind: 'cancelled', request } : { kind: 'exported', request, file });
  }

  async function packing({ request, project, name }: RequestOf<'pack'>, signal: AbortSignal): Promise<void> {
    const steps = able(engine.packProject)(project, name);
    let step = await steps.next();
    for (; step.done !== true && !signal.aborted; step = await steps.next())
      post({ kind: 'progress', request, done: step.value });
    post(
      step.done === true ? { kind: 'exported', request, file: step.value } : { kind: 'cancelled', request },
    );
  }

  /** Null for bytes that the browser cannot give, or that are no Word file. */
  async function originalIn(bytes: Blob): Promise<WordOriginal | null> {
    let buffer: ArrayBuffer;
    try {
      buffer = await bytes.arrayBuffer();
    } catch {
      return null;
    }
    return able(engine.originalOf)(new Uint8Array(buffer));
  }

  function hold(structured: StructuredDocument): void {
    documents.set(structured.document.id, engine.condense?.(structured) ?? structured);
  }

  /** A document that the worker was given or read. */
  function heldDocument(id: DocumentId): GivenDocument {
    const found = documents.get(id);
    if (found === undefined) throw new Error(`document ${id} was not given`);
    return found;
  }

  /** The same with its speeches. */
  function wholeDocument(id: DocumentId): StructuredDocument {
    const found = heldDocument(id);
    if (!('speeches' in found)) throw new Error(`the speeches of document ${id} were not kept`);
    return found;
  }

  function retain(ids: readonly DocumentId[]): void {
    const retained = new Set(ids);
    for (const id of documents.keys()) if (!retained.has(id)) documents.delete(id);
    unclaimed.clear();
  }
}

function able<Ability>(ability: Ability | undefined): Ability {
  if (ability === undefined) throw new Error('this worker cannot do that');
  return ability;
}
