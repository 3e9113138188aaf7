/** Text as it stands in an HTML file: escaped already. Only this file makes it of strings. */
export interface Markup {
  readonly html: string;
}

/** What may stand in a template: text, which is escaped; markup, which is not; nothing; and lists of these. */
export type Content = string | number | Markup | null | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser makes a line feed of it.
  '\r': '&#13;',
};
const SPECIAL = /[&<>"'\r]/g;
/** What HTML cannot hold: null characters and halves of surrogate pairs. */
const UNWRITABLE = /\0|\p{Surrogate}/gu;

/** The tag of templates: what is put in is escaped, in text and in quoted attributes alike. */
export function markup(template: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let html = template[0] ?? '';
  for (const [index, content] of contents.entries()) html += written(content) + (template[index + 1] ?? '');
  return { html };
}

/** A style sheet of our own, as it is: nothing of a document may stand in it. */
export function rawStyle(css: string): Markup {
  return { html: css };
}

/** An element of SVG that the program drew, as it is: text of a document stands in it escaped. */
export function rawPicture(svg: string): Markup {
  return { html: svg };
}

function written(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') return escaped(content);
  return 'html' in content ? content.html : content.map(written).join('');
}

function escaped(text: string): string {
  return text.replace(SPECIAL, (mark) => ENTITIES[mark] as string).replace(UNWRITABLE, '\ufffd');
}
