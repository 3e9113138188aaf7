import { ImportError } from '../../core/text/imported.ts';
import { equationWords } from '../../office/equation-field.ts';
import { bulletOf, labelOf } from '../../office/list-label.ts';
import { formatNumber } from '../../office/number-format.ts';
import { decodeBytes, encodingOfCharset, encodingOfPage } from './characters.ts';
import { Sink } from './sink.ts';
import { readTokens } from './tokens.ts';

/** What a reading gives: the text, then boxes, then notes with the label that their mark shows. */
export interface RtfDocument {
  readonly main: Sink;
  readonly boxes: readonly Sink[];
  readonly notes: readonly { readonly label: string; readonly sink: Sink }[];
}

/** Groups inside one another, at most: deeper ones are made to exhaust their reader. */
const DEPTH_MOST = 2_000;
/** In characters: what is kept of a field's instruction, a number, a name. */
const WORDS_MOST = 500;

/** Groups that hold no text of the document, beside those that \* says may be skipped. */
const SKIPPED: ReadonlySet<string> = new Set(
  'colortbl info pict nonshppict shprslt sp objdata header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn xe tc rxe bkmkstart bkmkend listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl mmath pgdsctbl filetbl template private fldtype datafield atnid atndate atnref atnicn atntime atnparent'.split(
    ' ',
  ),
);
/** Groups behind \* that are read all the same. */
const READ_APART: ReadonlySet<string> = new Set(
  'footnote annotation atnauthor fldinst shpinst shptxt shpgrp do dptxbxtext revtbl ud pntext listtext'.split(
    ' ',
  ),
);
/** Characters that have words of their own. */
const CHARACTERS: Readonly<Record<string, string>> = {
  line: '\n',
  lbr: '\n',
  column: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  '~': '\u00a0',
  _: '-',
};

/** What a group is read as. */
type Destination = 'text' | 'skip' | 'fonts' | 'styles' | 'authors' | 'words';

/** What holds inside a group and ends with it. */
interface Group {
  destination: Destination;
  /** What a group of `words` is: fldinst, listtext, atnauthor. */
  readonly name: string;
  sink: Sink;
  /** How many characters stand behind \u for readers that do not know it. */
  skipped: number;
  font: number;
  eastern: number;
  hidden: boolean;
  deletedBy: number | null;
  style: number;
  outline: number | null;
  inTable: boolean;
  words: string;
  isEndnote: boolean;
  /** Whether a field's result was shown. */
  hasResult: boolean;
  /** Whether it shows anything. */
  hasWords: boolean;
  instruction: string;
}

