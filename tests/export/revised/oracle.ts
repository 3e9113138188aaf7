import { strToU8, zipSync } from 'fflate';
import { openZip } from '../../../src/office/zip.ts';
import { readXml } from '../../../src/office/xml.ts';

/**
 * What a program does with revisions, written anew from ECMA-376 part 1, 17.13.5, over a tree of its own: it shares no code with what
 * makes them.
 */

interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

/** Accepts every revision of every part. */
export function accepted(docx: Uint8Array): Uint8Array {
  return withParts(docx, (root) => accept(root));
}

/** Refuses the revisions of one author. */
export function refused(docx: Uint8Array, author = '雷同'): Uint8Array {
  return withParts(docx, (root) => refuse(root, author));
}

/** All ids of revisions, comments' ranges and moves, as the parts have them, by kind of element. */
export function idsIn(docx: Uint8Array): readonly string[] {
  const ids: string[] = [];
  for (const name of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']) {
    const bytes = openZip(docx).read(name);
    if (bytes === null) continue;
    readXml(bytes, {
      open(tag, attributes) {
        if (/^w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange|commentRangeStart)$/u.test(tag))
          ids.push(attributes['w:id'] ?? '');
      },
    });
  }
  return ids;
}

const PARTS = /^word\/(?:document|footnotes|endnotes)\.xml$/u;

function withParts(docx: Uint8Array, change: (root: Element) => void): Uint8Array {
  const zip = openZip(docx);
  const files: Record<string, Uint8Array> = {};
  for (const { name } of zip.entries) {
    const bytes = zip.read(name) as Uint8Array;
    if (!PARTS.test(name)) files[name] = bytes;
    else {
      const root = parsed(bytes);
      change(root);
      files[name] = strToU8(written(root));
    }
  }
  return new Uint8Array(zipSync(files));
}

function parsed(bytes: Uint8Array): Element {
  const open: Element[] = [{ name: '', attributes: {}, children: [] }];
  readXml(bytes, {
    open(name, attributes) {
      const element = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close: () => void open.pop(),
    text: (text) => void open.at(-1)?.children.push(text),
  });
  return open[0]?.children.find((each) => typeof each !== 'string') as Element;
}

function written(element: Element | string): string {
  if (typeof element === 'string')
    return element.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const attributes = Object.entries(element.attributes)
    .map(
      ([name, value]) =>
        ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`,
    )
    .join('');
  return `<${element.name}${attributes}>${element.children.map(written).join('')}</${element.name}>`;
}

function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((each): each is Element => typeof each !== 'string' && each.name === name);
}

function markOf(paragraph: Element): Element | undefined {
  return child(child(paragraph, 'w:pPr'), 'w:rPr');
}

function accept(element: Element): void {
  const children: (Element | string)[] = [];
  for (const each of element.children) {
    if (typeof each === 'string') {
      children.push(each);
      continue;
    }
    const isProperty = element.name === 'w:rPr' || element.name === 'w:trPr';
    if (!isProperty && (each.name === 'w:del' || each.name === 'w:moveFrom')) continue;
    if (each.name === 'w:tr' && child(child(each, 'w:trPr'), 'w:del') !== undefined) continue;
    accept(each);
    if (!isProperty && (each.name === 'w:ins' || each.name === 'w:moveTo')) children.push(...each.children);
    else if (each.name === 'w:tbl' && child(each, 'w:tr') === undefined) continue;
    else children.push(each);
  }
  element.children = joinedParagraphs(children);
}

/** A paragraph whose mark was deleted runs on into the next, whose properties are those of both; one of a table stays. */
function joinedParagraphs(children: readonly (Element | string)[]): (Element | string)[] {
  const result: (Element | string)[] = [];
  let open: Element | null = null;
  for (const each of children) {
    if (typeof each === 'string' || each.name !== 'w:p') {
      if (open !== null && typeof each !== 'string' && (each.name === 'w:tbl' || each.name === 'w:sectPr')) {
        if (contentOf(open).length > 0) result.push(open);
        open = null;
      }
      result.push(each);
      continue;
    }
    let paragraph = each;
    if (open !== null) {
      const form = child(each, 'w:pPr');
      const inside = [...contentOf(open), ...contentOf(each)];
      paragraph = { ...each, children: form === undefined ? inside : [form, ...inside] };
    }
    const isGone = child(markOf(paragraph), 'w:del') !== undefined;
    open = isGone ? paragraph : null;
    if (!isGone) result.push(paragraph);
  }
  if (open !== null) result.push(open);
  return result;
}

function contentOf(paragraph: Element): (Element | string)[] {
  return paragraph.children.filter((each) => typeof each === 'string' || each.name !== 'w:pPr');
}

function refuse(element: Element, author: string): void {
  const children: (Element | string)[] = [];
  for (const each of element.children) {
    if (typeof each === 'string') {
      children.push(each);
      continue;
    }
    const isOwn = each.attributes['w:author'] === author;
    if (isOwn && each.name === 'w:ins') continue;
    const before = child(child(each, 'w:pPrChange'), 'w:pPr');
    if (each.name === 'w:pPr' && child(each, 'w:pPrChange')?.attributes['w:author'] === author) {
      const own = each.children.filter(
        (of) => typeof of !== 'string' && ['w:rPr', 'w:sectPr'].includes(of.name),
      );
      each.children = [...(before?.children ?? []), ...own];
    }
    refuse(each, author);
    if (isOwn && each.name === 'w:del') children.push(...each.children.map(undeleted));
    else children.push(each);
  }
  element.children = children;
}

function undeleted(element: Element | string): Element | string {
  if (typeof element === 'string') return element;
  const names: Readonly<Record<string, string>> = { 'w:delText': 'w:t', 'w:delInstrText': 'w:instrText' };
  return { ...element, name: names[element.name] ?? element.name, children: element.children.map(undeleted) };
}

/** Every character with the properties of its run, paragraph by paragraph with its properties: what formatting is. */
export function formOf(docx: Uint8Array): readonly string[] {
  const forms: string[] = [];
  collect(parsed(openZip(docx).read('word/document.xml') as Uint8Array));
  return forms;

  function collect(element: Element, run = ''): void {
    if (element.name === 'w:p') {
      const form = child(element, 'w:pPr');
      forms.push(`¶${form === undefined ? '' : formWithoutEmpty(form)}`);
    }
    const own = element.name === 'w:r' ? written(child(element, 'w:rPr') ?? '') : run;
    for (const each of element.children) {
      if (typeof each !== 'string') {
        if (each.children.length === 0 && element.name === 'w:r' && each.name !== 'w:commentReference')
          forms.push(`${each.name}${own}`);
        collect(each, own);
      } else if (element.name === 'w:t' || element.name === 'w:delText')
        for (const character of each) forms.push(`${element.name} ${character} ${own}`);
    }
  }
}

/** Properties without the empty ones of the mark that a refused deletion leaves. */
function formWithoutEmpty(form: Element): string {
  const children = form.children.filter(
    (each) => typeof each === 'string' || each.name !== 'w:rPr' || each.children.length > 0,
  );
  return children.length === 0 ? '' : written({ ...form, children });
}
