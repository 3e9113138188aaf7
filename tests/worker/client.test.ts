import { afterEach, describe, expect, it, vi } from 'vitest';
import { compare } from '../../src/core/diff/compare.ts';
import { synopsisOf } from '../../src/core/diff/synopsis.ts';
import type { Boilerplate, DetectionSettings } from '../../src/core/reuse/pair.ts';
import type { StructuredDocument } from '../../src/core/structure/speech.ts';
import type { TextDocument } from '../../src/core/text/document.ts';
import { hashOf } from '../../src/core/text/hash.ts';
import { createClient } from '../../src/worker/client.ts';
import type { StartWorker } from '../../src/worker/connection.ts';
import type { Request } from '../../src/worker/protocol.ts';
import { inProcess, lineEngine } from './in-process.ts';

const never = new AbortController().signal;
const SETTINGS: DetectionSettings = { ritualPhrases: [], templates: [] };
/** What an importer gives, but for the text. */
const TEXT = { kind: 'imported', encoding: 'utf-8', layout: null } as const;
/** Hears nothing. */
const DEAF = { onProgress: () => {}, onFindings: () => {} };

function documentOf(text: string): TextDocument {
  return {
    id: hashOf(text),
    name: 'a.txt',
    text,
    encoding: 'utf-8',
    layout: null,
    origin: 'file',
    byteLength: text.length,
  };
}

