import type { DifferenceClass, FormClass } from '../../core/diff/comparison.ts';
import type { Changes, Verdict } from '../../core/diff/verdict.ts';
import { count, listed } from './count.ts';

export const CLASS_NAMES: Record<DifferenceClass, string> = {
  text: 'wording',
  ordinal: 'ordinal',
  punctuation: 'punctuation',
  width: 'width',
  space: 'spacing',
  script: 'script',
};

/** The verdict as one sentence without a full stop. `isPassage`: parts of otherwise different items were compared. */
export function verdictText(verdict: Verdict, isPassage: boolean): string {
  const one = isPassage ? 'One passage' : '';
  switch (verdict.kind) {
    case 'identical':
      return `${one ? `${one} is the` : 'The'} same letter by letter, ${count(verdict.characters, 'character')}`;
    case 'form-only':
      return `${one ? `${one}: only` : 'Only'} the ${differs(verdict.classes)}; ${count(verdict.equal, 'character')} are the same`;
    case 'one-change':
      return `${one ? `${one}, with one` : 'One'} difference: ${oneChange(verdict)}; the rest is the same`;
    case 'reordered':
      return `${one ? `${one}, the` : 'The'} same words in another order: ${verdict.moved} moved`;
    case 'changed':
      return `${one ? `${one} is nearly` : 'Nearly'} the same: ${counted(verdict)}`;
    case 'reworded':
      return `${one ? `${one} says the` : 'The'} same in other words: ${counted(verdict)}`;
    case 'unlike':
      return `Little in common: ${counted(verdict)}`;
  }
}

/** The verdict for a row of the list. */
export function briefText(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'identical':
      return 'The same letter by letter';
    case 'form-only':
      return `Only the ${differs(verdict.classes)}`;
    case 'one-change':
      return `One difference: ${oneChange(verdict)}`;
    case 'reordered':
      return 'Another order';
    case 'reworded':
      return `Reworded: ${counted(verdict)}`;
    case 'changed':
    case 'unlike':
      return counted(verdict);
  }
}

function differs(classes: readonly FormClass[]): string {
  return `${listed(classes.map((name) => CLASS_NAMES[name]))} differ${classes.length === 1 ? 's' : ''}`;
}

function oneChange({ a, b }: { readonly a: string; readonly b: string }): string {
  if (a === '') return `“${b}” on the right`;
  if (b === '') return `“${a}” on the left`;
  return `“${a}” → “${b}”`;
}

function counted(changes: Changes): string {
  // A number is not parted from its word at the end of a line.
  const parts: readonly (readonly [number: number, words: string])[] = [
    [changes.replaced, `${changes.replaced}\u00a0replaced`],
    [changes.clausesA, `${count(changes.clausesA, 'clause')} more on the left`],
    [changes.clausesB, `${count(changes.clausesB, 'clause')} more on the right`],
    [changes.onlyA - changes.clausesA, `${changes.onlyA - changes.clausesA}\u00a0only on the left`],
    [changes.onlyB - changes.clausesB, `${changes.onlyB - changes.clausesB}\u00a0only on the right`],
    [changes.moved, `${changes.moved}\u00a0moved`],
  ];
  return parts
    .filter(([number]) => number > 0)
    .map(([, words]) => words)
    .join(', ');
}