/** Reads an RTF file (Microsoft's specification 1.9.1). Throws `ImportError('damaged')` where it breaks off. */
export function readRtf(bytes: Uint8Array): RtfDocument {
  const main = new Sink();
  const boxes: Sink[] = [];
  const notes: { label: string; sink: Sink }[] = [];
  const counts = { footnotes: 0, endnotes: 0 };
  const fonts = new Map<number, string | null>();
  const styles = new Map<number, number>();
  const authors: string[] = [];
  const stack: Group[] = [];
  let commentAuthor = '';
  let page: string | null = null;
  let defaultFont = 0;
  let group: Group = {
    destination: 'skip',
    name: '',
    sink: main,
    skipped: 1,
    font: -1,
    eastern: -1,
    hidden: false,
    deletedBy: null,
    style: 0,
    outline: null,
    inTable: false,
    words: '',
    isEndnote: false,
    hasResult: false,
    hasWords: false,
    instruction: '',
  };
  /** Bytes that are not decoded yet. */
  let pending: number[] = [];
  /** Characters that are still to be skipped behind \u. */
  let toSkip = 0;
  /** Whether the group was just opened, and its first word says what it is; whether \* stood before it. */
  let isFresh = false;
  let isApart = false;

  for (const token of readTokens(bytes)) {
    if (token.kind === 'byte') {
      isFresh = false;
      if (toSkip > 0) toSkip--;
      else if (group.destination !== 'skip') pending.push(token.byte);
      continue;
    }
    if (token.kind === 'open') {
      flush();
      toSkip = 0;
      if (stack.length >= DEPTH_MOST) throw new ImportError('damaged');
      stack.push(group);
      group = {
        ...group,
        name: '',
        words: '',
        isEndnote: false,
        hasResult: false,
        hasWords: false,
        instruction: '',
      };
      isFresh = true;
      isApart = false;
      continue;
    }
    if (token.kind === 'close') {
      flush();
      toSkip = 0;
      close();
      isFresh = false;
      continue;
    }
    const { word, value } = token;
    if (toSkip > 0 && word.length === 1 && !/[a-z]/iu.test(word)) {
      toSkip--;
      continue;
    }
    toSkip = 0;
    if (word === '*') {
      isApart = true;
      continue;
    }
    if (word === 'u') {
      isFresh = false;
      flush();
      put(String.fromCharCode((value ?? 0) & 0xffff));
      toSkip = group.skipped;
      continue;
    }
    flush();
    if (isFresh && begins(word)) isFresh = false;
    else {
      isFresh = false;
      control(word, value);
    }
  }
  if (stack.length > 0) throw new ImportError('damaged');
  if (!main.isEmpty) main.end(0, false);
  return { main, boxes, notes };

  /** Makes the group what its first word says; false for a word that says nothing of it. */
  function begins(word: string): boolean {
    if (word === 'ud' && stack.at(-1)?.name === 'upr') {
      group.destination = stack.at(-2)?.destination ?? 'skip';
      return true;
    }
    if (group.destination === 'skip' && word !== 'rtf') return true;
    if (word === 'rtf') group.destination = 'text';
    else if (SKIPPED.has(word) || (isApart && !READ_APART.has(word))) group.destination = 'skip';
    else if (word === 'fonttbl') group.destination = 'fonts';
    else if (word === 'stylesheet') group.destination = 'styles';
    else if (word === 'revtbl') group.destination = 'authors';
    else if (word === 'fldinst' || word === 'listtext' || word === 'pntext' || word === 'atnauthor') {
      group = { ...group, destination: 'words', name: word, hidden: false, deletedBy: null };
    } else if (word === 'footnote' || word === 'annotation' || word === 'shptxt' || word === 'dptxbxtext') {
      group = { ...group, name: word, sink: new Sink(), hidden: false, deletedBy: null, destination: 'text' };
      plainParagraph();
    } else if (word === 'shpinst' || word === 'do') group.destination = 'text';
    else if (word === 'upr') group = { ...group, name: word, destination: 'skip' };
    else if (word === 'field' || word === 'fldrslt') group = { ...group, name: word };
    else return false;
    return true;
  }

  /** Ends a group and hands what it gathered to the one around it. */
  function close(): void {
    const ended = group;
    const around = stack.pop();
    if (around === undefined) throw new ImportError('damaged');
    group = around;
    const words = ended.words.trim();
    switch (ended.name) {
      case 'listtext':
      case 'pntext': {
        const number = words === '' ? null : labelOf(numberWords(words), followOf(ended.words));
        group.sink.number = number;
        break;
      }
      case 'atnauthor':
        commentAuthor = words;
        break;
      case 'fldinst':
        group.instruction = words;
        break;
      case 'fldrslt':
        group.hasResult = ended.hasWords;
        break;
      case 'field':
        if (!ended.hasResult) put(equationWords(ended.instruction));
        break;
      case 'annotation':
        finish(ended);
        group.sink.comment(wordsOf(ended.sink), commentAuthor);
        break;
      case 'footnote': {
        finish(ended);
        const label = ended.isEndnote
          ? `[${formatNumber(++counts.endnotes, 'lowerRoman')}]`
          : `[${formatNumber(++counts.footnotes, 'decimal')}]`;
        notes.push({ label, sink: ended.sink });
        put(label);
        break;
      }
      case 'shptxt':
      case 'dptxbxtext':
        finish(ended);
        boxes.push(ended.sink);
        break;
      default:
        if (ended.destination === 'authors' && group.destination === 'authors')
          authors.push(words.replace(/;$/u, ''));
        if (ended.destination === 'words') group.words += ended.words;
        if (ended.hasResult) group.hasResult = true;
        if (ended.hasWords) group.hasWords = true;
        if (ended.instruction !== '' && group.instruction === '') group.instruction = ended.instruction;
        if (ended.isEndnote) group.isEndnote = true;
    }
  }

  function finish({ sink }: Group): void {
    if (!sink.isEmpty) sink.end(0, false);
  }

  function control(word: string, value: number | null): void {
    if (Object.hasOwn(CHARACTERS, word)) {
      put(CHARACTERS[word] as string);
      return;
    }
    const isOn = value !== 0;
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
        // A paragraph whose end was taken out goes on in the next one.
        if (group.deletedBy === null) endParagraph(group.inTable);
        break;
      case 'cell':
      case 'nestcell':
        endParagraph(true);
        break;
      case 'pard':
        plainParagraph();
        break;
      case 'plain':
        group.hidden = false;
        group.deletedBy = null;
        group.font = defaultFont;
        break;
      case 'intbl':
        group.inTable = isOn;
        break;
      case 's':
        group.style = value ?? 0;
        break;
      case 'outlinelevel':
        group.outline = value ?? 9;
        if (group.destination === 'styles') styles.set(group.style, group.outline);
        break;
      case 'v':
        group.hidden = isOn;
        break;
      case 'deleted':
        group.deletedBy = isOn ? 0 : null;
        break;
      case 'revauthdel':
        if (group.deletedBy !== null) group.deletedBy = value ?? 0;
        break;
      case 'f':
        group.font = value ?? 0;
        break;
      case 'dbch':
        group.eastern = -2;
        break;
      case 'loch':
      case 'hich':
        group.eastern = -1;
        break;
      case 'af':
        if (group.eastern === -2) group.eastern = value ?? 0;
        break;
      case 'fcharset':
        if (group.destination === 'fonts') fonts.set(group.font, encodingOfCharset(value ?? 0));
        break;
      case 'ansicpg':
        page = encodingOfPage(value ?? 0);
        break;
      case 'deff':
        defaultFont = value ?? 0;
        break;
      case 'uc':
        group.skipped = Math.min(10, Math.max(0, value ?? 1));
        break;
      case 'ftnalt':
        group.isEndnote = true;
        break;
      default:
    }
  }

  function plainParagraph(): void {
    group.style = 0;
    group.outline = null;
    group.inTable = false;
  }

  function endParagraph(isCell: boolean): void {
    if (group.destination !== 'text') return;
    const outline = group.outline ?? styles.get(group.style) ?? 9;
    group.sink.end(outline >= 0 && outline < 9 ? outline + 1 : 0, isCell);
  }

  function flush(): void {
    if (pending.length === 0) return;
    const eastern = group.eastern >= 0 ? (fonts.get(group.eastern) ?? null) : null;
    const words = decodeBytes(pending, fonts.get(group.font) ?? eastern, page);
    pending = [];
    put(words);
  }

  /** Shows words, or gathers them where the group is no text. */
  function put(words: string): void {
    if (group.destination === 'text') {
      if (words.trim() !== '') group.hasWords = true;
      if (!group.hidden)
        group.sink.add(words, group.deletedBy === null ? null : (authors[group.deletedBy] ?? ''));
    } else if (group.destination === 'words' || group.destination === 'authors') {
      if (group.words.length < WORDS_MOST) group.words += words;
    }
  }
}

/** What stands behind a number in the group that holds it. */
function followOf(words: string): 'nothing' | 'space' | 'tab' {
  const last = words.charAt(words.length - 1);
  return last === '\t' ? 'tab' : last === ' ' ? 'space' : 'nothing';
}

/** Bullets of symbol fonts come as characters of their own or as the letters in their places. */
function numberWords(words: string): string {
  return words.length === 1 && !/[\p{L}\p{N}]/u.test(words) ? bulletOf(words) : words;
}

function wordsOf({ paragraphs }: Sink): string {
  return paragraphs
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('\n');
}
