import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { safePath } from '../../src/import/archive.ts';
import { importBytes } from '../../src/import/index.ts';
import { fuzz } from './fuzz.ts';

const speech = strToU8('一是抓项目。');

async function namesIn(files: Record<string, Uint8Array>): Promise<readonly string[]> {
  const imported = await importBytes({ name: 'x', bytes: zipSync(files) });
  if (imported.kind !== 'archive') throw new Error(JSON.stringify(imported));
  return imported.files.map(({ name }) => name);
}

describe('a zip archive', () => {
  it('gives its files in the order of their paths, what systems add left out', async () => {
    const names = await namesIn({
      '会议/第10次.txt': speech,
      '会议/第2次.txt': speech,
      '__MACOSX/会议/._第2次.txt': speech,
      '会议/.DS_Store': speech,
      '会议/~$第2次.docx': speech,
      'a.txt': speech,
      '会议/空/': new Uint8Array(),
    });
    expect(names).toEqual(['会议/第2次.txt', '会议/第10次.txt', 'a.txt']);
  });

  it('keeps paths that climb out inside', async () => {
    expect(
      await namesIn({ '../../etc/稿.txt': speech, '/root.txt': speech, 'C:\\d\\e.txt': speech }),
    ).toEqual(['d/e.txt', 'etc/稿.txt', 'root.txt']);
    expect(safePath('a/../../b')).toBe('a/b');
    expect(safePath('..')).toBe('');
  });

  it('is not unpacked when it is an office document that is not read', async () => {
    const bytes = zipSync({ '[Content_Types].xml': speech, 'ppt/presentation.xml': speech });
    expect(await importBytes({ name: 'a.zip', bytes })).toEqual({ kind: 'failed', problem: 'unsupported' });
  });

  it('that is empty says so', async () => {
    expect(await importBytes({ name: 'a.zip', bytes: zipSync({}) })).toEqual({
      kind: 'failed',
      problem: 'empty',
    });
  });

  it('cut off anywhere is damaged', async () => {
    const bytes = zipSync({ 'a.txt': strToU8('一是抓项目。'.repeat(20)) });
    for (let length = 4; length < bytes.length; length += 10) {
      expect(await importBytes({ name: 'a.zip', bytes: bytes.subarray(0, length) })).toEqual({
        kind: 'failed',
        problem: 'damaged',
      });
    }
  });

  it('survives mutations', () => fuzz('a.zip', zipSync({ '甲/乙.txt': speech, 'b.csv': speech })));
});
