import type { MadeFile } from '../core/draft/order.ts';
import type { Project, ProjectDocument } from '../core/review/project.ts';
import { writeZip } from '../office/zip.ts';
import { EXTENSION, MANIFEST, PROJECT_FORMAT, type DocumentEntry, type Manifest } from './format.ts';
import { hashOfBytes } from './hash.ts';
import { PROJECT_VERSION } from './migrations.ts';

/** What an archive's path may hold of a document's name; the rest becomes a line. */
const UNSAFE = /[^\p{L}\p{N}.()（）《》【】 _-]/gu;
/** In UTF-16 units: how much of a document's name stands in its path. */
const NAME_MOST = 60;
const MIME = 'application/zip';

/**
 * Packs a project into one file named `name` (without an ending) and yields how much is done, 0 to 1, behind each document. The
 * same project gives the same bytes.
 */
export async function* packProject(project: Project<Blob>, name: string): AsyncGenerator<number, MadeFile> {
  const zip = writeZip();
  const count = project.documents.length + project.earlier.length;
  const templates = new Set(project.templates);
  const documents: DocumentEntry[] = [];
  const packed: [path: string, bytes: Uint8Array][] = [];
  for (const document of project.documents) {
    const entry = await pack('documents', documents.length, document);
    documents.push({ ...entry, template: templates.has(document.header.id) });
    yield documents.length / (count + 1);
  }
  const earlier: Manifest['earlier'][number][] = [];
  for (const [replacedBy, version] of project.earlier) {
    const { carried, gone, fresh } = version.revision;
    const entry = await pack('earlier', earlier.length, version);
    earlier.push({ ...entry, replacedBy, carried, gone, fresh });
    yield (documents.length + earlier.length) / (count + 1);
  }
  const manifest: Manifest = {
    format: PROJECT_FORMAT,
    version: PROJECT_VERSION,
    reviewer: project.reviewer,
    documents,
    earlier,
    decisions: [...project.decisions].sort((p, q) => inOrder(p.pair, q.pair)),
    opinions: [...project.opinions].sort(
      (p, q) => inOrder(p.reviewer, q.reviewer) || inOrder(p.decision.pair, q.decision.pair),
    ),
    ritualPhrases: project.ritualPhrases,
    restored: [...project.restored].sort(inOrder),
    settings: project.settings,
  };
  // The manifest stands first, so that a look at the beginning tells what the file is.
  zip.add(MANIFEST, new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`));
  for (const [path, bytes] of packed) zip.add(path, bytes);
  return { name: `${name}.${EXTENSION}`, mime: MIME, parts: zip.finish() };

  async function pack(
    folder: string,
    index: number,
    { header, bytes, utf8, corrections }: ProjectDocument<Blob>,
  ): Promise<Omit<DocumentEntry, 'template'>> {
    const number = String(index + 1).padStart(4, '0');
    const file = `${folder}/${number}-${header.name.replace(UNSAFE, '_').slice(-NAME_MOST)}`;
    const original = new Uint8Array(await bytes.arrayBuffer());
    packed.push([file, original]);
    const text = utf8 === null ? null : `${folder}/${number}.text`;
    if (utf8 !== null && text !== null) packed.push([text, new Uint8Array(await utf8.arrayBuffer())]);
    return { header, file, hash: hashOfBytes(original), text, corrections };
  }
}

function inOrder(p: string, q: string): number {
  return p < q ? -1 : p > q ? 1 : 0;
}
