import { describe, expect, it } from 'vitest';
import { emptyDecision } from '../../src/core/review/decision.ts';
import type { Project } from '../../src/core/review/project.ts';
import type { DocumentHeader } from '../../src/core/text/document.ts';
import { hashOf } from '../../src/core/text/hash.ts';
import { openZip, writeZip } from '../../src/office/zip.ts';
import { MANIFEST } from '../../src/project/format.ts';
import { migrated, PROJECT_VERSION } from '../../src/project/migrations.ts';
import { isProject, readProject } from '../../src/project/read.ts';
import { packProject } from '../../src/project/write.ts';

const OLD = '旧稿\n一是抓项目。';
const TEXT = '同志们：\n一是抓项目。\n二是促消费，附“引号”和 😀。\n';

function headerOf(name: string, text: string, byteLength: number): DocumentHeader {
  return { id: hashOf(text), name, encoding: 'utf-8', layout: null, origin: 'file', byteLength };
}

/** A project with something of everything: a text file, and one whose text is not its bytes. */
function sample(): Project<Blob> {
  const plain = new Blob([TEXT]);
  const word = new Blob([Uint8Array.from({ length: 3_000 }, (_, i) => (i * 31) % 256)]);
  const old = new Blob([OLD]);
  const read = `${TEXT}另有一段。`;
  const [one, other] = [headerOf('甲 / 稿.txt', TEXT, plain.size), headerOf('乙.docx', read, word.size)];
  const pair = `${one.id}:aa:0~${other.id}:bb:0`;
  const decision = {
    pair,
    judgement: 'keep-b',
    note: '以乙为准\n另议',
    reason: '照抄',
    rewriteA: '一是…',
    rewriteB: null,
  } as const;
  return {
    reviewer: '徐伟',
    documents: [
      { header: one, bytes: plain, utf8: null, corrections: [{ kind: 'start-speech', at: 5 }] },
      {
        header: {
          ...other,
          layout: {
            paragraphs: [{ span: { start: 0, end: 4 }, kind: 'heading', level: 1, number: '一、', page: 1 }],
            asides: [],
          },
        },
        bytes: word,
        utf8: new Blob([read]),
        corrections: [],
      },
    ],
    templates: [other.id],
    decisions: [{ ...emptyDecision('z~y'), judgement: 'flag' }, decision],
    opinions: [{ reviewer: '王敏', decision: { ...decision, judgement: 'keep-a' } }],
    earlier: [
      [
        one.id,
        {
          header: headerOf('甲 / 稿.txt', OLD, old.size),
          bytes: old,
          utf8: null,
          corrections: [],
          revision: {
            carried: 3,
            gone: [
              {
                decision: { ...emptyDecision('x~w'), judgement: 'keep-all' },
                a: { document: '甲', speaker: '', text: '一是' },
                b: { document: '乙', speaker: '李刚', text: '二是' },
              },
            ],
            fresh: [pair],
          },
        },
      ],
    ],
    ritualPhrases: ['高举旗帜'],
    restored: ['b1', 'a1'],
    settings: { filter: { query: '项目' } },
  };
}

async function packed(project: Project<Blob>): Promise<Uint8Array<ArrayBuffer>> {
  const steps = packProject(project, '项目');
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  return new Uint8Array(await new Blob([...step.value.parts]).arrayBuffer());
}

/** A project with its Blobs as bytes and its lists in the order of the file, to compare. */
async function plainly(project: Project<Blob>) {
  const bytesOf = async (blob: Blob | null) => blob && [...new Uint8Array(await blob.arrayBuffer())];
  const inOrder = [...project.decisions].sort((p, q) => (p.pair < q.pair ? -1 : 1));
  const flat = async (each: Project<Blob>['documents'][number]) => ({
    ...each,
    bytes: await bytesOf(each.bytes),
    utf8: await bytesOf(each.utf8),
  });
  return {
    ...project,
    decisions: inOrder,
    restored: [...project.restored].sort(),
    documents: await Promise.all(project.documents.map(flat)),
    earlier: await Promise.all(project.earlier.map(async ([by, each]) => [by, await flat(each)])),
  };
}

