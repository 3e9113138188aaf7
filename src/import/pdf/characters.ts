/**
 * What PDF makes of characters: programs write a glyph's shape, not its meaning. 一 comes as the radical ⼀, fi as one
 * letter. Everything else is left as it stands: full width stays full width.
 */

/** Radicals (U+2E80 to U+2EFF) with the character that each is a form of, after Unicode's EquivalentUnifiedIdeograph. */
const RADICAL_FORMS = new Map(
  [
    '⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺛旡⺝月⺟母⺠民⺡氵⺢氺⺣灬⺦丬⺨犭⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺸芈⺹耂⺺肀⺼月⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟',
  ]
    .flatMap((pairs) => [...pairs])
    .reduce<[string, string][]>((map, character, i, all) => {
      if (i % 2 === 1) map.push([all[i - 1] as string, character]);
      return map;
    }, []),
);

/** Ligatures; radicals; compatibility ideographs: each has one character that it means. */
const FORMS = /[\ufb00-\ufb06\u2e80-\u2eff\u2f00-\u2fdf\uf900-\ufaff]/gu;
/** Spaces of any width, one or many; a tab or the space of a full character among them. */
const SPACES = /[\s\u00a0\u2000-\u200b]+/gu;
/** A hyphen that is seen at the end of a line alone. */
const SOFT_HYPHEN = '\u00ad';

/** Stands where there was a gap between two characters of Chinese, or between one and Latin text; of no meaning in a paragraph. */
export const GAP = '\u2009';

/** A run's text with its characters as they are meant, and spaces as one: `GAP` where one of its neighbours is Chinese. Linear time. */
export function readableText(shown: string): string {
  const meant = shown.replaceAll(FORMS, (form) => RADICAL_FORMS.get(form) ?? form.normalize('NFKC'));
  const [first = '', ...words] = meant.replaceAll(SPACES, ' ').split(' ');
  return words.reduce(
    (text, word) => text + (text === '' || word === '' || wantsSpace(text, word) ? ' ' : GAP) + word,
    first,
  );
}

/** A text without gaps that mean nothing. */
export function withoutGaps(text: string): string {
  return text.replaceAll(GAP, '');
}

/** Whether two texts are set apart where they meet: not where one of them is Chinese there, quotation marks aside. */
export function wantsSpace(first: string, second: string): boolean {
  let end = first.length - 1;
  while (end > 0 && EITHER.includes(first[end] as string)) end--;
  let start = 0;
  while (start < second.length - 1 && EITHER.includes(second[start] as string)) start++;
  return !isWide(first[end] ?? '') && !isWide(second[start] ?? '');
}

/** Marks that Chinese and Latin text have in common. */
const EITHER = '“”‘’—…·';

/** Whether a character (or half of one) takes the place of a whole square, as those of Chinese and its punctuation do. */
export function isWide(character: string): boolean {
  const unit = character.charCodeAt(0);
  return (
    (unit >= 0x2e80 && unit <= 0xdfff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xfe30 && unit <= 0xfe4f) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x2460 && unit <= 0x24ff) ||
    '〔〕'.includes(character || ' ')
  );
}

/** A line with the next one behind it: words are set apart, a word that a hyphen cut is whole again. */
export function joinedText(first: string, second: string): string {
  if (first === '' || second === '') return first + second;
  const end = first.at(-1) as string;
  const start = second[0] as string;
  if (end === SOFT_HYPHEN) return first.slice(0, -1) + second;
  if (end === '-' && isLowerLatin(start) && isLowerLatin(first.at(-2) ?? ''))
    return first.slice(0, -1) + second;
  return wantsSpace(first, second) && end !== ' ' ? `${first} ${second}` : first + second;
}

/** A paragraph's text without the hyphens that were not needed. */
export function withoutSoftHyphens(text: string): string {
  return text.replaceAll(SOFT_HYPHEN, '');
}

function isLowerLatin(character: string): boolean {
  return character >= 'a' && character <= 'z';
}
