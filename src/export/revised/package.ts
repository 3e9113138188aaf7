import { joinBytes } from '../../office/join-bytes.ts';
import { openZip, writeZip, type Zip } from '../../office/zip.ts';
import { escaped } from './pen.ts';
import { Splices } from './splices.ts';
import { treeOf } from './tree.ts';

const TYPES = '[Content_Types].xml';
const SIGNATURES = /^_xmlsignatures\//u;
/** What is packed already gains nothing by being packed again. */
const PACKED = /\.(?:jpe?g|png|gif|webp|mp4|zip)$/iu;
const TRANSITIONAL_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** The files of a Word document, of which some are changed and all others stay as they are, byte for byte. */
export class Package {
  readonly zip: Zip;
  private readonly changed = new Map<string, Uint8Array | null>();

  constructor(bytes: Uint8Array) {
    this.zip = openZip(bytes);
  }

  read(name: string): Uint8Array | null {
    return this.changed.get(name) ?? this.zip.read(name);
  }

  write(name: string, xml: string): void {
    this.changed.set(name, new TextEncoder().encode(xml));
  }

  /** Makes a new part for comments that `main` refers to; gives its path. */
  addComments(main: string): string {
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    const names = new Set(this.zip.entries.map(({ name }) => name));
    let path = `${folder}comments.xml`;
    for (let nth = 1; names.has(path); nth++) path = `${folder}comments${nth}.xml`;
    this.extend(TYPES, `<Override PartName="/${escaped(path)}" ContentType="${COMMENTS_TYPE}"/>`);
    const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
    const base = this.relationBase();
    if (this.read(relations) === null)
      this.write(
        relations,
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
      );
    const text = new TextDecoder().decode(this.read(relations) ?? undefined);
    let id = 'leitong';
    for (let nth = 1; text.includes(`"${id}"`); nth++) id = `leitong${nth}`;
    this.extend(relations, `<Relationship Id="${id}" Type="${base}/comments" Target="/${escaped(path)}"/>`);
    return path;
  }

  /** What the types of relations begin with in this file: the strict form of the standard has another address. */
  private relationBase(): string {
    const bytes = this.read('_rels/.rels');
    const types =
      bytes === null ? [] : treeOf(bytes).root.children.map(({ attributes }) => attributes['Type']);
    const main = types.find((type) => type?.endsWith('/officeDocument') === true);
    return main?.slice(0, main.lastIndexOf('/')) ?? TRANSITIONAL_RELATIONS;
  }

  /** Takes digital signatures away, which a changed file would not fulfil; tells whether there were any. */
  dropSignatures(): boolean {
    const signatures = this.zip.entries.filter(({ name }) => SIGNATURES.test(name));
    if (signatures.length === 0) return false;
    for (const { name } of signatures) this.changed.set(name, null);
    this.without(TYPES, ({ PartName = '' }) => PartName.startsWith('/_xmlsignatures/'));
    this.without('_rels/.rels', ({ Type = '' }) => Type.includes('/digital-signature/'));
    return true;
  }

  /** The bytes of the whole, in the order that the file had; `isLoose` packs nothing, which is faster. */
  finish(isLoose = false): Uint8Array<ArrayBuffer> {
    const zip = writeZip();
    const files = this.zip.readAll(() => true);
    const encoded = new Set<string>();
    for (const [name, bytes] of files) {
      encoded.add(name);
      const changed = this.changed.get(name);
      if (changed !== null) zip.add(name, changed ?? bytes, isLoose || PACKED.test(name));
    }
    for (const [name, bytes] of this.changed) if (bytes !== null && !encoded.has(name)) zip.add(name, bytes);
    return joinBytes(zip.finish());
  }

  /** Puts an element at the end of a part. */
  private extend(name: string, element: string): void {
    const bytes = this.read(name);
    if (bytes === null) return;
    const { xml, root } = treeOf(bytes);
    if (root.end > root.inner) {
      this.write(name, xml.slice(0, root.close) + element + xml.slice(root.close));
      return;
    }
    const tag = /^<([^\s/>]+)/u.exec(xml.slice(root.start))?.[1] ?? '';
    this.write(name, `${xml.slice(0, root.inner - 2)}>${element}</${tag}>${xml.slice(root.inner)}`);
  }

  private without(name: string, isUnwanted: (attributes: Readonly<Record<string, string>>) => boolean): void {
    const bytes = this.read(name);
    if (bytes === null) return;
    const { xml, root } = treeOf(bytes);
    const splices = new Splices();
    for (const child of root.children)
      if (isUnwanted(child.attributes)) splices.replace(child.start, child.end, '');
    this.write(name, splices.applyTo(xml));
  }
}