/** The file with its manifest changed. */
function withManifest(bytes: Uint8Array, change: (manifest: string) => string): Uint8Array<ArrayBuffer> {
  const files = openZip(bytes).readAll(() => true);
  const zip = writeZip();
  for (const [name, content] of files) {
    const manifest = name === MANIFEST ? change(new TextDecoder().decode(content)) : null;
    zip.add(name, manifest === null ? content : new TextEncoder().encode(manifest));
  }
  return joined(zip.finish());
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function problemOf(bytes: Uint8Array): string {
  const read = readProject(bytes);
  return read.kind === 'failed' ? read.problem : 'read';
}

describe('a project', () => {
  it('comes back as it was, to the last byte, and is the same file each time', async () => {
    const bytes = await packed(sample());
    expect(isProject(bytes)).toBe(true);
    const read = readProject(bytes);
    if (read.kind === 'failed') throw new Error(read.problem);
    expect(await plainly(read.project)).toEqual(await plainly(sample()));
    expect(await packed(sample())).toEqual(bytes);
    expect(await packed(read.project)).toEqual(bytes);
  });

  it('has a readable manifest first, and the original files beside it', async () => {
    const zip = openZip(await packed(sample()));
    expect(zip.entries.map(({ name }) => name)).toEqual([
      MANIFEST,
      'documents/0001-甲 _ 稿.txt',
      'documents/0002-乙.docx',
      'documents/0002.text',
      'earlier/0001-甲 _ 稿.txt',
    ]);
    expect(new TextDecoder().decode(zip.read(MANIFEST) ?? undefined)).toContain('"note": "以乙为准\\n另议"');
  });

  it('of a newer version is refused, and another archive is none', async () => {
    const bytes = await packed(sample());
    const newer = withManifest(bytes, (text) =>
      text.replace(`"version": ${PROJECT_VERSION}`, `"version": ${PROJECT_VERSION + 1}`),
    );
    expect(isProject(newer)).toBe(true);
    expect(problemOf(newer)).toBe('project-newer');
    const other = writeZip();
    other.add('a.txt', new TextEncoder().encode('甲'));
    expect(isProject(joined(other.finish()))).toBe(false);
  });

  it('of version 1 is migrated', async () => {
    const text = new TextEncoder().encode(TEXT);
    const header = headerOf('甲.txt', TEXT, text.length);
    const manifest = {
      format: 'leitong-project',
      version: 1,
      reviewer: '',
      documents: [
        {
          header,
          file: 'documents/0001-甲.txt',
          hash: hashOf(new TextDecoder('latin1').decode(text)),
          text: null,
          corrections: [],
          template: false,
        },
      ],
      decisions: [{ pair: 'p~q', judgement: 'keep-a', note: '留左' }],
      ritualPhrases: null,
      restored: [],
      settings: {},
    };
    const zip = writeZip();
    zip.add(MANIFEST, new TextEncoder().encode(JSON.stringify(manifest)));
    zip.add('documents/0001-甲.txt', text);
    const read = readProject(joined(zip.finish()));
    if (read.kind === 'failed') throw new Error(read.problem);
    expect(read.project.decisions).toEqual([{ ...emptyDecision('p~q'), judgement: 'keep-a', note: '留左' }]);
    expect(read.project.opinions).toEqual([]);
    expect(read.project.earlier).toEqual([]);
  });

  it('goes through every migration from its version on', () => {
    const steps = ['b', 'c'].map((name) => (manifest: object) => ({ ...manifest, [name]: true }));
    expect(migrated({ version: 1 }, steps)).toEqual({ version: 1, b: true, c: true });
    expect(migrated({ version: 2 }, steps)).toEqual({ version: 2, c: true });
    expect(migrated({ version: 4 }, steps)).toBe('newer');
    for (const version of [0, -1, 1.5, '1', null]) expect(migrated({ version }, steps)).toBeNull();
  });
});

describe('nothing is read of a project that', () => {
  it('was cut off, wherever', async () => {
    const bytes = await packed(sample());
    for (let length = 4; length < bytes.length; length += 97)
      expect(['project-damaged', 'overfull']).toContain(problemOf(bytes.slice(0, length)));
  });

  it('has a wrong byte in a document', async () => {
    const files = openZip(await packed(sample())).readAll(() => true);
    const zip = writeZip();
    for (const [name, content] of files) {
      if (name.endsWith('.docx')) content[7] = (content[7] ?? 0) ^ 1;
      zip.add(name, content);
    }
    expect(problemOf(joined(zip.finish()))).toBe('project-damaged');
  });

  it.each([
    ['no JSON', () => '{'],
    ['no manifest', () => '[]'],
    ['no version', (text: string) => text.replace(/"version": \d+/u, '"version": "2"')],
    ['a judgement that there is not', (text: string) => text.replace('"keep-b"', '"keep-c"')],
    ['a note that is a number', (text: string) => text.replace('"以乙为准\\n另议"', '5')],
    ['a size that lies', (text: string) => text.replace(/"byteLength": \d+/u, '"byteLength": 5')],
    ['another text than its name says', (text: string) => text.replaceAll(hashOf(TEXT), '0'.repeat(16))],
    ['a file that is not there', (text: string) => text.replace('0002-乙.docx', '0003-乙.docx')],
    ['a path that climbs out', (text: string) => text.replace('documents/0002.text', '../0002.text')],
    ['one document twice', (text: string) => text.replace(/("documents": \[)([^]*?\n {2}\}),/u, '$1$2,$2,')],
    [
      'an earlier version of nothing',
      (text: string) => text.replace(/"replacedBy": "\w+"/u, '"replacedBy": "q"'),
    ],
    [
      'a list that is a record',
      (text: string) => text.replace(/"restored": \[[^\]]*\]/u, '"restored": {"0": "a"}'),
    ],
    [
      'depths without end',
      () => `{"format":"leitong-project","version":2,"documents":${'['.repeat(200_000)}`,
    ],
  ])('has %s', async (_what, change) => {
    const bytes = await packed(sample());
    const changed = withManifest(bytes, change);
    expect(changed).not.toEqual(bytes);
    expect(problemOf(changed)).toBe('project-damaged');
  });

  it('says of a file that it is larger than what is read', async () => {
    const bytes = await packed(sample());
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
    expect(problemOf(bytes)).toBe('overfull');
  });
});

it('a prototype in a manifest stays a mere word', async () => {
  const bytes = withManifest(await packed(sample()), (text) =>
    text.replace('"settings": {', '"settings": {"__proto__": {"polluted": true}, '),
  );
  const read = readProject(bytes);
  if (read.kind === 'failed') throw new Error(read.problem);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.keys(read.project.decisions[0] ?? {}).sort()).toEqual(Object.keys(emptyDecision('')).sort());
});
