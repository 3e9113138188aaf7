import type { Agreement } from '../../core/diff/variorum.ts';
import type { VERSION_WORDS as ZH } from '../zh-CN/versions.ts';
import { count, number } from './count.ts';
import { siglaText, siglumText } from './siglum.ts';
import { CLASS_NAMES } from './verdict.ts';

/** How a version is to the base. */
export function agreementText({ places, isForm, classes }: Agreement): string {
  if (places === 0) return 'same as the base';
  if (isForm) return `differs in ${classes.map((of) => CLASS_NAMES[of]).join(', ')} alone`;
  return count(places, 'variant');
}

/** All versions in one sentence without a full stop: `others` without the base. */
export function synopsisText(others: readonly Agreement[]): string {
  const all = count(others.length + 1, 'version');
  const same = others.filter(({ places }) => places === 0).length;
  const form = others.filter(({ places, isForm }) => places > 0 && isForm).length;
  if (same === others.length) return `${all}, all the same`;
  if (same + form === others.length && same === 0) return `${all} that differ in form alone`;
  const parts = [
    same > 0 && `${number(same)} the same as the base`,
    form > 0 && `${number(form)} but for form`,
    same + form < others.length && `${number(others.length - same - form)} with variants`,
  ];
  return `${all}: ${parts.filter((part) => part !== false).join(', ')}`;
}

/** The words of the view of all versions. */
export const VERSION_WORDS: typeof ZH = {
  allVersions: (n) => `All ${number(n)} places`,
  allVersionsHint: 'Sets all versions beside one another (G)',
  versions: 'All versions',
  backToTwo: 'Back to the pair',
  backToTwoHint: 'G or Esc',
  synopsis: synopsisText,
  baseIs: (siglum, who, loci) =>
    loci === 0 ? `Base: ${siglum}, ${who}` : `Base: ${siglum}, ${who}; it varies in ${count(loci, 'place')}`,
  collating: 'Comparing all versions…',
  witnesses: 'Places',
  witnessesHint: 'Choose the base',
  base: 'base',
  asBase: (siglum) => `Take ${siglum} as the base`,
  siglum: siglumText,
  sigla: siglaText,
  agreement: agreementText,
  compareWithBase: 'Compare with base',
  variantOf: (n, all) => (n === 0 ? count(all, 'variant') : `${number(n)} of ${count(all, 'variant')}`),
  noVariant: 'No variants',
  variantsKey: 'base ］ variants',
  absentFromBase: 'not in the base',
  omitted: 'omitted',
  movedSee: (n) => (n === null ? 'moved' : `moved, see ${number(n)}`),
  holderComma: ', ',
  readingsComma: '; ',
  holdersMore: (_all, rest) => ` and ${number(rest)} more`,
  moreReadings: (n) => `${number(n)} more readings`,
  variantWords: (n, lemma, readings) => `Variant ${number(n)}, the base ${lemma}: ${readings}`,
  readingWords: (holders, reading) => `${holders}: ${reading}`,
  reads: (text) => `“${text}”`,
  lemmaIs: (text) => `has “${text}”`,
  lacks: 'has nothing here',
};