async function structured(
  client: ReturnType<typeof createClient>,
  text: string,
): Promise<StructuredDocument> {
  const document = documentOf(text);
  const outcome = await client.structure(document, [], never);
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return { document, speeches: outcome.value };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the worker client', () => {
  it('reads a file, its structure and its pairs, and sends each text once', async () => {
    const log: Request[] = [];
    const client = createClient(inProcess(lineEngine(), log));
    const file = await client.importFile('a.txt', new Blob(['同\n甲\n同']), never, () => {});
    if (file.kind !== 'done' || file.value.kind !== 'imported') throw new Error('not imported');
    expect(file.value).toMatchObject({
      text: '同\n甲\n同',
      encoding: 'utf-8',
      content: hashOf('同\n甲\n同'),
    });
    expect(await file.value.bytes.text()).toBe('同\n甲\n同');
    const one = await structured(client, file.value.text);
    const detected = await client.detect([one], SETTINGS, never, DEAF);
    expect(detected).toMatchObject({
      kind: 'done',
      value: { detection: { pairs: [{ kind: 'identical' }], limits: [] } },
    });
    await client.detect([one], SETTINGS, never, DEAF);
    expect(log.map((request) => request.kind)).toEqual(['import', 'structure', 'detect', 'detect']);
    expect(log[1]).toMatchObject({ text: null });
  });

  it('has PDF read by a worker of its own, which gets no more than that and ends when the rest is stored', async () => {
    const log: Request[] = [];
    const logOfPdf: Request[] = [];
    let ended = 0;
    const engine = { ...lineEngine(), importBytes: async () => ({ ...TEXT, text: '甲' }) };
    const startPdf: StartWorker = (heard, died) => {
      const port = inProcess(engine, logOfPdf)(heard, died);
      return {
        ...port,
        end() {
          ended++;
          port.end();
        },
      };
    };
    const client = createClient(inProcess(lineEngine(), log), { office: startPdf, pdf: startPdf });
    const file = await client.importFile('改名.txt', new Blob(['%PDF-1.7']), never, () => {});
    if (file.kind !== 'done' || file.value.kind !== 'imported') throw new Error('not imported');
    const one = await structured(client, file.value.text);
    client.retain([one.document.id]);
    await client.detect([one], SETTINGS, never, DEAF);
    expect(logOfPdf.map((request) => request.kind)).toEqual(['import']);
    expect(log.map((request) => request.kind)).toEqual(['structure', 'retain', 'detect']);
    expect(log[0]).toMatchObject({ text: '甲' });
    expect(ended).toBe(1);
    await client.importFile('b.pdf', new Blob(['%PDF-1.7']), never, () => {});
    expect(logOfPdf).toHaveLength(2);
  });

  it('gives the text apart where the bytes are in another encoding', async () => {
    const client = createClient(inProcess(lineEngine()));
    for (const bytes of [
      [0xff, 0xfe, 0x32, 0x75],
      [0xef, 0xbb, 0xbf, 0xe7, 0x94, 0xb2],
      [0xbc, 0xd7],
    ]) {
      const file = await client.importFile('a.txt', new Blob([new Uint8Array(bytes)]), never, () => {});
      if (file.kind !== 'done' || file.value.kind !== 'imported') throw new Error('not imported');
      expect(file.value.text).toBe('甲');
      expect(await file.value.utf8?.text()).toBe('甲');
      expect(file.value.bytes.size).toBe(bytes.length);
    }
  });

  it('compares two texts beside a detection, the newest call only', async () => {
    const log: Request[] = [];
    const client = createClient(inProcess(lineEngine(), log));
    const older = client.compare('甲', '乙', never);
    const newer = client.compare('六是加强领导', '三是加强指导', never);
    expect(await older).toEqual({ kind: 'cancelled' });
    expect(await newer).toEqual({ kind: 'done', value: compare('六是加强领导', '三是加强指导') });
    expect(log.map(({ kind }) => kind)).toEqual(['compare', 'cancel', 'compare']);
  });

  it('collates versions in the worker that compares, the newest call only', async () => {
    const client = createClient(inProcess(lineEngine()));
    const versions = ['六是加强领导', '三是加强领导', '六是加强指导'];
    const older = client.collate(versions, 0, never);
    const newer = client.collate(versions, 1, never);
    expect(await older).toEqual({ kind: 'cancelled' });
    expect(await newer).toEqual({ kind: 'done', value: synopsisOf(versions, 1) });
  });

  it('says why a file was not read', async () => {
    const client = createClient(inProcess(lineEngine()));
    const file = await client.importFile('a.txt', new Blob([]), never, () => {});
    expect(file).toEqual({ kind: 'done', value: { kind: 'failed', problem: 'empty' } });
  });

  it('gives large results whole', async () => {
    const client = createClient(inProcess(lineEngine()));
    const text = Array.from({ length: 120 }, () => '同').join('\n');
    const outcome = await client.detect([await structured(client, text)], SETTINGS, never, DEAF);
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    expect(outcome.value.detection.pairs).toHaveLength((120 * 119) / 2);
    expect(outcome.value.detection.clusters).toHaveLength((120 * 119) / 2);
    expect(outcome.value.detection.pairs[7000]?.a.span).toBeDefined();
  });

  it('brings settings to the worker and boilerplate back whole, however large an entry is', async () => {
    const engine = lineEngine();
    const asked: DetectionSettings[] = [];
    const entries: Boilerplate[] = [];
    const client = createClient(
      inProcess({
        ...engine,
        *detect(documents, settings) {
          asked.push(settings);
          const found = yield* engine.detect(documents, settings, null);
          const members = found.pairs.flatMap(({ a, b }) => [a, b]);
          const large: Boilerplate = { id: 'x', reason: 'common', members, speeches: 1, pairs: found.pairs };
          entries.push(large, { ...large, id: 'y', reason: 'template', pairs: [] });
          return { ...found, boilerplate: entries };
        },
      }),
    );
    const one = await structured(client, Array.from({ length: 60 }, () => '同').join('\n'));
    const settings = { ritualPhrases: ['努力奋斗'], templates: [one.document.id] };
    const outcome = await client.detect([one], settings, never, DEAF);
    expect(asked).toEqual([settings]);
    expect(outcome).toMatchObject({
      kind: 'done',
      value: { detection: { boilerplate: entries, speechCount: 1 } },
    });
  });

  it('tells a cancelled detection to stop, and the worker hears it between two slices', async () => {
    let steps = 0;
    const log: Request[] = [];
    const engine = lineEngine({ steps: Infinity, onStep: () => steps++ });
    const client = createClient(inProcess(engine, log));
    const one = await structured(client, '甲');
    const controller = new AbortController();
    const outcome = client.detect([one], SETTINGS, controller.signal, {
      ...DEAF,
      onProgress: () => controller.abort(),
    });
    expect(await outcome).toEqual({ kind: 'cancelled' });
    // The worker is free again: it answers another question, and the endless detection steps no more.
    await structured(client, '乙');
    const stepsThen = steps;
    await structured(client, '丙');
    expect(steps).toBe(stepsThen);
    expect(log.map(({ kind }) => kind)).toEqual(['structure', 'detect', 'cancel', 'structure', 'structure']);
  });

  it('lets the newest detection win', async () => {
    const endless = { is: true };
    const engine = lineEngine({ steps: 1 });
    const client = createClient(
      inProcess({
        ...engine,
        *detect(...given) {
          while (endless.is) yield { done: 0 };
          return yield* engine.detect(...given);
        },
      }),
    );
    const one = await structured(client, '同\n同');
    const first = client.detect([one], SETTINGS, never, DEAF);
    const second = client.detect([one], SETTINGS, never, DEAF);
    endless.is = false;
    expect(await first).toEqual({ kind: 'cancelled' });
    expect(await second).toMatchObject({
      kind: 'done',
      value: { detection: { pairs: [{ kind: 'identical' }] } },
    });
  });

  it('answers an aborted signal at once', async () => {
    const client = createClient(inProcess(lineEngine()));
    expect(await client.importFile('a', new Blob(['a']), AbortSignal.abort(), () => {})).toEqual({
      kind: 'cancelled',
    });
  });

  it('starts a worker anew after one has died, and gives it the texts again', async () => {
    const log: Request[] = [];
    let kill = () => {};
    let started = 0;
    const start = inProcess(lineEngine({ onStep: () => started === 1 && kill() }), log);
    const client = createClient((heard, died) => {
      started++;
      kill = died;
      return start(heard, died);
    });
    const one = await structured(client, '同\n同');
    expect(await client.detect([one], SETTINGS, never, DEAF)).toEqual({ kind: 'worker-failed' });
    expect(await client.detect([one], SETTINGS, never, DEAF)).toMatchObject({
      kind: 'done',
      value: { detection: { limits: [] } },
    });
    expect(started).toBe(2);
    expect(log.map(({ kind }) => kind)).toEqual(['structure', 'detect', 'keep', 'detect']);
  });

  it('tells of a handler that breaks, and goes on', async () => {
    let broken = true;
    const engine = lineEngine();
    const client = createClient(
      inProcess({
        ...engine,
        structureSteps(text, corrections, layout) {
          if (broken) throw new Error('a bug');
          return engine.structureSteps(text, corrections, layout);
        },
      }),
    );
    expect(await client.structure(documentOf('甲'), [], never)).toEqual({ kind: 'worker-failed' });
    broken = false;
    expect(await client.structure(documentOf('甲'), [], never)).toMatchObject({ kind: 'done' });
  });

  it('says so when no worker can be started', async () => {
    const client = createClient(() => {
      throw new Error('forbidden');
    });
    expect(await client.structure(documentOf('甲'), [], never)).toEqual({ kind: 'worker-failed' });
  });

  it('ends a worker that is silent for a minute with work to do', async () => {
    vi.useFakeTimers();
    let ended = 0;
    const client = createClient(() => ({ post: () => {}, end: () => ended++ }));
    const outcome = client.structure(documentOf('甲'), [], never);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await outcome).toEqual({ kind: 'worker-failed' });
    expect(ended).toBe(1);
  });

  it('ends a worker that does not hear a cancellation, and repeats what still waits', async () => {
    const posted: string[][] = [];
    const deaf: StartWorker = () => {
      const mine: string[] = [];
      posted.push(mine);
      return { post: (request) => mine.push(request.kind), end: () => mine.push('end') };
    };
    const client = createClient(deaf);
    const controller = new AbortController();
    const first = client.importFile('a', new Blob(['a']), controller.signal, () => {});
    await vi.waitFor(() => expect(posted).toEqual([['import']]));
    vi.useFakeTimers();
    controller.abort();
    expect(await first).toEqual({ kind: 'cancelled' });
    void client.structure(documentOf('甲'), [], never);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(posted).toEqual([['import', 'cancel', 'structure', 'end'], ['structure']]);
  });
});
